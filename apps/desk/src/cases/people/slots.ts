import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ComponentType } from 'react';
import { IdentitySlot } from '../../identity/person-slot.tsx';

/** What other parts show on a person's own page: identity, risk, verification. */
export type PersonSlot = ComponentType<{ readonly view: CaseView; readonly person: string }>;

/** One line each, in the order in which they are shown. */
export const personSlots: readonly PersonSlot[] = [IdentitySlot];
