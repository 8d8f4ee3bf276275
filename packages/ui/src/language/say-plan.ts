import { formatDate, formatList } from './format.ts';
import type { DoorKey } from './keys.ts';
import type { Translator } from './translator.ts';

/*
 * A plan in the words in which she reads it. Her page, her copy and the preview at the desk say it with this one code,
 * so that an officer sees what she will see. Every text of another person is given as it is: each screen shows it inert.
 */

type Speech = { readonly t: Translator<DoorKey>; readonly tag: string };

/** One line under a heading: what it is, and what stands there. */
export type SaidFact = { readonly label: string; readonly value: string };

type Measure = {
  readonly aim: string;
  readonly by: string | null;
  readonly who: string;
  readonly when: string;
  readonly fallback: string;
};

const aims = ['reduce_threat', 'reduce_vulnerability', 'raise_capacity'] as const;
const occasions = ['silence', 'arrest', 'attack', 'medical'] as const;
const filled = (facts: readonly SaidFact[]): readonly SaidFact[] =>
  facts.filter(({ value }) => value.trim() !== '');

/** What stands under the words of a measure. */
export function sayMeasure(
  { aim, by, who, when, fallback }: Measure,
  { t, tag }: Speech,
): readonly SaidFact[] {
  const known = aims.find((one) => one === aim);
  return filled([
    { label: t('back.shownFor'), value: known === undefined ? '' : t(`back.aim.${known}`) },
    { label: t('back.shownBy'), value: by === null ? '' : formatDate(tag, `${by}T12:00:00Z`, 'UTC') },
    { label: t('back.shownWho'), value: who },
    { label: t('back.shownWhen'), value: when },
    { label: t('back.shownFallback'), value: fallback },
  ]);
}

type Contact = { readonly how: string; readonly occasions: readonly string[]; readonly tell: string };

/** What stands under the name of somebody whom the team calls. */
export function sayContact({ how, occasions: when, tell }: Contact, { t, tag }: Speech): readonly SaidFact[] {
  const known = occasions.filter((one) => when.includes(one)).map((one) => t(`back.occasion.${one}`));
  return filled([
    { label: t('back.shownHow'), value: how },
    { label: t('back.shownOccasions'), value: known.length === 0 ? '' : formatList(tag, known) },
    { label: t('back.shownTell'), value: tell },
  ]);
}

type Rhythm = { readonly every: number } | { readonly times: readonly string[]; readonly zone: string };

/** How often she says that she is safe. */
export function sayRhythm(rhythm: Rhythm, { t, tag }: Speech): string {
  return 'every' in rhythm
    ? t('back.planEvery', { hours: rhythm.every })
    : t('back.planTimes', { times: formatList(tag, [...rhythm.times]), zone: rhythm.zone });
}

/** From when on silence means something, after the agreed time: to the minute, as nobody may wait for the wrong hour. */
export function sayGrace(minutes: number, { t, tag }: Speech): string {
  if (minutes === 0) return t('back.silence');
  const unit = minutes % 60 === 0 ? 'hour' : 'minute';
  const words = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' });
  return t('back.silenceAfter', { time: words.format(unit === 'hour' ? minutes / 60 : minutes) });
}
