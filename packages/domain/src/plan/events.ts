import type { EventShapes } from '../shared/event.ts';
import { defineItems, type ItemEvent } from '../shared/items.ts';
import {
  codeThat,
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
  token,
  whole,
} from '../shared/shape.ts';
import {
  type Knowers,
  knowers,
  type MeasureAim,
  type MeasureKind,
  type MeasureState,
  measureAims,
  measureKinds,
  measureStates,
} from './measures.ts';

/** What an organisation added to the kinds of measures. */
type OwnKind = `x_${string}`;
const isKind = (value: unknown): value is MeasureKind | OwnKind =>
  typeof value === 'string' &&
  (measureKinds.some((kind) => kind === value) || /^x_[a-z0-9]+(?:_[a-z0-9]+)*$/.test(value));

/** A sum as it was agreed, `1250.50`, and the letters of its currency. An estimate stays one: see `costNote`. */
export type Cost = { readonly amount: string; readonly currency: string };

/** A thing of another part that a measure answers: a threat, a vulnerability, a capacity. */
export type Answered = { readonly part: string; readonly item: string };

/** One measure of the plan (handbook 3.6). */
export type MeasureValues = {
  readonly kind: MeasureKind | OwnKind;
  readonly what: string;
  readonly aim: MeasureAim;
  /** What it answers, in the risk assessment. */
  readonly answers: readonly Answered[];
  /** A colleague who sees to it; null for whoever is responsible for the case. */
  readonly owner: string | null;
  /** Somebody else who does it: she herself, a lawyer, a partner. */
  readonly doneBy: string;
  readonly cost: Cost | null;
  readonly costNote: string;
  readonly by: string | null;
  /** What sets it off, where it is not done at once. */
  readonly trigger: string;
  /** What we do when it does not work. */
  readonly fallback: string;
  readonly mayKnow: Knowers;
  readonly mayKnowNames: string;
  readonly state: MeasureState;
  /** What came of it, or why it was stopped. */
  readonly outcome: string;
  /** For moving somebody: why it is the best way, and what else was considered and why not. */
  readonly whyThis: string;
  readonly considered: string;
};

const cost: Shape<Cost> = object({ amount: amountShape(), currency: codeThat(isCurrency) });

function amountShape(): Shape<string> {
  return (json, path) =>
    typeof json === 'string' && /^\d{1,12}(\.\d{1,3})?$/.test(json)
      ? { ok: true, value: json }
      : { ok: false, error: { problem: json === undefined ? 'missing' : 'wrong', path } };
}

function isCurrency(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z]{3}$/.test(value);
}

export const measureItems = defineItems<'Measure', MeasureValues>({
  noun: 'Measure',
  needed: ['kind', 'what'],
  limit: 300,
  fields: {
    kind: codeThat(isKind),
    what: text(2000),
    aim: oneOf(...measureAims),
    answers: listOf(object({ part: token, item: id16 }), 64),
    owner: orNull(id16),
    doneBy: textOrEmpty(sizes.name),
    cost: orNull(cost),
    costNote: textOrEmpty(sizes.line),
    by: orNull(day),
    trigger: textOrEmpty(2000),
    fallback: textOrEmpty(2000),
    mayKnow: oneOf(...knowers),
    mayKnowNames: textOrEmpty(sizes.line),
    state: oneOf(...measureStates),
    outcome: textOrEmpty(2000),
    whyThis: textOrEmpty(4000),
    considered: textOrEmpty(4000),
  },
});

export const contactOccasions = ['silence', 'arrest', 'attack', 'medical'] as const;
export type ContactOccasion = (typeof contactOccasions)[number];

/** Whom we call when something happens. A legal name and a number that points at her belong to the identity record. */
export type ContactValues = {
  /** How we call this person here: "her sister", "the lawyer". */
  readonly who: string;
  readonly how: string;
  readonly languages: string;
  readonly occasions: readonly ContactOccasion[];
  /** What this person knows, and what may be said. */
  readonly mayTell: string;
  readonly mustNotKnow: string;
  /** Who is called first: 1 before 2. */
  readonly rank: number;
  /** Person of the case, where it is one. */
  readonly person: string | null;
};

export const contactItems = defineItems<'EmergencyContact', ContactValues>({
  noun: 'EmergencyContact',
  needed: ['who'],
  limit: 100,
  fields: {
    who: text(sizes.name),
    how: textOrEmpty(sizes.line),
    languages: textOrEmpty(sizes.name),
    occasions: listOf(oneOf(...contactOccasions), 8),
    mayTell: textOrEmpty(2000),
    mustNotKnow: textOrEmpty(2000),
    rank: whole(100),
    person: orNull(id16),
  },
});

/** Whether publicity helps her or harms her. */
export const publicityStands = ['helps', 'harms', 'depends', 'unclear'] as const;
export type PublicityStand = (typeof publicityStands)[number];

/** What a plan says as a whole. There is one of it in a case: its id is always the same. */
export type PlanPageValues = {
  /** In her own words: what she wants to reach, and what she would not give up for it. */
  readonly aims: string;
  readonly arrestTell: string;
  readonly arrestDoNot: string;
  readonly publicity: PublicityStand;
  readonly publicityFor: string;
  readonly publicityAgainst: string;
  /** Until this day it is looked at again. */
  readonly reviewBy: string | null;
};
export const planPage = '0'.repeat(32);

export const pageItems = defineItems<'PlanPage', PlanPageValues>({
  noun: 'PlanPage',
  needed: [],
  limit: 1,
  fields: {
    aims: textOrEmpty(4000),
    arrestTell: textOrEmpty(4000),
    arrestDoNot: textOrEmpty(4000),
    publicity: oneOf(...publicityStands),
    publicityFor: textOrEmpty(4000),
    publicityAgainst: textOrEmpty(4000),
    reviewBy: orNull(day),
  },
});

/** What she says to a measure. The plan is hers. */
export const measureAnswers = ['agreed', 'refused', 'unsure'] as const;
export type MeasureAnswer = (typeof measureAnswers)[number];

export type PlanEvent =
  | ItemEvent<'Measure', MeasureValues>
  | ItemEvent<'EmergencyContact', ContactValues>
  | ItemEvent<'PlanPage', PlanPageValues>
  | {
      /** Her word on one measure, as it stood when it was put to her. */
      readonly type: 'MeasureAnswered';
      readonly v: 1;
      readonly measure: string;
      readonly answer: MeasureAnswer;
      /** The day on which she said it, how, and in which words. */
      readonly on: string;
      readonly way: string;
      readonly words: string;
      /** Hash of her own item, where she wrote it: the proof. */
      readonly item: string | null;
      /** How often the measure had been written when it was put to her: a later change asks her again. */
      readonly seen: number;
    };

export const planShapes: EventShapes<PlanEvent> = {
  ...measureItems.shapes,
  ...contactItems.shapes,
  ...pageItems.shapes,
  MeasureAnswered: {
    v: 1,
    fields: object({
      measure: id16,
      answer: oneOf(...measureAnswers),
      on: day,
      way: text(sizes.line),
      words: textOrEmpty(2000),
      item: orNull(hash32),
      seen: whole(sizes.number),
    }),
  },
};
