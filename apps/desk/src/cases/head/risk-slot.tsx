import type { CaseState } from '@leeward/domain/case/state.ts';
import type { ReactNode } from 'react';
import { RiskInHead } from '../risk/risk-chip.tsx';

/** What the head of the file says of the risk: its band and where it goes. */
export function riskInHead(state: CaseState): ReactNode {
  return <RiskInHead state={state} />;
}
