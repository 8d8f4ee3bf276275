import type { CasePart } from '../case/part.ts';
import { type CustodyPartEvent, custodyPartShapes } from './events.ts';
import { applyCustodyPart, type CustodyPartState } from './state.ts';

/** Questions for identities as a part of a case. */
export const custodyPart: CasePart<CustodyPartState, CustodyPartEvent> = {
  empty: new Map(),
  shapes: custodyPartShapes,
  upcasts: [],
  action: ({ type }) => (type === 'IdentityAnswered' ? 'identity.edit' : 'identity.access'),
  gives: new Set(['IdentityAnswered']),
  apply: applyCustodyPart,
  conflicts: () => 0,
};
