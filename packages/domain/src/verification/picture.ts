import { verificationQuestion } from '@leeward/vocabulary/lists/verification-question.ts';
import { type Item, standing, type Values, valueIn } from '../shared/items.ts';
import type { AnswerCode, FindingValues, Question } from './events.ts';
import { type Expiry, expiryOf, isOver, type NewEvent } from './expiry.ts';
import {
  answersOf,
  answersTo,
  broughtBy,
  type Finding,
  findingsAbout,
  rootOf,
  type SourceAnswer,
  type VerificationState,
} from './state.ts';

/*
 * What is known about each question, in words with reasons. Nothing is added up: there is no score, and nothing here
 * decides. Not knowing, and not wishing to say, take no part in any of it beyond being told.
 */

/** What an officer should see beside a question. `against` speaks against her; `careful` against the checking. */
export type PictureNote = {
  readonly code: NoteCode;
  readonly tone: 'for' | 'against' | 'careful' | 'plain';
  /** The sources that it speaks of. */
  readonly sources: readonly string[];
  /** The findings that it speaks of. */
  readonly findings: readonly string[];
  /** More that its words need. */
  readonly details?: Readonly<Record<string, string>>;
};

export type NoteCode =
  /** Sources say yes. */
  | 'confirmed_by'
  /** Sources say no. */
  | 'denied_by'
  /** Some say yes and some say no: both are shown. */
  | 'contradiction'
  /** A source said one thing and later the other. */
  | 'changed_answer'
  /** Sources do not know, or would rather not say: no mark against her. */
  | 'does_not_know'
  /** All who said the same came through one source: they are one voice. */
  | 'one_root'
  /** All who said the same know of each other. */
  | 'know_each_other'
  /** An officer does not rely on the source; details: reason. */
  | 'doubtful'
  /** It came through a source on which an officer does not rely. */
  | 'came_through_doubtful'
  /** The source has a stake; details: stake. */
  | 'source_stake'
  /** Whoever found it has a stake; details: stake. */
  | 'verifier_stake'
  /** The level says that somebody vouches, or that somebody independent confirms, and no such source said so. */
  | 'level_beyond_sources'
  /** It rests on doubtful sources alone. */
  | 'rests_on_doubtful'
  /** Findings that hold say different things. */
  | 'findings_differ';

export type QuestionPicture = {
  readonly question: Question;
  /** What holds today, the newest first. */
  readonly holding: readonly { readonly finding: Finding; readonly expiry: Expiry }[];
  /** What held once. */
  readonly lapsed: readonly { readonly finding: Finding; readonly expiry: Expiry }[];
  readonly answers: readonly SourceAnswer[];
  readonly notes: readonly PictureNote[];
  readonly stands: Stands;
};

/** Where a question stands. `answered`: sources spoke and nobody has judged yet. */
export type Stands =
  | 'nothing_yet'
  | 'answered'
  | 'stated'
  | 'documented'
  | 'vouched'
  | 'independent'
  | 'contradicted'
  | 'not_possible'
  | 'findings_differ'
  | 'lapsed';

const standsBy: Readonly<Record<FindingValues['level'], Stands>> = {
  ver_0_none: 'nothing_yet',
  ver_1_self: 'stated',
  ver_2_documents: 'documented',
  ver_3_referee: 'vouched',
  ver_4_independent: 'independent',
  ver_contradicted: 'contradicted',
  ver_not_possible: 'not_possible',
};

/** The questions that every verification settles (handbook 3.4). */
export const usualQuestions = [
  'vq_identity',
  'vq_defender_work',
  'vq_events',
  'vq_causal_link',
  'vq_need',
  'vq_safe_to_help',
] as const satisfies readonly Question[];

/** The usual questions, and the others about which something is known. */
export function questionsIn(state: VerificationState): readonly Question[] {
  const all: readonly Question[] = verificationQuestion.items.map(({ code }) => code);
  const used = new Set<Question>(usualQuestions);
  for (const items of [state.findings, state.answers])
    for (const item of standing<{ readonly question: Question } & Values>(
      items as ReadonlyMap<string, Item<{ readonly question: Question }>>,
    )) {
      const question = valueIn(item, 'question');
      if (question !== undefined) used.add(question);
    }
  const own = [...used].filter((question) => !all.includes(question)).toSorted();
  return [...usualQuestions, ...all.filter((code) => used.has(code) && !isUsual(code)), ...own];
}

const isUsual = (question: Question): boolean => (usualQuestions as readonly Question[]).includes(question);

