import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { publicKeyOf, sign } from '@leeward/sealed-log/crypto/ed25519.ts';
import { mailboxKeys } from '@leeward/sealed-log/phrase/keys.ts';
import { mailboxId } from '@leeward/sealed-log/wire/hashes.ts';
import type { Signer } from '../transport/connection.ts';

/** A mailbox that can be opened: what the twelve words stand for, at one organisation. */
export type Mailbox = {
  readonly org: Bytes;
  readonly id: Bytes;
  /** Proves to the relay that the mailbox is hers. */
  readonly signer: Signer;
  readonly signingSeed: Bytes;
  readonly sealingSeed: Bytes;
};

/** Derives a mailbox from the 16 bytes behind the words. The same words elsewhere give another one (fault 38). */
export async function mailboxOf(entropy: Bytes, org: Bytes): Promise<Mailbox> {
  const { signingSeed, sealingSeed } = await mailboxKeys(entropy, org);
  const key = await publicKeyOf(signingSeed);
  return {
    org,
    id: await mailboxId(org, key),
    signer: { key, sign: (message) => sign(signingSeed, message) },
    signingSeed,
    sealingSeed,
  };
}
