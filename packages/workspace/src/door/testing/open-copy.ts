import { Decrypter } from 'age-encryption';

/** Opens a locked copy as any age tool does. @throws where the passphrase is another one. */
export function openCopy(sealed: Uint8Array, passphrase: string): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return decrypter.decrypt(sealed, 'text');
}
