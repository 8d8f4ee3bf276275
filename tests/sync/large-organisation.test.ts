import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { generateSigningSeed, publicKeyOf } from '@leeward/sealed-log/crypto/ed25519.ts';
import { generateSealingSeed, keyPairFromSeed } from '@leeward/sealed-log/crypto/hpke.ts';
import { teamSecret } from '@leeward/sealed-log/log/keyring.ts';
import { everyoneTeam, grantTeam } from '@leeward/sealed-log/organisation/entries.ts';
import type { Bytes, Operation } from '@leeward/sealed-log/wire';
import { currentGeneration, limits, randomBytes, sealingKeyHash, toHex } from '@leeward/sealed-log/wire';
import { removeMember } from '@leeward/workspace/desk/removal.ts';
import { appendToOrganisation } from '@leeward/workspace/desk/rotation.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clockAt, type EngineDesk, foundDesk, joinDesk } from '../support/engine-desk.ts';
import { altered, type HostileRelay, hostileRelay, isPart } from '../support/hostile-relay.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';
import { relayFetch } from '../support/relay-fetch.ts';
import { note, opening, settle } from '../support/world.ts';

const size = 2000;

let relay: TestRelay;
let hostile: HostileRelay;
let one: EngineDesk;
let two: EngineDesk;
let three: EngineDesk;
let everyone: Bytes;
const record = toHex(randomBytes(32));
const data = (): string => join(relay.folder, 'data');
const backup = (): string => join(relay.folder, 'copy');

/** Members beside those who have desks here: a device of her own each, and one sealing key for all, opened by nobody. */
async function admitMany(count: number): Promise<void> {
  const { publicKey: sealingKey } = await keyPairFromSeed(generateSealingSeed());
  const memberSealing = await sealingKeyHash(sealingKey);
  for (let done = 0; done < count; ) {
    const { skeleton, keyring } = one.engine.organisation;
    const generation = currentGeneration(skeleton.teams.get(toHex(everyone))!)!.generation;
    const secret = teamSecret(keyring, everyone, generation)!;
    const operations: Operation[] = [];
    for (; operations.length < limits.operations && done < count; done += 1) {
      const member = randomBytes(16);
      const device = await publicKeyOf(generateSigningSeed());
      const admitted = { member, memberSealing, device, deviceSealing: memberSealing, capabilities: 0 };
      operations.push({ type: 'deviceAdmitted', ...admitted });
      operations.push(
        await grantTeam(skeleton.org, everyone, generation, secret, { id: member, sealingKey }),
      );
    }
    const outcome = await appendToOrganisation(one.engine, async () => ({
      operations,
      events: [],
      quoted: [sealingKey],
    }));
    expect(outcome).toBe('done');
  }
}

const generationAt = ({ engine }: EngineDesk): number =>
  currentGeneration(engine.organisation.skeleton.teams.get(toHex(everyone))!)!.generation;
const holdsIt = (desk: EngineDesk): boolean =>
  teamSecret(desk.engine.organisation.keyring, everyone, generationAt(desk)) !== null;
const notesAt = async (desk: EngineDesk): Promise<readonly string[]> =>
  (await desk.case(record)).state.notes.map((each) => each.text);

beforeAll(async () => {
  relay = await startTestRelay();
  hostile = hostileRelay(relayFetch(relay.address));
  const clock = clockAt(Date.now());
  one = await foundDesk(hostile.of('one'), clock, await relay.token(), relay.url('desk'));
  two = await joinDesk(one, hostile.of('two'), clock);
  three = await joinDesk(one, hostile.of('three'), clock);
  everyone = await everyoneTeam(one.engine.organisation.skeleton.org);
  await one.act(...(await opening(one, record, 'Alder')));
  await admitMany(size - 3);
  await settle([one, two, three]);
  const { port } = relay.address;
  await relay.stop();
  cpSync(data(), backup(), { recursive: true });
  relay = await relay.again({ port });
}, 300_000);

