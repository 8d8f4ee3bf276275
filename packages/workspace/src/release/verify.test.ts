import { describe, expect, it } from 'vitest';
import { judgeOffer } from './judge-offer.ts';
import type { TrustedKey } from './keys.ts';
import type { Manifest } from './manifest.ts';
import { admit, manifestOf, signed, someDate, testKey } from './testing/server.ts';
import { type VerifiedManifest, verifyManifest } from './verify.ts';

const [first, second, third] = await Promise.all([testKey(1), testKey(2), testKey(3)]);
const day = 24 * 3600;
const verdict = async (text: string, ...pinned: readonly TrustedKey[]): Promise<string> => {
  const verified = await verifyManifest(text, pinned);
  return verified.ok ? verified.value.key.key : verified.error;
};

describe('a signed manifest', () => {
  it('is believed by a pinned key, and by any one of several signatures', async () => {
    const manifest = await manifestOf({ '/a.js': 'a' });
    expect(await verdict(await signed(manifest, first), first.trusted('release'))).toBe(first.publicKey);
    expect(await verdict(await signed(manifest, second, first), first.trusted('release'))).toBe(
      first.publicKey,
    );
    expect(await verdict(await signed(manifest, first, second), third.trusted('release'))).toBe(
      'unknown-key',
    );
    expect(await verdict(await signed(manifest), first.trusted('release'))).toBe('unknown-key');
  });

  it('[fault 68] is not believed after any change of its text', async () => {
    const text = await signed(await manifestOf({ '/a.js': 'a' }), first);
    const { length } = text.slice(0, text.indexOf('\n\n'));
    for (let at = 0; at < length; at += 7) {
      const code = text.charCodeAt(at);
      const changed = `${text.slice(0, at)}${String.fromCharCode(code ^ 1)}${text.slice(at + 1)}`;
      expect(await verdict(changed, first.trusted('release'))).toMatch(/^(malformed|bad-signature)$/);
    }
  });

  it('[fault 68] is no release when a test or development key signed it, whatever it calls itself', async () => {
    const release = await signed(await manifestOf({ '/a.js': 'a' }), first);
    expect(await verdict(release, first.trusted('development'))).toBe('wrong-kind');
    expect(await verdict(release, first.trusted('test'))).toBe('wrong-kind');
    const development = await signed(await manifestOf({ '/a.js': 'a' }, { kind: 'development' }), first);
    expect(await verdict(development, first.trusted('release'))).toBe('wrong-kind');
    expect(await verdict(development, first.trusted('development'))).toBe(first.publicKey);
  });

  it('is believed only when its date lies within the time of its key', async () => {
    const text = await signed(await manifestOf({ '/a.js': 'a' }), first);
    expect(await verdict(text, first.trusted('release', someDate, someDate + 1))).toBe(first.publicKey);
    expect(await verdict(text, first.trusted('release', someDate + 1))).toBe('key-expired');
    expect(await verdict(text, first.trusted('release', 0, someDate))).toBe('key-expired');
  });
});

describe('a key that another key admits', () => {
  const believed = async (
    admissions: Manifest['admissions'],
    ...pinned: readonly TrustedKey[]
  ): Promise<string> =>
    verdict(await signed(await manifestOf({ '/a.js': 'a' }, { admissions }), third), ...pinned);

  it('signs releases from then on, also over several steps', async () => {
    const one = await admit(first, second, someDate - 20 * day, someDate + day);
    const two = await admit(second, third, someDate - 10 * day, someDate + day);
    expect(await believed([one, two], first.trusted('release'))).toBe(third.publicKey);
    expect(await believed([two, one], first.trusted('release'))).toBe('unknown-key');
    expect(await believed([two], first.trusted('release'))).toBe('unknown-key');
  });

  it('is of the kind of the key that admits it', async () => {
    const one = await admit(first, third, 0, someDate + day);
    expect(await believed([one], first.trusted('development'))).toBe('wrong-kind');
  });

  it('is not admitted by a signature over other times, nor by a key whose time was over', async () => {
    const one = await admit(first, third, someDate - day, someDate + day);
    expect(await believed([one], first.trusted('release'))).toBe(third.publicKey);
    expect(await believed([{ ...one, until: one.until + day }], first.trusted('release'))).toBe(
      'unknown-key',
    );
    expect(await believed([one], first.trusted('release', 0, someDate - 2 * day))).toBe('unknown-key');
  });
});

describe('what a server offers', () => {
  const release = async (facts: Partial<Manifest>): Promise<VerifiedManifest> => {
    const verified = await verifyManifest(
      await signed(await manifestOf({ '/a.js': 'a' }, facts), first),
      (['release', 'test', 'development'] as const).map((kind) => first.trusted(kind)),
    );
    if (!verified.ok) throw new Error(verified.error);
    return verified.value;
  };

  it('[fault 68] is refused when it is older in version, date or format, or another thing of the same name', async () => {
    const current = await release({ version: '1.10.0', floor: 2 });
    const offer = async (facts: Partial<Manifest>): Promise<string> =>
      judgeOffer(current, await release({ version: '1.10.0', floor: 2, ...facts }));
    expect(await offer({})).toBe('same');
    expect(await offer({ version: '1.9.9', date: someDate + day })).toBe('older');
    expect(await offer({ version: '1.11.0', date: someDate - day })).toBe('older');
    expect(await offer({ version: '1.11.0', date: someDate + day, floor: 1 })).toBe('older');
    expect(await offer({ commit: 'd'.repeat(40) })).toBe('conflict');
    expect(await offer({ version: '1.10.1' })).toBe('newer');
    expect(await offer({ date: someDate + day })).toBe('newer');
  });

  it('[fault 68] never replaces a release by a test or development build', async () => {
    const current = await release({});
    for (const kind of ['test', 'development'] as const) {
      const lesser = await release({ kind, version: '9.0.0', date: someDate + day });
      expect(judgeOffer(current, lesser)).toBe('lesser-kind');
      expect(judgeOffer(lesser, current)).toBe('newer');
    }
  });

  it('may be any other build where the person builds it herself', async () => {
    const current = await release({ kind: 'development' });
    const back = await release({ kind: 'development', date: someDate - day });
    expect(judgeOffer(current, back)).toBe('newer');
  });
});
