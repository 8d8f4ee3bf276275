import { randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { teamRecord } from '@leeward/sealed-log/wire/hashes.ts';
import type { Engine } from '../engine.ts';
import { orgOf, teamIdFor } from '../engine.ts';
import type { NewItem } from '../outbox.ts';

const hour = 3600 * 1000;

/** A time between 1 and 24 hours from now, by chance (rule 14). */
export function randomHour(now: number): number {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return now + hour + Math.floor((random / 2 ** 32) * 23 * hour);
}

/**
 * The identity record of a person in a case, and its places in custody's log. It is made between 1 and 24 hours later
 * unless it is urgent, so that the two are not tied together by their times (rule 14). Nothing where this member is not
 * of custody: then nobody here could open it.
 */
export async function identityItems(
  engine: Engine,
  caseRecord: string,
  person: string | null,
  urgent: boolean,
): Promise<readonly NewItem[]> {
  const custody = teamIdFor(engine, 'custody');
  if (custody === null || !engine.organisation.keyring.teams.has(toHex(custody))) return [];
  const identity = toHex(randomBytes(32));
  const record = toHex(await teamRecord(orgOf(engine), custody));
  const teams = [toHex(custody)];
  const notBefore = urgent ? 0 : randomHour(engine.now());
  const later = { notBefore, silent: true, creates: { kind: 'team', teams } };
  return [
    { record, command: 'listRecord', args: { listed: identity, kind: 'identity' }, ...later },
    { record, command: 'indexCustody', args: { identity, case: caseRecord, person }, ...later },
    {
      record: identity,
      command: 'beginIdentity',
      args: {},
      ...later,
      creates: { kind: 'identity', teams },
    },
  ];
}

/** An identity record that this device is to make at its random hour, or has begun to. */
export type Coming = {
  readonly record: string;
  readonly person: string | null;
  readonly caseRecord: string;
  readonly at: number;
};

/** The identity records that wait in this device's outbox. */
export function comingIdentities(engine: Engine): readonly Coming[] {
  return engine.outbox.flatMap(({ command, args, notBefore }) => {
    if (command !== 'indexCustody' && command !== 'tieIdentity') return [];
    const { identity, case: caseRecord, person } = args;
    if (typeof identity !== 'string' || typeof caseRecord !== 'string') return [];
    return [
      { record: identity, caseRecord, person: typeof person === 'string' ? person : null, at: notBefore },
    ];
  });
}