afterAll(async () => {
  for (const desk of [one, two, three]) desk.stop();
  await relay.end();
});

describe('an organisation of 2,000 members', () => {
  it('changes its key when somebody leaves: no entry before its blob is durable, and everybody goes on [rule 9][rule 23]', async () => {
    expect(one.engine.organisation.skeleton.members.size).toBe(size);
    // The relay loses the last part again and again: the entry that names the blob is not sent.
    hostile.does('one', async (exchange, next) =>
      isPart(exchange) && exchange.path.endsWith('/parts/2') ? new Response(null, { status: 503 }) : next(),
    );
    const leaving = toHex(three.engine.keys.member.id);
    expect(await removeMember(one.engine, leaving)).toEqual({ ok: true, value: null });
    expect(generationAt(one)).toBe(1);
    // The desk falls over in between: the blob was kept with the bytes that were signed.
    one = await one.reopened();
    hostile.behaves();
    await one.sync();
    expect([generationAt(one), holdsIt(one)]).toEqual([2, true]);
    const { grants } = currentGeneration(one.engine.organisation.skeleton.teams.get(toHex(everyone))!)!;
    expect(grants?.length).toBeGreaterThan(2 * 1024 * 1024);
  }, 180_000);

  it('says by name that a key is missing while the relay withholds the blob or shows another, and opens nothing [rule 8][fault 14]', async () => {
    const lies: readonly (() => Promise<void>)[] = [
      async () =>
        hostile.does('two', async (exchange, next) =>
          isPart(exchange) ? new Response(null, { status: 404 }) : next(),
        ),
      async () =>
        hostile.does('two', async (exchange, next) => {
          const answer = await next();
          if (!isPart(exchange)) return answer;
          const bytes = new Uint8Array(await answer.arrayBuffer());
          return new Response(altered(bytes, 70), { status: answer.status });
        }),
      async () =>
        hostile.does('two', async (exchange, next) =>
          isPart(exchange) ? new Response(new Uint8Array(0), { status: 200 }) : next(),
        ),
    ];
    for (const lie of lies) {
      await lie();
      await two.sync();
      expect([generationAt(two), holdsIt(two)]).toEqual([2, false]);
      expect(two.alerts('grantsMissing').map((alert) => alert.details)).toEqual([
        { team: expect.stringMatching(/./), generation: 2 },
      ]);
    }
    hostile.behaves();
    await two.sync();
    expect([holdsIt(two), two.alerts('grantsMissing')]).toEqual([true, []]);
  }, 60_000);

  it('works on as before: what one writes the other reads, also after the desk was closed and the line is gone', async () => {
    await one.act(note(record, 'After the change.'));
    await settle([one, two]);
    expect(await notesAt(two)).toEqual(['After the change.']);
    const offline = await two.reopened(async () => {
      throw new TypeError('no line');
    });
    expect(holdsIt(offline)).toBe(true);
    expect(await notesAt(offline)).toEqual(['After the change.']);
    two = await offline.reopened(hostile.of('two'));
  }, 60_000);

  it('gives a relay that was restored from an older backup both back, the entry and its blob [rule 23][fault 16]', async () => {
    const { port } = relay.address;
    await relay.stop();
    rmSync(data(), { recursive: true });
    cpSync(backup(), data(), { recursive: true });
    relay = await relay.again({ port });
    const { client, signer, organisation } = two.engine;
    const { grants } = currentGeneration(organisation.skeleton.teams.get(toHex(everyone))!)!;
    const there = async (): Promise<boolean> => {
      const state = await client.blobState({ org: organisation.skeleton.org, signer }, grants!.blob);
      return state.ok && state.value.complete;
    };
    expect(await there()).toBe(false);
    await settle([two, one]);
    expect(two.alerts('serverWentBack')).toHaveLength(1);
    expect(await there()).toBe(true);
    expect(await notesAt(one)).toEqual(['After the change.']);
  }, 60_000);
});
