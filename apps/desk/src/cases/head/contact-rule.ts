import { mayWriteTo } from '@leeward/domain/request/routing.ts';
import type { LocalTime } from '@leeward/domain/request/safe-hours.ts';
import { saidBy } from '@leeward/domain/request/said.ts';
import type { RequestState } from '@leeward/domain/request/state.ts';
import type { SafeChannel } from '@leeward/vocabulary/lists/safe-channel.ts';

/** What the file says in two seconds about reaching her: whether now, by what, and what never. */
export type ContactRule = {
  /** `not_now`: outside of her hours. `door`: only a word that waits for her on the page. `never`: she asked for no contact. */
  readonly now: 'yes' | 'not_now' | 'door' | 'never' | 'unknown';
  /** Ways that may be used now, or at her hours where it is not the time. */
  readonly ways: readonly SafeChannel[];
};

/**
 * The rule as `request/routing.ts` has it, which every message is asked by (invariant 2): this only gathers what it says
 * of each way that she called safe.
 *
 * @param at day and minute at her place; undefined where she gave no hours, or this device does not know her clock.
 */
export function contactRule(state: RequestState, at: LocalTime | undefined): ContactRule {
  const said = saidBy(state);
  const called = said.channels.filter(({ safe, channel }) => safe && channel !== 'chan_none_now');
  const allowed = (when: LocalTime | undefined): readonly SafeChannel[] => [
    ...new Set(
      called
        .filter(({ channel, detail }) => mayWriteTo(state, channel, detail, when).ok)
        .map(({ channel }) => channel),
    ),
  ];
  const door = mayWriteTo(state, 'chan_door_code').ok;
  const now = allowed(at).filter((channel) => channel !== 'chan_door_code');
  if (now.length > 0) {
    // Her hours are known and the time at her place is not: nobody can say that it is safe now.
    const sure = said.safeHours === undefined || at !== undefined;
    return { now: sure ? 'yes' : 'not_now', ways: now };
  }
  const later = allowed(undefined).filter((channel) => channel !== 'chan_door_code');
  if (later.length > 0) return { now: 'not_now', ways: later };
  if (door) return { now: 'door', ways: ['chan_door_code'] };
  const none = said.channels.some(({ channel, safe }) => channel === 'chan_none_now' && safe);
  return { now: none || said.never.length > 0 || called.length > 0 ? 'never' : 'unknown', ways: [] };
}
