import type { CaseState } from '@leeward/domain/case/state.ts';
import type { ReactNode } from 'react';

/** What the head of the file says of the risk: its band and where it goes. The part of the file about risk fills this in. */
export function riskInHead(_state: CaseState): ReactNode {
  return null;
}
