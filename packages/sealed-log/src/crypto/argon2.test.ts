import { afterEach, describe, expect, it, vi } from 'vitest';
import { UNLOCK_CEILING, UNLOCK_FLOOR, type UnlockParameters, unlockKey, unlockKeyWith } from './argon2.ts';
import { type Bytes, toHex } from './bytes.ts';
import { err, type Result, unwrap } from './result.ts';

const SALT = new Uint8Array(16).fill(1);
const DEVICE_SECRET = new Uint8Array(32).fill(2);

async function key(passphrase: string, salt = SALT, secret = DEVICE_SECRET): Promise<string> {
  return toHex(unwrap(await unlockKey(passphrase, salt, secret)));
}

describe('the key that opens the vault', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('is the same with WASM and without, and is still the one it was', async () => {
    const byWasm = await unlockKeyWith('wasm', 'correct horse', SALT, DEVICE_SECRET, UNLOCK_FLOOR);
    expect(await unlockKeyWith('noble', 'correct horse', SALT, DEVICE_SECRET, UNLOCK_FLOOR)).toEqual(byWasm);
    expect(toHex(unwrap(byWasm))).toBe('2f71124dc721ef0d111cdc2544223a1ddde9da13eb49011b26f45f26b49a3408');
  });

  it('comes from noble by itself where there is no WASM', async () => {
    const expected = await key('p');
    vi.stubGlobal('WebAssembly', undefined);
    expect(await key('p')).toBe(expected);
  });

  it('takes every number of the parameters into account, in both backends', async () => {
    const more: readonly UnlockParameters[] = [
      { ...UNLOCK_FLOOR, memoryKibibytes: 65_544 },
      { ...UNLOCK_FLOOR, iterations: 4 },
      { ...UNLOCK_FLOOR, parallelism: 2 },
    ];
    const seen = new Set([await key('p')]);
    for (const parameters of more) {
      seen.add(toHex(unwrap(await unlockKey('p', SALT, DEVICE_SECRET, parameters))));
    }
    expect(seen.size).toBe(4);
    const all: UnlockParameters = { memoryKibibytes: 65_544, iterations: 4, parallelism: 2 };
    expect(await unlockKeyWith('noble', 'p', SALT, DEVICE_SECRET, all)).toEqual(
      await unlockKeyWith('wasm', 'p', SALT, DEVICE_SECRET, all),
    );
  });

  it('needs the passphrase, the salt and the secret of this device, all three', async () => {
    const keys = [
      await key('passphrase'),
      await key('passphrasf'),
      await key('passphrase', new Uint8Array(16)),
      await key('passphrase', SALT, new Uint8Array(32)),
    ];
    expect(new Set(keys).size).toBe(4);
  });

  it('is the same for one passphrase typed on two keyboards', async () => {
    expect(await key('e\u0301te\u0301 \uFB01n')).toBe(await key('\u00E9t\u00E9 fin'));
  });

  it('is refused under weaker parameters, whatever a header says', async () => {
    const refused = (parameters: Partial<UnlockParameters>): Promise<Result<Bytes, string>> =>
      unlockKey('p', SALT, DEVICE_SECRET, { ...UNLOCK_FLOOR, ...parameters });
    for (const weak of [
      { memoryKibibytes: 65_535 },
      { iterations: 2 },
      { parallelism: 0 },
      { iterations: -3 },
      { iterations: 3.5 },
      { memoryKibibytes: Number.NaN },
    ]) {
      expect(await refused(weak)).toEqual(err('weak-parameters'));
    }
    for (const [name, most] of Object.entries(UNLOCK_CEILING)) {
      expect(await refused({ [name]: most + 1 })).toEqual(err('excessive-parameters'));
    }
  });

  it('is not made of nothing', async () => {
    expect(await unlockKey('', SALT, DEVICE_SECRET)).toEqual(err('empty-passphrase'));
    await expect(unlockKey('p', SALT.subarray(1), DEVICE_SECRET)).rejects.toThrow(RangeError);
    await expect(unlockKey('p', SALT, DEVICE_SECRET.subarray(1))).rejects.toThrow(RangeError);
  });
});
