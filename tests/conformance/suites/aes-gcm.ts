import { type AesGcmBackend, nobleAesGcm, webcryptoAesGcm } from '@leeward/sealed-log/crypto/aes-gcm.ts';
import { concat, equal } from '@leeward/sealed-log/crypto/bytes.ts';
import { type AeadUnderTest, aesGcmWithData } from '@leeward/sealed-log/crypto/testing/primitives.ts';
import { hex, notebook, type Report, type Suite, type Wycheproof } from './suite.ts';

interface SizeGroup {
  readonly ivSize: number;
  readonly keySize: number;
  readonly tagSize: number;
}

interface AeadVector {
  readonly key: string;
  readonly iv: string;
  readonly aad: string;
  readonly msg: string;
  readonly ct: string;
  readonly tag: string;
}

/**
 * The vectors with the sizes of our suite: keys of 256 bits, nonces of 96, tags of 128. Those without associated data
 * go through our own layer, the others through the function below it.
 */
async function run(ours: AesGcmBackend, below: AeadUnderTest, json: unknown): Promise<Report> {
  const book = notebook();
  for (const group of (json as Wycheproof<SizeGroup, AeadVector>).testGroups) {
    if (group.keySize !== 256 || group.ivSize !== 96 || group.tagSize !== 128) continue;
    for (const { tcId, key, iv, aad, msg, ct, tag, result } of group.tests) {
      const sealed = concat(hex(ct), hex(tag));
      const cipher = await ours(hex(key));
      const opened = await (aad === ''
        ? cipher.open(hex(iv), sealed)
        : below.open(hex(key), hex(iv), hex(aad), sealed));
      if (result !== 'valid') {
        book.note(tcId, opened !== undefined && 'opens, but is forged');
        continue;
      }
      const again = await (aad === ''
        ? cipher.seal(hex(iv), hex(msg))
        : below.seal(hex(key), hex(iv), hex(aad), hex(msg)));
      const right = opened !== undefined && equal(opened, hex(msg)) && equal(again, sealed);
      book.note(tcId, !right && 'does not open or seal as given');
    }
  }
  return book.report();
}

export const aesGcm: Suite = {
  file: 'wycheproof-aes_gcm_test.json',
  primitive: 'AES-256-GCM',
  atLeast: 66,
  backends: {
    webcrypto: (json) => run(webcryptoAesGcm, aesGcmWithData.webcrypto, json),
    noble: (json) => run(nobleAesGcm, aesGcmWithData.noble, json),
  },
};
