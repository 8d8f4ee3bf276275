import {
  flag,
  hash32,
  hex,
  id16,
  isObject,
  languageTag,
  listOf,
  object,
  oneOf,
  orNull,
  type Shape,
  sizes,
  text,
  textOrEmpty,
  whole,
} from '../shared/shape.ts';

/**
 * What may be asked of somebody outside, in words that the page has in every language. A sheet names a person or an
 * event and nothing else: never that anybody asked for help, wants to leave, or where anybody is (handbook 3.4).
 */
export const sheetQuestions = [
  'know_work',
  'know_person',
  'belongs',
  'event',
  'event_linked',
  'document',
  'own',
] as const;
export type SheetQuestion = (typeof sheetQuestions)[number];

/** How long what is written on a sheet may be, in UTF-16 units. One answer with all its words fits one item. */
export const sheetLimits = { questions: 6, about: 500, from: 200, words: 800, how: 300, word: 100 } as const;

/** One question: what is asked, and of whom or what. With `own`, `about` is the whole question in the officer's words. */
export type AskedQuestion = { readonly ask: SheetQuestion; readonly about: string };

export const askedQuestions: Shape<readonly AskedQuestion[]> = listOf(
  object({ ask: oneOf(...sheetQuestions), about: text(sheetLimits.about) }),
  sheetLimits.questions,
);

/** The team to which the answer is sealed. */
export type AnswerTo = { readonly team: string; readonly generation: number; readonly key: string };

/** All that the reader of a sheet will see. It goes out sealed to the sheet's own mailbox, signed by a device of the team. */
export type SheetMessage = {
  readonly type: 'sheet';
  readonly v: 1;
  /** Who asks, as the reader is to see it; may be empty. */
  readonly from: string;
  readonly language: string;
  readonly questions: readonly AskedQuestion[];
  /** The last moment, milliseconds since 1970. */
  readonly until: number;
  /** Whether the page asks for a word that was agreed by voice. The word itself stays in the case. */
  readonly word: boolean;
  readonly to: AnswerTo;
};

/** "I don't know" is an answer like the others, and never counts against anybody. */
export const sheetAnswers = ['yes', 'no', 'unknown', 'rather_not'] as const;
export type SheetAnswerCode = (typeof sheetAnswers)[number];

/** Whether whoever answers has a reason to be for or against the person: asked of everybody, held against nobody. */
export const sheetStakes = ['none', 'for', 'against', 'rather_not'] as const;
export type SheetStake = (typeof sheetStakes)[number];

export type GivenAnswer = { readonly answer: SheetAnswerCode | null; readonly words: string };

/** What comes back, sealed to the team and signed by the sheet's own key. */
export type SheetAnswerMessage = {
  readonly type: 'sheetAnswer';
  readonly v: 1;
  /** Hash of the item with the questions that were answered: no other sheet's answer can take its place. */
  readonly sheet: string;
  /** One for each question, in their order; null where it was left open. */
  readonly answers: readonly GivenAnswer[];
  readonly stake: SheetStake | null;
  readonly stakeWords: string;
  /** Whether the team may come back to whoever answered, and how. */
  readonly again: boolean | null;
  readonly how: string;
  readonly word: string;
  readonly language: string;
};

const sheetMessage: Shape<SheetMessage> = object({
  type: oneOf('sheet'),
  v: version1,
  from: textOrEmpty(sheetLimits.from),
  language: languageTag,
  questions: askedQuestions,
  until: whole(sizes.time),
  word: flag,
  to: object({ team: id16, generation: whole(sizes.number), key: hex(1216) }),
});

const answerMessage: Shape<SheetAnswerMessage> = object({
  type: oneOf('sheetAnswer'),
  v: version1,
  sheet: hash32,
  answers: listOf(
    object({ answer: orNull(oneOf(...sheetAnswers)), words: textOrEmpty(sheetLimits.words) }),
    sheetLimits.questions,
  ),
  stake: orNull(oneOf(...sheetStakes)),
  stakeWords: textOrEmpty(sheetLimits.words),
  again: orNull(flag),
  how: textOrEmpty(sheetLimits.how),
  word: textOrEmpty(sheetLimits.word),
  language: languageTag,
});

/** Reads what a sheet asks; null for anything else, and for what a newer Leeward wrote. */
export const readSheet = (message: string): SheetMessage | null => read(sheetMessage, message);

/** Reads an answer to a sheet; null for anything else. */
export const readSheetAnswer = (message: string): SheetAnswerMessage | null => read(answerMessage, message);

export const writeSheet = (message: SheetMessage): string => JSON.stringify(message);
export const writeSheetAnswer = (message: SheetAnswerMessage): string => JSON.stringify(message);

function version1(json: unknown, path: string): ReturnType<Shape<1>> {
  return json === 1 ? { ok: true, value: 1 } : { ok: false, error: { problem: 'wrong', path } };
}

function read<Message>(shape: Shape<Message>, message: string): Message | null {
  let json: unknown;
  try {
    json = JSON.parse(message);
  } catch {
    return null;
  }
  const found = isObject(json) ? shape(json, '') : null;
  return found?.ok ? found.value : null;
}
