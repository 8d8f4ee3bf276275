import {
  decode,
  entry as entryCodec,
  fromHex,
  header as headerCodec,
  randomBytes,
  teamRecord,
  toHex,
} from '@leeward/sealed-log/wire';
import type { NewItem } from '@leeward/workspace/desk/outbox.ts';
import type { Clock, EngineDesk } from './engine-desk.ts';
import { clockAt, foundDesk, joinDesk, teamFor } from './engine-desk.ts';
import { appendIn, type HostileRelay, hostileRelay, isAppend } from './hostile-relay.ts';
import { type MemoryRelay, memoryRelay } from './memory-relay.ts';

/**
 * Three desks of one organisation over a relay in memory, with the hostile layer in between: two administrators and an
 * officer, a case with three notes, everybody up to date. Made once; each story gets a world of its own, copied.
 */
export type World = {
  readonly relay: MemoryRelay;
  readonly hostile: HostileRelay;
  readonly clock: Clock;
  readonly one: EngineDesk;
  readonly two: EngineDesk;
  readonly three: EngineDesk;
  readonly desks: readonly EngineDesk[];
  /** A case with three notes, one by each. */
  readonly case: string;
  /** Everybody does rounds until nobody has anything to say. */
  readonly settle: () => Promise<void>;
};

export async function makeWorld(): Promise<World> {
  const relay = await memoryRelay();
  const hostile = hostileRelay(relay.fetch);
  const clock = clockAt();
  const one = await foundDesk(hostile.of('one'), clock);
  const two = await joinDesk(one, hostile.of('two'), clock, { role: 'administrator' });
  const three = await joinDesk(one, hostile.of('three'), clock);
  const id = toHex(randomBytes(32));
  await one.act(...(await opening(one, id, 'Alder')));
  const world = worldOf(relay, hostile, clock, one, two, three, id);
  await world.settle();
  for (const desk of world.desks) await desk.act(note(id, `A first note of ${desk.name}.`));
  await world.settle();
  return world;
}

/** The same world at the same moment, apart from the first: what happens in one does not happen in the other. */
export function copyWorld({ relay, one, two, three, clock, case: id }: World): World {
  const other = relay.fork();
  const hostile = hostileRelay(other.fetch);
  const otherClock = { ...clock };
  const [first, second, third] = [one, two, three].map((desk, index) =>
    desk.copied(hostile.of(names[index] ?? ''), otherClock),
  );
  if (first === undefined || second === undefined || third === undefined) throw new Error('three desks');
  return worldOf(other, hostile, otherClock, first, second, third, id);
}

const names = ['one', 'two', 'three'];

function worldOf(
  relay: MemoryRelay,
  hostile: HostileRelay,
  clock: Clock,
  one: EngineDesk,
  two: EngineDesk,
  three: EngineDesk,
  id: string,
): World {
  const desks = [one, two, three];
  return { relay, hostile, clock, one, two, three, desks, case: id, settle: () => settle(desks) };
}

/** Rounds until the relay has nothing new for anybody, or eight were not enough. */
export async function settle(desks: readonly EngineDesk[]): Promise<void> {
  let before = '';
  for (let round = 0; round < 8; round += 1) {
    for (const desk of desks) await desk.sync();
    const now = desks.map(({ engine }) => `${engine.cursor} ${engine.mark}`).join();
    if (now === before) return;
    before = now;
  }
}

/** The acts that open a case for the protection team, without its conversation and identity. */
export async function opening(desk: EngineDesk, id: string, pseudonym: string): Promise<readonly NewItem[]> {
  const team = teamFor(desk, 'protection');
  const log = await protectionLog(desk);
  return [
    {
      record: log,
      command: 'listRecord',
      args: { listed: id, kind: 'case' },
      creates: { kind: 'team', teams: [team] },
      silent: true,
    },
    {
      record: id,
      command: 'openCase',
      args: { pseudonym, from: '', teams: [team], case: id },
      creates: { kind: 'case', teams: [team] },
    },
  ];
}

/** The record that is the protection team's own log. */
export async function protectionLog(desk: EngineDesk): Promise<string> {
  const team = fromHex(teamFor(desk, 'protection'));
  if (!team.ok) throw new Error('no id of a team');
  return toHex(await teamRecord(desk.engine.organisation.skeleton.org, team.value));
}

export const note = (record: string, text: string): NewItem => ({
  record,
  command: 'addNote',
  args: { text },
});

export async function notesOf(desk: EngineDesk, record: string): Promise<readonly string[]> {
  return (await desk.case(record)).state.notes.map((one) => one.text);
}

/**
 * Entries that one device sent for one place, where they are more than one: rule 6 allows none, whatever the relay did.
 */
export function spokenTwice({ asked }: HostileRelay): readonly string[] {
  const sent = new Map<string, Set<string>>();
  for (const exchange of asked) {
    if (!isAppend(exchange)) continue;
    const parts = decode(entryCodec, appendIn(exchange).entry);
    const header = parts.ok ? decode(headerCodec, parts.value.header) : parts;
    if (!parts.ok || !header.ok) continue;
    const { device, log, record, prev } = header.value;
    const place = [toHex(device), log, toHex(record), toHex(prev)].join(' ');
    sent.set(place, (sent.get(place) ?? new Set()).add(toHex(parts.value.signature)));
  }
  return [...sent].filter(([, entries]) => entries.size > 1).map(([place]) => place);
}

/** After a round of each, all desks hold the same chain of a record, and read the same notes. */
export async function sameEverywhere(desks: readonly EngineDesk[], record: string): Promise<boolean> {
  for (const desk of desks) await desk.sync();
  const seen = new Set<string>();
  for (const desk of desks) seen.add(JSON.stringify([await desk.chain(record), await notesOf(desk, record)]));
  return seen.size === 1;
}
