import { type Context, memberOf } from '../shared/context.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { RequestEvent } from './events.ts';
import { stampOf } from './otherwise.ts';
import type { Claim, HandOver, RequestState } from './state.ts';

/** What people decide about a request, apart from what is said in the conversation. */
export type TriageEvent = Extract<
  RequestEvent,
  {
    readonly type:
      | 'RequestClaimed'
      | 'RequestReleased'
      | 'HandOverSeen'
      | 'RequestDeclined'
      | 'RequestTakenUpAgain'
      | 'RequestSetAside'
      | 'RequestReturned'
      | 'CaseOpened';
  }
>;

const day = 24 * 60 * 60 * 1000;

/** Folds a decision about the request; `apply` of the noun calls it after the role was judged. */
export function foldTriage(
  state: RequestState,
  event: TriageEvent,
  context: Context,
): Result<RequestState, Refusal> {
  const by = memberOf(context.author) ?? '';
  const { claimedTime } = context;
  switch (event.type) {
    case 'RequestClaimed': {
      if (state.claimedBy === event.member) return err(refusal('no_change'));
      // Chain order decides who was first. Only whoever has it, or an administrator, hands it on; whoever handed it on
      // may take it back until that was seen.
      const { handedOver } = state;
      const back = handedOver?.by === by && handedOver.seen === null && event.member === by;
      const free =
        state.claimedBy === null || state.claimedBy === by || back || context.role === 'administrator';
      if (!free) return err(refusal('claimed_by_other', { member: state.claimedBy ?? '' }));
      const stamp = stampOf(context);
      const given = event.member === by ? null : { ...stamp, to: event.member, seen: null };
      return ok(claimed(state, { ...stamp, member: event.member }, given));
    }
    case 'RequestReleased': {
      if (state.claimedBy === null) return err(refusal('no_change'));
      const own = state.claimedBy === by || context.role === 'administrator';
      if (!own) return err(refusal('claimed_by_other', { member: state.claimedBy }));
      return ok(claimed(state, { ...stampOf(context), member: null }, null));
    }
    case 'HandOverSeen': {
      const { handedOver } = state;
      if (handedOver === null || handedOver.seen !== null) return err(refusal('no_change'));
      if (handedOver.to !== by) return err(refusal('only_oneself'));
      return ok({ ...state, handedOver: { ...handedOver, seen: claimedTime } });
    }
    case 'RequestDeclined': {
      if (state.declined !== null) return err(refusal('exists'));
      if (event.alternatives.length === 0 && !event.noneKnown) return err(refusal('alternatives_needed'));
      const { reason, words, alternatives, wayBack } = event;
      const wayBackUntil = claimedTime + wayBack.days * day;
      return ok({ ...state, declined: { reason, words, alternatives, by, claimedTime, wayBackUntil } });
    }
    case 'RequestTakenUpAgain':
      return state.declined === null ? err(refusal('no_change')) : ok({ ...state, declined: null });
    case 'RequestSetAside':
      if (state.setAside !== null) return err(refusal('no_change'));
      return ok({ ...state, setAside: { reason: event.reason, by, claimedTime } });
    case 'RequestReturned':
      return state.setAside === null ? err(refusal('no_change')) : ok({ ...state, setAside: null });
    case 'CaseOpened':
      return state.case === null
        ? ok({ ...state, case: event.case })
        : err(refusal('exists', { case: state.case }));
  }
}

const claimed = (state: RequestState, claim: Claim, handedOver: HandOver | null): RequestState => ({
  ...state,
  claimedBy: claim.member,
  claims: [...state.claims, claim],
  handedOver,
});
