import type { Bytes } from '../crypto/bytes.ts';
import { lengthPrefixed, u32 } from '../crypto/bytes.ts';
import { open, seal } from '../crypto/cobblestone.ts';
import { sign } from '../crypto/ed25519.ts';
import { padEntry, unpadEntry } from '../crypto/padding.ts';
import type { Result } from '../crypto/result.ts';
import { err, ok, unwrap } from '../crypto/result.ts';
import type { DeviceKeys } from '../keys/device.ts';
import { appendSeedOf, contentKeyOf } from '../keys/epoch.ts';
import type { Codec } from '../wire/codec.ts';
import { decode, encode } from '../wire/codec.ts';
import type { Header } from '../wire/entry.ts';
import { entry as entryCodec, header as headerCodec, logs } from '../wire/entry.ts';
import { entryHash, partHash, signedBytes, zeros32 } from '../wire/hashes.ts';
import { formatVersion } from '../wire/limits.ts';

/** Where a new entry of a record goes. */
export type RecordPlace = {
  readonly org: Bytes;
  readonly record: Bytes;
  readonly position: number;
  readonly prev: Bytes;
  /** The head of the organisation log that the author has seen. */
  readonly orgPosition: number;
  readonly orgHead: Bytes;
};

/** An entry ready to be sent: these very bytes are stored before the first send and resent after a timeout (rule 6). */
export type SealedEntry = {
  readonly bytes: Bytes;
  readonly hash: Bytes;
  readonly header: Header;
  /** By the epoch's append key; null where none is asked for (rule 12). */
  readonly proof: Bytes | null;
};

/** The context to which the key of a body is bound (rule 6): the same plaintext cannot be moved elsewhere. */
export const contentContext = (header: Header): Bytes =>
  lengthPrefixed(
    'leeward/v1/entry body',
    header.org,
    header.record,
    new Uint8Array([header.log, header.form]),
    u32(header.position),
    header.prev,
    header.epoch,
    header.device,
  );

type Draft = Omit<Header, 'version' | 'clearLength' | 'clearHash' | 'bodyLength' | 'bodyHash'>;

/** Completes, signs and encodes an entry from its header fields and finished parts. */
export async function signEntry(
  device: DeviceKeys,
  draft: Draft,
  clear: Bytes,
  body: Bytes,
  appendSeed: Bytes | null,
): Promise<SealedEntry> {
  const header: Header = {
    version: formatVersion,
    ...draft,
    clearLength: clear.length,
    clearHash: await partHash(clear),
    bodyLength: body.length,
    bodyHash: await partHash(body),
  };
  const headerBytes = encode(headerCodec, header);
  const signature = await sign(device.signingSeed, signedBytes.entry(headerBytes));
  const hash = await entryHash(headerBytes);
  return {
    bytes: encode(entryCodec, { header: headerBytes, clear, body, signature }),
    hash,
    header,
    proof: appendSeed === null ? null : await sign(appendSeed, signedBytes.append(hash)),
  };
}

export const draftFor = (place: RecordPlace, device: Bytes, form: Header['form'], epoch: Bytes): Draft => ({
  log: logs.record,
  form,
  org: place.org,
  record: place.record,
  position: place.position,
  prev: place.prev,
  orgPosition: place.orgPosition,
  orgHead: place.orgHead,
  device,
  epoch,
});

/** Whether a body fits into an entry; a larger one goes into a blob that the entry commits to (section 4). */
export const fitsEntry = (plaintext: Bytes): boolean => padEntry(plaintext).ok;

/** A body sealed for one place in one log, under a content key. @throws Error when it does not fit. */
export async function sealBody(contentKey: Bytes, draft: Draft, plaintext: Bytes): Promise<Bytes> {
  const header = {
    ...draft,
    version: formatVersion,
    clearLength: 0,
    clearHash: zeros32,
    bodyLength: 0,
    bodyHash: zeros32,
  };
  return seal(contentKey, contentContext(header as Header), unwrap(padEntry(plaintext)));
}

export type BodyProblem = 'wrong-key' | 'corrupt' | 'malformed';

/** Opens and parses a body. Whatever it holds, the answer is a value or a code. */
export async function openBody<T>(
  contentKey: Bytes,
  header: Header,
  body: Bytes,
  codec: Codec<T>,
): Promise<Result<T, BodyProblem>> {
  const opened = await open(contentKey, contentContext(header), body);
  if (!opened.ok) return err(opened.error === 'wrong-key' ? 'wrong-key' : 'corrupt');
  const unpadded = unpadEntry(opened.value);
  if (!unpadded.ok) return err('malformed');
  const decoded = decode(codec, unpadded.value);
  return decoded.ok ? ok(decoded.value) : err('malformed');
}

export type EpochInUse = { readonly hash: Bytes; readonly key: Bytes };

/** Seals an entry of a record under its current epoch. `clear` is empty but for forget entries and readmissions. */
export async function sealEntry<T>(
  device: DeviceKeys,
  place: RecordPlace,
  epoch: EpochInUse,
  content: { readonly form: 1 | 3 | 4; readonly clear: Bytes; readonly codec: Codec<T>; readonly body: T },
): Promise<SealedEntry> {
  const draft = draftFor(place, device.signingKey, content.form, epoch.hash);
  const body = await sealBody(await contentKeyOf(epoch.key), draft, encode(content.codec, content.body));
  return signEntry(device, draft, content.clear, body, await appendSeedOf(epoch.key));
}
