import { unwrap } from '@leeward/sealed-log/crypto/result.ts';
import { newMemberKeys } from '@leeward/sealed-log/keys/device.ts';
import { appendSeedOf, wrapForPublicKey } from '@leeward/sealed-log/keys/epoch.ts';
import { sealEpoch } from '@leeward/sealed-log/log/epoch-entry.ts';
import { teamSecret } from '@leeward/sealed-log/log/keyring.ts';
import { signEntry } from '@leeward/sealed-log/log/seal.ts';
import {
  decode,
  encode,
  entry as entryCodec,
  epochClear,
  equal,
  fromHex,
  sign,
  signedBytes,
  toHex,
} from '@leeward/sealed-log/wire';
import { openRecord } from '@leeward/workspace/desk/records.ts';
import { placeAfter } from '@leeward/workspace/desk/write.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { day, type EngineDesk, minute, teamFor } from '../support/engine-desk.ts';
import { entriesOf, withholding } from '../support/hostile-relay.ts';
import { copyWorld, makeWorld, note, notesOf, sameEverywhere, settle, type World } from '../support/world.ts';

let made: World;
beforeAll(async () => {
  made = await makeWorld();
});

const memberOf = ({ engine }: EngineDesk): string => toHex(engine.keys.member.id);

describe('a device that lies', () => {
  it('[fault 30][rule 6] and says two things at once is found out, and both are flagged', async () => {
    const world = copyWorld(made);
    const { hostile, relay, clock, one, three } = world;
    // The device was copied, and the relay shows its two halves two histories.
    const fork = relay.fork();
    const clone = three.copied(fork.fetch, clock);
    await three.act(note(world.case, 'Said here.'));
    await clone.act(note(world.case, 'Said there.'));
    await one.sync();
    hostile.sends('one', fork.fetch);
    await one.sync();
    expect(one.alerts('equivocation')).toMatchObject([
      { record: world.case, dismissable: false, details: { member: memberOf(three) } },
    ]);
    hostile.behaves();
    clock.now += 6 * minute;
    await settle([one, world.two]);
    expect(await sameEverywhere([one, world.two], world.case)).toBe(true);
    expect(one.alerts('equivocation')).toHaveLength(1);
  });

  it('[fault 32] about the time: it is shown as claimed, the order is the chain’s, and the difference is marked', async () => {
    const world = copyWorld(made);
    const { clock, one, two, three } = world;
    const now = clock.now;
    clock.now = now - 365 * day;
    await three.keep(note(world.case, 'Dated a year back.'));
    clock.now = now + 60 * minute;
    await three.sync();
    await two.act(note(world.case, 'Today.'));
    await one.sync();
    const { notes } = (await one.case(world.case)).state;
    expect(notes.slice(-2).map((each) => [each.text, each.claimedTime])).toEqual([
      ['Dated a year back.', now - 365 * day],
      ['Today.', now + 60 * minute],
    ]);
    const position = (await one.chain(world.case)).length - 2;
    expect(one.alerts('clockDiffers')).toMatchObject([
      { record: world.case, details: { count: 1, position } },
    ]);
  });

  it('[fault 32] but work that waited three weeks for a line comes with its own times, and no clock is blamed', async () => {
    const world = copyWorld(made);
    const { clock, one, two, three } = world;
    const began = clock.now;
    await three.keep(note(world.case, 'Written without a line.'));
    clock.now = began + 7 * day;
    await two.act(note(world.case, 'A week later, by somebody else.'));
    clock.now = began + 21 * day;
    await three.sync();
    await two.act(note(world.case, 'And after that.'));
    await one.sync();
    const { notes } = (await one.case(world.case)).state;
    expect(notes.slice(-3).map((each) => each.claimedTime - began)).toEqual([7 * day, 0, 21 * day]);
    expect(one.alerts('clockDiffers')).toEqual([]);
  });

  it('[fault 32] and sets its clock back by days between two entries: the difference is marked', async () => {
    const world = copyWorld(made);
    const { clock, one, three } = world;
    await three.act(note(world.case, 'By the right clock.'));
    clock.now -= 3 * day;
    await three.act(note(world.case, 'Said to be of three days ago.'));
    clock.now += 3 * day;
    await one.sync();
    expect(one.alerts('clockDiffers').filter(({ record }) => record === world.case)).toMatchObject([
      { details: { count: 1 } },
    ]);
  });

  it('[rule 8][rule 11] and seals a record’s new key to somebody more than it says: nobody writes under it, and all are told', async () => {
    const world = copyWorld(made);
    const { relay, one, two, three } = world;
    const view = await openRecord(three.engine, world.case);
    const epoch = view.judgement.epoch;
    const key = epoch === null ? undefined : view.chain.keys.get(toHex(epoch.hash));
    if (epoch === null || key === undefined) throw new Error('no epoch');
    const { skeleton, keyring } = three.engine.organisation;
    const team = unwrap(fromHex(teamFor(three, 'protection')));
    const secret = teamSecret(keyring, team, 1);
    if (secret === null) throw new Error('no team');
    const context = { org: skeleton.org, team, generation: 1 };
    const reader = { type: 'team', context, secret, recoverable: true } as const;
    const place = placeAfter(three.engine, view);
    const { device } = three.engine.keys;
    const sealed = await sealEpoch(device, place, [reader], { hash: epoch.hash, key }, []);
    const stranger = await newMemberKeys();
    const extra = await wrapForPublicKey(sealed.key, place, stranger.sealingKey);
    const parts = unwrap(decode(entryCodec, sealed.bytes));
    const clear = unwrap(decode(epochClear, parts.clear));
    const wraps = [...clear.wraps, extra];
    const forged = await signEntry(
      device,
      sealed.header,
      encode(epochClear, { ...clear, wraps }),
      parts.body,
      null,
    );
    const { client, signer, stopping } = three.engine;
    const append = {
      entry: forged.bytes,
      proof: await sign(await appendSeedOf(key), signedBytes.append(forged.hash)),
      blobs: [],
    };
    expect((await client.append(skeleton.org, append, signer, stopping)).ok).toBe(true);
    await one.act(note(world.case, 'Not for a stranger.'));
    await settle([one, two]);
    for (const desk of [one, two])
      expect(desk.alerts('extraRecipient')).toMatchObject([{ record: world.case, dismissable: false }]);
    const [last] = (await entriesOf(relay.rows(), world.case)).slice(-1);
    // Sealed under the epoch before: the stranger's key opens nothing of it.
    expect(toHex(last?.header.epoch ?? new Uint8Array(0))).toBe(toHex(epoch.hash));
    expect(await notesOf(two, world.case)).toContain('Not for a stranger.');
  });

  it('[fault 32] to itself, with a clock that was set back a year: it goes on asking, checking and writing', async () => {
    const world = copyWorld(made);
    const { hostile, relay, clock, one, three } = world;
    clock.now += 2 * day;
    await world.settle();
    clock.now -= 365 * day;
    await one.act(note(world.case, 'The first, held back.'));
    await one.act(note(world.case, 'The second.'));
    const [held] = (await entriesOf(relay.rows(), world.case)).slice(-2);
    hostile.does(
      'three',
      withholding(({ hash }) => held !== undefined && equal(hash, held.hash)),
    );
    await three.sync();
    expect(three.alerts('missingNotes')).toHaveLength(1);
    hostile.behaves();
    clock.now += 6 * minute;
    await three.sync();
    expect(three.alerts('missingNotes')).toEqual([]);
    await three.act(note(world.case, 'Written with a wrong clock.'));
    expect(await sameEverywhere(world.desks, world.case)).toBe(true);
    const rows = relay.rows().length;
    await world.settle();
    await world.settle();
    // A checkpoint and a sign of life at most, and no endless answers to them.
    expect(relay.rows().length - rows).toBeLessThan(6);
  });
});
