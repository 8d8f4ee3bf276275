import { baseOf, editOf } from '@leeward/domain/shared/items.ts';
import { situationItems } from '@leeward/domain/situation/events.ts';
import { toHex } from '@leeward/sealed-log/wire';
import { confirmFork } from '@leeward/workspace/desk/forks.ts';
import { tryAgain } from '@leeward/workspace/desk/outbox.ts';
import { removeMember } from '@leeward/workspace/desk/removal.ts';
import fc from 'fast-check';
import { type EngineDesk, minute } from './engine-desk.ts';
import {
  altering,
  type Deed,
  doubles,
  entriesOf,
  forking,
  offline,
  onlySigning,
  swallowsAnswers,
  swallowsRequests,
  telling,
  withholding,
} from './hostile-relay.ts';
import type { MemoryRelay } from './memory-relay.ts';
import { StoreDied } from './test-store.ts';
import { copyWorld, note, notesOf, protectionLog, spokenTwice, type World } from './world.ts';

/*
 * Random schedules: three desks, one small case, and a relay that does whatever comes to mind, one step after the
 * other. Then it behaves again, and what every desk must have in the end is looked at. fast-check looks for a schedule
 * that says otherwise, and makes it as short as it can.
 */

type Desk = 0 | 1 | 2;
export type Step =
  | { readonly do: 'note' | 'plan' | 'fact' | 'sync' | 'crash' | 'remove'; readonly desk: Desk }
  /** Dies at a write in the middle of a round, and is opened anew. */
  | { readonly do: 'die'; readonly desk: Desk; readonly writes: number }
  | { readonly do: 'wait'; readonly minutes: number }
  /** The relay loses its last rows, for everybody. */
  | { readonly do: 'go-back'; readonly rows: number }
  | { readonly do: 'relay'; readonly desk: Desk; readonly deed: DeedName; readonly amount: number };

const desk = fc.constantFrom<Desk>(0, 1, 2);

/** Steps of a schedule; `removals` lets an administrator remove somebody, so that keys rotate in the middle of it all. */
export function schedules(removals: boolean): fc.Arbitrary<readonly Step[]> {
  const acts = fc.constantFrom('note' as const, 'plan' as const, 'fact' as const);
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: acts, desk }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('sync' as const), desk }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), desk }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('die' as const), desk, writes: fc.nat(12) }) },
    // Not long enough for a second heartbeat: two of those on two sides are a fork of the organisation.
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(7, 90) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('go-back' as const), rows: fc.integer({ min: 1, max: 4 }) }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('relay' as const),
        desk,
        deed: fc.constantFrom(...deedNames),
        amount: fc.nat(7),
      }),
    },
    ...(removals
      ? [
          {
            weight: 1,
            arbitrary: fc.record({ do: fc.constant('remove' as const), desk: fc.constantFrom<Desk>(0, 1) }),
          },
        ]
      : []),
  );
  return fc.array(step, { minLength: 4, maxLength: 16 });
}

/** A schedule under way. */
export type Run = {
  readonly world: World;
  readonly desks: EngineDesk[];
  /** The member whom administrators may remove; null where there is none. */
  readonly victim: string | null;
  /** Notes that a desk said it had kept. */
  readonly kept: string[];
  /** What was typed into one field of one thing that all of them edit. */
  readonly facts: string[];
  /** Versions of it that somebody had before her eyes when she wrote another. */
  readonly replaced: Set<string>;
  planned: number;
  /** How far the relay may go back. */
  readonly floor: number;
  fork: MemoryRelay | null;
  yesterday: MemoryRelay | null;
};

