import { latest } from '@leeward/domain/shared/field.ts';
import { describe, expect, it } from 'vitest';
import { bringing, given, rowsToBring } from '../support/bring.ts';
import { clockAt, type EngineDesk, foundDesk, joinDesk, minute, teamFor } from '../support/engine-desk.ts';
import { memoryRelay } from '../support/memory-relay.ts';
import { runs } from '../support/size.ts';
import { settle } from '../support/world.ts';

/* An import of 1,000 rows made 2,000 cases in other systems. Here it is tried by everything that ever made it so. */

const many = runs(120, 1000);
const source = 'Cases of last year';
const rows = rowsToBring([
  ['Case No', 'Alias', 'Priority', 'Country', 'Remarks'],
  ...Array.from({ length: many }, (_, index) => [
    `A-${index}`,
    `Tree ${index}`,
    'high',
    index % 2 === 0 ? 'Kenya' : 'Uganda',
    `Said: ${index}`,
  ]),
]);

/** The line of a desk goes after some entries, as in the middle of a morning. */
function lineGoesAfter(desk: EngineDesk, entries: number): void {
  const { client } = desk.engine;
  let sent = 0;
  const append = async (...args: Parameters<typeof client.append>) => {
    sent += 1;
    return sent > entries ? { ok: false, error: { code: 'offline' } } : client.append(...args);
  };
  Object.assign(desk.engine, {
    client: new Proxy(client, {
      get: (target, name, self) => (name === 'append' ? append : Reflect.get(target, name, self)),
    }),
  });
}

const casesAt = ({ engine }: EngineDesk): readonly string[] =>
  [...engine.summaries.values()].flatMap((one) => (one.kind === 'case' ? [one.line.pseudonym] : []));

describe('a table of many rows', () => {
  it(`[fault 14] makes as many cases as it has rows: pressed twice at once, killed halfway, brought again by her and by a colleague (${many} rows)`, async () => {
    const relay = await memoryRelay();
    const clock = clockAt();
    const first = await foundDesk(relay.fetch, clock);
    const second = await joinDesk(first, relay.fetch, clock);
    await settle([first, second]);
    const teams = [teamFor(first, 'protection')];
    const bring = async (desk: EngineDesk, batch: string) => {
      clock.now += minute;
      return given(await bringing(desk).bringCases({ batch: batch.repeat(16), source, teams, rows }));
    };
    // Pressed, and pressed again before anything was sent.
    expect(await bring(first, '0a')).toMatchObject({ brought: many, known: [] });
    expect(await bring(first, '0a')).toMatchObject({ brought: 0 });
    expect(await bring(first, '0b')).toMatchObject({ brought: 0 });
    // Her colleague brings the same table, knowing nothing of it; half of it gets through.
    expect(await bring(second, '0c')).toMatchObject({ brought: many });
    lineGoesAfter(second, Math.floor(many / 2));
    await second.sync();
    // The first desk sends some of hers, the line goes, and then the device dies.
    lineGoesAfter(first, Math.floor(many / 3));
    await first.sync();
    const waiting = given(await bringing(first).batches({})).find(({ batch }) => batch.startsWith('0a'));
    expect(waiting?.waiting).toBeGreaterThan(0);
    expect(waiting?.waiting).toBeLessThan(many);
    const again = await first.reopened();
    // Opened in the morning, she is not sure whether it had worked, and presses once more.
    expect(await bring(again, '0d')).toMatchObject({ brought: 0 });
    const back = await second.reopened();
    expect(await bring(back, '0c')).toMatchObject({ brought: 0 });
    await settle([again, back]);
    expect(await bring(again, '0e')).toMatchObject({ brought: 0 });
    await settle([again, back]);

    for (const desk of [again, back]) {
      expect(desk.engine.outbox).toEqual([]);
      expect(casesAt(desk)).toHaveLength(many);
      expect(new Set(casesAt(desk)).size).toBe(many);
    }
    // Nothing of a row stands twice in its case either.
    for (const [record, summary] of [...again.engine.summaries].slice(-30)) {
      if (summary.kind !== 'case') continue;
      const { state } = await again.case(record);
      expect(state.notes).toHaveLength(1);
      expect(state.urgencyHistory).toHaveLength(1);
      expect(state.parts.situation.size).toBe(1);
      expect(latest(state.pseudonym)).toBe(summary.line.pseudonym);
    }
    const batches = given(await bringing(again).batches({}));
    expect(batches.reduce((sum, { cases }) => sum + cases, 0)).toBe(many);
    expect(batches.every(({ waiting: left }) => left === 0)).toBe(true);
  }, 600_000);
});
