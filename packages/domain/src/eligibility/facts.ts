import type { Test } from '../programme/events.ts';
import type { SaidValue } from './events.ts';

/*
 * The facts that rules look at. Each stands somewhere in the file and says where; what stands nowhere is not known, and
 * what is not known is asked: it never becomes a no by itself.
 */

/** What kind of answer a fact is. */
export type FactKind =
  | 'yes_no'
  | 'day'
  | 'number'
  | 'country'
  | 'countries'
  | 'codes'
  | 'languages'
  | 'status';

/** The facts that rules know, and what they are. */
export const factKinds = {
  country_now: 'country',
  home_countries: 'countries',
  /** Whether she is outside all of her own countries. */
  abroad: 'yes_no',
  left_on: 'day',
  status: 'status',
  /** Another place where she may stay and is safe: a second nationality, a permanent residence. */
  safe_abode: 'yes_no',
  last_event_on: 'day',
  profiles: 'codes',
  /** The last day on which she worked in her profession. */
  worked_until: 'day',
  peaceful: 'yes_no',
  history: 'yes_no',
  registered: 'yes_no',
  group_size: 'number',
  led_by: 'codes',
  can_return: 'yes_no',
  wants_return: 'yes_no',
  comes_alone: 'yes_no',
  languages: 'languages',
  has_host: 'yes_no',
  nominated: 'yes_no',
  refugee_criteria: 'yes_no',
  durable_solution: 'yes_no',
  wants_resettlement: 'yes_no',
  unanticipated: 'yes_no',
  cannot_wait: 'yes_no',
  peers_support: 'yes_no',
} as const satisfies Readonly<Record<string, FactKind>>;
export type FactCode = keyof typeof factKinds;

/** A fact that a rule asks for: one of the list, a test, the costs, or a rule's own question by the id of the rule. */
export type Asked = FactCode | `test_${Test}` | 'costs' | `rule_${string}`;

/** The name under which the answer to a rule's own question is kept. */
export const ownFact = (rule: string): Asked => `rule_${rule}`;

/** Where a fact stands. */
export type FactSource = {
  readonly of: 'situation' | 'people' | 'finding' | 'incident' | 'argument' | 'said' | 'cost' | 'consent';
  /** Id of the thing; empty where it is no single one. */
  readonly id: string;
  /** How it is known, where somebody wrote that; may be empty. */
  readonly how: string;
  /** The day on which it was said, where there is one. */
  readonly on: string | null;
};

/** A fact as it stands today. `apart`: people wrote different things and nobody has chosen, so it is not known. */
export type Fact =
  | { readonly known: true; readonly value: SaidValue; readonly sources: readonly FactSource[] }
  | {
      readonly known: false;
      readonly why: 'not_said' | 'apart' | 'not_yet';
      readonly sources: readonly FactSource[];
    };

export const notSaid: Fact = { known: false, why: 'not_said', sources: [] };

/** One cost as rules look at it. */
export type FactCost = {
  readonly id: string;
  readonly line: string;
  readonly amount: number;
  readonly whole: number | null;
  readonly currency: string;
  readonly from: string | null;
  readonly elsewhere: 'yes' | 'no' | 'asked' | 'unknown';
};

/** All that rules may look at. */
export type Facts = {
  readonly fact: (asked: Exclude<Asked, 'costs'>) => Fact;
  readonly costs: readonly FactCost[];
  /** Whether she agrees that the programme that is judged learns of her; where it is left out, what was written under the rule. */
  readonly consent?: (rule: string) => Fact;
};
