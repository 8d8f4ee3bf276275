import { randomBytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { generateSealingSeed, keyPairFromSeed } from '@leeward/sealed-log/crypto/hpke.ts';
import { MAX_WORK_BITS } from '@leeward/sealed-log/crypto/work.ts';
import { writeDoorLink } from '@leeward/sealed-log/door/descriptor.ts';
import { act, remove } from '@leeward/sealed-log/testing/index.ts';
import { decode, encode } from '@leeward/sealed-log/wire/codec.ts';
import type { Descriptor } from '@leeward/sealed-log/wire/descriptor.ts';
import { descriptor, doorRenewal, doorSettings } from '@leeward/sealed-log/wire/descriptor.ts';
import { settingsHash } from '@leeward/sealed-log/wire/hashes.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { openDoor } from './open-door.ts';
import { BUILT, type DoorStory, doorStory, TODAY } from './testing/door-story.ts';
import { lostLine, problem } from './testing/memory-relay.ts';
import { wordsIn } from './texts.ts';

const DAY = 24 * 3600;

let story: DoorStory;
beforeAll(async () => {
  story = await doorStory();
});

/** How the door opens; `as` changes what the relay serves. */
async function open(as: Partial<Descriptor> | null = null, fragment = story.link(), now = TODAY) {
  story.relay.descriptor = encode(descriptor, { ...(await story.describe()), ...as });
  return openDoor(fragment, { client: story.client, now, builtAt: BUILT });
}
const refusal = async (...opening: Parameters<typeof open>): Promise<string> => {
  const opened = await open(...opening);
  return opened.ok ? 'opened' : opened.error.code;
};

describe('opening the door', () => {
  it('believes a descriptor that two administrators of the link signed, and says who answers', async () => {
    const opened = await open();
    expect(opened).toMatchObject({ ok: true, value: { oneAdministrator: false, work: 4 } });
    if (!opened.ok) return;
    expect(wordsIn(opened.value.texts, 'ar')).toEqual({
      languages: ['en', 'ar'],
      name: 'Sample shelter',
      retention: 'One year.',
      contacts: 'Ask at the sample desk.',
      selfCheck: '',
    });
  });

  it('tells a link that was cut off from one that is damaged, and asks the relay nothing', async () => {
    const asked = story.relay.asked.length;
    const whole = story.link();
    const code = async (fragment: string): Promise<string> => {
      const opened = await openDoor(fragment, { client: story.client, now: TODAY, builtAt: BUILT });
      return opened.ok ? 'opened' : opened.error.code;
    };
    expect(await code('')).toBe('link-missing');
    expect(await code('#')).toBe('link-missing');
    for (const broken of [whole.slice(0, -1), `${whole}A`, '#hello', '#%E0%A4%A', `${whole}=`])
      expect(await code(broken)).toBe('link-broken');
    expect(story.relay.asked.length).toBe(asked);
  });

  it('[fault 11] refuses an intake key that the relay has put in the place of the team’s', async () => {
    const honest = await story.describe();
    const renewal = decode(doorRenewal, honest.renewal);
    const { publicKey } = await keyPairFromSeed(generateSealingSeed());
    const swapped = encode(doorRenewal, {
      ...(renewal.ok ? renewal.value : expect.unreachable()),
      intakeKey: publicKey,
    });
    expect(await refusal({ renewal: swapped })).toBe('not-theirs');
  });

  it('[fault 11] refuses a door that another organisation signed, however well', async () => {
    const other = await doorStory();
    expect(await refusal(await other.describe())).toBe('not-theirs');
  });

  it('[fault 11] refuses every change of a byte in what the relay serves', async () => {
    const honest = encode(descriptor, await story.describe());
    await fc.assert(
      fc.asyncProperty(fc.nat(honest.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = honest.slice();
        changed[at]! ^= change;
        story.relay.descriptor = changed;
        const opened = await openDoor(story.link(), { client: story.client, now: TODAY, builtAt: BUILT });
        expect(opened.ok).toBe(false);
      }),
      { numRuns: runs(60) },
    );
  });

  it('[rule 17] refuses a chain that does not hold the administrators’ head of the link', async () => {
    const { org } = story;
    const elsewhere = writeDoorLink({ org, adminHead: randomBytes(32), adminPosition: 1, revision: 1 });
    expect(await refusal(null, `#${elsewhere}`)).toBe('too-old');
    // The relay serves the state before the second administrator came: the link knows better.
    const { chain } = await story.describe();
    expect(await refusal({ chain: chain.slice(0, -1) })).toBe('too-old');
  });

  it('[rule 17] refuses settings below the revision of the link, and takes higher ones', async () => {
    expect(await refusal(null, story.link(4))).toBe('too-old');
    expect(await refusal(null, story.link(2))).toBe('opened');
  });

  it('[rule 17] needs two administrators who are in office, and says so where there is only one', async () => {
    const { founder, officer } = story;
    expect(await refusal(await story.describe({ approvers: [founder] }))).toBe('not-theirs');
    expect(await refusal(await story.describe({ approvers: [founder, officer] }))).toBe('not-theirs');
    expect(await refusal(await story.describe({ approvers: [founder, founder] }))).toBe('not-theirs');
    const alone = await doorStory();
    await remove(alone.founder, [alone.second]);
    await alone.publish({ approvers: [alone.founder] });
    const opened = await openDoor(alone.link(), { client: alone.client, now: TODAY, builtAt: BUILT });
    expect(opened).toMatchObject({ ok: true, value: { oneAdministrator: true } });
    // Who was removed signs in vain.
    await alone.publish({ approvers: [alone.second], renewer: alone.second });
    const refused = await openDoor(alone.link(), { client: alone.client, now: TODAY, builtAt: BUILT });
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-theirs' } });
  });

  it('[rule 18] refuses a chain with a missing, doubled or exchanged link', async () => {
    const { chain } = await story.describe();
    const [genesis, second] = [chain[0]!, chain[1]!];
    expect(chain).toHaveLength(2);
    for (const wrong of [[], [second], [genesis, second, second], [second, genesis], [genesis, genesis]])
      expect(await refusal({ chain: wrong })).toBe('not-theirs');
  });

  it('[rule 18] believes no descriptor for longer than seven days, whoever signed it', async () => {
    const longer = { from: TODAY - DAY, until: TODAY + 6 * DAY + 1 };
    expect(await refusal(await story.describe({ renewal: longer }))).toBe('expired');
  });

  it('[rule 19] sends nothing when the dates are over, and shows the other ways of contact', async () => {
    const over = await open(null, story.link(), TODAY + 6 * DAY);
    expect(over).toMatchObject({ ok: false, error: { code: 'expired', since: TODAY + 6 * DAY } });
    if (over.ok || over.error.code !== 'expired') return;
    expect(wordsIn(over.error.texts, 'en').contacts).toBe('Ask at the sample desk.');
    expect(await refusal(null, story.link(), TODAY + 6 * DAY - 1)).toBe('opened');
  });

  it('[rule 19] believes no clock that runs before the day on which the code was built', async () => {
    const stale = await story.describe({ renewal: { from: BUILT - 6 * DAY, until: BUILT - 1 } });
    expect(await refusal(stale, story.link(), BUILT - 3 * DAY)).toBe('expired');
  });

  it('[rule 19] tells her that the clock of the phone is wrong, where it is more than a day behind', async () => {
    expect(await refusal(null, story.link(), TODAY - 2 * DAY)).toBe('opened');
    expect(await refusal(null, story.link(), TODAY - 3 * DAY)).toBe('clock');
  });

  it('[rule 19] lets a named device renew dates, key and roster, and nobody else', async () => {
    expect(await refusal(await story.describe({ renewer: story.officer }))).toBe('not-theirs');
    const delegated = await doorStory();
    const device = delegated.officer.device.signingKey;
    const term = { from: TODAY - 30 * DAY, until: TODAY + 30 * DAY };
    expect(await act(delegated.founder, [{ type: 'renewalDelegated', device, ...term }])).toBe('in force');
    await delegated.publish({ renewer: delegated.officer });
    const opening = { client: delegated.client, now: TODAY, builtAt: BUILT };
    expect((await openDoor(delegated.link(), opening)).ok).toBe(true);
    // Settings that were not signed again do not pass with a fresh renewal.
    const honest = await delegated.describe({ renewer: delegated.officer });
    const settings = decode(doorSettings, honest.settings);
    const easier = encode(doorSettings, {
      ...(settings.ok ? settings.value : expect.unreachable()),
      workBits: 0,
    });
    const renewal = { settings: await settingsHash(easier) };
    const changed = {
      ...(await delegated.describe({ renewer: delegated.officer, renewal })),
      settings: easier,
    };
    delegated.relay.descriptor = encode(descriptor, changed);
    expect((await openDoor(delegated.link(), opening)).ok).toBe(false);
  });

  it('[rule 22] works no harder than the ceiling in its own code, whatever the settings ask', async () => {
    const opened = await open(await story.describe({ settings: { workBits: 200 } }));
    expect(opened).toMatchObject({ ok: true, value: { work: MAX_WORK_BITS } });
  });

  it('says when the relay cannot be reached, or knows no such door', async () => {
    const honest = story.relay.between;
    story.relay.between = lostLine;
    expect(await open()).toMatchObject({ error: { code: 'relay', problem: { code: 'unreachable' } } });
    story.relay.between = async () => problem(404, 'no-door');
    expect(await refusal()).toBe('no-door');
    story.relay.between = honest;
  });

  it('survives texts that are anything at all', async () => {
    for (const texts of [
      '',
      '[]',
      'null',
      '{"name":[1]}',
      '{"name":{"en":5},"languages":{"a":1}}',
      '{"name":',
    ]) {
      const opened = await open(await story.describe({ settings: { texts } }));
      expect(opened.ok && wordsIn(opened.value.texts, 'en').name).toBe('');
    }
  });
});