/** What is known of every question on a day. */
export function pictureOf(
  state: VerificationState,
  today: string,
  events: readonly NewEvent[],
): readonly QuestionPicture[] {
  return questionsIn(state).map((question) => questionPicture(state, question, today, events));
}

/** What is known of one question on a day. */
export function questionPicture(
  state: VerificationState,
  question: Question,
  today: string,
  events: readonly NewEvent[],
): QuestionPicture {
  const dated = findingsAbout(state, question).map((finding) => ({
    finding,
    expiry: expiryOf(finding, events),
  }));
  const holding = dated.filter(({ expiry }) => !isOver(expiry, today));
  const lapsed = dated.filter(({ expiry }) => isOver(expiry, today));
  const answers = answersTo(state, question);
  const notes = [
    ...notesOnAnswers(state, question, answers),
    ...holding.flatMap(({ finding }) => notesOnFinding(state, question, finding)),
    ...notesOnDifferences(holding.map(({ finding }) => finding)),
  ];
  return { question, holding, lapsed, answers, notes, stands: standsOf(holding, lapsed, answers) };
}

function standsOf(
  holding: QuestionPicture['holding'],
  lapsed: QuestionPicture['lapsed'],
  answers: readonly SourceAnswer[],
): Stands {
  const levels = new Set(
    holding.flatMap(({ finding }) => {
      const level = valueIn(finding, 'level');
      return level === undefined || level === 'ver_0_none' ? [] : [level];
    }),
  );
  const contradicted = levels.has('ver_contradicted');
  // One says that it is contradicted and another that it is confirmed: no date decides between them.
  if (contradicted && levels.size > 1) return 'findings_differ';
  const newest = holding.find(({ finding }) => valueIn(finding, 'level') !== 'ver_0_none');
  if (newest !== undefined) return standsBy[valueIn(newest.finding, 'level') ?? 'ver_0_none'];
  if (lapsed.length > 0) return 'lapsed';
  return answers.some((answer) => isWord(valueIn(answer, 'answer'))) ? 'answered' : 'nothing_yet';
}

/** Yes and no are words in the matter; the other two are not. */
const isWord = (answer: AnswerCode | undefined): answer is 'yes' | 'no' =>
  answer === 'yes' || answer === 'no';

/** The last thing that each source said in the matter, leaving out what says nothing. */
export function lastWords(state: VerificationState, question: Question): ReadonlyMap<string, 'yes' | 'no'> {
  const words = new Map<string, 'yes' | 'no'>();
  for (const source of sourcesIn(answersTo(state, question)))
    for (const answer of answersOf(state, source, question)) {
      const said = valueIn(answer, 'answer');
      if (isWord(said)) words.set(source, said);
    }
  return words;
}

const sourcesIn = (answers: readonly SourceAnswer[]): readonly string[] => [
  ...new Set(answers.map((answer) => valueIn(answer, 'source') ?? '')),
];

function notesOnAnswers(
  state: VerificationState,
  question: Question,
  answers: readonly SourceAnswer[],
): readonly PictureNote[] {
  const words = lastWords(state, question);
  const saying = (word: 'yes' | 'no') => [...words].filter(([, said]) => said === word).map(([id]) => id);
  const [yes, no] = [saying('yes'), saying('no')];
  const notes: PictureNote[] = [];
  const add = (
    code: NoteCode,
    tone: PictureNote['tone'],
    sources: readonly string[],
    details?: PictureNote['details'],
  ) => notes.push({ code, tone, sources, findings: [], ...(details && { details }) });
  if (yes.length > 0) add('confirmed_by', 'for', yes);
  if (no.length > 0) add('denied_by', 'against', no);
  if (yes.length > 0 && no.length > 0) add('contradiction', 'careful', [...yes, ...no]);
  for (const source of words.keys()) {
    const said = answersOf(state, source, question)
      .map((answer) => valueIn(answer, 'answer'))
      .filter(isWord);
    if (new Set(said).size > 1) add('changed_answer', 'careful', [source]);
  }
  const silent = sourcesIn(answers).filter((source) => !words.has(source));
  if (silent.length > 0) add('does_not_know', 'plain', silent);
  for (const side of [yes, no]) {
    if (side.length < 2) continue;
    if (new Set(side.map((source) => rootOf(state, source))).size === 1) add('one_root', 'careful', side);
    else if (allKnowEachOther(state, side)) add('know_each_other', 'careful', side);
  }
  for (const source of words.keys()) notes.push(...notesOnSource(state, source));
  return notes;
}

