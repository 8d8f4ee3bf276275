import { standingOf } from '@leeward/domain/consent/state.ts';
import { consentsIn } from '@leeward/domain/request/come-back.ts';
import { comeBackOf } from '@leeward/workspace/door/come-back.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { claim, type House, openHouse } from '../support/house.ts';
import { settle } from '../support/world.ts';

const houses: House[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.end();
});

const today = '2026-01-05';
const id = '0'.repeat(31).concat('1');

describe('a consent that the team needs no longer', () => {
  it('is dropped on every desk and at the door, also after she had given it', async () => {
    const house = await openHouse();
    houses.push(house);
    const { one, two, visitor } = house;
    const record = await house.ask();
    const asking = {
      id,
      purpose: 'con_referral_identity',
      recipient: 'The shelter in the hills',
      fields: ['name'],
      text: 'May we give your name to the shelter?',
      version: 1,
      language: 'en',
      until: null,
    };
    await two.act(claim(record), { record, command: 'askConsent', args: asking });
    await settle([one, two]);
    const { replies } = await visitor.readUntil((seen) =>
      seen.replies.some((reply) => reply.message?.type === 'consent'),
    );
    const asked = replies.find((reply) => reply.message?.type === 'consent');
    const hash = Buffer.from(asked?.hash ?? []).toString('hex');
    await visitor.say({ message: { type: 'consent', v: 1, id, asked: hash, answer: 'given' }, blobs: [] });
    await settle([one, two]);
    const standingAt = async (desk: typeof one) =>
      consentsIn((await desk.request(record)).state).map((consent) => standingOf(consent, today));
    expect(await standingAt(one)).toEqual(['given']);

    await two.act({ record, command: 'dropConsent', args: { consent: id } });
    await settle([one, two]);
    expect(await standingAt(one)).toEqual(['dropped']);
    expect(await standingAt(two)).toEqual(['dropped']);
    const after = await visitor.readUntil((seen) =>
      seen.replies.some((reply) => reply.message?.type === 'consentDropped'),
    );
    const confirmed = { ...after, replies: after.replies.map((reply) => ({ ...reply, confirmed: true })) };
    expect(comeBackOf(confirmed, [], today).consents.map(({ standing }) => standing)).toEqual(['dropped']);
    // Only whoever answers her may say so, and once.
    await one.act({ record, command: 'dropConsent', args: { consent: id } });
    expect((await one.request(record)).pending.map(({ delivery }) => delivery)).toEqual(['refused']);
  });
});
