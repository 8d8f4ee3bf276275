import { baseOf, editOf, valueIn } from '../shared/items.ts';
import type { SheetQuestion } from '../sheet/message.ts';
import type { Sheet, SheetAnswer } from '../sheet/state.ts';
import {
  type AnswerValues,
  answerItems,
  type FindingValues,
  findingItems,
  type Question,
  type SourceValues,
  sourceItems,
  type VerificationEvent,
} from './events.ts';
import type { VerificationState } from './state.ts';
import { termFor, type VerificationTerms } from './terms.ts';

/* An answer to a question sheet becomes what a source said, and where the verifier says so a finding, in one step. */

/** Which of our questions an answer speaks to; null where only a person can say. */
export const speaksTo: Readonly<Record<SheetQuestion, Question | null>> = {
  know_work: 'vq_defender_work',
  know_person: 'vq_identity',
  belongs: 'vq_defender_work',
  event: 'vq_events',
  event_linked: 'vq_causal_link',
  document: 'vq_events',
  own: null,
};

/** One answer as it will be kept, before somebody has looked at it. */
export type TakenAnswer = Pick<AnswerValues, 'answer' | 'words'> & {
  /** Where it stands among the questions of the sheet. */
  readonly index: number;
  readonly question: Question | null;
  /** The level that a finding might have: an offer, that a person takes or leaves. Null where none is offered. */
  readonly level: FindingValues['level'] | null;
};

/**
 * The answers in an answer to a sheet. A level is offered for a yes alone: a no may be a rival's, and whoever does not
 * know has said nothing.
 */
export function takenFrom(
  state: VerificationState,
  sheet: Pick<Sheet, 'questions' | 'source'>,
  answer: Pick<SheetAnswer, 'message'>,
): readonly TakenAnswer[] {
  const source = sheet.source === null ? undefined : state.sources.get(sheet.source);
  const independent = source !== undefined && valueIn(source, 'origin') === 'independent';
  return (answer.message?.answers ?? []).flatMap((given, index): readonly TakenAnswer[] => {
    const asked = sheet.questions[index];
    if (asked === undefined || given.answer === null) return [];
    const level = given.answer === 'yes' ? (independent ? 'ver_4_independent' : 'ver_3_referee') : null;
    return [{ index, question: speaksTo[asked.ask], answer: given.answer, words: given.words, level }];
  });
}

/** What a person decided about the answers. */
export type TakingOver = {
  readonly answers: readonly {
    readonly index: number;
    readonly question: Question;
    /** The finding that she makes of it; null for none. */
    readonly finding: Pick<FindingValues, 'level' | 'confidence'> | null;
    /** The finding in a line. */
    readonly words: string;
  }[];
  /** What the source is, where the sheet named nobody in the file yet. */
  readonly source: Partial<SourceValues> & Pick<SourceValues, 'label' | 'kind' | 'origin'>;
  readonly stake: FindingValues['stake'];
  readonly on: string;
  /** The terms in force, by which findings are written. */
  readonly terms?: VerificationTerms;
};

/** The id of what came from one answer: taking it over twice makes one thing. */
const idFrom = (hash: string, index: number, kind: number): string =>
  `${hash.slice(0, 28)}${kind.toString(16)}${index.toString(16).padStart(3, '0')}`;

/** The source to which a sheet went: the one that it names, or the one that is made of its answer. */
export const sourceOfSheet = (sheet: Pick<Sheet, 'source' | 'id'>): string => sheet.source ?? sheet.id;

/** Everything that taking an answer over writes: the source where it is new, what it said, and the findings. */
export function takeOver(
  state: VerificationState,
  sheet: Pick<Sheet, 'id' | 'source' | 'questions'>,
  answer: Pick<SheetAnswer, 'hash' | 'message'>,
  decided: TakingOver,
): readonly VerificationEvent[] {
  const source = sourceOfSheet(sheet);
  const events: VerificationEvent[] = [];
  const keep = (event: VerificationEvent | null) => {
    if (event !== null) events.push(event);
  };
  if (!state.sources.has(source))
    keep(
      editOf(sourceItems, baseOf<SourceValues>(undefined, source), {
        through: null,
        person: null,
        known: '',
        official: 'not_known',
        channel: null,
        knows: [],
        stake: stakeSaid(answer.message),
        doubt: null,
        mayTell: null,
        ...decided.source,
      }),
    );
  for (const { index, question, finding, words } of decided.answers) {
    const given = answer.message?.answers[index];
    if (given === undefined || given.answer === null) continue;
    const answerId = idFrom(answer.hash, index, 1);
    if (!state.answers.has(answerId))
      keep(
        editOf(answerItems, baseOf<AnswerValues>(undefined, answerId), {
          source,
          question,
          answer: given.answer,
          words: given.words,
          on: decided.on,
          sheet: { sheet: sheet.id, answer: answer.hash, question: index },
        }),
      );
    const findingId = idFrom(answer.hash, index, 2);
    if (finding !== null && !state.findings.has(findingId))
      keep(
        editOf(findingItems, baseOf<FindingValues>(undefined, findingId), {
          question,
          ...finding,
          sources: [source],
          stake: decided.stake,
          words,
          on: decided.on,
          until: null,
          term: decided.terms === undefined ? null : termFor(decided.terms, question),
          foundBy: '',
        }),
      );
  }
  return events;
}

/** Whether an answer to a sheet was taken over already. */
export function isTakenOver(state: VerificationState, answer: Pick<SheetAnswer, 'hash'>): boolean {
  return [...state.answers.values()].some((one) => valueIn(one, 'sheet')?.answer === answer.hash);
}

/** What whoever answered says of a stake of their own. */
function stakeSaid(message: SheetAnswer['message']): SourceValues['stake'] {
  if (message === null || message.stake === null || message.stake === 'rather_not')
    return { has: 'not_known', words: message?.stakeWords ?? '' };
  return { has: message.stake, words: message.stakeWords };
}