/** Whether every two of them know of each other, one way at least. */
function allKnowEachOther(state: VerificationState, sources: readonly string[]): boolean {
  return sources.every((left, index) =>
    sources.slice(index + 1).every((right) => knowOfEachOther(state, left, right)),
  );
}

/** Whether one of two sources knows that the other is asked. */
export function knowOfEachOther(state: VerificationState, left: string, right: string): boolean {
  const knows = (one: string, other: string): boolean => {
    const item = state.sources.get(one);
    return item !== undefined && (valueIn(item, 'knows') ?? []).includes(other);
  };
  return knows(left, right) || knows(right, left);
}

/** Why an officer does not rely on a source; null where nobody has said so. */
export function doubtOf(state: VerificationState, source: string): string | null {
  const item = state.sources.get(source);
  return item === undefined ? null : (valueIn(item, 'doubt')?.reason ?? null);
}

function notesOnSource(state: VerificationState, source: string): readonly PictureNote[] {
  const notes: PictureNote[] = [];
  const item = state.sources.get(source);
  const doubt = doubtOf(state, source);
  const about = { sources: [source], findings: [] };
  if (doubt !== null) notes.push({ code: 'doubtful', tone: 'careful', ...about, details: { reason: doubt } });
  const through = broughtBy(state, source).filter((one) => doubtOf(state, one) !== null);
  if (through.length > 0)
    notes.push({
      code: 'came_through_doubtful',
      tone: 'careful',
      sources: [source, ...through],
      findings: [],
    });
  const stake = item === undefined ? undefined : valueIn(item, 'stake');
  if (stake?.has === 'for' || stake?.has === 'against')
    notes.push({ code: 'source_stake', tone: 'careful', ...about, details: { stake: stake.has } });
  return notes;
}

/** Kinds of source that are independent only where she did not name them and nobody brought us there. */
function isIndependent(state: VerificationState, source: string): boolean {
  const item = state.sources.get(source);
  return item !== undefined && valueIn(item, 'origin') === 'independent';
}

/** What is wrong, or thin, in the way a finding says it was found. */
export function notesOnFinding(
  state: VerificationState,
  question: Question,
  finding: Finding,
): readonly PictureNote[] {
  const level = valueIn(finding, 'level');
  const sources = valueIn(finding, 'sources') ?? [];
  const words = lastWords(state, question);
  const notes: PictureNote[] = [];
  const about = { sources, findings: [finding.id] };
  const vouches = sources.filter((source) => words.get(source) === 'yes');
  const beyond =
    (level === 'ver_3_referee' && vouches.length === 0) ||
    (level === 'ver_4_independent' && !vouches.some((source) => isIndependent(state, source)));
  if (beyond) notes.push({ code: 'level_beyond_sources', tone: 'careful', ...about });
  if (sources.length > 0 && sources.every((source) => isDoubtful(state, source)))
    notes.push({ code: 'rests_on_doubtful', tone: 'careful', ...about });
  const stake = valueIn(finding, 'stake');
  if (stake?.has === 'for' || stake?.has === 'against')
    notes.push({ code: 'verifier_stake', tone: 'careful', ...about, details: { stake: stake.has } });
  return notes;
}

/** Doubtful itself, or come through one that is. */
function isDoubtful(state: VerificationState, source: string): boolean {
  return (
    doubtOf(state, source) !== null || broughtBy(state, source).some((one) => doubtOf(state, one) !== null)
  );
}

function notesOnDifferences(holding: readonly Finding[]): readonly PictureNote[] {
  const levels = new Set(holding.map((finding) => valueIn(finding, 'level')));
  const differ = levels.has('ver_contradicted') && levels.size > 1;
  if (!differ) return [];
  return [{ code: 'findings_differ', tone: 'careful', sources: [], findings: holding.map(({ id }) => id) }];
}

/** The whole in words: which questions stand where. Never a number, and no question stands for another. */
export type Overall = {
  readonly stands: Stands;
  readonly questions: readonly Question[];
};

/** The whole, in the order in which somebody who decides needs it: what speaks against, what is open, what is settled. */
export function overallOf(picture: readonly QuestionPicture[]): readonly Overall[] {
  const order: readonly Stands[] = [
    'contradicted',
    'findings_differ',
    'nothing_yet',
    'answered',
    'lapsed',
    'not_possible',
    'stated',
    'documented',
    'vouched',
    'independent',
  ];
  return order.flatMap((stands) => {
    const questions = picture.filter((one) => one.stands === stands).map(({ question }) => question);
    return questions.length === 0 ? [] : [{ stands, questions }];
  });
}
