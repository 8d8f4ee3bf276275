import type { ConsentAsk } from '../consent/ask.ts';
import type { CheckInPlan } from './check-in.ts';
import { readRhythm, readRounds, readShownPlan } from './read-shown.ts';
import { type Fields, isDay, isId, isNumber, isText, isTexts } from './reading.ts';
import type { HerMeasureAnswer, ShownPlan, ShownRounds } from './shown-plan.ts';

/*
 * What the team writes to a defender: the message inside an item of her out-box. The door imports this file to read it,
 * so it stays small.
 */

/** A line of what is held about her. Empty where nothing is known of it. */
export type HeldLine = {
  readonly what: string;
  /** Since when: a day, as `2026-11-21`, or empty. */
  readonly since: string;
  readonly why: string;
  readonly who: string;
  /** Until when, in words. */
  readonly until: string;
};

/** Where her answers stand with the team: said whenever it opens something of hers, for a phone that keeps nothing. */
export type Standing = {
  readonly consents: readonly {
    readonly id: string;
    readonly answer: 'given' | 'refused' | 'withdrawn';
    /** The kinds of facts that a newer answer of hers has left of this yes; missing where it left all of them. */
    readonly left?: readonly string[];
    /** The last day that a newer answer has given to this yes; missing where none did. */
    readonly ends?: string;
  }[];
  readonly plan: PlanStanding | null;
  /** All rhythms of check-ins that she answered; missing in what was written before November 2026. */
  readonly plans?: readonly PlanStanding[];
  /** What she wishes of her check-ins and nobody has answered; missing where there is nothing. */
  readonly wish?: 'pause' | 'end';
  /** Her last word on each measure; `plan` is the hash of the item in which it was shown to her. */
  readonly measures?: readonly {
    readonly measure: string;
    readonly plan: string;
    readonly answer: HerMeasureAnswer;
  }[];
};

type PlanStanding = { readonly id: string; readonly answer: 'accepted' | 'declined' | 'ended' };

export type TeamMessage =
  | { readonly type: 'reply'; readonly v: 1; readonly text: string }
  /** The team has opened her items up to this number, counted from 0: the only thing that is called arrived (rule 21). */
  | { readonly type: 'opened'; readonly v: 1; readonly sequence: number; readonly standing?: Standing }
  | {
      readonly type: 'declined';
      readonly v: 1;
      readonly text: string;
      readonly alternatives: readonly string[];
      /** She may write again at least until then: milliseconds since 1970. */
      readonly until: number;
    }
  /** The weekly sign that nothing newer is being held back (rule 20). */
  | { readonly type: 'confirmed'; readonly v: 1 }
  /** Questions of the organisation, sent to her: a form as it is written for ever, and a word about why. */
  | { readonly type: 'questions'; readonly v: 1; readonly text: string; readonly form: string }
  /** This channel is closed; `moved` where a new one was opened for her. */
  | { readonly type: 'closed'; readonly v: 1; readonly moved: boolean }
  /** May we? She gives, refuses or withdraws it, each by itself. */
  | ({ readonly type: 'consent'; readonly v: 1 } & ConsentAsk)
  /** What was asked is needed no longer, whatever she answered. */
  | { readonly type: 'consentDropped'; readonly v: 1; readonly id: string }
  /** What happens next; the last one stands. */
  | {
      readonly type: 'next';
      readonly v: 1;
      readonly text: string;
      readonly day: string | null;
      /** Who answers, in a name that she may know. */
      readonly who: string;
    }
  /** What is held about her. The last one stands. */
  | { readonly type: 'held'; readonly v: 1; readonly id: string; readonly lines: readonly HeldLine[] }
  /** A rhythm of check-ins, proposed. */
  | ({ readonly type: 'checkIn'; readonly v: 1 } & CheckInPlan)
  | { readonly type: 'checkInEnded'; readonly v: 1; readonly id: string }
  /** Her plan, as the team shows it to her. The last one stands. */
  | ({ readonly type: 'shownPlan'; readonly v: 1 } & ShownPlan)
  /** Check-ins that were agreed by word of mouth, and pauses of any. The last one stands. */
  | ({ readonly type: 'rounds'; readonly v: 1 } & ShownRounds)
  /** A question; she answers by its id. `form`: the hash of a form of the organisation's own, where it is one. */
  | {
      readonly type: 'question';
      readonly v: 1;
      readonly id: string;
      readonly text: string;
      readonly choices: readonly string[];
      readonly form: string | null;
    };

/** The message as the JSON text that is sealed. */
export function writeTeamMessage(message: TeamMessage): string {
  return JSON.stringify(message);
}

