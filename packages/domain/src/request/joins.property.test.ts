import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { officer, second, story } from '../testing/conversation.ts';
import { at, hash, id } from '../testing/people.ts';
import { foldRequest } from './fold.ts';
import { groupsOf, type Joins, linesOf, partingOf } from './joins.ts';
import { canJoin, canUnjoin } from './rules.ts';
import type { RequestState } from './state.ts';

const names = [1, 2, 3, 4, 5].map(hash);
const begun = story().state;

type Step =
  | { readonly type: 'join'; readonly left: number; readonly right: number }
  | { readonly type: 'part'; readonly one: number };
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc
      .tuple(fc.nat(4), fc.nat(4))
      .filter(([left, right]) => left !== right)
      .map(([left, right]): Step => ({ type: 'join', left, right })),
    fc.nat(4).map((one): Step => ({ type: 'part', one })),
  ),
  { maxLength: 12 },
);

const nameAt = (place: number): string => names[place] ?? '';

/** What two officers write at once, each on what she sees: events by record. */
function written(
  seen: ReadonlyMap<string, RequestState>,
  story: readonly Step[],
  first: number,
): readonly (readonly [string, unknown])[] {
  let states = new Map(seen);
  const events: (readonly [string, unknown])[] = [];
  let next = first;
  const write = (record: string, event: unknown): void => {
    events.push([record, event]);
    const state = states.get(record) ?? begun;
    next += 1;
    states = new Map(states).set(record, foldRequest(state, event, at(next, officer)));
  };
  const join = (left: string, right: string): void => {
    next += 1;
    write(left, { type: 'RequestJoined', v: 1, join: id(next), record: right });
    write(right, { type: 'RequestJoined', v: 1, join: id(next), record: left });
  };
  for (const step of story) {
    if (step.type === 'join') join(nameAt(step.left), nameAt(step.right));
    else {
      const parting = partingOf(states, nameAt(step.one));
      for (const [record, joins] of parting.undo) write(record, { type: 'RequestUnjoined', v: 1, joins });
      for (const [left, right] of parting.join) join(left, right);
    }
  }
  return events;
}

const apply = (
  states: ReadonlyMap<string, RequestState>,
  events: readonly (readonly [string, unknown])[],
  from: number,
): ReadonlyMap<string, RequestState> =>
  events.reduce(
    (all, [record, event], index) =>
      new Map(all).set(record, foldRequest(all.get(record) ?? begun, event, at(from + index, officer))),
    states,
  );

const start: ReadonlyMap<string, RequestState> = new Map(names.map((name) => [name, begun]));

describe('several requests of one person', () => {
  it('are shown alike from every one of them, whatever was joined and undone', () => {
    fc.assert(
      fc.property(steps, (told) => {
        const groups = groupsOf(apply(start, written(start, told, 10), 10));
        for (const [record, group] of groups) {
          expect(group).toContain(record);
          expect(group.length).toBeGreaterThan(1);
          for (const other of group) expect(groups.get(other)).toEqual(group);
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('come out the same in whichever order two officers’ joins and partings arrive', () => {
    fc.assert(
      fc.property(steps, steps, steps, (before, mine, hers) => {
        const base = apply(start, written(start, before, 10), 10);
        const [left, right] = [written(base, mine, 1000), written(base, hers, 2000)];
        const one = apply(apply(base, left, 3000), right, 4000);
        const other = apply(apply(base, right, 3000), left, 4000);
        expect(groupsOf(one)).toEqual(groupsOf(other));
        expect(linesOf(one)).toEqual(linesOf(other));
      }),
      { numRuns: runs(200) },
    );
  });

  it('let one stand alone again, and keep the others of the same person together', () => {
    fc.assert(
      fc.property(steps, fc.nat(4), (told, one) => {
        const base = apply(start, written(start, told, 10), 10);
        const group = groupsOf(base).get(nameAt(one)) ?? [];
        const after = groupsOf(apply(base, written(base, [{ type: 'part', one }], 5000), 5000));
        expect(after.has(nameAt(one))).toBe(false);
        const left = group.filter((record) => record !== nameAt(one));
        for (const record of left)
          expect(after.get(record) ?? [record]).toEqual(left.length > 1 ? left : [record]);
      }),
      { numRuns: runs(200) },
    );
  });

  it('stay joined where only one of the two records can be read here', () => {
    const records: ReadonlyMap<string, Joins> = new Map([
      [hash(1), { joins: [{ join: id(1), record: hash(2) }], unjoined: [] }],
    ]);
    expect(groupsOf(records).get(hash(1))).toEqual([hash(1), hash(2)]);
  });

  it('do not come apart by an undoing that somebody made of an older join: a new join has a name of its own', () => {
    const told = story()
      .event(3, officer, { type: 'RequestJoined', v: 1, join: id(1), record: hash(2) })
      .event(4, second, { type: 'RequestUnjoined', v: 1, joins: [id(1)] })
      .event(5, officer, { type: 'RequestJoined', v: 1, join: id(2), record: hash(2) });
    expect(groupsOf(new Map([[hash(1), told.state]])).get(hash(1))).toEqual([hash(1), hash(2)]);
    expect(canJoin(told.state, officer, id(2), hash(2))).toMatchObject({ error: { code: 'no_change' } });
    expect(canUnjoin(told.state, officer, [id(1)])).toMatchObject({ error: { code: 'no_change' } });
    expect(told.state.items).toEqual(begun.items);
  });
});
