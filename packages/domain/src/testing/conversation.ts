import type { GuestKeys, RequestEvent, Sent } from '../request/events.ts';
import { foldRequest } from '../request/fold.ts';
import { usualRights } from '../request/rules.ts';
import { emptyRequest, nextSent, type RequestState } from '../request/state.ts';
import type { Actor, Context, OpenedItem } from '../shared/context.ts';
import { at, colleague, hash } from './people.ts';

export const officer: Actor = colleague(1, 'officer');
export const second: Actor = colleague(2, 'officer');
export const administrator: Actor = colleague(3, 'administrator');
export const reader: Actor = colleague(4, 'reader');

/** The keys of a defender's mailbox, by number. */
export const mailbox = (number: number): GuestKeys => ({
  mailbox: hash(9000 + number),
  mailboxKey: hash(9100 + number),
  sealingKey: 'ab'.repeat(1216),
  may: usualRights,
});

export const admitted = (opened: OpenedItem, index = 0): RequestEvent => ({
  type: 'GuestItemAdmitted',
  v: 1,
  mailbox: opened.mailbox,
  item: index,
  hash: opened.hash,
  sequence: opened.sequence,
  prev: opened.prev,
  contentKey: null,
});

/** Our next item to her, sealed by somebody. */
export const sealed = (state: RequestState, to = hash(9000)): Sent => {
  const next = nextSent(state, to);
  return { mailbox: to, ...next, hash: hash(7000 + next.sequence), quoted: null };
};

/** A conversation that a test tells step by step; the entry number is its clock, in minutes. */
export type Story = {
  readonly state: RequestState;
  readonly event: (entry: number, author: Actor, event: unknown, more?: Partial<Context>) => Story;
  readonly item: (entry: number, author: Actor, opened: OpenedItem) => Story;
  readonly reply: (entry: number, author: Actor, text: string) => Story;
};

export function story(
  state: RequestState = foldRequest(
    emptyRequest,
    { type: 'GuestNamed', v: 1, ...mailbox(0) },
    at(1, officer),
  ),
): Story {
  const event: Story['event'] = (entry, author, json, more) =>
    story(foldRequest(state, json, at(entry, author, more)));
  return {
    state,
    event,
    item: (entry, author, opened) => event(entry, author, admitted(opened), { quoted: [opened] }),
    reply: (entry, author, text) =>
      event(entry, author, { type: 'ReplyWritten', v: 1, text, files: [], sent: sealed(state) }),
  };
}
