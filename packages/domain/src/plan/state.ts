import type { Context } from '../shared/context.ts';
import { applyItem, type Item, type Items, standing, valueIn, withItems } from '../shared/items.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type Stamp, stampOf } from '../shared/stamp.ts';
import {
  type ContactOccasion,
  type ContactValues,
  contactItems,
  type MeasureAnswer,
  type MeasureValues,
  measureItems,
  type PlanEvent,
  type PlanPageValues,
  pageItems,
  planPage,
} from './events.ts';
import { isRelocation, uprootingOf } from './measures.ts';

export type Measure = Item<MeasureValues>;
export type EmergencyContact = Item<ContactValues>;

/** What she said to a measure. */
export type SheSaid = Stamp & {
  readonly answer: MeasureAnswer;
  readonly on: string;
  readonly way: string;
  readonly words: string;
  readonly item: string | null;
  readonly seen: number;
};

/** The protection plan of a case. It is hers: what she agreed to, and when, stands at each measure. */
export type PlanState = {
  readonly measures: Items<MeasureValues>;
  readonly contacts: Items<ContactValues>;
  readonly page: Items<PlanPageValues>;
  readonly said: ReadonlyMap<string, readonly SheSaid[]>;
};

export const emptyPlan: PlanState = {
  measures: new Map(),
  contacts: new Map(),
  page: new Map(),
  said: new Map(),
};

/** What an event makes of the plan. */
export function applyPlan(state: PlanState, event: PlanEvent, context: Context): Result<PlanState, Refusal> {
  switch (event.type) {
    case 'MeasureKept':
    case 'MeasurePutAway':
    case 'MeasureTakenBack':
      return withItems(state, 'measures', applyItem(measureItems, state.measures, event, context));
    case 'EmergencyContactKept':
    case 'EmergencyContactPutAway':
    case 'EmergencyContactTakenBack':
      return withItems(state, 'contacts', applyItem(contactItems, state.contacts, event, context));
    case 'PlanPageKept':
    case 'PlanPagePutAway':
    case 'PlanPageTakenBack':
      // A plan has one page, whoever begins it: two who do so apart write on the same one.
      if (event.id !== planPage) return err(refusal('malformed', { path: 'id', problem: 'wrong' }));
      return withItems(state, 'page', applyItem(pageItems, state.page, event, context));
    case 'MeasureAnswered': {
      const measure = state.measures.get(event.measure);
      if (measure === undefined) return err(refusal('not_there'));
      if (event.answer === 'agreed' && gapsOf(measure).length > 0)
        return err(refusal('malformed', { path: gapsOf(measure)[0] ?? '', problem: 'empty' }));
      const { answer, on, way, words, item, seen } = event;
      const stamp = stampOf(context);
      const before = state.said.get(event.measure) ?? [];
      const isKnown = before.some(
        (one) =>
          one.by === stamp.by &&
          one.answer === answer &&
          one.on === on &&
          one.way === way &&
          one.words === words &&
          one.seen === seen,
      );
      if (isKnown) return ok(state);
      const said = [...before, { ...stamp, answer, on, way, words, item, seen }];
      return ok({ ...state, said: new Map(state.said).set(event.measure, said) });
    }
  }
}

/** What a measure must answer before she can be asked to agree: why moving is the best way, and what else was considered. */
export function gapsOf(measure: Measure): readonly ('whyThis' | 'considered')[] {
  if (!isRelocation(valueIn(measure, 'kind') ?? '')) return [];
  return (['whyThis', 'considered'] as const).filter((name) => (valueIn(measure, name) ?? '').trim() === '');
}

/** The fields that she agrees to. Who of us sees to it and how far it has come may change without asking her. */
const hers: readonly (keyof MeasureValues)[] = [
  'kind',
  'what',
  'aim',
  'doneBy',
  'by',
  'trigger',
  'fallback',
  'mayKnow',
  'mayKnowNames',
];

/** How often what she agrees to was written. */
export const timesWritten = ({ steps }: Measure): number =>
  steps.filter(({ fields }) => fields.some((name) => hers.includes(name))).length;

/** The measures that stand, from least to most uprooting; those of one kind as they were begun. */
export function measuresInOrder(state: PlanState): readonly Measure[] {
  return standing(state.measures).toSorted(
    (left, right) => uprootingOf(valueIn(left, 'kind') ?? '') - uprootingOf(valueIn(right, 'kind') ?? ''),
  );
}

/** Whether a measure is still to be carried out. */
export function isOpenMeasure(measure: Measure): boolean {
  const state = valueIn(measure, 'state') ?? 'proposed';
  return state !== 'done' && state !== 'stopped';
}

/** Whom to call on an occasion, the first to be called first. */
export function contactsFor(state: PlanState, occasion: ContactOccasion | null): readonly EmergencyContact[] {
  return standing(state.contacts)
    .filter((contact) => occasion === null || (valueIn(contact, 'occasions') ?? []).includes(occasion))
    .toSorted((left, right) => (valueIn(left, 'rank') ?? 50) - (valueIn(right, 'rank') ?? 50));
}

/** The page of the plan; undefined while nobody has written on it. */
export const pageOf = (state: PlanState): Item<PlanPageValues> | undefined => state.page.get(planPage);

/** What the measures that are not stopped cost, by currency: added up in thousandths, so that nothing is rounded on the way. */
export function costsOf(state: PlanState): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const measure of standing(state.measures)) {
    const cost = valueIn(measure, 'cost') ?? null;
    if (cost === null || valueIn(measure, 'state') === 'stopped') continue;
    const [whole = '0', part = ''] = cost.amount.split('.');
    const thousandths = Number(whole) * 1000 + Number(part.padEnd(3, '0'));
    sums.set(cost.currency, (sums.get(cost.currency) ?? 0) + thousandths);
  }
  return new Map([...sums].map(([currency, sum]) => [currency, sum / 1000]));
}
