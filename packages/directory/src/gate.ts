import { isLanguage, type Language } from '@leeward/vocabulary';
import * as v from 'valibot';
import { events, parties, profiles, statuses } from './codes.ts';
import { type Condition, conditions } from './conditions/index.ts';
import { isPlace, type Place } from './places.ts';

/**
 * One condition of a mechanism, as a code. Three values come of it when it meets a person's answers: met, not met, not
 * known yet. A gate is *hard*: whoever does not meet it is turned away. What is only preferred stands under `wishes`.
 */
const place = v.custom<Place>(isPlace, 'is neither a country (ISO 3166-1), nor a region, nor "any"');
const places = v.pipe(v.array(place), v.minLength(1));
const some = <const Codes extends readonly string[]>(codes: Codes) =>
  v.pipe(v.array(v.picklist(codes)), v.minLength(1));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

const single = v.variant('on', [
  /** The country where she is now. `abroad`: true = outside her own country, false = still in it. */
  v.strictObject({
    on: v.literal('present'),
    in: v.optional(places),
    notIn: v.optional(places),
    abroad: v.optional(v.boolean()),
  }),
  /** Nationality, or country of origin where there is none. `notOnly`: another nationality beside these lets her in. */
  v.strictObject({
    on: v.literal('origin'),
    in: v.optional(places),
    notIn: v.optional(places),
    notOnly: v.optional(v.boolean()),
  }),
  v.strictObject({ on: v.literal('work'), any: some(profiles) }),
  v.strictObject({
    on: v.literal('status'),
    any: v.optional(some(statuses)),
    none: v.optional(some(statuses)),
  }),
  v.strictObject({ on: v.literal('party'), any: some(parties) }),
  /** Years, both ends included. */
  v.strictObject({ on: v.literal('age'), min: v.optional(whole), max: v.optional(whole) }),
  /** Something happened because of the work; without `any`: whatever it was. `withinDays`: no longer ago than that. */
  v.strictObject({ on: v.literal('danger'), any: v.optional(some(events)), withinDays: v.optional(whole) }),
  /** Months since she left her country; `max` may be a preference of the mechanism's: then it is a wish. */
  v.strictObject({ on: v.literal('away'), maxMonths: v.optional(whole), minMonths: v.optional(whole) }),
  /** Whether she can imagine going back: `willing` is asked of her, `cannot` is the ground of the help. */
  v.strictObject({ on: v.literal('return'), is: v.picklist(['willing', 'cannot']) }),
  v.strictObject({
    on: v.literal('language'),
    any: v.pipe(v.array(v.custom<Language>(isLanguage, 'is no language of ISO 639')), v.minLength(1)),
  }),
  /** A yes-or-no condition that the short questions do not ask. It must be answered with yes. */
  v.strictObject({
    on: v.literal('detail'),
    code: v.custom<Condition>(
      (code) => typeof code === 'string' && code in conditions,
      'is no condition of the list',
    ),
  }),
]);

export const gateSchema = v.union([
  single,
  /** At least one of these. */
  v.strictObject({ on: v.literal('either'), of: v.pipe(v.array(single), v.minLength(2)) }),
]);

export type SingleGate = v.InferOutput<typeof single>;
export type Gate = v.InferOutput<typeof gateSchema>;
export { place, places };
