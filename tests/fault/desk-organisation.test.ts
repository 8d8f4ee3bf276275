import { sealOrganisationEntry } from '@leeward/sealed-log/organisation/entries.ts';
import { type Operation, sign, signedBytes } from '@leeward/sealed-log/wire';
import { beforeAll, describe, expect, it } from 'vitest';
import { day, type EngineDesk, minute } from '../support/engine-desk.ts';
import { entriesOf, forking, showing } from '../support/hostile-relay.ts';
import type { MemoryRelay } from '../support/memory-relay.ts';
import { copyWorld, makeWorld, note, notesOf, sameEverywhere, type World } from '../support/world.ts';

let made: World;
beforeAll(async () => {
  made = await makeWorld();
});

const later = 6 * minute;

/** Three is shown an organisation of its own, and everybody signs a heartbeat on what they see. */
async function forkOrganisation(world: World): Promise<MemoryRelay> {
  const { relay, hostile, clock, one, three } = world;
  const fork = relay.fork();
  hostile.does(
    'three',
    forking(relay, fork, () => true),
  );
  clock.now += 4 * day;
  await one.sync();
  await three.sync();
  expect(headOf(one)).not.toBe(headOf(three));
  return fork;
}

const headOf = ({ engine }: EngineDesk): string =>
  Buffer.from(engine.organisation.skeleton.hashes.at(-1) ?? []).toString('hex');

describe('a relay that shows two people two organisations', () => {
  it('[fault 3][rule 4] brings the desk that sees both to a stop, with the proof; it seals nothing, also after a night', async () => {
    const world = copyWorld(made);
    const { hostile, clock, one, three } = world;
    await forkOrganisation(world);
    await three.act(note(world.case, 'Under the other organisation.'));
    const before = headOf(three);
    hostile.behaves();
    clock.now += later;
    await three.sync();
    expect(three.alerts('organisationFork')).toMatchObject([{ dismissable: false }]);
    expect(headOf(three)).toBe(before);
    await three.act(note(world.case, 'Not sealed.'));
    expect((await three.case(world.case)).pending).toMatchObject([
      { failure: { code: 'writing-stopped', alert: 'organisationFork' } },
    ]);
    const again = await three.reopened();
    await again.sync();
    expect(again.alerts('organisationFork')).toHaveLength(1);
    expect((await again.case(world.case)).pending).toMatchObject([{ delivery: 'kept' }]);
    expect(headOf(again)).toBe(before);
    // Nothing was given up: its own branch, and the first entry of the other one, lie on the device.
    expect(await again.store.rowsOf('p')).not.toHaveLength(0);
    expect(headOf(one)).not.toBe(before);
  });

  it('[rule 4] is not proven by bytes that nobody admitted has signed', async () => {
    const world = copyWorld(made);
    const { hostile, three, relay, clock, one } = world;
    clock.now += 4 * day;
    await one.sync();
    await three.sync();
    const forged = relay.rows().map((row) => row.bytes.slice());
    hostile.does(
      'three',
      showing((rows) =>
        rows.map((row) => {
          const bytes = (forged[row.sequence - 1] ?? row.bytes).slice();
          bytes[20] = (bytes[20] ?? 0) ^ 1;
          return row.sequence > 3 ? { ...row, bytes } : row;
        }),
      ),
    );
    three.engine.cursor = 0;
    three.engine.mark = '';
    await three.sync();
    expect(three.alerts('organisationFork')).toEqual([]);
    await three.act(note(world.case, 'Goes on.'));
    hostile.behaves();
    clock.now += later;
    await world.settle();
    expect(await sameEverywhere(world.desks, world.case)).toBe(true);
    expect(await notesOf(one, world.case)).toContain('Goes on.');
  });

  it('[rule 4] ends only by a resolution of two administrators; then the desk moves over and says its words again', async () => {
    const world = copyWorld(made);
    const { hostile, clock, one, two, three, relay } = world;
    await forkOrganisation(world);
    await three.act(note(world.case, 'Said under the rejected organisation.'));
    const rejected = three.engine.organisation.skeleton.hashes.at(-1) ?? new Uint8Array(32);
    const [lost] = (await three.chain(world.case)).slice(-1);
    hostile.behaves();
    clock.now += later;
    await three.sync();
    await two.sync();
    // One administrator alone, with a stranger's signature for the second: nothing moves.
    await resolve(world, rejected, one.engine.keys.device.signingSeed);
    await three.sync();
    expect(three.alerts('organisationFork')).toHaveLength(1);
    await resolve(world, rejected, two.engine.keys.device.signingSeed);
    clock.now += later;
    await world.settle();
    expect(three.alerts('organisationFork')).toEqual([]);
    expect(headOf(three)).toBe(headOf(one));
    expect(await sameEverywhere(world.desks, world.case)).toBe(true);
    const texts = await notesOf(one, world.case);
    expect(texts.filter((text) => text === 'Said under the rejected organisation.')).toHaveLength(1);
    // What fell is kept beside the record, as it was signed.
    expect(await three.store.logs(`d:${world.case}:${lost}`)).toHaveLength(1);
    expect(await entriesOf(relay.rows(), world.case)).toHaveLength((await one.chain(world.case)).length);
    await three.act(note(world.case, 'And goes on.'));
    expect((await three.case(world.case)).pending).toEqual([]);
  });
});

/** Two administrators choose the branch that the first of them holds. */
async function resolve(
  { one, two }: World,
  rejected: Uint8Array<ArrayBuffer>,
  seed: Uint8Array<ArrayBuffer>,
) {
  const { engine } = one;
  await one.sync();
  const { skeleton } = engine.organisation;
  const common = made.one.engine.organisation.skeleton.hashes.length - 1;
  const ancestor = skeleton.hashes[common];
  const chosen = skeleton.hashes[common + 1];
  if (ancestor === undefined || chosen === undefined) throw new Error('no fork');
  const message = signedBytes.forkResolution(skeleton.org, ancestor, chosen, rejected);
  const operation: Operation = {
    type: 'orgForkResolved',
    ancestor,
    chosen,
    rejected,
    second: two.engine.keys.device.signingKey,
    secondSignature: await sign(seed, message),
  };
  const entry = await sealOrganisationEntry(skeleton, engine.keys.device, [operation], null, null);
  const { client, signer, stopping } = engine;
  await client.append(skeleton.org, { entry: entry.bytes, proof: null, blobs: [] }, signer, stopping);
  await one.sync();
}
