import type { Asked, FactSource } from '../eligibility/facts.ts';
import type { Rule } from './events.ts';

/** Three values. `ask`: we do not know yet; it is never counted as a no. */
export type Truth = 'fits' | 'does_not' | 'ask';

/** A fact that a rule looked at, and where it stands. */
export type Looked = {
  readonly fact: Asked;
  readonly sources: readonly FactSource[];
};

/** One rule held against the facts of a case on a day. */
export type RuleVerdict = {
  readonly rule: Rule;
  readonly truth: Truth;
  readonly reason: Reason;
  readonly looked: readonly Looked[];
  /** What must be asked; empty unless it is `ask`. */
  readonly asks: readonly Asked[];
  /** What its words need: days, sums, codes. */
  readonly details: Readonly<Record<string, string | number | readonly string[]>>;
  /** The last day on which it fits as things are; null where it has none. */
  readonly until: string | null;
};

/** Why a rule came out as it did, beside its kind. */
export type Reason =
  | 'met'
  | 'not_met'
  | 'not_known'
  /** People wrote different things, and nobody has chosen. */
  | 'apart'
  /** The officer judged "not yet". */
  | 'not_yet'
  /** No cost was written down yet. */
  | 'no_costs'
  /** Sums in several currencies are not added up here. */
  | 'other_currency'
  /** The rule itself is not finished. */
  | 'unfinished'
  /** A newer Leeward, or the organisation's own code. */
  | 'unknown_rule'
  /** It opens on a day to come, or closed on a day that is past. */
  | 'not_open_yet'
  | 'over';

/** What a judge of one kind of rule says. */
export type Judged = Partial<Pick<RuleVerdict, 'details' | 'until' | 'asks'>> &
  Pick<RuleVerdict, 'truth' | 'reason'> & { readonly looked: readonly Looked[] };

export type ProgrammeVerdict = {
  readonly truth: Truth;
  readonly rules: readonly RuleVerdict[];
  /** Everything to ask, each once, in the order of the rules. */
  readonly asks: readonly Asked[];
  /** The first day on which something that fits today ends; null where nothing does. */
  readonly until: string | null;
};
