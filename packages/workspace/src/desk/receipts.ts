import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { KeptHead } from '@leeward/sealed-log/log/head-proofs.ts';
import { readHead } from '@leeward/sealed-log/log/head-proofs.ts';
import type { Signed } from '@leeward/sealed-log/wire/box.ts';
import { signed as signedCodec } from '@leeward/sealed-log/wire/box.ts';
import { decode, encode } from '@leeward/sealed-log/wire/codec.ts';
import type { HeadStatement } from '@leeward/sealed-log/wire/relay.ts';
import { noteRelayHour } from './believable-time.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';

/** The place of something that was sent, as the relay must confirm it. */
export type Sent = Pick<HeadStatement, 'log' | 'record' | 'position' | 'head'>;

/**
 * Whether the relay has signed that it holds this at its place (rule 7). What does not verify by a key that the
 * organisation named is no acknowledgement, whatever the status says. A good one is kept, to hold the relay to it.
 */
export async function acknowledges(engine: Engine, receipt: Signed, sent: Sent): Promise<boolean> {
  const kept = await readStatement(engine, receipt);
  if (kept === null) return false;
  const { statement } = kept;
  noteRelayHour(engine, statement.hour);
  const isThis =
    statement.log === sent.log &&
    equal(statement.record, sent.record) &&
    statement.position === sent.position &&
    equal(statement.head, sent.head);
  if (isThis && sent.log <= 2) await engine.store.put(nameOf(sent.record), encode(signedCodec, receipt));
  return isThis;
}

/** A statement of the relay of this organisation; null where it is none. */
export async function readStatement(engine: Engine, receipt: Signed): Promise<KeptHead | null> {
  const read = await readHead(receipt, orgOf(engine), engine.organisation.skeleton.relayKeys);
  return read.ok ? read.value : null;
}

/** What the relay signed last about a record to this device: half of a proof, should it show something else there. */
export async function lastStatement(engine: Engine, record: Bytes): Promise<KeptHead | null> {
  const bytes = await engine.store.get(nameOf(record));
  const receipt = bytes === null ? null : decode(signedCodec, bytes);
  return receipt?.ok ? readStatement(engine, receipt.value) : null;
}

const nameOf = (record: Bytes): string => `head:${toHex(record)}`;
