import { type Row, randomBytes, toHex } from '@leeward/sealed-log/wire';
import type { Portions } from '@leeward/workspace/desk/gather-rows.ts';
import { pull } from '@leeward/workspace/desk/pull.ts';
import { openRecord } from '@leeward/workspace/desk/records.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EngineDesk } from '../support/engine-desk.ts';
import { altering, type Deed, entriesOf, shownIn, telling } from '../support/hostile-relay.ts';
import { runs } from '../support/size.ts';
import { copyWorld, makeWorld, note, opening, type World } from '../support/world.ts';

/*
 * A desk that is far behind holds rows back until nothing more seems to come for their record. Whatever it holds, for how
 * long, and whatever the relay does meanwhile: in the end it knows what it would know had it taken in all at once.
 */

let made: World;
const cases: string[] = [];
beforeAll(async () => {
  made = await makeWorld();
  for (let count = 0; count < 4; count += 1) {
    const id = toHex(randomBytes(32));
    cases.push(id);
    await made.one.act(...(await opening(made.one, id, `Case ${count}`)));
  }
  // As a team works: a word here and a word there.
  for (const round of [1, 2, 3]) for (const id of cases) await made.one.act(note(id, `Note ${round}.`));
});

/** Everything in one portion: the way of whoever is not behind. */
const atOnce: Portions = { pages: 10_000, most: Number.POSITIVE_INFINITY, on: 0 };

const sizes = fc.record({
  pages: fc.integer({ min: 1, max: 12 }),
  most: fc.integer({ min: 1, max: 60_000 }),
  on: fc.integer({ min: 0, max: 40_000 }),
});
const rowsInPage = fc.integer({ min: 1, max: 9 });

/** Pages of so few rows. */
const inPages =
  (rows: number): Deed =>
  (exchange, next) => {
    exchange.query.set('limit', String(rows + 1));
    return next();
  };

/** A desk of which nothing is known but the organisation, as after it was let in. */
async function emptied(world: World): Promise<EngineDesk> {
  const { engine } = world.three;
  for (const log of await engine.store.logs('r:')) await engine.store.dropRows(log, 0);
  await engine.store.delete('cursor');
  engine.records.clear();
  engine.summaries.clear();
  engine.cursor = 0;
  engine.mark = '';
  return world.three;
}

const deeds = ({ relay }: World, rows: number, order: (rows: readonly Row[]) => readonly Row[]): Deed[] => [
  inPages(rows),
  telling(relay.rows, order),
];
const asTheyCame = (rows: readonly Row[]): readonly Row[] => rows;

async function pullAll({ engine }: EngineDesk, portions: Portions): Promise<void> {
  while ((await pull(engine, portions)) === 'more');
}

/** Everything that a desk knows of records, and everything that it tells. */
async function known(desk: EngineDesk): Promise<unknown> {
  const { engine } = desk;
  const logs = [...(await engine.store.logs('r:'))].sort();
  return {
    rows: await engine.store.rowsOfAll(logs),
    logs,
    summaries: [...engine.summaries].sort(([left], [right]) => (left < right ? -1 : 1)),
    troubles: [...engine.troubles].sort(([left], [right]) => (left < right ? -1 : 1)),
    alerts: desk.alerts().map(({ kind, record, details }) => ({ kind, record, details })),
    place: [engine.cursor, engine.mark],
  };
}

