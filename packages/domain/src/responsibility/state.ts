import type { Field } from '../shared/field.ts';
import type { Stamp } from '../shared/stamp.ts';

/** A case that was offered to a colleague. */
export type Transfer = Stamp & {
  readonly transfer: string;
  readonly to: string;
  readonly note: string | null;
  /** Null while she has not answered and nobody has taken it back. */
  readonly ended: (Stamp & { readonly how: 'accepted' | 'refused' | 'withdrawn' }) | null;
};

export type HandOverNote = Stamp & { readonly note: string; readonly text: string };

/** Somebody asked to be relieved, or took that back. */
export type ReliefStep = Stamp & { readonly asks: boolean };

/** Who carries the case beside the one who is responsible, and how it changes hands. */
export type ResponsibilityState = {
  readonly second: Field<string | null>;
  readonly seconds: readonly (Stamp & { readonly member: string | null })[];
  readonly transfers: ReadonlyMap<string, Transfer>;
  readonly notes: ReadonlyMap<string, HandOverNote>;
  readonly relief: readonly ReliefStep[];
};

export const noResponsibility: ResponsibilityState = {
  second: [],
  seconds: [],
  transfers: new Map(),
  notes: new Map(),
  relief: [],
};

/** What is offered and not answered yet, in the order in which it was. */
export const openTransfers = (state: ResponsibilityState): readonly Transfer[] =>
  [...state.transfers.values()].filter(({ ended }) => ended === null);
