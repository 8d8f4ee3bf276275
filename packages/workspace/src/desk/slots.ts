import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { SealedEntry } from '@leeward/sealed-log/log/seal.ts';
import type { Engine } from './engine.ts';
import { bytesOf, fromText, toText } from './send.ts';

/*
 * A device signs at most one entry on one predecessor (rule 6). What it signed last in each log is kept before the
 * first byte is sent; as long as that predecessor is the head, these very bytes are sent again, whoever asks for what:
 * after a lost acknowledgement, a crash between keeping and sending, a refusal that may be a lie.
 */

/** What was signed last in a log. Texts are base64url and hex, so that it can be kept as JSON. */
export type Slot = {
  readonly prev: string;
  readonly hash: string;
  readonly bytes: string;
  readonly proof: string | null;
  readonly blobs: readonly string[];
};

export type Signed = {
  readonly bytes: Bytes;
  readonly hash: Bytes;
  readonly proof: Bytes | null;
  readonly blobs: readonly Bytes[];
};

/** The name of the organisation log among the slots; records have their id. */
export const organisationSlot = 'organisation';

/** What this device has signed on this predecessor, or null. Read when it is asked for: there is one for each record. */
export async function signedOn(engine: Engine, log: string, prev: Bytes): Promise<Signed | null> {
  const slot = await slotOf(engine, log);
  if (slot === null || slot.prev !== toHex(prev)) return null;
  return {
    bytes: fromText(slot.bytes),
    hash: bytesOf(slot.hash),
    proof: slot.proof === null ? null : fromText(slot.proof),
    blobs: slot.blobs.map(bytesOf),
  };
}

/** What was signed last in a log; null where nothing was. */
export async function slotOf(engine: Engine, log: string): Promise<Slot | null> {
  const known = engine.slots.get(log);
  if (known !== undefined) return known;
  const sealed = await engine.store.get(`slot:${log}`);
  const slot = sealed === null ? null : ((await engine.local.open('slot', sealed)) as Slot | null);
  engine.slots.set(log, slot);
  return slot;
}

/** The logs in which this device has signed something that it still keeps. */
export async function logsWithSlots(engine: Engine): Promise<readonly string[]> {
  return (await engine.store.names('slot:')).map((name) => name.slice('slot:'.length));
}

/** Keeps what was just signed, before it is sent. */
export async function keepSigned(
  engine: Engine,
  log: string,
  sealed: SealedEntry,
  blobs: readonly Bytes[] = [],
): Promise<Signed> {
  const { bytes, hash, proof, header } = sealed;
  const slot: Slot = {
    prev: toHex(header.prev),
    hash: toHex(hash),
    bytes: toText(bytes),
    proof: proof === null ? null : toText(proof),
    blobs: blobs.map(toHex),
  };
  await engine.store.put(`slot:${log}`, await engine.local.seal('slot', slot));
  engine.slots.set(log, slot);
  return { bytes, hash, proof, blobs };
}

/** Lets go of a kept entry whose words were forgotten; its successor stands, so it is never sent again. */
export async function dropSlot(engine: Engine, log: string): Promise<void> {
  engine.slots.set(log, null);
  await engine.store.delete(`slot:${log}`);
}
