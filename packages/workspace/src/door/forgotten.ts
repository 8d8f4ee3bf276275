import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { admitKey, verify } from '@leeward/sealed-log/crypto/ed25519.ts';
import { verifyInclusion } from '@leeward/sealed-log/crypto/merkle.ts';
import { decode } from '@leeward/sealed-log/wire/codec.ts';
import { forms, header as headerCodec, logs } from '@leeward/sealed-log/wire/entry.ts';
import { entryHash, partHash, rosterLeaf, signedBytes } from '@leeward/sealed-log/wire/hashes.ts';
import { forgetClear } from '@leeward/sealed-log/wire/record.ts';
import type { ForgottenMailbox, HeadStatement } from '@leeward/sealed-log/wire/relay.ts';
import { headStatement } from '@leeward/sealed-log/wire/relay.ts';
import type { Door } from './open-door.ts';

/** What is left of a conversation that was deleted. */
export type ForgottenConversation = {
  /**
   * Whether somebody of the team signed that it is to be deleted. Otherwise it is the server's word alone, and it may as
   * well be hiding something.
   */
  readonly byTeam: boolean;
  /** When the server says that it was deleted, in milliseconds since 1970, to the hour; null where it does not say. */
  readonly at: number | null;
};

type Authority = Pick<Door, 'org' | 'settings' | 'renewal' | 'administrators'>;

/** The server's word alone. */
export const unproven: ForgottenConversation = { byTeam: false, at: null };

/**
 * Holds what the relay shows of a forgotten mailbox against the door: a forget entry of this organisation that names this
 * very mailbox, signed by a device of today's administrators or of today's roster (section 3a). The door cannot see whether
 * that device had the right; who has it can only take words away that the relay could withhold in any case.
 */
export async function readForgotten(
  door: Authority,
  mailbox: Bytes,
  shown: ForgottenMailbox,
): Promise<ForgottenConversation> {
  const header = decode(headerCodec, shown.header);
  const clear = decode(forgetClear, shown.clear);
  if (!header.ok || !clear.ok) return unproven;
  const { log, form, org, clearHash, device, record, position } = header.value;
  const asksForIt =
    log === logs.record &&
    form === forms.forget &&
    equal(org, door.org) &&
    equal(clearHash, await partHash(shown.clear)) &&
    clear.value.targets.some((one) => one.type === 'mailbox' && equal(one.mailbox, mailbox));
  if (!asksForIt || !(await isOfTheTeam(door, device, shown)) || !(await admitKey(device))) return unproven;
  if (!(await verify(device, signedBytes.entry(shown.header), shown.signature))) return unproven;
  const place = { record, position, head: await entryHash(shown.header) };
  return { byTeam: true, at: await saidAt(door, shown, place) };
}

async function isOfTheTeam(door: Authority, device: Bytes, shown: ForgottenMailbox): Promise<boolean> {
  if (door.administrators.has(toHex(device))) return true;
  const proof = { index: shown.index, size: door.renewal.rosterCount, path: shown.path };
  return verifyInclusion(await rosterLeaf(device), proof, door.renewal.roster);
}

/** The hour in which the relay says that it took the entry; null where its key does not say so of this very entry. */
async function saidAt(
  { org, settings }: Authority,
  { statement }: ForgottenMailbox,
  place: Pick<HeadStatement, 'record' | 'position' | 'head'>,
): Promise<number | null> {
  const said = decode(headStatement, statement.bytes);
  if (!said.ok) return null;
  const { value } = said;
  const names =
    value.log === logs.record &&
    equal(value.org, org) &&
    equal(value.record, place.record) &&
    value.position === place.position &&
    equal(value.head, place.head);
  if (!names || !(await admitKey(settings.relayKey))) return null;
  const holds = await verify(settings.relayKey, signedBytes.head(statement.bytes), statement.signature);
  return holds ? value.hour * 1000 : null;
}
