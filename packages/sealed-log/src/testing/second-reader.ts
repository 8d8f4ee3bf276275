/*
 * A second reader of the format, written from docs/protocol.md alone over node:crypto. It imports nothing of this
 * package, so that the document and the code are held against each other and not against themselves.
 */
import { createDecipheriv, createHash, createHmac, createPublicKey, hkdfSync, verify } from 'node:crypto';

type B = Uint8Array;

const u16 = (n: number): B => Uint8Array.of(n >> 8, n & 255);
export const u32 = (n: number): B => Uint8Array.of(n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255);
const joined = (...parts: readonly B[]): B => new Uint8Array(Buffer.concat(parts));
export const hex = (bytes: B): string => Buffer.from(bytes).toString('hex');
export const none: B = new Uint8Array(32);

/** Section 1.2. */
export function labelled(label: string, ...parts: readonly B[]): B {
  const name = Buffer.from(label, 'utf8');
  return joined(u16(name.length), name, ...parts.flatMap((part) => [u32(part.length), part]));
}
const sha256 = (bytes: B): B => new Uint8Array(createHash('sha256').update(bytes).digest());
export const H = (name: string, ...parts: readonly B[]): B =>
  sha256(labelled(`leeward/v1/${name}`, ...parts));
const hkdf = (key: B, salt: B, info: B, length: number): B =>
  new Uint8Array(hkdfSync('sha256', key, salt, info, length));
export const derive = (key: B, name: string, ...parts: readonly B[]): B =>
  hkdf(key, new Uint8Array(0), labelled(`leeward/v1/${name}`, ...parts), 32);
export const commit = (key: B, name: string, ...parts: readonly B[]): B =>
  hkdf(key, new Uint8Array(0), labelled(`leeward/v1-commitment/${name}`, ...parts), 32);
/** Section 6.2. */
export const mailboxSeed = (words: B, org: B, use: 'signing' | 'sealing'): B =>
  hkdf(words, labelled('leeward/v1/mailbox', org), Buffer.from(`leeward/v1/mailbox ${use}`), 32);
/** Section 3.7. */
export const dummy = (key: B, org: B, record: B, prev: B, index: number): B =>
  hkdf(key, new Uint8Array(0), labelled('leeward/v1/dummy wrap', org, record, prev, u32(index)), 120);

/** Section 1.1, as far as it is needed: takes fields from the front. */
export function reader(bytes: B) {
  let at = 0;
  const take = (length: number): B => {
    if (at + length > bytes.length) throw new Error('malformed');
    at += length;
    return bytes.slice(at - length, at);
  };
  const number = (length: number): number => Number.parseInt(hex(take(length)), 16);
  return { take, number, variable: () => take(number(4)), atEnd: () => at === bytes.length };
}

/** Sections 3.1 to 3.3: verified by the device named in the header. */
export function readEntry(bytes: B) {
  const outer = reader(bytes);
  const [header, clear, body] = [outer.variable(), outer.variable(), outer.variable()];
  const signature = outer.take(64);
  const inner = reader(header);
  const [version, log, form] = [inner.number(1), inner.number(1), inner.number(1)];
  const [org, record] = [inner.take(32), inner.take(32)];
  const [position, prev] = [inner.number(4), inner.take(32)];
  const [orgPosition, orgHead] = [inner.number(4), inner.take(32)];
  const [device, epoch] = [inner.take(32), inner.take(32)];
  const [clearLength, clearHash] = [inner.number(4), inner.take(32)];
  const [bodyLength, bodyHash] = [inner.number(4), inner.take(32)];
  const holds =
    outer.atEnd() &&
    inner.atEnd() &&
    clear.length === clearLength &&
    body.length === bodyLength &&
    hex(H('part', clear)) === hex(clearHash) &&
    hex(H('part', body)) === hex(bodyHash) &&
    signed(device, labelled('leeward/v1/sign entry', header), signature);
  const hash = H('entry', header);
  const place = { version, log, form, org, record, position, prev, orgPosition, orgHead, device, epoch };
  return { ...place, clear, body, hash, holds };
}

export function signed(key: B, message: B, signature: B): boolean {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key).toString('base64url') };
  return verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), signature);
}

/** Section 4.3. @throws Error where the message does not open. */
export function open(key: B, context: B, sealed: B): B {
  const salt = sealed.slice(0, 24);
  const info = joined(
    Buffer.from('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM'),
    Uint8Array.of(0),
    salt,
    context,
  );
  const blocks: B[] = [];
  for (let block: B = new Uint8Array(0), i = 1; i <= 2; i += 1) {
    block = new Uint8Array(
      createHmac('sha512', key)
        .update(joined(block, info, Uint8Array.of(i)))
        .digest(),
    );
    blocks.push(block);
  }
  const okm = joined(...blocks).slice(0, 76);
  if (hex(okm.slice(44)) !== hex(sealed.slice(24, 56))) throw new Error('wrong key');
  const pieces: B[] = [];
  for (let i = 0, at = 56; at < sealed.length; i += 1, at += 16_400) {
    const chunk = sealed.slice(at, at + 16_400);
    const nonce = okm.slice(32, 44);
    for (const [index, byte] of u32(i).entries()) nonce[8 + index] = (nonce[8 + index] ?? 0) ^ byte;
    const cipher = createDecipheriv('aes-256-gcm', okm.slice(0, 32), nonce);
    cipher.setAuthTag(chunk.slice(-16));
    pieces.push(joined(cipher.update(chunk.slice(0, -16)), cipher.final()));
  }
  return joined(...pieces);
}

/** Section 4.5. */
export const unpad = (bytes: B): B => reader(bytes).variable();

/** Section 3.4. */
export function openBody(contentKey: B, entry: ReturnType<typeof readEntry>): B {
  const { org, record, log, form, position, prev, epoch, device, body } = entry;
  const logAndForm = Uint8Array.of(log, form);
  const context = labelled(
    'leeward/v1/entry body',
    org,
    record,
    logAndForm,
    u32(position),
    prev,
    epoch,
    device,
  );
  return unpad(open(contentKey, context, body));
}

/** Section 3.7. */
export function readEpochClear(bytes: B) {
  const fields = reader(bytes);
  const [commitment, appendKey, previous] = [fields.take(32), fields.take(32), fields.take(32)];
  const previousWrapped = fields.variable();
  const wraps = Array.from({ length: fields.number(2) }, () => ({
    tag: fields.take(16),
    form: fields.number(1),
    sealed: fields.variable(),
  }));
  return { commitment, appendKey, previous, previousWrapped, wraps };
}

/** Section 3.8. */
export function readContent(bytes: B) {
  const fields = reader(bytes);
  const [action, claimedTime] = [fields.take(16), fields.number(6)];
  const events = Buffer.from(fields.variable()).toString('utf8');
  const quoted = Array.from({ length: fields.number(2) }, () => fields.variable());
  return { action, claimedTime, events, quoted };
}
