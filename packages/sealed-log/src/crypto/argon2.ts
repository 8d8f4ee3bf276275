import { type Bytes, concat, utf8 } from './bytes.ts';
import { derive } from './hkdf.ts';
import { err, ok, type Result } from './result.ts';

/** What Argon2id costs. */
export interface UnlockParameters {
  readonly memoryKibibytes: number;
  readonly iterations: number;
  readonly parallelism: number;
}

/** What new vaults use, and the floor: what asks for less in any of them is refused (section 4). */
export const UNLOCK_FLOOR: UnlockParameters = { memoryKibibytes: 65_536, iterations: 3, parallelism: 1 };

/** The ceiling, so that a damaged header does not hang the device: 1 GiB, 32 passes, 4 lanes. */
export const UNLOCK_CEILING: UnlockParameters = {
  memoryKibibytes: 1_048_576,
  iterations: 32,
  parallelism: 4,
};

/** Who computes Argon2id: WASM where the browser has it, plain JavaScript in hardened browsers. The same result. */
export type UnlockBackend = 'wasm' | 'noble';

/** Why there is no key. */
export type UnlockFailure = 'empty-passphrase' | 'weak-parameters' | 'excessive-parameters';

/**
 * The key of 32 bytes that opens this device's vault: Argon2id of the passphrase, combined by HKDF with a secret that
 * never leaves the device, so that neither a guessed passphrase nor a copied disk is enough.
 * @param passphrase normalised here (NFKC), so that two keyboards give the same key.
 * @param salt 16 bytes.
 * @param deviceSecret 32 bytes.
 * @param parameters from the vault's header, never from the relay; the floor holds whatever the header says.
 * @throws RangeError when salt or secret has another length.
 */
export async function unlockKey(
  passphrase: string,
  salt: Bytes,
  deviceSecret: Bytes,
  parameters: UnlockParameters = UNLOCK_FLOOR,
): Promise<Result<Bytes, UnlockFailure>> {
  return unlockKeyWith(undefined, passphrase, salt, deviceSecret, parameters);
}

/** As `unlockKey`, on a given backend; without one, WASM first and noble where there is no WASM. */
export async function unlockKeyWith(
  backend: UnlockBackend | undefined,
  passphrase: string,
  salt: Bytes,
  deviceSecret: Bytes,
  parameters: UnlockParameters,
): Promise<Result<Bytes, UnlockFailure>> {
  if (salt.length !== 16 || deviceSecret.length !== 32) throw new RangeError('salt or device secret length');
  const password = utf8(passphrase.normalize('NFKC'));
  if (password.length === 0) return err('empty-passphrase');
  if (!everyCost(parameters, (cost, name) => cost >= UNLOCK_FLOOR[name])) return err('weak-parameters');
  if (!everyCost(parameters, (cost, name) => cost <= UNLOCK_CEILING[name]))
    return err('excessive-parameters');
  const chosen = backend ?? ((await hasWasm()) ? 'wasm' : 'noble');
  const stretch = chosen === 'wasm' ? stretchByWasm : stretchByNoble;
  const stretched = await stretch(password, salt, parameters);
  return ok(await derive(concat(stretched, deviceSecret), 'unlock', salt));
}

const COSTS = ['memoryKibibytes', 'iterations', 'parallelism'] as const;

function everyCost(
  parameters: UnlockParameters,
  test: (cost: number, name: (typeof COSTS)[number]) => boolean,
): boolean {
  return COSTS.every((name) => Number.isInteger(parameters[name]) && test(parameters[name], name));
}

/** Asks by compiling the smallest module there is: a browser may have no WASM, or a policy may forbid it. */
async function hasWasm(): Promise<boolean> {
  try {
    await WebAssembly.compile(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
    return true;
  } catch {
    return false;
  }
}

async function stretchByWasm(
  password: Bytes,
  salt: Bytes,
  parameters: UnlockParameters,
): Promise<Uint8Array> {
  const { argon2id } = await import('hash-wasm');
  return argon2id({
    password,
    salt,
    memorySize: parameters.memoryKibibytes,
    iterations: parameters.iterations,
    parallelism: parameters.parallelism,
    hashLength: 32,
    outputType: 'binary',
  });
}

async function stretchByNoble(
  password: Bytes,
  salt: Bytes,
  parameters: UnlockParameters,
): Promise<Uint8Array> {
  const { argon2idAsync } = await import('@noble/hashes/argon2.js');
  return argon2idAsync(password, salt, {
    m: parameters.memoryKibibytes,
    t: parameters.iterations,
    p: parameters.parallelism,
    dkLen: 32,
    maxmem: 2 ** 32 - 1,
  });
}
