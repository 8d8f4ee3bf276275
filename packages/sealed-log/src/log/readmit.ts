import type { Bytes } from '../crypto/bytes.ts';
import { equal, randomBytes, toHex } from '../crypto/bytes.ts';
import type { DeviceKeys } from '../keys/device.ts';
import type { ReadmissionBody } from '../wire/body.ts';
import { readmissionBody } from '../wire/body.ts';
import { encode } from '../wire/codec.ts';
import { forms } from '../wire/entry.ts';
import { limits } from '../wire/limits.ts';
import { readmissionClear } from '../wire/record.ts';
import type { ReadEntry } from '../wire/verify.ts';
import type { Chain, Link } from './chain.ts';
import type { Judgement } from './judge.ts';
import type { EpochInUse, RecordPlace, SealedEntry } from './seal.ts';
import { sealEntry } from './seal.ts';

/** One displaced entry on its way back, with the keys that readers of the standing branch lack (rule 10). */
export type Readmission = {
  readonly hash: Bytes;
  readonly displaced: Bytes;
  readonly epochs: ReadmissionBody['epochs'];
};

/** Why a displaced entry does not come back: to be shown, never to be passed over in silence. */
export type NotReadmitted = {
  readonly hash: Bytes;
  readonly why: 'already-there' | 'forgotten' | 'parts-missing' | 'too-large';
};

export type ReadmissionPlan = {
  readonly readmit: readonly Readmission[];
  readonly leave: readonly NotReadmitted[];
};

/**
 * What has to be readmitted of a displaced tail, in its order (rules 2 and 3). `mine` is the chain that this device
 * verified and stored; `displaced` are its links after the last common entry; `standing` is the relay's chain.
 * Repeating it after some were written gives the rest: a crash in between, or a colleague who was faster, is harmless.
 */
export function planReadmission(
  mine: Chain,
  displaced: readonly Link[],
  standing: Chain,
  judgement: Judgement,
): ReadmissionPlan {
  const there = new Set<string>();
  for (const { hash, opened } of standing.links) {
    there.add(toHex(hash));
    if (opened.type === 'readmission') there.add(toHex(opened.displaced.hash));
  }
  const displacedEpochs = new Set(
    displaced.map(said).flatMap(({ read }) => (read.header.form === forms.epoch ? [toHex(read.hash)] : [])),
  );
  const readmit: Readmission[] = [];
  const leave: NotReadmitted[] = [];
  for (const { read, bytes } of displaced.map(said)) {
    const { hash, header } = read;
    const why = there.has(toHex(hash)) ? 'already-there' : reasonToLeave(read, bytes, judgement);
    if (why !== null) {
      leave.push({ hash, why });
      continue;
    }
    const epoch = header.form === forms.epoch ? hash : header.epoch;
    const key = displacedEpochs.has(toHex(epoch)) ? mine.keys.get(toHex(epoch)) : undefined;
    readmit.push({ hash, displaced: bytes, epochs: key === undefined ? [] : [{ epoch, key }] });
    there.add(toHex(hash));
  }
  return { readmit, leave };
}

/** What a readmission's clear part holds besides the displaced entry: its length. */
const OVERHEAD = 4;

function reasonToLeave(
  { hash, header, missing }: ReadEntry,
  bytes: Bytes,
  { forgotten }: Judgement,
): NotReadmitted['why'] | null {
  const isForgotten = forgotten.some(
    (one) => one.type === 'record' || (one.type === 'entry' && equal(one.entry, hash)),
  );
  if (isForgotten && header.form !== forms.forget) return 'forgotten';
  if (missing.body || missing.clear) return 'parts-missing';
  return bytes.length + OVERHEAD > limits.clear ? 'too-large' : null;
}

/** A readmission is never readmitted: what it carries comes back itself. */
const said = ({ read, bytes, opened }: Link): { readonly read: ReadEntry; readonly bytes: Bytes } =>
  opened.type === 'readmission' ? { read: opened.displaced, bytes: opened.displacedBytes } : { read, bytes };

/** Writes one displaced entry back, with its original header, parts and signature inside (rule 3). */
export function sealReadmission(
  device: DeviceKeys,
  place: RecordPlace,
  epoch: EpochInUse,
  { displaced, epochs }: Readmission,
): Promise<SealedEntry> {
  const clear = encode(readmissionClear, { displaced });
  const body: ReadmissionBody = { action: randomBytes(16), epochs };
  return sealEntry(device, place, epoch, { form: forms.readmission, clear, codec: readmissionBody, body });
}
