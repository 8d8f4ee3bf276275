import type { OwnCode } from '@leeward/vocabulary/list.ts';
import { type Confidence, confidence } from '@leeward/vocabulary/lists/confidence.ts';
import { type SafeChannel, safeChannel } from '@leeward/vocabulary/lists/safe-channel.ts';
import { type VerificationLevel, verificationLevel } from '@leeward/vocabulary/lists/verification-level.ts';
import {
  type VerificationQuestion,
  verificationQuestion,
} from '@leeward/vocabulary/lists/verification-question.ts';
import {
  type VerificationSource,
  verificationSource,
} from '@leeward/vocabulary/lists/verification-source.ts';
import { defineItems, type ItemEvent } from '../shared/items.ts';
import {
  code,
  day,
  hash32,
  id16,
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
import { type Term, termShape } from './terms.ts';

/* What was checked, with whom, and what was found. The finding is kept, never the chat (handbook 3.4). */

export type Question = VerificationQuestion | OwnCode;

/** How a source came to us. Whoever came through somebody is only as independent as that person. */
export const sourceOrigins = ['named_by_her', 'came_through', 'independent'] as const;
export type SourceOrigin = (typeof sourceOrigins)[number];

/** Whether a source is a body of a state. A register of the state that she fears tells that state who asks. */
export const officialKinds = ['no', 'home_state', 'other_state', 'not_known'] as const;
export type OfficialKind = (typeof officialKinds)[number];

/** A reason to speak for or against her that has nothing to do with what is true. */
export const stakes = ['not_known', 'none', 'for', 'against'] as const;
export type Stake = { readonly has: (typeof stakes)[number]; readonly words: string };

/**
 * What somebody noted of whether a source agreed. It is a note of older files and no consent: a yes stands among the
 * consents of the file and nowhere else. A no that was noted here is still a no.
 */
export const agreements = ['not_asked', 'given', 'refused', 'withdrawn', 'not_needed'] as const;
export type Agreed = (typeof agreements)[number];

/** Why an officer does not rely on a source. It is hers to say, with a reason, and nothing else says it. */
export type Doubt = { readonly reason: string };

/**
 * Somebody or something that can confirm. `label` is how the team calls it: who a verifier is, is a secret of its own, so
 * a name or a number belongs to the people or identity of the case.
 */
export type SourceValues = {
  readonly label: string;
  readonly kind: VerificationSource | OwnCode;
  readonly origin: SourceOrigin;
  /** The source that brought us to this one. */
  readonly through: string | null;
  /** The person in the file, where the source is one. */
  readonly person: string | null;
  /** How we know it. */
  readonly known: string;
  readonly official: OfficialKind;
  readonly channel: SafeChannel | OwnCode | null;
  /** Other sources of which it knows that they are asked. */
  readonly knows: readonly string[];
  readonly stake: Stake;
  readonly doubt: Doubt | null;
  /** In which words her consents name this source; empty where they use its label. */
  readonly recipient: string;
  readonly agreed: Agreed;
  /** What may be told; null where nothing narrower was agreed than what is always kept back. */
  readonly mayTell: readonly Telling[] | null;
};

/** What was told to somebody who was asked. The last four never are: she decides who knows them. */
export const tellings = [
  'name',
  'pen_name',
  'organisation',
  'work',
  'event',
  'document',
  'asked_for_help',
  'wants_to_leave',
  'where_she_is',
  'other_sources',
] as const;
export type Telling = (typeof tellings)[number];

/** What must not be told to a source. */
export const neverTold: ReadonlySet<Telling> = new Set([
  'asked_for_help',
  'wants_to_leave',
  'where_she_is',
  'other_sources',
]);

/** That a source was asked: what, on which day, by which way, and what it learnt from that. */
export type AskingValues = {
  readonly source: string;
  readonly questions: readonly Question[];
  readonly told: readonly Telling[];
  readonly words: string;
  readonly channel: SafeChannel | OwnCode | null;
  readonly on: string;
  /** Why it was asked although something spoke for care. */
  readonly although: string;
};

/** What a source can answer. Not knowing, and not wishing to say, are answers and no mark against anybody. */
export const answerCodes = ['yes', 'no', 'unknown', 'rather_not'] as const;
export type AnswerCode = (typeof answerCodes)[number];

/** What one source says to one question. Another answer later is another thing: both stay. */
export type AnswerValues = {
  readonly source: string;
  readonly question: Question;
  readonly answer: AnswerCode;
  /** What it says, in a line or two. */
  readonly words: string;
  readonly on: string;
  /** The answer to a question sheet that it was taken from. */
  readonly sheet: { readonly sheet: string; readonly answer: string; readonly question: number } | null;
};

/** What a verifier found about one question. */
export type FindingValues = {
  readonly question: Question;
  readonly level: VerificationLevel;
  /** What it rests on. */
  readonly sources: readonly string[];
  readonly confidence: Confidence;
  /** Whether whoever found it has a stake of her own. */
  readonly stake: Stake;
  readonly words: string;
  readonly on: string;
  /** Its last day; null for the usual term. */
  readonly until: string | null;
  /** The term of the organisation by which it was written; null for the usual one. */
  readonly term: Term | null;
  /** Pseudonym of the verifier where it is not the member who wrote it down; empty otherwise. */
  readonly foundBy: string;
};

const question: Shape<Question> = code(verificationQuestion);
const stake: Shape<Stake> = object({ has: oneOf(...stakes), words: textOrEmpty(sizes.line) });
const findingLine = 1000;

export const sourceItems = defineItems<'VerificationSource', SourceValues>({
  noun: 'VerificationSource',
  needed: ['label', 'kind', 'origin'],
  limit: 200,
  action: 'case.verify',
  fields: {
    label: text(sizes.name),
    kind: code(verificationSource),
    origin: oneOf(...sourceOrigins),
    through: orNull(id16),
    person: orNull(id16),
    known: textOrEmpty(sizes.line),
    official: oneOf(...officialKinds),
    channel: orNull(code(safeChannel)),
    knows: listOf(id16, 64),
    stake,
    doubt: orNull(object({ reason: text(sizes.line) })),
    recipient: textOrEmpty(300),
    agreed: oneOf(...agreements),
    mayTell: orNull(listOf(oneOf(...tellings), tellings.length)),
  },
});

export const askingItems = defineItems<'VerificationAsking', AskingValues>({
  noun: 'VerificationAsking',
  needed: ['source', 'on'],
  limit: 500,
  action: 'case.verify',
  fields: {
    source: id16,
    questions: listOf(question, 32),
    told: listOf(oneOf(...tellings), tellings.length),
    words: textOrEmpty(sizes.line),
    channel: orNull(code(safeChannel)),
    on: day,
    although: textOrEmpty(sizes.line),
  },
});

export const answerItems = defineItems<'VerificationAnswer', AnswerValues>({
  noun: 'VerificationAnswer',
  needed: ['source', 'question', 'answer', 'on'],
  limit: 1000,
  action: 'case.verify',
  fields: {
    source: id16,
    question,
    answer: oneOf(...answerCodes),
    words: textOrEmpty(findingLine),
    on: day,
    sheet: orNull(object({ sheet: id16, answer: hash32, question: whole(32) })),
  },
});

export const findingItems = defineItems<'VerificationFinding', FindingValues>({
  noun: 'VerificationFinding',
  needed: ['question', 'level', 'on'],
  limit: 500,
  action: 'case.verify',
  fields: {
    question,
    level: code(verificationLevel),
    sources: listOf(id16, 64),
    confidence: code(confidence),
    stake,
    words: textOrEmpty(findingLine),
    on: day,
    until: orNull(day),
    term: orNull(termShape),
    foundBy: textOrEmpty(sizes.name),
  },
});

export type VerificationEvent =
  | ItemEvent<'VerificationSource', SourceValues>
  | ItemEvent<'VerificationAsking', AskingValues>
  | ItemEvent<'VerificationAnswer', AnswerValues>
  | ItemEvent<'VerificationFinding', FindingValues>;

export const verificationShapes = {
  ...sourceItems.shapes,
  ...askingItems.shapes,
  ...answerItems.shapes,
  ...findingItems.shapes,
};
