import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from '@leeward/sealed-log/wire';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groupCommit } from './group-commit.ts';
import { openSqlite } from './sqlite/open.ts';
import type { Store } from './store.ts';
import { preparedStep, step, type Unit, type UnitOutcome } from './unit.ts';

describe('units', () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'leeward-units-'));
    store = await openSqlite({ file: join(folder, 'test.sqlite'), maxBytes: null });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const set = (name: string, value: string) =>
    step(store.db.insertInto('settings').values({ name, value }), 1, 'taken');
  const names = async () =>
    (await store.db.selectFrom('settings').select('name').orderBy('name').execute()).map(({ name }) => name);

  it('happen whole or not at all, and one that is refused leaves its neighbours in the group alone', async () => {
    const impossible = step(store.db.deleteFrom('settings').where('name', '=', 'nobody'), 1, 'not-there');
    const outcomes = await Promise.all([
      store.write([set('a', '1')]),
      store.write([set('b', '1'), impossible]),
      store.write([set('c', '1'), set('a', '2')]),
      store.write([set('d', '1')]),
    ]);
    expect(outcomes.map((one) => (one.ok ? 'done' : one.error))).toEqual([
      'done',
      { type: 'refused', refusal: 'not-there' },
      { type: 'refused', refusal: 'taken' },
      'done',
    ]);
    expect(await names()).toEqual(['a', 'd']);
  });

  it('may have statements that are built once: each time with its own values, and with what is fixed', async () => {
    let built = 0;
    const setting = preparedStep<{ readonly name: string; readonly value: string }>((db, value) => {
      built += 1;
      const values = [
        { name: value('name'), value: value('value') },
        { name: 'fixed', value: value('name') },
      ];
      return db
        .insertInto('settings')
        .values(values)
        .onConflict((row) => row.doNothing());
    });
    const outcomes = await Promise.all(
      ['a', 'b'].map((name) => store.write([setting(store.db, { name, value: `of ${name}` })])),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(built).toBe(1);
    expect(await store.db.selectFrom('settings').selectAll().orderBy('name').execute()).toEqual([
      { name: 'a', value: 'of a' },
      { name: 'b', value: 'of b' },
      { name: 'fixed', value: 'a' },
    ]);
  });

  it('that are wrong in themselves are reported as bugs, and harm nobody else', async () => {
    const wrong = { sql: 'insert into nowhere values (1)', parameters: [], expect: null, refusal: 'x' };
    const [bad, good] = await Promise.all([store.write([wrong]), store.write([set('a', '1')])]);
    expect(bad).toMatchObject({ ok: false, error: { type: 'broken' } });
    expect(good.ok).toBe(true);
    await expect(
      store.db
        .selectFrom('settings')
        .select('nothing' as 'name')
        .execute(),
    ).rejects.toThrow('nothing');
    expect(await names()).toEqual(['a']);
  });

  it('return what their statements return, and are read by everybody once they are acknowledged', async () => {
    const org = randomBytes(32);
    await store.write([
      step(store.db.insertInto('organisations').values({ org, sequence: 5, head_position: 0 })),
    ]);
    const raise = store.db.updateTable('organisations').set((row) => ({ sequence: row('sequence', '+', 1) }));
    const done = await store.write([step(raise.where('org', '=', org).returning('sequence'), 1)]);
    expect(done.ok && done.value[0]).toEqual([{ sequence: 6 }]);
    const row = await store.db.selectFrom('organisations').selectAll().executeTakeFirstOrThrow();
    expect(row).toEqual({ org, sequence: 6, head_position: 0 });
  });
});

describe('group commit', () => {
  it('keeps the order of arrival, loses nothing, and never runs two groups at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 60 }), async (pauses) => {
        const order: string[] = [];
        let running = 0;
        const commits = groupCommit(async (units: readonly Unit[]) => {
          running += 1;
          expect(running).toBe(1);
          await new Promise((done) => setImmediate(done));
          order.push(...units.map(([first]) => first?.sql ?? ''));
          running -= 1;
          return units.map((): UnitOutcome => ({ ok: true, value: [] }));
        });
        const written: Promise<UnitOutcome>[] = [];
        for (const [index, pause] of pauses.entries()) {
          for (let turn = 0; turn < pause; turn += 1) await Promise.resolve();
          written.push(commits.write([{ sql: String(index), parameters: [], expect: null, refusal: '' }]));
        }
        expect(await Promise.all(written)).toHaveLength(pauses.length);
        expect(order).toEqual(pauses.map((_, index) => String(index)));
        await commits.settled();
      }),
    );
  });

  it('fails every unit of a group that fails, and goes on with the next', async () => {
    let failing = true;
    const commits = groupCommit(async (units) => {
      if (failing) throw new Error('the thread is gone');
      return units.map((): UnitOutcome => ({ ok: true, value: [] }));
    });
    const both = await Promise.allSettled([commits.write([]), commits.write([])]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    failing = false;
    expect(await commits.write([])).toMatchObject({ ok: true });
  });
});