describe('a desk that is far behind', () => {
  it('[fault 7] knows in the end what it would know had all come at once, in whatever portions and order it came', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, rowsInPage, fc.infiniteStream(fc.nat()), async (portions, rows, numbers) => {
        const mixed = [...made.relay.rows()];
        for (let left = mixed.length; left > 1; left -= 1) {
          const other = (numbers.next().value ?? 0) % left;
          [mixed[left - 1], mixed[other]] = [mixed[other] as Row, mixed[left - 1] as Row];
        }
        for (const order of [asTheyCame, () => mixed]) {
          const [whole, far] = [copyWorld(made), copyWorld(made)];
          whole.hostile.does('three', ...deeds(whole, 1000, order));
          far.hostile.does('three', ...deeds(far, rows, order));
          const [one, other] = [await emptied(whole), await emptied(far)];
          await pullAll(one, atOnce);
          await pullAll(other, portions);
          const { alerts, ...rest } = (await known(other)) as { readonly alerts: readonly unknown[] };
          const { alerts: before, ...expected } = (await known(one)) as {
            readonly alerts: readonly unknown[];
          };
          expect(rest).toEqual(expected);
          expect(new Set(alerts.map((alert) => JSON.stringify(alert)))).toEqual(
            new Set(before.map((alert) => JSON.stringify(alert))),
          );
        }
      }),
      { numRuns: runs(25, 500) },
    );
  });

  it('[fault 10][rule 5] finds an altered entry as it would had all come at once', async () => {
    const id = cases[1] ?? '';
    const entry = (await entriesOf(made.relay.rows(), id)).at(-2);
    if (entry === undefined) throw new Error('a case with notes');
    await fc.assert(
      fc.asyncProperty(sizes, rowsInPage, fc.nat(entry.row.bytes.length - 1), async (portions, rows, at) => {
        const [whole, far] = [copyWorld(made), copyWorld(made)];
        whole.hostile.does('three', altering(entry.hash, at), ...deeds(whole, 1000, asTheyCame));
        far.hostile.does('three', altering(entry.hash, at), ...deeds(far, rows, asTheyCame));
        const [one, other] = [await emptied(whole), await emptied(far)];
        await pullAll(one, atOnce);
        await pullAll(other, portions);
        expect((await openRecord(other.engine, id)).chain.links).toHaveLength(entry.header.position);
        expect(other.alerts().length).toBeGreaterThan(0);
        // It shows what stands before, writes nothing there, and asks for it again.
        expect(await other.chain(id)).toEqual(await one.chain(id));
        expect(other.engine.askAgainFrom).toBe(0);
        expect(other.engine.troubles.has(id)).toBe(one.engine.troubles.has(id));
        // How it says so depends on whether it knew of the record when the altered one came.
        expect((await other.case(id)).stopped).not.toBeNull();
        expect((await one.case(id)).stopped).not.toBeNull();
      }),
      { numRuns: runs(25, 500) },
    );
  });

  it('[fault 3][rule 2] finds another tail as it would had all come at once', async () => {
    const id = cases[2] ?? '';
    const prepared = copyWorld(made);
    const common = prepared.relay.rows().length;
    const apart = copyWorld(prepared);
    await prepared.one.act(note(id, 'One tail.'));
    await apart.two.act(note(id, 'Another tail.'));
    const tails = [...prepared.relay.rows(), ...apart.relay.rows().slice(common)];
    await fc.assert(
      fc.asyncProperty(sizes, rowsInPage, async (portions, rows) => {
        const [whole, far] = [copyWorld(prepared), copyWorld(prepared)];
        whole.hostile.does('three', ...deeds(whole, 1000, () => tails));
        far.hostile.does('three', ...deeds(far, rows, () => tails));
        const [one, other] = [await emptied(whole), await emptied(far)];
        await pullAll(one, atOnce);
        await pullAll(other, portions);
        expect(other.engine.troubles.get(id)?.fork).toEqual(one.engine.troubles.get(id)?.fork);
        expect(other.engine.troubles.get(id)?.fork ?? null).not.toBeNull();
        expect([...(other.engine.alternatives.get(id)?.keys() ?? [])]).toEqual([
          ...(one.engine.alternatives.get(id)?.keys() ?? []),
        ]);
      }),
      { numRuns: runs(15, 300) },
    );
  });

  it('[fault 28] has nothing in its store that was not verified, and stands behind nothing that it has not kept', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, rowsInPage, async (portions, rows) => {
        const world = copyWorld(made);
        world.hostile.does('three', ...deeds(world, rows, asTheyCame));
        const desk = await emptied(world);
        const { engine } = desk;
        for (let more = true; more; ) {
          more = (await pull(engine, portions)) === 'more';
          for (const [log, count] of await engine.store.lengths('r:')) {
            const { chain } = await openRecord(engine, log.slice(2));
            expect(chain.links).toHaveLength(count);
          }
          for (const row of world.relay.rows()) {
            const shown = await shownIn(row);
            if (shown === null || row.sequence > engine.cursor || shown.header.log === 1) continue;
            expect(await desk.chain(shown.record)).toContain(toHex(shown.hash));
          }
        }
      }),
      { numRuns: runs(10, 200) },
    );
  });

  it('is killed after any turn, and goes on to the same end', async () => {
    const whole = copyWorld(made);
    whole.hostile.does('three', ...deeds(whole, 1000, asTheyCame));
    const one = await emptied(whole);
    await pullAll(one, atOnce);
    await fc.assert(
      fc.asyncProperty(sizes, rowsInPage, fc.nat(12), async (portions, rows, turns) => {
        const world = copyWorld(made);
        world.hostile.does('three', ...deeds(world, rows, asTheyCame));
        const desk = await emptied(world);
        for (let turn = 0; turn < turns; turn += 1) if ((await pull(desk.engine, portions)) !== 'more') break;
        const again = await desk.reopened();
        await pullAll(again, portions);
        for (const id of [world.case, ...cases]) expect(await again.chain(id)).toEqual(await one.chain(id));
        expect([...again.engine.summaries.keys()].sort()).toEqual([...one.engine.summaries.keys()].sort());
        expect(again.engine.mark).toBe(one.engine.mark);
      }),
      { numRuns: runs(15, 300) },
    );
  });
});
