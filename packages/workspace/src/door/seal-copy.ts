import { utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { Encrypter } from 'age-encryption';

/*
 * A copy that only opens with a passphrase, in the format of age (age-encryption.org): any age tool opens it, also when
 * Leeward is long gone. Fetched only by who asks for it.
 */

/** Work for whoever guesses, as a power of two: about a second and 64 MB on a phone. The age tool takes up to 22. */
const workFactor = 16;

/** Fewer letters are guessed too soon. */
export const shortestPassphrase = 14;

/** Seals a text under a passphrase. */
export async function sealCopy(text: string, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(workFactor);
  // The age tool takes what is typed byte for byte: one spelling of one letter, whichever keyboard wrote it.
  encrypter.setPassphrase(passphrase.normalize('NFC'));
  return new Uint8Array(await encrypter.encrypt(utf8(text)));
}
