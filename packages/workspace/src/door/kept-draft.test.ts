import { type Bytes, randomBytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { derive } from '@leeward/sealed-log/crypto/hkdf.ts';
import { mailboxKeys } from '@leeward/sealed-log/phrase/keys.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { createKeptDraft, type DraftPlace, openDraft, sealDraft } from './kept-draft.ts';

const entropy = randomBytes(16);
const org = randomBytes(32);

function memory() {
  let held: Bytes | null = null;
  const writes: Bytes[] = [];
  const place: DraftPlace = {
    holds: async () => held !== null,
    read: async () => held,
    write: async (sealed) => {
      await Promise.resolve();
      held = sealed;
      writes.push(sealed);
    },
    remove: async () => {
      held = null;
    },
  };
  return { place, writes };
}

describe('a draft that is kept on her phone', () => {
  it('[fault 40] opens with the words and at the organisation for which it was sealed, and with nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 40_000, unit: 'grapheme' }), async (text) => {
        const sealed = await sealDraft(entropy, org, text);
        expect(await openDraft(entropy, org, sealed)).toEqual({ ok: true, value: text });
        const wrong = { ok: false, error: 'other-words' };
        expect(await openDraft(randomBytes(16), org, sealed)).toEqual(wrong);
        expect(await openDraft(entropy, randomBytes(32), sealed)).toEqual(wrong);
      }),
      { numRuns: runs(20) },
    );
  });

  it('[fault 40] shows nothing of the text, and of its length only the bucket', async () => {
    const sizes = new Set<number>();
    for (const text of ['', 'They came again.', 'م'.repeat(7000)]) {
      const sealed = await sealDraft(entropy, org, text);
      sizes.add(sealed.length);
      expect(Buffer.from(sealed).includes('They came')).toBe(false);
    }
    expect(sizes.size).toBe(1);
    const [one, other] = [await sealDraft(entropy, org, 'same'), await sealDraft(entropy, org, 'same')];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false);
  });

  it('is under a key of its own: neither the mailbox nor what else derives from the words opens it', async () => {
    const { signingSeed, sealingSeed } = await mailboxKeys(entropy, org);
    const key = await derive(entropy, 'door draft', org);
    for (const other of [signingSeed, sealingSeed])
      expect(Buffer.from(key).equals(Buffer.from(other))).toBe(false);
  });

  it('says that it is damaged where a byte was changed or its end is missing, and never gives half of it', async () => {
    const sealed = await sealDraft(entropy, org, 'All of it.');
    for (const at of [60, 1000, sealed.length - 1]) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect((await openDraft(entropy, org, changed)).ok).toBe(false);
    }
    for (const end of [0, 10, 56, sealed.length - 1])
      expect((await openDraft(entropy, org, sealed.slice(0, end))).ok).toBe(false);
  });

  it('holds the newest text, whatever the order in which the disk answers', async () => {
    const { place, writes } = memory();
    const draft = createKeptDraft(place, entropy, org);
    const all = ['a', 'ab', 'abc', 'abcd'].map((text) => draft.keep(text));
    expect(await Promise.all(all)).toEqual(all.map(() => ({ ok: true, value: null })));
    const held = await place.read();
    expect(held === null ? null : await openDraft(entropy, org, held)).toEqual({ ok: true, value: 'abcd' });
    expect(writes).toHaveLength(1);
  });

  it('is not put down again after she deleted it, even by what was on its way', async () => {
    const { place } = memory();
    const draft = createKeptDraft(place, entropy, org);
    const writing = draft.keep('on its way');
    await draft.remove();
    await writing;
    await draft.keep('later');
    expect(await place.holds()).toBe(false);
  });

  it('says that it is not kept where the phone refuses, and tries again with the next text', async () => {
    const { place } = memory();
    let refuses = true;
    const draft = createKeptDraft(
      {
        ...place,
        write: (sealed) => (refuses ? Promise.reject(new Error('no room')) : place.write(sealed)),
      },
      entropy,
      org,
    );
    expect(await draft.keep('first')).toEqual({ ok: false, error: 'not-kept' });
    refuses = false;
    expect(await draft.keep('second')).toEqual({ ok: true, value: null });
  });
});
