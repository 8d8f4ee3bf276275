import { describe, expect, it } from 'vitest';
import { baseOf, editOf, type Items, putAwayOf, valueIn } from '../shared/items.ts';
import { at, colleague, id } from '../testing/people.ts';
import { type StageEvent, type StageValues, stageItems } from './events.ts';
import { stagePart } from './part.ts';
import { endedStages, openStages, timesIn } from './state.ts';

const officer = colleague(1, 'officer');
let entry = 0;
function told(state: Items<StageValues>, event: StageEvent | null): Items<StageValues> {
  if (event === null) throw new Error('nothing changes');
  entry += 1;
  const applied = stagePart.apply(state, event, at(entry, officer));
  if (!applied.ok) throw new Error(applied.error.code);
  return applied.value;
}
const begin = (state: Items<StageValues>, number: number, stage: StageValues['stage'], from: string) =>
  told(
    state,
    editOf(stageItems, baseOf<StageValues>(undefined, id(number)), {
      stage,
      lead: null,
      from,
      until: null,
      note: '',
    }),
  );
const end = (state: Items<StageValues>, number: number, until: string) =>
  told(state, editOf(stageItems, baseOf(state.get(id(number)), id(number)), { until }));
const names = (stages: ReturnType<typeof openStages>) => stages.map((stage) => valueIn(stage, 'stage'));

describe('the stages of a case', () => {
  it('run beside each other: she is verified while a grant for her lock is decided', () => {
    const state = begin(begin(new Map(), 1, 'verification', '2026-11-01'), 2, 'grant', '2026-11-03');
    expect(names(openStages(state))).toEqual(['verification', 'grant']);
  });

  it('end and come again, and each time is counted: relocation, exile, a new threat, a new grant [invariant 6]', () => {
    let state = begin(new Map(), 1, 'grant', '2026-01-10');
    state = end(state, 1, '2026-01-20');
    state = begin(state, 2, 'relocation', '2026-02-01');
    state = end(state, 2, '2026-08-01');
    state = begin(state, 3, 'exile', '2026-08-01');
    state = begin(state, 4, 'grant', '2026-11-10');
    expect(names(openStages(state))).toEqual(['exile', 'grant']);
    expect(names(endedStages(state))).toEqual(['relocation', 'grant']);
    expect([timesIn(state, 'grant'), timesIn(state, 'return')]).toEqual([2, 0]);
  });

  it('are put away where they were a mistake, and then not counted', () => {
    const state = told(
      begin(new Map(), 1, 'return', '2026-01-10'),
      putAwayOf(stageItems, id(1), 'Wrong case.'),
    );
    expect([openStages(state).length, timesIn(state, 'return')]).toEqual([0, 0]);
  });
});
