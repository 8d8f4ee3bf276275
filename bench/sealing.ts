import { randomBytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { unwrap } from '@leeward/sealed-log/crypto/result.ts';
import { newDeviceKeys } from '@leeward/sealed-log/keys/device.ts';
import { contentKeyOf, newEpochKey } from '@leeward/sealed-log/keys/epoch.ts';
import type { SealedEntry } from '@leeward/sealed-log/log/seal.ts';
import { openBody, sealEntry } from '@leeward/sealed-log/log/seal.ts';
import { contentBody } from '@leeward/sealed-log/wire/body.ts';
import { zeros32 } from '@leeward/sealed-log/wire/hashes.ts';
import { readEntry, signatureHolds } from '@leeward/sealed-log/wire/verify.ts';
import type { Measured } from './support/measured.ts';
import { median } from './support/measured.ts';

/*
 * Sealing and opening one entry after another, with all that belongs to it, against the platform's AES-GCM and Ed25519
 * over as many bytes: the floor has no derivation, no padding, no hashes, no codec and no second signature.
 */

const size = 700;

type Round = {
  readonly sealing: number;
  readonly opening: number;
  readonly rawSealing: number;
  readonly rawOpening: number;
};

/** Per second, over so many entries in each of so many rounds. The first round is not counted. */
export async function measureSealing(entries: number, rounds: number): Promise<readonly Measured[]> {
  const found: Round[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const one = { ...(await ours(entries)), ...(await raw(entries)) };
    if (round > 0) found.push(one);
  }
  const line = (name: string, mine: keyof Round, floor: keyof Round): Measured => ({
    name,
    ratio: median(found.map((one) => one[mine] / one[floor])),
    goal: null,
    rounds,
    detail: `${Math.round(median(found.map((one) => one[mine])))} / ${Math.round(median(found.map((one) => one[floor])))} per second`,
  });
  return [
    line('sealing entries / AES-GCM and Ed25519 alone', 'sealing', 'rawSealing'),
    line('verifying and opening entries / AES-GCM and Ed25519 alone', 'opening', 'rawOpening'),
  ];
}

const perSecond = (count: number, started: number): number => (count / (performance.now() - started)) * 1000;

async function ours(entries: number): Promise<Pick<Round, 'sealing' | 'opening'>> {
  const device = await newDeviceKeys();
  const epoch = { hash: randomBytes(32), key: newEpochKey() };
  const [org, record] = [randomBytes(32), randomBytes(32)];
  const sealed: SealedEntry[] = [];
  let started = performance.now();
  for (let position = 1; position <= entries; position += 1) {
    const place = { org, record, position, prev: randomBytes(32), orgPosition: 0, orgHead: org };
    const body = { action: randomBytes(16), claimedTime: 0, events: 'x'.repeat(size), quoted: [] };
    sealed.push(
      await sealEntry(device, place, epoch, { form: 1, clear: new Uint8Array(0), codec: contentBody, body }),
    );
  }
  const sealing = perSecond(entries, started);
  const key = await contentKeyOf(epoch.key);
  started = performance.now();
  for (const { bytes } of sealed) {
    const read = unwrap(await readEntry(bytes));
    if (!(await signatureHolds(read))) throw new Error('a good signature was refused');
    unwrap(await openBody(key, read.header, read.entry.body, contentBody));
  }
  return { sealing, opening: perSecond(entries, started) };
}

async function raw(entries: number): Promise<Pick<Round, 'rawSealing' | 'rawOpening'>> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
  const header = randomBytes(279);
  const sealed: { readonly body: ArrayBuffer; readonly signature: ArrayBuffer }[] = [];
  // One nonce for all is fine for a measurement and for nothing else: these keys seal nothing that is kept.
  const algorithm = { name: 'AES-GCM', iv: zeros32.slice(0, 12) };
  let started = performance.now();
  for (let index = 0; index < entries; index += 1) {
    const body = await crypto.subtle.encrypt(algorithm, key, new Uint8Array(1024));
    sealed.push({ body, signature: await crypto.subtle.sign('Ed25519', pair.privateKey, header) });
  }
  const rawSealing = perSecond(entries, started);
  started = performance.now();
  for (const { body, signature } of sealed) {
    if (!(await crypto.subtle.verify('Ed25519', pair.publicKey, signature, header)))
      throw new Error('refused');
    await crypto.subtle.decrypt(algorithm, key, body);
  }
  return { rawSealing, rawOpening: perSecond(entries, started) };
}
