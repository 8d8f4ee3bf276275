import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { fromBase64url, randomBytes, toBase64url, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { labelledHash } from '@leeward/sealed-log/crypto/hash.ts';
import { newDeviceKeys } from '@leeward/sealed-log/keys/device.ts';
import type { Codec } from '@leeward/sealed-log/wire/codec.ts';
import {
  decode,
  encode,
  fixed,
  hash32,
  id16,
  oneOf,
  signature64,
  struct,
  text,
  u8,
  u48,
} from '@leeward/sealed-log/wire/codec.ts';
import { zeros32 } from '@leeward/sealed-log/wire/hashes.ts';
import { sealingKeyBytes } from '@leeward/sealed-log/wire/organisation.ts';
import type { Answer } from './contract.ts';
import { forDevice, leaveRequest } from './drop-box.ts';
import type { Surroundings } from './open-engine.ts';
import { sixWords } from './six-words.ts';
import type { Vault } from './vault.ts';
import { keepVault } from './vault.ts';

/** What the link for another device carries behind `#device=`: no key of the organisation, and none of the member. */
export type DeviceLink = {
  readonly version: 2;
  readonly org: Bytes;
  readonly member: Bytes;
  readonly secret: Bytes;
  /** The device that shows the link, and will let the other one in. */
  readonly device: Bytes;
  /** What lets the relay take the request (section 5.1). */
  readonly voucher: Bytes;
  /** Milliseconds since 1970, by the clock of that device. */
  readonly expires: number;
};
const deviceLink: Codec<DeviceLink> = struct<DeviceLink>({
  version: oneOf(u8, 2),
  org: hash32,
  member: id16,
  secret: hash32,
  device: hash32,
  voucher: signature64,
  expires: u48,
});

/** What the other device leaves in the drop box, sealed under the link's secret. */
export type DeviceRequest = {
  readonly version: 1;
  readonly device: Bytes;
  readonly deviceSealing: Bytes;
  readonly name: string;
};
export const deviceRequest: Codec<DeviceRequest> = struct<DeviceRequest>({
  version: oneOf(u8, 1),
  device: hash32,
  deviceSealing: fixed(sealingKeyBytes),
  name: text(1024),
});

const mark = '#device=';

/** The link as an address at the desk's own origin. */
export const writeDeviceLink = (origin: string, link: DeviceLink): string =>
  `${origin}/${mark}${toBase64url(encode(deviceLink, link))}`;

/** Reads a link, or only what stands behind its mark; null for anything else. */
export function readDeviceLink(address: string): DeviceLink | null {
  const at = address.indexOf(mark);
  const bytes = fromBase64url((at < 0 ? address : address.slice(at + mark.length)).trim());
  const read = bytes.ok ? decode(deviceLink, bytes.value) : null;
  return read?.ok ? read.value : null;
}

/** The words that both screens show: everything that is about to be trusted is in their hash. */
export async function deviceWords(link: DeviceLink, request: Bytes): Promise<readonly string[]> {
  const { org, member, device, secret } = link;
  return sixWords(await labelledHash('device words', org, member, device, secret, request));
}

/** Opens a link on a device that has nothing yet: makes its own keys, leaves its request, and waits with a vault. */
export async function joinAsDevice(
  around: Surroundings,
  address: string,
  name: string,
  passphrase: string,
): Promise<Answer<{ readonly words: readonly string[]; readonly vault: Vault }>> {
  const link = readDeviceLink(address);
  if (link === null) return { ok: false, error: { code: 'broken-link' } };
  if (link.expires < around.now()) return { ok: false, error: { code: 'invitation-expired' } };
  const device = await newDeviceKeys();
  const { signingKey, sealingKey, signingSeed, sealingSeed } = device;
  const request = encode(deviceRequest, { version: 1, device: signingKey, deviceSealing: sealingKey, name });
  const vault: Vault = {
    version: 1,
    org: link.org,
    orgName: '',
    member: link.member,
    memberSeed: zeros32,
    signingSeed,
    sealingSeed,
    localKey: randomBytes(32),
    joining: link.secret,
  };
  const words = await deviceWords(link, request);
  await keepVault(around.store, passphrase, vault);
  await around.store.put('join-words', utf8(words.join(' ')));
  const left = await leaveRequest(around, link.org, link.secret, link, forDevice, request);
  if (!left.ok) {
    await around.store.wipe();
    return left;
  }
  return { ok: true, value: { words, vault } };
}
