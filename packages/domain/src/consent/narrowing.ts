import type { ConsentAsk } from './ask.ts';
import { isSameUse } from './rules.ts';
import type { Consent, ConsentStep } from './state.ts';

/*
 * She may say yes to less than before: to fewer facts, or for a shorter time. Her newest signed word on a question bounds
 * every older yes to the same purpose and recipient, whoever heard that yes. A newer question that names none of the
 * older one's facts adds to it and takes nothing away. Time, and what the team lets go of, never bring back what was taken.
 */

/** What a newer word of hers at a door leaves of an older yes. */
export type Narrowed = {
  /** The kinds of facts that are left; empty where nothing is. */
  readonly fields: readonly string[];
  /** Those that are not. */
  readonly lost: readonly string[];
  /** The last day of what is left; null where none was named. */
  readonly until: string | null;
  /** What the newest of those words was, on which day, and to which question. */
  readonly answer: ConsentStep['answer'];
  readonly on: string;
  readonly by: string;
  /** The team has said that it needs what she answered no longer: what is left ends with it. */
  readonly isDropped: boolean;
};

/** One signed word of hers on one question. */
export type SignedWord = {
  readonly conversation: string;
  readonly consent: Consent;
  readonly step: ConsentStep;
};

type Yes = Pick<ConsentAsk, 'purpose' | 'recipient' | 'fields' | 'until'>;

/**
 * The words that can take something from a yes: every yes that she gave to a question, because a yes to less was meant
 * when it was given, whatever came after it; and her last word where it is a no.
 */
export function signedWords(conversation: string, consents: readonly Consent[]): readonly SignedWord[] {
  return consents.flatMap((consent) => {
    const counting = consent.history.filter(({ effect }) => effect === 'counts');
    return counting
      .filter((step, index) => step.answer === 'given' || index === counting.length - 1)
      .map((step) => ({ conversation, consent, step }));
  });
}

/** Whether one word was said after another: by her own order in one conversation, else by the time. At one time both count. */
export function isSaidAfter(one: SignedWord, other: SignedWord): boolean {
  if (one.conversation === other.conversation && one.step.place !== other.step.place)
    return one.step.place > other.step.place;
  return one.step.at >= other.step.at;
}

/** What newer words leave of a yes; null where none of them speaks of its facts, or all of it is left. */
export function narrowedBy(yes: Yes, newer: readonly SignedWord[]): Narrowed | null {
  const about = newer
    .filter(
      ({ consent: { ask } }) => isSameUse(ask, yes) && ask.fields.some((field) => yes.fields.includes(field)),
    )
    .toSorted((left, right) => (isSaidAfter(left, right) ? 1 : -1));
  let fields = yes.fields;
  let until = yes.until;
  let isDropped = false;
  let last: SignedWord | null = null;
  for (const word of about) {
    const { ask, droppedAt } = word.consent;
    const isYes = word.step.answer === 'given';
    const left = fields.filter((field) => ask.fields.includes(field) === isYes);
    const ends = isYes && ask.until !== null && (until === null || ask.until < until);
    const isLess = left.length < fields.length || ends || (isYes && droppedAt !== undefined);
    if (!isLess) continue;
    fields = left;
    if (ends) until = ask.until;
    isDropped ||= isYes && droppedAt !== undefined;
    last = word;
  }
  if (last === null) return null;
  const { answer, at } = last.step;
  return {
    fields,
    lost: yes.fields.filter((field) => !fields.includes(field)),
    until,
    answer,
    on: new Date(at).toISOString().slice(0, 10),
    by: last.consent.ask.id,
    isDropped,
  };
}

/** What is left of each yes of one conversation after her newer words there, by the id of its question. */
export function narrowedIn(
  conversation: string,
  consents: readonly Consent[],
): ReadonlyMap<string, Narrowed> {
  const words = signedWords(conversation, consents);
  return new Map(
    consents.flatMap((consent): readonly [string, Narrowed][] => {
      const narrowed = narrowedAtDoor(conversation, consent, words);
      return narrowed === null ? [] : [[consent.ask.id, narrowed]];
    }),
  );
}

/** What is left of a yes that she signed, after what she signed later to other questions. */
export function narrowedAtDoor(
  conversation: string,
  consent: Consent,
  words: readonly SignedWord[],
): Narrowed | null {
  const step = consent.history.findLast(({ answer, effect }) => answer === 'given' && effect === 'counts');
  if (step === undefined) return null;
  const own: SignedWord = { conversation, consent, step };
  const newer = words.filter((word) => word.consent.ask.id !== consent.ask.id && isSaidAfter(word, own));
  return narrowedBy(consent.ask, newer);
}
