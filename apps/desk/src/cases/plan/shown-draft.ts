import { contactsFor, measuresInOrder, type PlanState } from '@leeward/domain/plan/state.ts';
import { contactToShow, mayShow, measureToShow, planToShow } from '@leeward/domain/plan/to-show.ts';
import type { ShownContact, ShownMeasure, ShownNote, ShownPlan } from '@leeward/domain/request/shown-plan.ts';

type MeasureWords = Partial<Pick<ShownMeasure, 'what' | 'who' | 'when' | 'fallback'>>;
type ContactWords = Partial<Pick<ShownContact, 'who' | 'how' | 'tell'>>;

/** What an officer typed of it: which things are left out, and in which words the others are said to her. */
export type ShownForm = {
  readonly left: readonly string[];
  /** With the version of the measure that the words were written for. */
  readonly measures: Readonly<Record<string, MeasureWords & { readonly seen: number }>>;
  readonly contacts: Readonly<Record<string, ContactWords>>;
  readonly aims: string | null;
  readonly arrest: string | null;
  readonly rounds: boolean;
  /** The note on her dangers, as it would go to her; null while nothing was written. */
  readonly risks: ShownNote | null;
};

/** A measure as it would go to her. */
export type MeasureLine = {
  readonly measure: ShownMeasure;
  readonly isIn: boolean;
  /** Words were written for her before the measure was changed in the file: they may say the old. */
  readonly isOld: boolean;
};

/**
 * What the form begins with: the words in which she was shown something before, where the file says the same still, as
 * somebody put them into her language; what is new is in.
 */
export function firstForm(state: PlanState, last: ShownPlan | null): ShownForm {
  const now = new Map(measuresInOrder(state).map((measure) => [measure.id, measureToShow(measure)]));
  const known = last?.measures.filter(({ id, seen }) => now.get(id)?.seen === seen) ?? [];
  const people = new Map(contactsFor(state, null).map((contact) => [contact.id, contactToShow(contact)]));
  return {
    left: [],
    measures: Object.fromEntries(
      known.map(({ id, seen, what, who, when, fallback }) => [id, { seen, what, who, when, fallback }]),
    ),
    contacts: Object.fromEntries(
      (last?.contacts ?? [])
        .filter(({ id, occasions }) => people.get(id)?.occasions.join() === occasions.join())
        .map(({ id, who, how, tell }) => [id, { who, how, tell }]),
    ),
    aims: last === null || last.aims === '' ? null : last.aims,
    arrest: last === null || last.arrest === '' ? null : last.arrest,
    rounds: true,
    risks: last?.risks ?? null,
  };
}

/** Every measure that may be put before her, as the form would say it. */
export function measureLines(state: PlanState, form: ShownForm): readonly MeasureLine[] {
  return measuresInOrder(state)
    .filter(mayShow)
    .map((measure) => {
      const shown = measureToShow(measure);
      const { seen, ...words } = form.measures[measure.id] ?? { seen: shown.seen };
      return {
        measure: { ...shown, ...words },
        isIn: !form.left.includes(measure.id),
        isOld: seen !== shown.seen,
      };
    });
}

/** Every contact, as the form would say it. */
export function contactLines(
  state: PlanState,
  form: ShownForm,
): readonly { readonly contact: ShownContact; readonly isIn: boolean }[] {
  return contactsFor(state, null).map((contact) => ({
    contact: { ...contactToShow(contact), ...form.contacts[contact.id] },
    isIn: !form.left.includes(contact.id),
  }));
}

/** The whole of it, as she would get it. */
export function planIn(
  state: PlanState,
  form: ShownForm,
  language: string,
): Omit<ShownPlan, 'id' | 'version'> {
  const file = planToShow(state, language);
  return {
    language,
    aims: (form.aims ?? file.aims).trim(),
    arrest: (form.arrest ?? file.arrest).trim(),
    risks: form.risks === null || form.risks.look.trim() === '' ? null : trimmed(form.risks),
    measures: measureLines(state, form).flatMap(({ measure, isIn }) => (isIn ? [trimmed(measure)] : [])),
    contacts: contactLines(state, form).flatMap(({ contact, isIn }) => (isIn ? [trimmed(contact)] : [])),
  };
}

const trimmed = <T extends object>(thing: T): T =>
  Object.fromEntries(
    Object.entries(thing).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]),
  ) as T;
