/** The shortest passphrase, in characters. With the device's own secret beside it, it guards a stolen disk (section 4). */
export const shortestPassphrase = 12;

/** Beginnings and whole words that guessing programs try first. */
const common = [
  'password',
  'passwort',
  'motdepasse',
  'contraseña',
  'qwerty',
  '123456',
  'abcdef',
  'letmein',
  'iloveyou',
  'كلمة السر',
  'admin',
  'leeward',
];

/** Why a passphrase is not enough, or null. */
export function weaknessOf(passphrase: string): 'too-short' | 'too-common' | null {
  const normal = passphrase.normalize('NFKC').trim();
  if ([...normal].length < shortestPassphrase) return 'too-short';
  const different = new Set(normal.toLowerCase()).size;
  if (different < 5) return 'too-common';
  return common.some((one) => normal.toLowerCase().startsWith(one) && normal.length < one.length + 8)
    ? 'too-common'
    : null;
}