/** Reads what the team wrote; null for what this page is too old for or cannot read. Never throws. */
export function readTeamMessage(json: string): TeamMessage | null {
  let message: unknown;
  try {
    message = JSON.parse(json);
  } catch {
    return null;
  }
  if (typeof message !== 'object' || message === null) return null;
  const fields = message as Fields;
  const { type, v, text, sequence, alternatives, until, moved, id, form } = fields;
  if (v !== 1) return null;
  if (type === 'reply' && isText(text)) return { type, v, text };
  if (type === 'questions' && isText(text) && isText(form)) return { type, v, text, form };
  if (type === 'opened' && isNumber(sequence)) {
    const standing = readStanding(fields['standing']);
    return standing === null ? { type, v, sequence } : { type, v, sequence, standing };
  }
  if (type === 'declined' && isText(text) && isTexts(alternatives) && isNumber(until)) {
    return { type, v, text, alternatives, until };
  }
  if (type === 'confirmed') return { type, v };
  if (type === 'closed' && typeof moved === 'boolean') return { type, v, moved };
  if (type === 'next' && isText(text) && isDay(fields['day']) && isText(fields['who']))
    return { type, v, text, day: fields['day'], who: fields['who'] };
  if ((type === 'checkInEnded' || type === 'consentDropped') && isId(id)) return { type, v, id };
  if (type === 'consent') return readConsent(fields);
  if (type === 'held') return readHeld(fields);
  if (type === 'checkIn') return readPlan(fields);
  if (type === 'shownPlan') return readShownPlan(fields);
  if (type === 'rounds') return readRounds(fields);
  if (type === 'question' && isId(id) && isText(text) && isTexts(fields['choices'])) {
    const { choices } = fields;
    if (form === null || isId(form, 64)) return { type, v, id, text, choices, form };
  }
  return null;
}

function readConsent(fields: Fields): TeamMessage | null {
  const { id, purpose, recipient, fields: groups, text, version, language, until } = fields;
  const isRead =
    isId(id) &&
    isText(purpose) &&
    isText(recipient) &&
    isTexts(groups) &&
    isText(text) &&
    isNumber(version) &&
    isText(language) &&
    isDay(until);
  if (!isRead) return null;
  // A purpose that this page lacks is explained by the text that stands beside it.
  const known = purpose as ConsentAsk['purpose'];
  return {
    type: 'consent',
    v: 1,
    id,
    purpose: known,
    recipient,
    fields: groups,
    text,
    version,
    language,
    until,
  };
}

function readHeld({ id, lines }: Fields): TeamMessage | null {
  if (!isId(id) || !Array.isArray(lines)) return null;
  const read = lines.map((line: unknown): HeldLine | null => {
    if (typeof line !== 'object' || line === null) return null;
    const { what, since, why, who, until } = line as Fields;
    if (!isText(what) || !isText(since) || !isText(why) || !isText(who) || !isText(until)) return null;
    return { what, since, why, who, until };
  });
  // Half of what is held about her would be worse than the word that this page cannot show it.
  return read.every((line) => line !== null) ? { type: 'held', v: 1, id, lines: read } : null;
}

function readPlan(fields: Fields): TeamMessage | null {
  const { id, rhythm, from, until, grace, silence, language } = fields;
  if (!isId(id) || !isNumber(from) || !isNumber(grace) || !isText(silence) || !isText(language)) return null;
  if (until !== null && !isNumber(until)) return null;
  const read = readRhythm(rhythm);
  return read === null
    ? null
    : { type: 'checkIn', v: 1, id, rhythm: read, from, until, grace, silence, language };
}

/** What cannot be read of it is left out: the item is opened all the same. */
function readStanding(value: unknown): Standing | null {
  if (typeof value !== 'object' || value === null) return null;
  const { consents, plan, plans, wish, measures } = value as Fields;
  if (!Array.isArray(consents)) return null;
  const read = (one: unknown, words: readonly string[]) => {
    if (typeof one !== 'object' || one === null) return null;
    const { id, answer } = one as Fields;
    return isId(id) && isText(answer) && words.includes(answer) ? { id, answer } : null;
  };
  const rhythms = ['accepted', 'declined', 'ended'];
  const measure = (one: unknown) => {
    if (typeof one !== 'object' || one === null) return null;
    const { measure: id, plan: shown, answer } = one as Fields;
    const isRead = isId(id) && isId(shown, 64) && isText(answer);
    return isRead && ['agreed', 'refused', 'unsure'].includes(answer)
      ? { measure: id, plan: shown, answer }
      : null;
  };
  const all = <T>(list: unknown, each: (one: unknown) => T | null): readonly T[] =>
    (Array.isArray(list) ? list : []).map(each).filter((one) => one !== null);
  return {
    consents: all(consents, (one) => {
      const known = read(one, ['given', 'refused', 'withdrawn']);
      if (known === null) return null;
      const { left, ends } = one as Fields;
      const isEnding = isDay(ends) && ends !== null;
      return { ...known, ...(isTexts(left) ? { left } : {}), ...(isEnding ? { ends } : {}) };
    }) as unknown as Standing['consents'],
    plan: read(plan, rhythms) as Standing['plan'],
    ...(wish === 'pause' || wish === 'end' ? { wish } : {}),
    ...(plans === undefined
      ? {}
      : { plans: all(plans, (one) => read(one, rhythms)) as unknown as NonNullable<Standing['plans']> }),
    ...(measures === undefined
      ? {}
      : { measures: all(measures, measure) as unknown as NonNullable<Standing['measures']> }),
  };
}
