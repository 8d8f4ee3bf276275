import type { PromiseKey, Translator } from '@leeward/ui';
import type { DoorForm } from './door-form.ts';

/** How long words are kept, in months: what an organisation can choose a ready sentence for. */
export const monthChoices = [1, 3, 6, 12, 24, 36] as const;
export const usualMonths = 6;

/** What the ready sentences say for a door: for how many months, and whether people may ask for less. */
export type Promised = { readonly months: number; readonly earlier: boolean };

/** Gives the ready sentence in one language of the door. */
export type SayPromise = (promised: Promised) => string;

/** The ready sentences as one language speaks them. */
export function sayPromiseWith(t: Translator<PromiseKey>): SayPromise {
  return ({ months, earlier }) =>
    [t('promise.kept', { months }), ...(earlier ? [t('promise.earlier')] : [])].join(' ');
}

/** Whether a text is a ready sentence as it was put in, so that nobody has written anything of their own into it. */
export function isReady(text: string, say: SayPromise): boolean {
  return monthChoices.some((months) =>
    [true, false].some((earlier) => say({ months, earlier }) === text.trim()),
  );
}

/**
 * The promise in each chosen language whose sentences are here. What somebody wrote is never replaced: only an empty
 * text, and a ready sentence that nobody has touched.
 */
export function withPromise(
  form: DoorForm,
  promised: Promised,
  says: ReadonlyMap<string, SayPromise>,
): Pick<DoorForm, 'retention'> {
  const retention = { ...form.retention };
  for (const language of form.languages) {
    const say = says.get(language);
    const text = retention[language] ?? '';
    if (say !== undefined && (text.trim() === '' || isReady(text, say))) retention[language] = say(promised);
  }
  return { retention };
}

/** The languages in which somebody has written other words than the ready ones. */
export function ownWords(form: DoorForm, says: ReadonlyMap<string, SayPromise>): readonly string[] {
  return form.languages.filter((language) => {
    const say = says.get(language);
    const text = form.retention[language] ?? '';
    return say !== undefined && text.trim() !== '' && !isReady(text, say);
  });
}
