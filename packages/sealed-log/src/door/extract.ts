import type { Bytes } from '../crypto/bytes.ts';
import { concat, equal, randomBytes, utf8 } from '../crypto/bytes.ts';
import { open, seal } from '../crypto/cobblestone.ts';
import { admitKey, sign, verify } from '../crypto/ed25519.ts';
import { derive } from '../crypto/hkdf.ts';
import { verifyInclusion } from '../crypto/merkle.ts';
import type { Result } from '../crypto/result.ts';
import { err, ok } from '../crypto/result.ts';
import type { Codec } from '../wire/codec.ts';
import {
  decode,
  encode,
  hash32,
  list,
  oneOf,
  signature64,
  struct,
  text,
  u8,
  u32,
  u48,
  variable,
} from '../wire/codec.ts';
import type { DoorLink } from '../wire/descriptor.ts';
import { rosterLeaf, signedBytes } from '../wire/hashes.ts';
import { limits } from '../wire/limits.ts';
import { trustDoor } from './descriptor.ts';

/*
 * Something that one organisation says to another, in a file: signed by a device that may answer at its door, with the
 * door's own proof of that beside it, and sealed under a code that is told by voice. Whoever knows the organisation's door
 * can hold it against that; no server is asked.
 */

/** What is signed, apart from the words themselves. */
export type Said = {
  readonly org: Bytes;
  /** Seconds since 1970, by the signer's clock. */
  readonly at: number;
  /** JSON. */
  readonly text: string;
};

type SignedExtract = {
  readonly version: 1;
  readonly said: Bytes;
  readonly device: Bytes;
  readonly signature: Bytes;
  /** A `Descriptor` of the day on which it was signed. */
  readonly descriptor: Bytes;
  readonly index: number;
  readonly path: readonly Bytes[];
};

const saidCodec: Codec<Said> = struct<Said>({ org: hash32, at: u48, text: text(limits.body) });
const extractCodec: Codec<SignedExtract> = struct<SignedExtract>({
  version: oneOf(u8, 1),
  said: variable(limits.entry),
  device: hash32,
  signature: signature64,
  descriptor: variable(5 * 1024 * 1024),
  index: u32,
  path: list(hash32, 32),
});

const magic = utf8('LWEXTRACT1\n');
const context = utf8('leeward/v1/extract file');
const saltBytes = 16;

/** Where the signing device stands in the roster of the descriptor. */
export type RosterPlace = { readonly index: number; readonly path: readonly Bytes[] };

/** Signs and seals. `code`: the bytes behind a printed code, told by voice and never beside the file. */
export async function sealExtract(
  said: Said,
  signer: { readonly device: Bytes; readonly seed: Bytes },
  proof: RosterPlace & { readonly descriptor: Bytes },
  code: Bytes,
): Promise<Bytes> {
  const bytes = encode(saidCodec, said);
  const signature = await sign(signer.seed, signedBytes.extract(bytes));
  const { device } = signer;
  const content = encode<SignedExtract>(extractCodec, {
    version: 1,
    said: bytes,
    device,
    signature,
    ...proof,
  });
  const salt = randomBytes(saltBytes);
  return concat(magic, salt, await seal(await derive(code, 'extract file', salt), context, content));
}

export type ExtractRefusal =
  /** No such file, or one that is damaged. */
  | 'broken-file'
  | 'wrong-code'
  /** Said by another organisation than the one behind the link. */
  | 'other-organisation'
  /** Not signed by anybody who might speak for it on that day. */
  | 'not-theirs';

/** Opens a file with its code, and holds it against the door of the organisation that is said to have written it. */
export async function openExtract(
  file: Bytes,
  code: Bytes,
  link: DoorLink,
): Promise<Result<Said, ExtractRefusal>> {
  const head = magic.length + saltBytes;
  if (file.length < head || !equal(file.slice(0, magic.length), magic)) return err('broken-file');
  const key = await derive(code, 'extract file', file.slice(magic.length, head));
  const opened = await open(key, context, file.slice(head));
  if (!opened.ok) return err(opened.error === 'wrong-key' ? 'wrong-code' : 'broken-file');
  const read = decode(extractCodec, opened.value);
  const said = read.ok ? decode(saidCodec, read.value.said) : read;
  if (!read.ok || !said.ok) return err('broken-file');
  if (!equal(said.value.org, link.org)) return err('other-organisation');
  const { device, signature, descriptor, index, path } = read.value;
  // As it stood on the day on which it was signed: what a device may say today is another question.
  const door = await trustDoor(link, descriptor, said.value.at, 0);
  if (!door.ok) return err('not-theirs');
  const { roster, rosterCount, from } = door.value.renewal;
  const proof = { index, size: rosterCount, path };
  const isTheirs =
    said.value.at >= from - 24 * 3600 &&
    (await admitKey(device)) &&
    (await verifyInclusion(await rosterLeaf(device), proof, roster)) &&
    (await verify(device, signedBytes.extract(read.value.said), signature));
  return isTheirs ? ok(said.value) : err('not-theirs');
}
