import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { sign } from '@leeward/sealed-log/crypto/ed25519.ts';
import { appendSeedOf } from '@leeward/sealed-log/keys/epoch.ts';
import { headOf } from '@leeward/sealed-log/log/chain.ts';
import type { EpochInUse, RecordPlace, SealedEntry } from '@leeward/sealed-log/log/seal.ts';
import { fitsEntry, sealEntry } from '@leeward/sealed-log/log/seal.ts';
import { contentBody } from '@leeward/sealed-log/wire/body.ts';
import { encode } from '@leeward/sealed-log/wire/codec.ts';
import { signedBytes } from '@leeward/sealed-log/wire/hashes.ts';
import type { Engine } from './engine.ts';
import { organisationHead, orgOf } from './engine.ts';
import { ensureEpoch } from './epochs.ts';
import { pull } from './pull.ts';
import type { RecordView } from './record-view.ts';
import { openRecord } from './records.ts';
import type { Written } from './send.ts';
import { send } from './send.ts';
import { keepSigned, signedOn } from './slots.ts';
import { heldBy } from './troubles.ts';

/** Where the next entry of a record goes. */
export function placeAfter(engine: Engine, view: RecordView): RecordPlace {
  const head = headOf(view.chain);
  return {
    org: orgOf(engine),
    record: view.bytes,
    position: head.position + 1,
    prev: head.hash,
    ...organisationHead(engine),
  };
}

/** What `make` gives: an entry for the present head, with the blobs that it needs, or why there is none. */
export type Prepared<Stop> =
  | { readonly type: 'sealed'; readonly entry: SealedEntry; readonly blobs: readonly Bytes[] }
  | { readonly type: 'none'; readonly why: Stop };

/** How the writing of one entry ended: `in-chain` after it was pulled back and verified. */
export type Appended<Stop> =
  | { readonly type: 'in-chain' }
  /** The head moved, or an earlier entry of this device went first: look again and write anew. */
  | { readonly type: 'again' }
  | { readonly type: 'none'; readonly why: Stop }
  | Exclude<Written, { readonly type: 'stored' | 'head-moved' }>;

/**
 * Appends the next entry of a record and pulls it back. What this device has signed on the present head is sent again
 * before anything else, whatever it was: never two entries on one predecessor (rule 6). `make` is asked only for a head
 * on which nothing was signed, under an epoch that may be used.
 */
export async function appendNext<Stop>(
  engine: Engine,
  id: string,
  teams: readonly string[],
  make: (view: RecordView, epoch: EpochInUse) => Promise<Prepared<Stop>>,
): Promise<Appended<Stop>> {
  const view = await openRecord(engine, id);
  const held = heldBy(engine, id);
  if (held !== null) return { type: 'stopped', why: held };
  if (engine.organisationStopped) return { type: 'stopped', why: 'organisationFork' };
  const earlier = await signedOn(engine, id, headOf(view.chain).hash);
  if (earlier !== null) return sendAndPull(engine, id, earlier);
  const ready = await ensureEpoch(engine, id, teams);
  if (ready.type === 'head-moved') return { type: 'again' };
  if (ready.type !== 'ready') return ready;
  const made = await make(await openRecord(engine, id), ready.epoch);
  if (made.type === 'none') return made;
  // Durable before the first byte is sent: after a crash these bytes are sent, and no others.
  return sendAndPull(engine, id, await keepSigned(engine, id, made.entry, made.blobs));
}

async function sendAndPull(
  engine: Engine,
  id: string,
  { bytes, hash, proof, blobs }: Awaited<ReturnType<typeof keepSigned>>,
): Promise<{ readonly type: 'in-chain' | 'again' } | Exclude<Written, { type: 'stored' | 'head-moved' }>> {
  const written = await send(engine, bytes, proof, blobs);
  if (written.type !== 'stored' && written.type !== 'head-moved') return written;
  const before = headOf((await openRecord(engine, id)).chain).hash;
  const pulled = await pull(engine);
  const stored = written.type === 'stored' ? ({ stored: true } as const) : {};
  if (pulled !== 'up-to-date') return { type: 'offline', ...stored };
  const { chain } = await openRecord(engine, id);
  if (chain.links.some((link) => equal(link.hash, hash))) return { type: 'in-chain' };
  // Neither mine nor another entry stands after the head: the relay says one thing and shows another.
  return equal(headOf(chain).hash, before) ? { type: 'offline', ...stored } : { type: 'again' };
}

export type Draft = {
  readonly action: Bytes;
  readonly claimedTime: number;
  readonly events: readonly unknown[];
  readonly quoted: readonly Bytes[];
};

/** Whether what is to be written fits into one entry. */
export function draftFits(draft: Draft): boolean {
  return fitsEntry(encode(contentBody, { ...draft, events: JSON.stringify(draft.events) }));
}

/** Seals a draft as the next entry of a record. Nothing is sent yet: the caller keeps the bytes first (rule 6). */
export function sealDraft(
  engine: Engine,
  view: RecordView,
  epoch: EpochInUse,
  draft: Draft,
): Promise<SealedEntry> {
  return sealEntry(engine.keys.device, placeAfter(engine, view), epoch, {
    form: 1,
    clear: new Uint8Array(0),
    codec: contentBody,
    body: { ...draft, events: JSON.stringify(draft.events) },
  });
}

/** A proof for an entry of anybody's, by whoever holds the epoch's key: for sending again what the relay has lost (rule 2a). */
export async function proofFor(view: RecordView, epoch: Bytes, hash: Bytes): Promise<Bytes | null> {
  const key = view.chain.keys.get(toHex(epoch));
  return key === undefined ? null : sign(await appendSeedOf(key), signedBytes.append(hash));
}
