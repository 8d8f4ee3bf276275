import type { Context } from '../shared/context.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type Account, type Heard, type OtherwiseEvent, stampOf } from './otherwise.ts';
import { hasBegun, openGuest, type RequestState } from './state.ts';

const day = 24 * 60 * 60 * 1000;

/** Folds what reached the team, or went to her, by another way than the door. */
export function foldOtherwise(
  state: RequestState,
  event: OtherwiseEvent,
  context: Context,
): Result<RequestState, Refusal> {
  const stamp = stampOf(context);
  switch (event.type) {
    case 'RequestEntered': {
      // A conversation begins once, with one guest or with one account (rule 16).
      if (hasBegun(state)) return err(refusal('exists'));
      return ok({ ...state, heard: [heard(event, context, true)] });
    }
    case 'WordEntered':
      return ok({ ...state, heard: [...state.heard, heard(event, context, false)] });
    case 'ContactNoted': {
      const { channel, at, words } = event;
      return ok({ ...state, contacts: [...state.contacts, { ...stamp, channel, at, words }] });
    }
    case 'DeclineTold': {
      // Where she can read it herself, she is written to.
      if (openGuest(state) !== undefined) return err(refusal('write_here'));
      if (state.declined !== null) return err(refusal('exists'));
      if (event.alternatives.length === 0 && !event.noneKnown) return err(refusal('alternatives_needed'));
      const { reason, words, alternatives, wayBack, channel } = event;
      const { by, claimedTime } = stamp;
      const wayBackUntil = claimedTime + wayBack.days * day;
      return ok({
        ...state,
        contacts: [...state.contacts, { ...stamp, channel, at: claimedTime, words }],
        declined: { reason, words, alternatives, by, claimedTime, wayBackUntil },
      });
    }
  }
}

function heard({ way, from, at, words, locale, details }: Account, context: Context, first: boolean): Heard {
  return { ...stampOf(context), way, from, at, words, locale, details, first };
}
