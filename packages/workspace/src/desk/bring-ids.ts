import type { IdentityOf } from '@leeward/domain/team/custody.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { concat, toHex, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { derive } from '@leeward/sealed-log/crypto/hkdf.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import { bytesOf } from './send.ts';

/*
 * The ids of what a row becomes. They follow from the row's key under a secret of those who will read it, so that two
 * desks that bring the same table without a line make one case of each row, and not two; and so that nobody without that
 * secret can tell from an id which row it is, or whether two ids have to do with each other (rule 14).
 */

/** The oldest secret of a team that this member holds: it stays the same when the team's keys change. */
function oldestSecret({ organisation }: Engine, team: string): Bytes | null {
  const held = organisation.keyring.teams.get(team);
  const [oldest] = [...(held?.keys() ?? [])].toSorted((left, right) => left - right);
  return oldest === undefined ? null : (held?.get(oldest)?.root ?? null);
}

/** What the ids of one row of one table follow from; null where this member is in none of the teams. */
export async function rowSecret(
  engine: Engine,
  teams: readonly string[],
  source: string,
  key: string,
): Promise<Bytes | null> {
  const readers = teams.toSorted();
  const root = readers.map((team) => oldestSecret(engine, team)).find((one) => one !== null) ?? null;
  if (root === null) return null;
  const names = concat(...readers.map(bytesOf));
  return derive(root, 'brought row', orgOf(engine), names, utf8(source), utf8(key));
}

/**
 * What the ids of the identity of a person in a case follow from, for custody alone; null for everybody else. The person
 * is null where it is her whom the case is about.
 */
export async function identitySecret(
  engine: Engine,
  custody: string,
  { caseRecord, person }: IdentityOf,
): Promise<Bytes | null> {
  const root = oldestSecret(engine, custody);
  if (root === null) return null;
  const whose = person === null ? [] : [utf8(person)];
  return derive(root, 'brought identity', orgOf(engine), bytesOf(caseRecord), ...whose);
}

/** The record that a row, or the identity of its person, becomes. */
export const recordOf = async (secret: Bytes): Promise<string> =>
  toHex(await derive(secret, 'brought record'));

/** Events with the ids of their things as they follow from the row, whatever they were planned with. */
export async function withRowIds<Event>(
  secret: Bytes,
  ids: Readonly<Record<string, string>>,
  events: readonly Event[],
): Promise<readonly Event[]> {
  const real = new Map<string, string>();
  for (const [planned, what] of Object.entries(ids))
    real.set(planned, toHex((await derive(secret, 'brought thing', utf8(what))).slice(0, 16)));
  if (real.size === 0) return events;
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return real.get(value) ?? value;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner)]));
  };
  return events.map((event) => walk(event) as Event);
}