export async function perform(run: Run, step: Step): Promise<void> {
  const { world, desks } = run;
  switch (step.do) {
    case 'wait':
      world.clock.now += step.minutes * minute;
      return;
    case 'go-back':
      await world.relay.restore(Math.max(run.floor, world.relay.rows().length - step.rows));
      return;
    case 'relay':
      world.hostile.behaves(names[step.desk]);
      await deeds[step.deed](run, names[step.desk] ?? '', step.amount);
      return;
    case 'note': {
      const text = `Note ${run.kept.length}.`;
      await desks[step.desk]?.keep(note(world.case, text));
      run.kept.push(text);
      return;
    }
    case 'fact':
      await writeFact(run, step.desk);
      return;
    case 'plan':
      run.planned += 1;
      await desks[step.desk]?.keep({
        record: world.case,
        command: 'setNextStep',
        args: { text: `Step ${run.planned}.`, date: '' },
      });
      return;
    case 'sync':
      await desks[step.desk]?.sync();
      return;
    case 'crash':
      await die(run, step.desk, 0);
      return;
    case 'die':
      await die(run, step.desk, step.writes);
      return;
    case 'remove': {
      const engine = desks[step.desk]?.engine;
      if (engine !== undefined && run.victim !== null) await removeMember(engine, run.victim);
    }
  }
}

const place = '0a'.repeat(16);

/** The versions of the field that a desk shows. */
async function factsShown(desk: EngineDesk, record: string): Promise<readonly string[]> {
  const { state } = await desk.case(record);
  return (state.parts.situation.get(place)?.fields.note ?? []).map(({ value }) => value);
}

/** One of them writes the field as her screen shows it now: she replaces what she sees, and nothing else. */
async function writeFact(run: Run, which: Desk): Promise<void> {
  const desk = run.desks[which];
  if (desk === undefined) return;
  const { case: record } = run.world;
  const { state } = await desk.case(record);
  const text = `Fact ${run.facts.length}.`;
  const base = baseOf(state.parts.situation.get(place), place);
  const event = editOf(situationItems, base, { kind: 'place', note: text });
  for (const shown of await factsShown(desk, record)) run.replaced.add(shown);
  run.facts.push(text);
  await desk.keep({ record, command: 'actOnCase', args: { events: [event] } });
}

async function die(run: Run, which: Desk, writes: number): Promise<void> {
  const here = run.desks[which];
  if (here === undefined) return;
  if (writes > 0) {
    here.store.failAfter(writes);
    await here.sync().catch((error: unknown) => {
      if (!(error instanceof StoreDied)) throw error;
    });
  }
  run.desks[which] = await here.reopened();
}

const names = ['one', 'two', 'three'] as const;

const deedNames = [
  'behaves',
  'offline',
  'swallows-answers',
  'swallows-requests',
  'doubles',
  'only-signs',
  'withholds',
  'renumbers',
  'shuffles',
  'alters',
  'forks',
  'yesterday',
] as const;
type DeedName = (typeof deedNames)[number];

const simply =
  (deed: (amount: number, relay: MemoryRelay) => Deed) =>
  async ({ world }: Run, client: string, amount: number): Promise<void> =>
    world.hostile.does(client, deed(amount, world.relay));

const deeds: Readonly<Record<DeedName, (run: Run, client: string, amount: number) => Promise<void>>> = {
  behaves: async () => undefined,
  offline: simply(() => offline),
  'swallows-answers': simply((amount) => swallowsAnswers(amount)),
  'swallows-requests': simply((amount) => swallowsRequests(amount)),
  doubles: simply(() => doubles()),
  'only-signs': simply((_amount, relay) => onlySigning(relay.states)),
  withholds: async ({ world: { relay, hostile, case: id } }, client, amount) => {
    const hidden = new Set(
      (await entriesOf(relay.rows(), id)).slice(-amount).map((entry) => toHex(entry.hash)),
    );
    hostile.does(
      client,
      withholding(({ hash }) => hidden.has(toHex(hash))),
    );
  },
  renumbers: async ({ world: { relay, hostile, case: id } }, client, amount) => {
    const hidden = new Set(
      (await entriesOf(relay.rows(), id)).slice(-amount).map((entry) => entry.row.bytes),
    );
    hostile.does(
      client,
      telling(relay.rows, (rows) => rows.filter((row) => !hidden.has(row.bytes))),
    );
  },
  shuffles: simply((amount, relay) =>
    telling(relay.rows, (rows) => [
      ...rows.slice(0, -amount),
      ...rows.slice(-amount).reverse(),
      ...rows.slice(-1),
    ]),
  ),
  alters: async ({ world: { relay, hostile, case: id } }, client, amount) => {
    const entry = (await entriesOf(relay.rows(), id)).at(-1 - (amount % 3));
    if (entry !== undefined) hostile.does(client, altering(entry.hash, amount * 97));
  },
  forks: async (run, client) => {
    const { relay, hostile, case: id } = run.world;
    run.fork ??= relay.fork();
    hostile.does(
      client,
      forking(relay, run.fork, (record) => record === id),
    );
  },
  yesterday: async (run, client) => {
    run.yesterday ??= run.world.relay.fork();
    run.world.hostile.sends(client, run.yesterday.fetch);
  },
};

