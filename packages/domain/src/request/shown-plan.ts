import type { Rhythm } from './check-in.ts';

/*
 * What the team shows her of her plan, and of the times at which she says that she is safe. Chosen by an officer, sealed
 * to her as a whole, and replaced as a whole: the newest is the one that stands. The door imports this file.
 */

/** A measure, in the words that she reads. */
export type ShownMeasure = {
  readonly id: string;
  /** How often the measure had been written in the file when it was put to her: a later change asks her again. */
  readonly seen: number;
  /** What it is for: a code of `measureAims`. */
  readonly aim: string;
  readonly what: string;
  /** Until which day; null where none was named. */
  readonly by: string | null;
  /** Who sees to it and whom she calls about it, in a name that she may know. */
  readonly who: string;
  /** What sets it off, where it is not done at once. */
  readonly when: string;
  readonly fallback: string;
};

/** Whom we call for her, as she reads it. */
export type ShownContact = {
  readonly id: string;
  readonly who: string;
  readonly how: string;
  /** Codes of `contactOccasions`. */
  readonly occasions: readonly string[];
  /** What we may say there. */
  readonly tell: string;
};

/** What she is to look out for, and what to do: written for her, and about nobody else. */
export type ShownNote = { readonly id: string; readonly look: string; readonly act: string };

export type ShownPlan = {
  readonly id: string;
  /** 1 for the first one that she was shown, one more for each that replaced it. */
  readonly version: number;
  /** Language of the words in it. */
  readonly language: string;
  /** What she wants to reach. */
  readonly aims: string;
  /** What to do, and whom to tell, when she is arrested. */
  readonly arrest: string;
  /** A note on her dangers; null where none was written for her. */
  readonly risks: ShownNote | null;
  readonly measures: readonly ShownMeasure[];
  readonly contacts: readonly ShownContact[];
};

/** Signs of life that were agreed by word of mouth. The words that were agreed with them are never in it. */
export type ShownAgreement = {
  readonly id: string;
  readonly rhythm: Rhythm;
  readonly from: number;
  readonly until: number | null;
  readonly grace: number;
  readonly way: string;
  readonly silence: string;
  readonly language: string;
};

/** Between two moments, in milliseconds since 1970, nobody waits for a sign of hers. */
export type ShownPause = { readonly id: string; readonly from: number; readonly until: number };

/** All agreements by word of mouth and all pauses, as the file holds them: what is missing in it has ended. */
export type ShownRounds = {
  readonly id: string;
  readonly agreed: readonly ShownAgreement[];
  readonly pauses: readonly ShownPause[];
};

/** What she can say to a measure. The codes of `measureAnswers`. */
export type HerMeasureAnswer = 'agreed' | 'refused' | 'unsure';

/** Whether two versions put the same measure to her: a yes to the one is then a yes to the other. */
export function sameMeasure(one: ShownMeasure, other: ShownMeasure): boolean {
  const said = ({ aim, what, by, who, when, fallback }: ShownMeasure): string =>
    JSON.stringify([aim, what, by, who, when, fallback]);
  return one.id === other.id && one.seen === other.seen && said(one) === said(other);
}

/** Whether two versions say the same of her dangers: her answer to the one is then one to the other. */
export const sameNote = (one: ShownNote, other: ShownNote): boolean =>
  one.id === other.id && one.look === other.look && one.act === other.act;

/** How long a plan is that she is shown, in UTF-16 units: it goes to her in one item. */
export function planLength(plan: Omit<ShownPlan, 'id' | 'version'>): number {
  const texts = [
    plan.aims,
    plan.arrest,
    plan.risks?.look ?? '',
    plan.risks?.act ?? '',
    ...plan.measures.flatMap(({ what, who, when, fallback }) => [what, who, when, fallback]),
    ...plan.contacts.flatMap(({ who, how, tell }) => [who, how, tell]),
  ];
  return texts.reduce((sum, text) => sum + text.length, 0);
}

/** Whether what she was told of the check-ins is still so. Pauses that are over make no difference. */
export function sameRounds(
  one: Pick<ShownRounds, 'agreed' | 'pauses'>,
  other: Pick<ShownRounds, 'agreed' | 'pauses'>,
  now: number,
): boolean {
  const said = ({ agreed, pauses }: Pick<ShownRounds, 'agreed' | 'pauses'>): string =>
    JSON.stringify([
      [...agreed]
        .sort((left, right) => (left.id < right.id ? -1 : 1))
        .map(({ id, rhythm, from, until, grace, way, silence }) => [
          id,
          'every' in rhythm ? rhythm.every : [...rhythm.times, rhythm.zone],
          from,
          until,
          grace,
          way,
          silence,
        ]),
      pauses
        .filter(({ until }) => until > now)
        .sort((left, right) => left.from - right.from || (left.id < right.id ? -1 : 1))
        .map(({ id, from, until }) => [id, from, until]),
    ]);
  return said(one) === said(other);
}
