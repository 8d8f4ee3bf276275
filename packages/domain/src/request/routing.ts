import { isCodeOf } from '@leeward/vocabulary/list.ts';
import { type SafeChannel, safeChannel } from '@leeward/vocabulary/lists/safe-channel.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Never } from './message.ts';
import { isSafeAt, type LocalTime } from './safe-hours.ts';
import { saidBy } from './said.ts';
import { isSameWay } from './same-way.ts';
import { closedByPerson, openGuest, type RequestState } from './state.ts';

/** What "never do this" closes. A rule about people, such as the family, closes no channel: see `mayContact`. */
const closedBy: Readonly<Partial<Record<Never, readonly SafeChannel[]>>> = {
  call: ['chan_phone_call'],
  text: ['chan_sms'],
  mail: ['chan_plain_mail', 'chan_encrypted_mail'],
};

/** Ways that reach her through somebody else, or that wait until she comes. */
const indirect: readonly SafeChannel[] = ['chan_door_code', 'chan_trusted_person', 'chan_lawyer'];

/**
 * Whether a message may go to her by a channel, asked before every one (handbook, invariant 2). Never by one that she
 * called unsafe; by another than this page only where she called that very one safe. An answer on the page waits for
 * her and reaches nobody, so it is allowed while the channel is open, at any hour. A number or address that she called
 * unsafe is closed for every channel: a tapped number is tapped for calls and text messages alike.
 *
 * @param detail number, address or name there; without one, the channel as a whole is asked about.
 * @param at day and time at her place; without it, her safe hours are not asked.
 */
export function mayWriteTo(
  state: RequestState,
  channel: SafeChannel,
  detail?: string,
  at?: LocalTime,
): Result<true, Refusal> {
  const said = saidBy(state);
  // Screens pass on what people typed: a way that the vocabulary lacks was called safe by nobody.
  if (!isCodeOf(safeChannel, channel)) return err(refusal('not_called_safe', { channel: String(channel) }));
  const about = said.channels.filter((spoken) => spoken.channel === channel);
  const whole = (named: string | undefined) => named === undefined || named === '';
  const meant = about.filter((spoken) => whole(detail) || whole(spoken.detail) || spoken.detail === detail);
  if (meant.some((spoken) => !spoken.safe)) return err(refusal('called_unsafe', { channel }));
  const isTapped = said.channels.some(
    (spoken) => !spoken.safe && isSameWay(spoken.detail ?? '', detail ?? ''),
  );
  if (isTapped) return err(refusal('called_unsafe', { channel }));
  if (said.never.some((never) => closedBy[never]?.includes(channel))) {
    return err(refusal('called_unsafe', { channel }));
  }
  if (channel === 'chan_door_code') {
    if (openGuest(state) === undefined) return err(refusal('channel_closed'));
    return closedByPerson(state) ? err(refusal('closed_by_person')) : ok(true);
  }
  if (said.channels.some((spoken) => spoken.channel === 'chan_none_now' && spoken.safe)) {
    return err(refusal('do_not_contact_now'));
  }
  if (said.doNotContactDirectly === true && !indirect.includes(channel)) return err(refusal('not_directly'));
  if (channel === 'chan_none_now' || !meant.some((spoken) => spoken.safe))
    return err(refusal('not_called_safe', { channel }));
  if (at !== undefined && said.safeHours !== undefined && !isSafeAt(said.safeHours, at))
    return err(refusal('not_safe_now'));
  return ok(true);
}

/** Whether her family, work place or an authority may be contacted: not where she said never. */
export function mayContact(
  state: RequestState,
  whom: 'family' | 'employer' | 'authorities',
): Result<true, Refusal> {
  return saidBy(state).never.includes(whom) ? err(refusal('called_unsafe', { channel: whom })) : ok(true);
}
