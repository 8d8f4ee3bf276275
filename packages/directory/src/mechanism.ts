import { isLanguage, type Language } from '@leeward/vocabulary';
import * as v from 'valibot';
import {
  asks,
  contactWays,
  dangers,
  events,
  kinds,
  notCovered,
  openers,
  parties,
  profiles,
  services,
  states,
} from './codes.ts';
import { gateSchema, places } from './gate.ts';

/**
 * One door that exists: what it gives, to whom, who may open it, how and how fast, and how we know. Nothing is guessed:
 * what no source said is `unknown`, an empty list with its `...Seen` flag at false, or null.
 */

/** A day, month or year as far as it is known: `2025`, `2025-06`, `2025-06-30`. */
const date = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'is no date (2025, 2025-06 or 2025-06-30)'),
);
const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const number = v.pipe(v.number(), v.minValue(0));
const language = v.custom<Language>(isLanguage, 'is no language of ISO 639');

/** Words that are not composed from codes. They stay in their language, and screens mark them so. */
const remark = v.strictObject({ text, language });

const sum = v.strictObject({
  amount: number,
  /** ISO 4217. */
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  /** Year in which the source gave the figure; null where it did not say. */
  year: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1990), v.maxValue(2100))),
  is: v.picklist(['maximum', 'usual', 'minimum']),
  per: v.picklist(['once', 'month', 'year']),
});

/** A period within which something must be done, counted from an event. */
const clock = v.strictObject({
  within: number,
  unit: v.picklist(['hours', 'days', 'working-days', 'months', 'years']),
  /** `before`: not later than so long before the event; `after`: not later than so long after it. */
  side: v.picklist(['before', 'after']),
  of: v.picklist([...events, 'final-decision', 'deadline', 'arrival', 'last-work']),
  /** Late means turned away; otherwise it is what the mechanism prefers. */
  hard: v.boolean(),
});

const seenList = <const Codes extends readonly string[]>(codes: Codes) => v.array(v.picklist(codes));

export const mechanismSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  name: text,
  /** Other names of the same door: in other languages, older ones, by the body that pays. */
  otherNames: v.array(text),
  organisation: text,
  kind: v.picklist(kinds),
  summary: remark,
  /** Entries with the same value are one application form under several names: apply once. */
  sameForm: v.nullable(text),

  gives: v.strictObject({
    services: seenList(services),
    /** False where no source said what is given. */
    servicesSeen: v.boolean(),
    sums: v.array(sum),
    /** Length of a stay, place or support in months. */
    months: v.strictObject({ min: v.nullable(number), max: v.nullable(number) }),
    /** Where a place is. Empty: gives no place, or not seen. */
    hostedIn: v.union([places, v.pipe(v.array(v.any()), v.maxLength(0))]),
    notCovered: seenList(notCovered),
  }),

  /** At least one of these is asked for. `anybody` is never beside another. */
  who: v.pipe(seenList(profiles), v.minLength(1)),
  /** Where. Every line is one way in; `unknown` basis: the source named the places without saying what they mean. */
  where: v.pipe(
    v.array(
      v.strictObject({
        basis: v.picklist(['present', 'origin', 'impact', 'unknown']),
        places: v.union([places, v.literal('unknown')]),
      }),
    ),
    v.minLength(1),
  ),
  /** Whether people who have left their country are helped. `ask`: not seen, or it depends. */
  exile: v.picklist(['yes', 'no', 'ask']),
  /** For whom it is open: alone, with family, a group, a body. Null where nothing was said. */
  parties: v.nullable(seenList(parties)),
  /** Whether the family comes along or is helped. */
  family: v.picklist(['yes', 'case-by-case', 'no', 'unknown']),
  /** `expected`: going back afterwards is part of it. `impossible`: only for who cannot go back. `open`: neither. */
  return: v.picklist(['expected', 'impossible', 'open', 'unknown']),
  gates: v.array(gateSchema),
  wishes: v.array(gateSchema),

  /** Who may open the door; empty where it was not seen. */
  openers: seenList(openers),
  asks: seenList(asks),
  application: v.nullable(remark),
  languages: v.array(language),
  contact: v.strictObject({
    ways: seenList(contactWays),
    secure: v.picklist(['yes', 'no', 'unknown']),
    words: v.nullable(remark),
  }),
  dangers: seenList(dangers),

  speed: v.strictObject({
    /** Hours to a first answer. */
    answerHours: v.nullable(number),
    /** Hours to a decision in the most urgent cases. */
    urgentHours: v.nullable(number),
    /** Days to a decision as a rule. */
    decisionDays: v.strictObject({ min: v.nullable(number), max: v.nullable(number) }),
    /** Days from decision to money or help. */
    helpDays: v.nullable(number),
    words: v.nullable(remark),
  }),
  clocks: v.array(clock),

  state: v.strictObject({
    is: v.picklist(states),
    /** Calls whose dates are known, also past ones: they show the rhythm. */
    calls: v.array(v.strictObject({ opens: v.nullable(date), closes: v.nullable(date) })),
    since: v.nullable(date),
  }),

  /** The only address that a defender is ever shown. `own`: on the organisation's own site; else it is "about it, not its door". */
  link: v.strictObject({ url: v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//)), own: v.boolean() }),
  /** Where it was read. Addresses, or `owner/repository:path`. For editors only. */
  sources: v.pipe(v.array(text), v.minLength(1)),
  /** Three facts that are not one: how old the source is, when we read it, who has checked it with the organisation. */
  sourceDated: v.strictObject({ from: v.nullable(date), to: v.nullable(date), words: v.nullable(text) }),
  readOn: date,
  checked: v.nullable(v.strictObject({ on: date, by: text })),
  confidence: v.picklist(['high', 'medium', 'low']),
  remarks: v.array(remark),
  /** What looked odd in the source and how it was mended, field by field. */
  mended: v.array(v.strictObject({ field: text, was: v.string(), why: text })),
});

export type Mechanism = v.InferOutput<typeof mechanismSchema>;
export type Remark = v.InferOutput<typeof remark>;
