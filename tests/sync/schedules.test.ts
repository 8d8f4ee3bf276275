import { randomBytes, toHex } from '@leeward/sealed-log/wire';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { day, type EngineDesk, minute } from '../support/engine-desk.ts';
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
} from '../support/hostile-relay.ts';
import { runs } from '../support/size.ts';
import { StoreDied } from '../support/test-store.ts';
import {
  copyWorld,
  makeWorld,
  note,
  notesOf,
  protectionLog,
  spokenTwice,
  type World,
} from '../support/world.ts';

/*
 * Three desks, one small case, and a relay that does whatever comes to mind, one step after the other. When it behaves
 * again, all desks hold the same, every note that was kept stands once, and no device has ever signed two entries for
 * one place. fast-check looks for a schedule that says otherwise and makes it as short as it can.
 */

type Desk = 0 | 1 | 2;
type Step =
  | { readonly do: 'note' | 'plan' | 'sync' | 'crash'; readonly desk: Desk }
  | { readonly do: 'die'; readonly desk: Desk; readonly writes: number }
  | { readonly do: 'wait'; readonly minutes: number }
  | { readonly do: 'go-back'; readonly rows: number }
  | { readonly do: 'relay'; readonly desk: Desk; readonly deed: DeedName; readonly amount: number };
type DeedName =
  | 'behaves'
  | 'offline'
  | 'swallows-answers'
  | 'swallows-requests'
  | 'doubles'
  | 'only-signs'
  | 'withholds'
  | 'renumbers'
  | 'shuffles'
  | 'alters'
  | 'forks'
  | 'yesterday';

const desk = fc.constantFrom<Desk>(0, 1, 2);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('note' as const, 'plan' as const), desk }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('sync' as const), desk }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), desk }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('die' as const), desk, writes: fc.nat(12) }) },
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
      deed: fc.constantFrom<DeedName>(
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
      ),
      amount: fc.nat(7),
    }),
  },
);

const names = ['one', 'two', 'three'] as const;

type Run = {
  readonly world: World;
  readonly desks: EngineDesk[];
  /** Notes that a desk said it had kept. */
  readonly kept: string[];
  planned: number;
  fork: ReturnType<World['relay']['fork']> | null;
  yesterday: ReturnType<World['relay']['fork']> | null;
};

async function perform(run: Run, one: Step): Promise<void> {
  const { world, desks } = run;
  switch (one.do) {
    case 'wait':
      world.clock.now += one.minutes * minute;
      return;
    case 'go-back':
      await world.relay.restore(Math.max(made.relay.rows().length - 3, world.relay.rows().length - one.rows));
      return;
    case 'relay':
      await misbehave(run, one.desk, one.deed, one.amount);
      return;
    case 'note': {
      const text = `Note ${run.kept.length}.`;
      await desks[one.desk]?.keep(note(world.case, text));
      run.kept.push(text);
      return;
    }
    case 'plan':
      run.planned += 1;
      await desks[one.desk]?.keep({
        record: world.case,
        command: 'setNextStep',
        args: { text: `Step ${run.planned}.`, date: '' },
      });
      return;
    case 'sync':
      await desks[one.desk]?.sync();
      return;
    case 'crash':
    case 'die':
      await die(run, one.desk, one.do === 'die' ? one.writes : 0);
  }
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

async function misbehave(run: Run, which: Desk, deed: DeedName, amount: number): Promise<void> {
  const { world } = run;
  const { relay, hostile } = world;
  const client = names[which];
  const does = (one: Deed): void => hostile.does(client, one);
  switch (deed) {
    case 'behaves':
      hostile.behaves(client);
      return;
    case 'offline':
      return does(offline);
    case 'swallows-answers':
      return does(swallowsAnswers(amount));
    case 'swallows-requests':
      return does(swallowsRequests(amount));
    case 'doubles':
      return does(doubles());
    case 'only-signs':
      return does(onlySigning(relay.states));
    case 'withholds': {
      const hidden = new Set(
        (await entriesOf(relay.rows(), world.case)).slice(-amount).map((each) => toHex(each.hash)),
      );
      return does(withholding(({ hash }) => hidden.has(toHex(hash))));
    }
    case 'renumbers': {
      const hidden = new Set(
        (await entriesOf(relay.rows(), world.case)).slice(-amount).map((each) => each.row.bytes),
      );
      return does(telling(relay.rows, (rows) => rows.filter((row) => !hidden.has(row.bytes))));
    }
    case 'shuffles':
      return does(
        telling(relay.rows, (rows) => [
          ...rows.slice(0, -amount),
          ...rows.slice(-amount).reverse(),
          ...rows.slice(-1),
        ]),
      );
    case 'alters': {
      const [last] = (await entriesOf(relay.rows(), world.case)).slice(-1 - (amount % 3));
      return last === undefined ? undefined : does(altering(last.hash, amount * 97));
    }
    case 'forks':
      run.fork ??= relay.fork();
      return does(forking(relay, run.fork, (record) => record === world.case));
    case 'yesterday':
      run.yesterday ??= relay.fork();
      hostile.sends(client, run.yesterday.fetch);
  }
}

/** The relay behaves, time passes, and everybody comes back until there is nothing new for anybody. */
async function recover(run: Run): Promise<void> {
  const { world, desks } = run;
  world.hostile.behaves();
  let before = '';
  for (let round = 0; round < 12; round += 1) {
    // Longer than the longest patience: whatever is to be asked for again is asked for.
    world.clock.now += 7 * 60 * minute;
    for (const each of desks) await each.sync();
    const now = [
      world.relay.rows().length,
      ...desks.map(({ engine }) => `${engine.cursor} ${engine.askAgainFrom}`),
    ].join();
    if (now === before && desks.every((each) => each.engine.outbox.length === 0)) return;
    before = now;
  }
}

let made: World;
beforeAll(async () => {
  made = await makeWorld();
  // Checkpoints and heartbeats of the first day are behind us.
  made.clock.now += day;
  await made.settle();
  void randomBytes;
});

describe('three desks and a relay that does what it likes', () => {
  it('[fault 7][fault 8][fault 39][rule 2][rule 3][rule 5][rule 6] end equal when it behaves again, with every note once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        const world = copyWorld(made);
        const run: Run = { world, desks: [...world.desks], kept: [], planned: 0, fork: null, yesterday: null };
        for (const one of steps) await perform(run, one);
        await recover(run);
        const [first] = run.desks;
        if (first === undefined) throw new Error('three desks');
        const chain = await first.chain(world.case);
        const log = await protectionLog(first);
        for (const each of run.desks) {
          expect(await each.chain(world.case)).toEqual(chain);
          expect(await each.chain(log)).toEqual(await first.chain(log));
          expect(await notesOf(each, world.case)).toEqual(await notesOf(first, world.case));
          expect(each.engine.outbox.filter((item) => item.state !== 'confirmed')).toEqual([]);
          expect(each.alerts().filter((alert) => !alert.dismissable)).toEqual([]);
          expect((await each.case(world.case)).stopped).toBeNull();
        }
        const texts = await notesOf(first, world.case);
        for (const text of run.kept) expect(texts.filter((each) => each === text)).toEqual([text]);
        expect(spokenTwice(world.hostile)).toEqual([]);
      }),
      { numRuns: runs(100, 20_000) },
    );
  });
});
