import { describe, expect, it } from 'vitest';
import { type MeasureValues, measureItems } from '../plan/events.ts';
import { baseOf, editOf } from '../shared/items.ts';
import { type Danger, danger, dayAt, judged } from '../testing/danger-of-a-case.ts';
import { id } from '../testing/people.ts';
import { landDefender, them } from '../testing/people-of-a-case.ts';
import { adviceOn } from './advice.ts';
import { reviewsDue } from './clocks.ts';
import { plannedMoves } from './moves.ts';

const measure = (values: Partial<MeasureValues>, before?: Danger) => {
  const event = editOf(measureItems, baseOf(before?.state.parts.plan.measures.get(id(21)), id(21)), values);
  if (event === null) throw new Error('nothing changes');
  return event;
};
const move = { kind: 'regional_relocation', what: 'To the coast.' } as const;
const moves = (story: Danger) =>
  reviewsDue(story.state)
    .filter(({ why }) => why === 'move')
    .map(({ due, of }) => [due, of]);
const advised = (story: Danger, day: number) =>
  adviceOn(story.state, dayAt(day)).find(({ code }) => code === 'move')?.of ?? [];

describe('a move that stands in the plan', () => {
  const begun = danger(landDefender);
  const planned = begun.on(2, measure({ ...move, by: dayAt(12) }));

  it('asks for the road and the place to be judged by its day, without anybody writing it down a second time', () => {
    expect(moves(planned)).toEqual([[dayAt(12), id(21)]]);
    expect(advised(planned, 3)).toEqual([id(21)]);
    const way = planned.on(
      4,
      judged(planned.state, id(601), { who: them.defender, on: dayAt(4), setting: 'set_way' }),
    );
    expect(moves(way)).toHaveLength(1);
    const both = way.on(
      4,
      judged(way.state, id(602), { who: them.defender, on: dayAt(4), setting: 'set_there' }),
    );
    expect(moves(both)).toEqual([]);
    expect(advised(both, 5)).toEqual([]);
  });

  it('is advice and no clock while it is only an idea, and neither once it is done, stopped or refused', () => {
    const idea = begun.on(2, measure(move));
    expect([moves(idea), advised(idea, 3)]).toEqual([[], [id(21)]]);
    const ready = idea.on(3, measure({ state: 'ready' }, idea));
    expect(moves(ready)).toEqual([[dayAt(2), id(21)]]);
    for (const state of ['done', 'stopped'] as const)
      expect(plannedMoves(planned.on(4, measure({ state }, planned)).state)).toEqual([]);
    const refused = planned.on(4, {
      type: 'MeasureAnswered',
      v: 1,
      measure: id(21),
      answer: 'refused',
      on: dayAt(4),
      way: 'At her door',
      words: 'No.',
      item: null,
      seen: 1,
    });
    expect([moves(refused), advised(refused, 5)]).toEqual([[], []]);
  });

  it('that uproots nobody asks for nothing', () => {
    const lock = begun.on(2, measure({ kind: 'security_equipment', what: 'A lock.', by: dayAt(12) }));
    expect(moves(lock)).toEqual([]);
  });
});
