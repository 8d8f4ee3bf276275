import { randomBytes } from '../../src/crypto/bytes.ts';
import { publicKeyOf } from '../../src/crypto/ed25519.ts';
import { keyPairFromSeed } from '../../src/crypto/hpke.ts';
import { sealReply } from '../../src/door/replies.ts';
import { newDeviceKeys } from '../../src/keys/device.ts';
import { mailboxKeys } from '../../src/phrase/keys.ts';
import { mailboxId, zeros32 } from '../../src/wire/hashes.ts';

/** A reply that has a last day, and a second one that takes it away. */
export async function reply() {
  const org = randomBytes(32);
  const entropy = randomBytes(16);
  const { signingSeed, sealingSeed } = await mailboxKeys(entropy, org);
  const mailbox = await mailboxId(org, await publicKeyOf(signingSeed));
  const { publicKey } = await keyPairFromSeed(sealingSeed);
  const device = await newDeviceKeys();
  const write = (sequence: number, prev: Uint8Array<ArrayBuffer>, below: number) =>
    sealReply(
      {
        org,
        mailbox,
        sequence,
        prev,
        lastItem: 0,
        lastItemHash: zeros32,
        device: device.signingKey,
        until: 21_000 + sequence,
        below,
      },
      { claimedTime: 1_800_000_100_000, message: `{"type":"reply","v":1,"text":"${sequence}"}`, blobs: [] },
      publicKey,
      device.signingSeed,
    );
  const first = await write(0, zeros32, 0);
  const second = await write(1, first.hash, 1);
  return {
    org,
    entropy,
    mailbox,
    replies: [first.reply, second.reply],
    hashes: [first.hash, second.hash],
  };
}
