import { openGuest, type RequestState } from '@leeward/domain/request/state.ts';
import type { NewItem } from './outbox.ts';

/** Why the words that are open stop being hers to write to. */
export type ClosingReason = 'lost' | 'seized' | 'finished' | 'asked';

/**
 * What is done, in this order, to close the mailbox that is open; null where none is. Where the work is over she is told
 * first. Whoever holds lost or seized words is told nothing, not even that they are known to be lost: what lay there for
 * her is taken away, and looks as if its time were over (fault 50).
 */
export function closingSteps(
  state: RequestState,
  record: string,
  reason: ClosingReason,
): readonly NewItem[] | null {
  const mailbox = openGuest(state)?.mailbox;
  if (mailbox === undefined) return null;
  const closing: NewItem = { record, command: 'closeChannel', args: { mailbox, reason } };
  if (reason === 'finished' || reason === 'asked')
    return [{ record, command: 'tellClosing', args: { mailbox, moved: false } }, closing];
  const lies = state.sent.some((item) => item.mailbox === mailbox);
  return lies ? [{ record, command: 'takeAway', args: { mailbox } }, closing] : [closing];
}
