import { encode, page, type Row } from '@leeward/sealed-log/wire';
import { beforeAll, describe, expect, it } from 'vitest';
import { minute } from '../support/engine-desk.ts';
import { answers, type Deed, hugeAnswer, isAppend, isPull, showing } from '../support/hostile-relay.ts';
import { problem } from '../support/memory-relay.ts';
import { copyWorld, makeWorld, note, notesOf, sameEverywhere, type World } from '../support/world.ts';

let made: World;
beforeAll(async () => {
  made = await makeWorld();
});

/** A desk whose relay answers like this keeps its work, and goes on when it behaves. */
async function staysUsable(deed: Deed): Promise<World> {
  const world = copyWorld(made);
  const { hostile, three, clock } = world;
  hostile.does('three', deed);
  await three.act(note(world.case, 'Written meanwhile.'));
  expect(await notesOf(three, world.case)).toHaveLength(3);
  expect((await three.case(world.case)).pending).toMatchObject([{ text: 'Written meanwhile.' }]);
  hostile.behaves();
  clock.now += 6 * minute;
  await world.settle();
  expect(await notesOf(world.one, world.case)).toContain('Written meanwhile.');
  expect(await sameEverywhere(world.desks, world.case)).toBe(true);
  return world;
}

describe('an answer that is too much', () => {
  it('[fault 14] is let go at the first byte too many, for pulls, heads and acknowledgements', async () => {
    const taken = { bytes: 0 };
    await staysUsable(answers(isPull, () => hugeAnswer(null, taken)));
    expect(taken.bytes).toBeLessThan(8 * 1024 * 1024);
    taken.bytes = 0;
    await staysUsable(answers(isAppend, () => hugeAnswer(null, taken)));
    expect(taken.bytes).toBeLessThan(1024 * 1024);
    taken.bytes = 0;
    await staysUsable(answers(isAppend, () => hugeAnswer(null, taken, 409)));
    expect(taken.bytes).toBeLessThan(2 * 1024 * 1024);
  });

  it('[fault 14] is refused where it is nested without end, in a page or in a problem', async () => {
    const deep = `{"code":${'['.repeat(60_000)}${']'.repeat(60_000)}}`;
    await staysUsable(answers(isAppend, () => new Response(deep, { status: 409 })));
    await staysUsable(answers(isPull, () => new Response(deep, { status: 200 })));
    await staysUsable(answers(isPull, () => new Response(deep, { status: 500 })));
  });

  it('[fault 14] does not keep a desk busy for ever with pages that lead nowhere', async () => {
    const nothing = encode(page, { rows: [], next: 0, more: 1 });
    await staysUsable(answers(isPull, () => new Response(nothing, { status: 200 })));
    const same = encode(page, {
      rows: [{ sequence: 1, kind: 1, bytes: made.relay.rows()[0]?.bytes ?? new Uint8Array(0) }],
      next: 1,
      more: 1,
    });
    await staysUsable(answers(isPull, () => new Response(same, { status: 200 })));
  });

  it('[fault 14] ends a turn after so many pages of inventions: a person’s own work goes out between them', async () => {
    const world = copyWorld(made);
    const { hostile, three, relay } = world;
    let asked = 0;
    const inventions = new Map<number, Row>();
    const invented = (sequence: number): Row => {
      const row = inventions.get(sequence) ?? {
        sequence,
        kind: 1,
        bytes: crypto.getRandomValues(new Uint8Array(600)),
      };
      inventions.set(sequence, row);
      return row;
    };
    hostile.does('three', async (exchange, next) => {
      if (!isPull(exchange)) return next();
      asked += 1;
      const after = Number(exchange.query.get('after') ?? 0);
      // What is there, then entries of records that nobody ever wrote, without end.
      const rows = Array.from({ length: 50 }, (_, index) => {
        const sequence = after + 1 + index;
        return relay.rows()[sequence - 1] ?? invented(sequence);
      });
      return new Response(encode(page, { rows, next: after + 50, more: 1 }), { status: 200 });
    });
    const before = three.engine.records.size;
    await three.sync();
    expect(asked).toBeLessThan(40);
    expect(three.engine.records.size).toBe(before);
    expect(three.alerts()).toHaveLength(1);
    const stored = three.store.everything().length;
    await three.sync();
    expect(three.store.everything().length).toBeLessThan(stored + 4);
  });

  it('[fault 14][rule 5] cannot fill the memory with loose ends: what waits is bounded', async () => {
    const world = copyWorld(made);
    const { hostile, three, one, relay, clock } = world;
    await one.act(note(world.case, 'The true next one.'));
    const row = relay.rows().at(-1);
    if (row === undefined) throw new Error('no row');
    // The same entry, said to stand at ever later places: each a loose end of its own.
    hostile.does(
      'three',
      showing((rows) => {
        const first = rows.slice(0, 1);
        const loose = Array.from({ length: 3000 }, (_, index) => {
          const bytes = row.bytes.slice();
          new DataView(bytes.buffer).setUint32(4 + 67, 1000 + index);
          return { sequence: 10_000 + index, kind: 1 as const, bytes };
        });
        return [...first, ...loose];
      }),
    );
    await three.sync();
    const waiting = [...three.engine.waiting.values()].reduce((sum, pool) => sum + pool.size, 0);
    expect(waiting).toBe(0);
    hostile.behaves();
    clock.now += 6 * minute;
    await world.settle();
    expect(await sameEverywhere(world.desks, world.case)).toBe(true);
  });
});

describe('a relay that claims to be older', () => {
  it('[fault 13] gets nothing weaker: entries of another version are no entries, and nothing is negotiated', async () => {
    const world = copyWorld(made);
    const { hostile, three, one, clock } = world;
    await one.act(note(world.case, 'In the only version there is.'));
    for (const version of [0, 2, 255]) {
      hostile.does(
        'three',
        showing((rows) =>
          rows.map((row, index) => {
            if (index === 0) return row;
            const bytes = row.bytes.slice();
            bytes[4] = version;
            return { ...row, bytes };
          }),
        ),
      );
      await three.sync();
      expect(await notesOf(three, world.case)).not.toContain('In the only version there is.');
    }
    expect(three.alerts('notInChain').length).toBeGreaterThan(0);
    hostile.behaves();
    clock.now += 6 * minute;
    await three.sync();
    expect(await sameEverywhere(world.desks, world.case)).toBe(true);
    const paths = new Set(hostile.asked.map((exchange) => exchange.path.replace(/^\/o\/[^/]+/, '')));
    // No question about versions or abilities is ever asked: there is no answer to be believed.
    expect([...paths].filter((path) => /health|version|openapi/.test(path))).toEqual([]);
  });

  it('[fault 13] and says that it cannot do what it is asked: the words stay in the outbox', async () => {
    await staysUsable(answers(isAppend, () => problem(404, 'nothing-there')));
    await staysUsable(answers(isAppend, () => problem(501, 'not-built')));
  });
});
