import type { CasePart } from '../case/part.ts';
import type { Context } from '../shared/context.ts';
import { edit } from '../shared/field.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { stampOf } from '../shared/stamp.ts';
import { type ResponsibilityEvent, responsibilityShapes } from './events.ts';
import { noResponsibility, type ResponsibilityState, type Transfer } from './state.ts';

/** How many offers and notes one case holds. */
const limit = 500;

/** Second officer, hand-over and relief, as a part of a case. */
export const responsibilityPart: CasePart<ResponsibilityState, ResponsibilityEvent> = {
  empty: noResponsibility,
  shapes: responsibilityShapes,
  upcasts: [],
  action: () => 'case.edit',
  gives: new Set(),
  apply,
  conflicts: (state) => (state.second.length > 1 ? 1 : 0),
};

function apply(
  state: ResponsibilityState,
  event: ResponsibilityEvent,
  context: Context,
): Result<ResponsibilityState, Refusal> {
  const stamp = stampOf(context);
  switch (event.type) {
    case 'SecondSet': {
      const [only] = state.second;
      if (state.second.length === 1 && only?.value === event.member) return ok(state);
      if (state.second.length === 0 && event.member === null) return ok(state);
      const { member } = event;
      return ok({
        ...state,
        second: edit(state.second, member, event.replaces, context),
        seconds: [...state.seconds, { ...stamp, member }],
      });
    }
    case 'TransferOffered': {
      if (state.transfers.has(event.transfer)) return ok(state);
      if (state.transfers.size >= limit) return err(refusal('too_many', { limit }));
      const { transfer, to, note } = event;
      const offered: Transfer = { ...stamp, transfer, to, note, ended: null };
      return ok({ ...state, transfers: new Map(state.transfers).set(transfer, offered) });
    }
    case 'TransferAnswered': {
      const transfer = state.transfers.get(event.transfer);
      if (transfer !== undefined && transfer.to !== stamp.by) return err(refusal('only_oneself'));
      return ended(state, transfer, { ...stamp, how: event.accepts ? 'accepted' : 'refused' });
    }
    case 'TransferWithdrawn':
      return ended(state, state.transfers.get(event.transfer), { ...stamp, how: 'withdrawn' });
    case 'ReliefAsked':
    case 'ReliefTakenBack': {
      const asks = event.type === 'ReliefAsked';
      const before = state.relief.findLast(({ by }) => by === stamp.by)?.asks ?? false;
      if (before === asks) return ok(state);
      return ok({ ...state, relief: [...state.relief, { ...stamp, asks }] });
    }
    case 'HandOverNoteGiven': {
      if (state.notes.has(event.note)) return ok(state);
      if (state.notes.size >= limit) return err(refusal('too_many', { limit }));
      const { note, text } = event;
      return ok({ ...state, notes: new Map(state.notes).set(note, { ...stamp, note, text }) });
    }
  }
}

function ended(
  state: ResponsibilityState,
  transfer: Transfer | undefined,
  end: NonNullable<Transfer['ended']>,
): Result<ResponsibilityState, Refusal> {
  if (transfer === undefined) return err(refusal('not_there'));
  if (transfer.ended !== null) return transfer.ended.how === end.how ? ok(state) : err(refusal('ended'));
  return ok({
    ...state,
    transfers: new Map(state.transfers).set(transfer.transfer, { ...transfer, ended: end }),
  });
}
