import type { Ending } from '../identity/readers.ts';
import type { Context } from '../shared/context.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type Stamp, stampOf } from '../shared/stamp.ts';
import type { Change } from './change.ts';
import type { CustodyEvent, PersonsVerdict } from './custody-events.ts';

/** Whose identity a record is: a person in a case; null, her whom the case is about. */
export type IdentityOf = { readonly caseRecord: string; readonly person: string | null };

/** Somebody outside custody was let in to one identity record. */
export type GivenAccess = Stamp & {
  readonly grant: string;
  readonly identity: string;
  readonly member: string;
  readonly until: number;
  readonly reason: string;
  readonly over: (Stamp & { readonly how: Ending; readonly reason: string }) | null;
};

/** Two records that somebody compared. */
export type Comparison = Stamp & {
  readonly comparison: string;
  readonly left: string;
  readonly right: string;
  readonly verdict: PersonsVerdict;
  readonly grounds: readonly string[];
  readonly reason: string;
  readonly withdrawn: (Stamp & { readonly reason: string }) | null;
};

/** What custody alone knows. */
export type CustodyState = {
  /** By identity record, whose it is. */
  readonly whose: ReadonlyMap<string, readonly IdentityOf[]>;
  /** By case, the identity records of its persons. */
  readonly ofCase: ReadonlyMap<string, readonly string[]>;
  readonly given: ReadonlyMap<string, GivenAccess>;
  readonly comparisons: ReadonlyMap<string, Comparison>;
};

export const emptyCustody: CustodyState = {
  whose: new Map(),
  ofCase: new Map(),
  given: new Map(),
  comparisons: new Map(),
};

/** The same, over maps that nobody else holds. */
export const ownCustody = (state: CustodyState): CustodyState => ({
  whose: new Map(state.whose),
  ofCase: new Map(state.ofCase),
  given: new Map(state.given),
  comparisons: new Map(state.comparisons),
});

/** What an event makes of it. */
export function applyCustody(
  change: Change,
  state: CustodyState,
  event: CustodyEvent,
  context: Context,
): Result<CustodyState, Refusal> {
  switch (event.type) {
    case 'CustodyIndexed': {
      const { identity, caseRecord, person } = event;
      const before = state.whose.get(identity) ?? [];
      if (before.some((one) => one.caseRecord === caseRecord && one.person === person)) return ok(state);
      const inCase = state.ofCase.get(caseRecord) ?? [];
      return ok({
        ...state,
        whose: change(state.whose, identity, [...before, { caseRecord, person }]),
        ofCase: inCase.includes(identity)
          ? state.ofCase
          : change(state.ofCase, caseRecord, [...inCase, identity]),
      });
    }
    case 'IdentityAccessGiven': {
      if (state.given.has(event.grant)) return err(refusal('exists'));
      const { grant, identity, member, until, reason } = event;
      const given = { ...stampOf(context), grant, identity, member, until, reason, over: null };
      return ok({ ...state, given: change(state.given, grant, given) });
    }
    case 'IdentityAccessOver': {
      const known = state.given.get(event.grant);
      if (known === undefined) return err(refusal('not_there'));
      if (known.over !== null) return err(refusal('no_change'));
      const over = { ...stampOf(context), how: event.how, reason: event.reason };
      return ok({ ...state, given: change(state.given, event.grant, { ...known, over }) });
    }
    case 'PersonsCompared': {
      const { comparison, left, right, verdict, grounds, reason } = event;
      if (left === right) return err(refusal('no_change'));
      if (state.comparisons.has(comparison)) return err(refusal('exists'));
      const one = {
        ...stampOf(context),
        comparison,
        left,
        right,
        verdict,
        grounds,
        reason,
        withdrawn: null,
      };
      return ok({ ...state, comparisons: change(state.comparisons, comparison, one) });
    }
    case 'ComparisonWithdrawn': {
      const known = state.comparisons.get(event.comparison);
      if (known === undefined) return err(refusal('not_there'));
      if (known.withdrawn !== null) return err(refusal('no_change'));
      const withdrawn = { ...stampOf(context), reason: event.reason };
      return ok({
        ...state,
        comparisons: change(state.comparisons, event.comparison, { ...known, withdrawn }),
      });
    }
  }
}

/**
 * The identity records of a person in a case, in the order in which they were tied to her: more than one where two
 * officers made one apart. They are read together.
 */
export function identitiesOf(state: CustodyState, { caseRecord, person }: IdentityOf): readonly string[] {
  return (state.ofCase.get(caseRecord) ?? []).filter((identity) =>
    state.whose.get(identity)?.some((one) => one.caseRecord === caseRecord && one.person === person),
  );
}

/** Comparisons of this record that stand, in the order in which they were said. */
export function comparisonsOf(state: CustodyState, identity: string): readonly Comparison[] {
  return [...state.comparisons.values()].filter(
    (one) => one.withdrawn === null && (one.left === identity || one.right === identity),
  );
}

/**
 * All records that are of one person with this one: tied to one person in one case, or said by custody to be of one
 * person and not withdrawn. This one comes first. They are read together, and each stays what it is.
 */
export function samePerson(state: CustodyState, identity: string): readonly string[] {
  const found = [identity];
  const add = (other: string): void => {
    if (!found.includes(other)) found.push(other);
  };
  for (const next of found) {
    for (const of of state.whose.get(next) ?? []) for (const other of identitiesOf(state, of)) add(other);
    for (const one of comparisonsOf(state, next))
      if (one.verdict === 'same') add(one.left === next ? one.right : one.left);
  }
  return found;
}

/** What somebody has said of these two, the last first; empty where nobody compared them. */
export function verdictsOn(state: CustodyState, left: string, right: string): readonly Comparison[] {
  return comparisonsOf(state, left)
    .filter((one) => one.left === right || one.right === right)
    .toReversed();
}