/** The relay behaves, time passes, and everybody comes back until there is nothing new for anybody. */
export async function recover(run: Run): Promise<void> {
  const { world, desks } = run;
  world.hostile.behaves();
  for (let round = 0; round < 14; round += 1) {
    // Longer than the longest patience: whatever is to be asked for again is asked for.
    world.clock.now += 7 * 60 * minute;
    for (const each of desks) {
      await each.sync();
      // Where authority is touched a person decides; the administrators do, as soon as they are asked.
      for (const alert of each.alerts('forkNeedsAuthority'))
        await confirmFork(each.engine, alert.record ?? '');
      // What the relay had refused while it lied stands there with its reason: whoever wrote it has it tried again.
      for (const { action, state } of each.engine.outbox)
        if (state === 'refused') await tryAgain(each.engine, action);
    }
    if (desks.every((each) => isAtRest(each, world))) return;
  }
}

function isAtRest({ engine }: EngineDesk, { relay }: World): boolean {
  const open = [...engine.troubles.values()].some(({ fork }) => fork !== null && fork.stage !== 'settled');
  return (
    engine.cursor === relay.rows().length &&
    engine.askAgainFrom === null &&
    engine.outbox.every((item) => item.state === 'confirmed') &&
    engine.toReadmit.size === 0 &&
    !open
  );
}

/** Performs a whole schedule in a world of its own, and recovers. */
export async function runSchedule(
  made: World,
  steps: readonly Step[],
  victim: string | null = null,
): Promise<Run> {
  const world = copyWorld(made);
  const run: Run = {
    world,
    desks: [...world.desks],
    victim,
    kept: [],
    facts: [],
    replaced: new Set(),
    planned: 0,
    floor: made.relay.rows().length - 3,
    fork: null,
    yesterday: null,
  };
  for (const step of steps) await perform(run, step);
  await recover(run);
  return run;
}

/** What is not as it must be in the end, in words; nothing where all is well. */
export async function faultsOf({ world, desks, kept, facts, replaced }: Run): Promise<readonly string[]> {
  const faults: string[] = [];
  const expect = (holds: boolean, what: string): void => {
    if (!holds) faults.push(what);
  };
  const [first] = desks;
  if (first === undefined) return ['no desk'];
  const log = await protectionLog(first);
  const read = async (each: EngineDesk): Promise<string> =>
    JSON.stringify([await each.chain(world.case), await each.chain(log), await notesOf(each, world.case)]);
  const texts = await notesOf(first, world.case);
  for (const each of desks) {
    const { name, engine } = each;
    expect((await read(each)) === (await read(first)), `${name} reads something else than ${first.name}`);
    const waiting = engine.outbox.filter((item) => item.state !== 'confirmed');
    expect(waiting.length === 0, `${name} has ${JSON.stringify(waiting)} in the outbox`);
    const lasting = each.alerts().filter((alert) => !alert.dismissable);
    expect(lasting.length === 0, `${name} is still told ${JSON.stringify(lasting)}`);
    expect((await each.case(world.case)).stopped === null, `${name} cannot write`);
  }
  const shown = await factsShown(first, world.case);
  for (const each of desks)
    expect(
      JSON.stringify(await factsShown(each, world.case)) === JSON.stringify(shown),
      `${each.name} shows another fact than ${first.name}`,
    );
  for (const text of facts)
    expect(shown.includes(text) || replaced.has(text), `"${text}" is gone, and nobody had seen it`);
  for (const text of kept) {
    const count = texts.filter((each) => each === text).length;
    expect(count === 1, `"${text}" stands ${count} times`);
  }
  const twice = spokenTwice(world.hostile);
  expect(twice.length === 0, `signed twice: ${twice.join('; ')}`);
  return faults;
}
