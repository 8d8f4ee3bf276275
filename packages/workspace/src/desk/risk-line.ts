import type { CaseState } from '@leeward/domain/case/state.ts';
import { clocksOfRisk } from '@leeward/domain/risk/clocks.ts';
import { standingOf } from '@leeward/domain/risk/standing.ts';
import { assessmentsIn } from '@leeward/domain/risk/whom.ts';
import type { RiskLine } from './case-contract.ts';

/** How grave, whether it grows, and when it is to be judged anew; nothing where neither is known. */
export function riskIn(state: CaseState): { readonly risk?: RiskLine } {
  const standing = standingOf(assessmentsIn(state));
  const due = clocksOfRisk(state)[0]?.until ?? null;
  if (standing === null && due === null) return {};
  return { risk: { band: standing?.band ?? null, trend: standing?.trend ?? null, due } };
}
