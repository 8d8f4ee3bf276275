/**
 * From a phrase to the keys of a mailbox. The organisation's id is in the salt: the same words at two organisations
 * give keys that nobody can link without the words, not even both servers together (section 6, fault 38).
 */
import { type Bytes, lengthPrefixed, utf8 } from '../crypto/bytes.ts';
import { hkdfSha256 } from '../crypto/hkdf.ts';
import { PHRASE_BYTES } from './bits.ts';

const SEED_BYTES = 32;
const ORGANISATION_ID_BYTES = 32;
const SALT_LABEL = 'leeward/v1/mailbox';
const SIGNING_LABEL = 'leeward/v1/mailbox signing';
const SEALING_LABEL = 'leeward/v1/mailbox sealing';

export interface MailboxSeeds {
  /** 32 bytes: the Ed25519 seed under which she signs what she sends (rule 16). */
  readonly signingSeed: Bytes;
  /** 32 bytes: the X-Wing seed to which answers are sealed (rule 16). */
  readonly sealingSeed: Bytes;
}

/**
 * HKDF-SHA-256 over the 16 bytes behind the phrase; the salt holds the 32-byte organisation id, the info is a label
 * for each key.
 * @throws RangeError on other lengths: a bug, for what a person types was read before.
 */
export async function mailboxKeys(entropy: Uint8Array, organisationId: Uint8Array): Promise<MailboxSeeds> {
  if (entropy.length !== PHRASE_BYTES) throw new RangeError('a phrase stands for exactly 16 bytes');
  if (organisationId.length !== ORGANISATION_ID_BYTES) {
    throw new RangeError('an organisation id has exactly 32 bytes');
  }
  const material = new Uint8Array(entropy);
  const salt = lengthPrefixed(SALT_LABEL, organisationId);
  const [signingSeed, sealingSeed] = await Promise.all([
    hkdfSha256(material, salt, utf8(SIGNING_LABEL), SEED_BYTES),
    hkdfSha256(material, salt, utf8(SEALING_LABEL), SEED_BYTES),
  ]);
  return { signingSeed, sealingSeed };
}
