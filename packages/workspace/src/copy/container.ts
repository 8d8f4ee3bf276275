import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { fromHex, toHex, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { sign, verify } from '@leeward/sealed-log/crypto/ed25519.ts';
import { signedBytes } from '@leeward/sealed-log/wire/hashes.ts';

/*
 * A copy of a case that left the sealed space: the words, and a signature of the device that took it. Whoever has the file
 * can hold the one against the other with `leeward check-copy`, without a server and long after.
 */

const format = 'leeward-case-copy';

/** Seals nothing: it says who took this copy, and that nobody has changed a letter of it since. */
export async function writeContainer(
  text: string,
  org: Bytes,
  device: { readonly signingKey: Bytes; readonly signingSeed: Bytes },
): Promise<string> {
  const signature = await sign(device.signingSeed, signedBytes.caseCopy(org, utf8(text)));
  const container = {
    format,
    v: 1,
    organisation: toHex(org),
    device: toHex(device.signingKey),
    signature: toHex(signature),
    copy: text,
  };
  return `${JSON.stringify(container, null, 1)}\n`;
}

export type CheckedCopy =
  | { readonly type: 'holds'; readonly organisation: string; readonly device: string; readonly text: string }
  /** It has the shape of a copy, and the signature is not of these words. */
  | { readonly type: 'changed' }
  | { readonly type: 'no-copy' };

/** Holds the words of a copy against its signature. Says nothing of who the device belonged to: the organisation can. */
export async function checkContainer(file: string): Promise<CheckedCopy> {
  let json: unknown;
  try {
    json = JSON.parse(file);
  } catch {
    return { type: 'no-copy' };
  }
  if (typeof json !== 'object' || json === null) return { type: 'no-copy' };
  const fields = json as Readonly<Record<string, unknown>>;
  const { organisation, device, signature, copy } = fields;
  if (fields['format'] !== format || typeof copy !== 'string') return { type: 'no-copy' };
  const [org, key, signed] = [bytesIn(organisation, 32), bytesIn(device, 32), bytesIn(signature, 64)];
  if (org === null || key === null || signed === null) return { type: 'no-copy' };
  const isHis = await verify(key, signedBytes.caseCopy(org, utf8(copy)), signed);
  if (!isHis) return { type: 'changed' };
  return { type: 'holds', organisation: toHex(org), device: toHex(key), text: copy };
}

function bytesIn(value: unknown, length: number): Bytes | null {
  if (typeof value !== 'string' || !/^[0-9a-f]*$/.test(value) || value.length !== length * 2) return null;
  const bytes = fromHex(value);
  return bytes.ok ? bytes.value : null;
}
