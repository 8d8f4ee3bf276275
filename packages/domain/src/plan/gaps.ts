import { latest } from '../shared/field.ts';
import { standing, valueIn } from '../shared/items.ts';
import { type DoorWords, herWord } from './her-word.ts';
import { contactsFor, gapsOf, isOpenMeasure, measuresInOrder, type PlanState, pageOf } from './state.ts';

/** What a plan still lacks, in the order in which the handbook asks it. */
export type PlanGap =
  | 'no_measure'
  | 'relocation_reason'
  | 'not_asked_her'
  | 'changed_since'
  | 'no_fallback'
  | 'no_contact'
  | 'no_arrest_word'
  | 'no_publicity';

export function planGaps(state: PlanState, door: DoorWords = new Map()): readonly PlanGap[] {
  const open = measuresInOrder(state).filter(isOpenMeasure);
  const words = open.map((measure) => herWord(state, measure, door).kind);
  const page = pageOf(state);
  const written = (name: 'arrestTell' | 'publicityFor' | 'publicityAgainst') =>
    page !== undefined && (latest(page.fields[name] ?? []) ?? '').trim() !== '';
  const gaps: readonly (readonly [PlanGap, boolean])[] = [
    ['no_measure', standing(state.measures).length === 0],
    ['relocation_reason', open.some((measure) => gapsOf(measure).length > 0)],
    ['not_asked_her', words.includes('not_asked')],
    ['changed_since', words.includes('changed_since')],
    ['no_fallback', open.some((measure) => (valueIn(measure, 'fallback') ?? '').trim() === '')],
    ['no_contact', standing(state.contacts).length === 0],
    ['no_arrest_word', !written('arrestTell') && contactsFor(state, 'arrest').length === 0],
    ['no_publicity', !written('publicityFor') && !written('publicityAgainst')],
  ];
  return gaps.flatMap(([gap, isOpen]) => (isOpen ? [gap] : []));
}
