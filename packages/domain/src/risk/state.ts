import type { Items } from '../shared/items.ts';
import type { Assessment } from './assessment.ts';
import type { ActorValues, ChangeValues, FactorValues, ThreatValues } from './items.ts';

/** All that a file holds about danger. */
export type RiskState = {
  readonly actors: Items<ActorValues>;
  readonly threats: Items<ThreatValues>;
  readonly factors: Items<FactorValues>;
  readonly changes: Items<ChangeValues>;
  /** Every judgement that was ever written, in the order of the chain. */
  readonly assessments: readonly Assessment[];
};

export const emptyRisk: RiskState = {
  actors: new Map(),
  threats: new Map(),
  factors: new Map(),
  changes: new Map(),
  assessments: [],
};
