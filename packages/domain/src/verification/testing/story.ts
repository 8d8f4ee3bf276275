import { baseOf, editOf, putAwayOf } from '../../shared/items.ts';
import { at, colleague, id } from '../../testing/people.ts';
import {
  type AnswerValues,
  type AskingValues,
  answerItems,
  askingItems,
  type FindingValues,
  findingItems,
  type SourceValues,
  sourceItems,
  type VerificationEvent,
} from '../events.ts';
import { applyVerification, emptyVerification, type VerificationState } from '../state.ts';

/* Verifications for tests: plainly synthetic, told step by step. */

export const verifier = colleague(3, 'verifier');
export const stake = { has: 'none', words: '' } as const;

const made = (event: VerificationEvent | null): VerificationEvent => {
  if (event === null) throw new Error('nothing changes');
  return event;
};

/** A source, or a change of one. */
export const source = (
  number: number,
  values: Partial<SourceValues> = {},
  before?: VerificationState,
): VerificationEvent => {
  const known = before?.sources.get(id(number));
  const first: Partial<SourceValues> = {
    label: `Source ${number}`,
    kind: 'vs_named_referee',
    origin: 'named_by_her',
    through: null,
    official: 'no',
    knows: [],
    stake,
    doubt: null,
  };
  return made(
    editOf(sourceItems, baseOf(known, id(number)), known === undefined ? { ...first, ...values } : values),
  );
};

export const answer = (
  number: number,
  values: Pick<AnswerValues, 'answer'> & { readonly of: number } & Partial<AnswerValues>,
): VerificationEvent => {
  const { of, ...rest } = values;
  return made(
    editOf(answerItems, baseOf<AnswerValues>(undefined, id(1000 + number)), {
      source: id(of),
      question: 'vq_defender_work',
      words: '',
      on: '2026-11-01',
      sheet: null,
      ...rest,
    }),
  );
};

export const finding = (
  number: number,
  values: Partial<FindingValues> & Pick<FindingValues, 'level'>,
): VerificationEvent =>
  made(
    editOf(findingItems, baseOf<FindingValues>(undefined, id(2000 + number)), {
      question: 'vq_defender_work',
      sources: [],
      confidence: 'conf_medium',
      stake,
      words: '',
      on: '2026-11-02',
      until: null,
      foundBy: '',
      ...values,
    }),
  );

export const asking = (number: number, of: number, values: Partial<AskingValues> = {}): VerificationEvent =>
  made(
    editOf(askingItems, baseOf<AskingValues>(undefined, id(3000 + number)), {
      source: id(of),
      questions: ['vq_defender_work'],
      told: ['pen_name', 'work'],
      words: '',
      channel: null,
      on: '2026-11-01',
      although: '',
      ...values,
    }),
  );

export const awayFinding = (number: number, reason: string): VerificationEvent =>
  putAwayOf(findingItems, id(2000 + number), reason);

/** What is true after these events; each in an entry of its own. */
export function told(...events: readonly VerificationEvent[]): VerificationState {
  return after(emptyVerification, ...events);
}

/** What is true after more events. */
export function after(state: VerificationState, ...events: readonly VerificationEvent[]): VerificationState {
  let entry = [...state.sources.values(), ...state.answers.values(), ...state.findings.values()].reduce(
    (sum, { steps }) => sum + steps.length,
    1,
  );
  return events.reduce((before, event) => {
    entry += 1;
    const applied = applyVerification(before, event, at(entry, verifier));
    if (!applied.ok) throw new Error(`${event.type} ${applied.error.code}`);
    return applied.value;
  }, state);
}
