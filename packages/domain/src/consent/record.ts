import type { Stamp } from '../shared/stamp.ts';
import type { ConsentEvent, WitnessedYes } from './events.ts';

type Of<Type extends ConsentEvent['type']> = Omit<
  Extract<ConsentEvent, { readonly type: Type }>,
  'type' | 'v'
>;

export type Second = Stamp & Of<'ConsentSeconded'>;
/** A yes with its witness: `by` in its stamp. */
export type Witnessed = Stamp & WitnessedYes & { readonly seconds: readonly Second[] };
export type RefusalHeard = Stamp & Of<'ConsentRefused'>;
export type Withdrawal = Stamp & Of<'ConsentsWithdrawn'>;
/** Something that was shared, and whoever was told since to stop. */
export type Sharing = Stamp &
  Of<'SharingNoted'> & { readonly told: readonly (Stamp & Of<'RecipientTold'>)[] };
/** An act without consent, by two. It never counts as a consent and is never counted among them. */
export type VitalAct = Stamp &
  Of<'VitalProposed'> & {
    readonly second: (Stamp & { readonly words: string; readonly agreed: boolean }) | null;
    readonly told: (Stamp & { readonly on: string; readonly words: string }) | null;
  };

/** What a case holds of consents. */
export type ConsentsState = {
  readonly witnessed: ReadonlyMap<string, Witnessed>;
  readonly refusals: readonly RefusalHeard[];
  readonly withdrawals: readonly Withdrawal[];
  readonly sharings: ReadonlyMap<string, Sharing>;
  readonly vital: ReadonlyMap<string, VitalAct>;
};

export const noConsents: ConsentsState = {
  witnessed: new Map(),
  refusals: [],
  withdrawals: [],
  sharings: new Map(),
  vital: new Map(),
};
