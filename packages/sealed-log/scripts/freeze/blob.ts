import { webcryptoAesGcm } from '../../src/crypto/aes-gcm.ts';
import type { Bytes } from '../../src/crypto/bytes.ts';
import { concat, lengthPrefixed } from '../../src/crypto/bytes.ts';
import { sealWithSalt } from '../../src/crypto/cobblestone.ts';
import { sha256 } from '../../src/crypto/hash.ts';
import { pattern } from '../../src/testing/vectors.ts';
import * as wire from '../../src/wire/index.ts';

const fill = (byte: number, length = 32): Bytes => new Uint8Array(length).fill(byte);

/** An attachment of three parts. Its bytes follow from a pattern; frozen are the hashes of the sealed parts. */
export async function blob() {
  const [org, id, key, salt] = [fill(1), fill(2), fill(3), fill(4, 24)];
  const size = 2_500_000;
  const padded = 2_555_904;
  const file = pattern(size);
  const prefix = new Uint8Array(8);
  new DataView(prefix.buffer).setBigUint64(0, BigInt(size));
  const framed = concat(prefix, file, new Uint8Array(padded - size - 8));
  const sealed = await sealWithSalt(
    webcryptoAesGcm,
    key,
    lengthPrefixed('leeward/v1/blob', org, id),
    framed,
    salt,
  );
  const parts: Bytes[] = [];
  for (let from = 0; from < sealed.length; from += wire.limits.part)
    parts.push(await sha256(sealed.slice(from, from + wire.limits.part)));
  return {
    org,
    blob: id,
    key,
    salt,
    size,
    padded,
    hash: await sha256(file),
    sealedLength: sealed.length,
    parts,
  };
}
