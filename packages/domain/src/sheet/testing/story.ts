import type { Context, OpenedItem } from '../../shared/context.ts';
import { readEvent } from '../../shared/event.ts';
import { days, hash, id, minute } from '../../testing/people.ts';
import { type SheetEvent, type SheetTerms, sheetShapes } from '../events.ts';
import type { SheetAnswerMessage } from '../message.ts';
import { sheetPart } from '../part.ts';
import type { SheetState } from '../state.ts';

/** What tests ask: two questions, for a week, with a word that was agreed. */
export const terms: SheetTerms = {
  about: null,
  source: null,
  whom: 'The head of the village union',
  from: 'An organisation for land rights',
  language: 'en',
  questions: [
    { ask: 'know_work', about: 'Synthetic Name' },
    { ask: 'event', about: 'A meeting was broken up in March.' },
  ],
  until: 7 * days,
  word: 'blue heron',
};

type Sent = Extract<SheetEvent, { readonly type: 'SheetSent' }>;

/** The sending of a sheet, by number: each has a mailbox of its own. */
export const sheetSent = (number: number): Sent => ({
  type: 'SheetSent',
  v: 1,
  sheet: id(number),
  ...terms,
  mailbox: hash(9500 + number),
  mailboxKey: hash(9600 + number),
  team: id(101),
  generation: 1,
  sent: { mailbox: hash(9500 + number), sequence: 0, prev: hash(0), hash: hash(9700 + number), quoted: 0 },
});

/** An answer to the sheet of that number. */
export const answerTo = (number: number, changes: Partial<SheetAnswerMessage> = {}): SheetAnswerMessage => ({
  type: 'sheetAnswer',
  v: 1,
  sheet: hash(9700 + number),
  answers: [
    { answer: 'yes', words: 'For many years.' },
    { answer: 'unknown', words: '' },
  ],
  stake: 'none',
  stakeWords: '',
  again: true,
  how: 'The same way.',
  word: 'Blue Heron',
  language: 'en',
  ...changes,
});

/** The taking in of an item of that sheet's mailbox, as an event and where it stands. */
export function answered(
  sheet: number,
  sequence: number,
  context: Context,
  message: SheetAnswerMessage,
  more: Partial<OpenedItem> = {},
): readonly [SheetEvent, Context] {
  const item: OpenedItem = {
    mailbox: hash(9500 + sheet),
    sequence,
    prev: hash(0),
    hash: hash(600_000 + 1000 * sheet + sequence),
    repliesSeen: 1,
    claimedTime: 3 * minute,
    message: JSON.stringify(message),
    files: [],
    ...more,
  };
  const event: SheetEvent = {
    type: 'SheetAnswered',
    v: 1,
    sheet: id(sheet),
    item: 0,
    hash: item.hash,
    sequence,
    contentKey: hash(77),
  };
  return [event, { ...context, quoted: [item] }];
}

/** Tells events one after another, as a fold would: what is refused changes nothing. */
export function told(...events: readonly (readonly [unknown, Context])[]): SheetState {
  return events.reduce<SheetState>((state, [json, context]) => {
    const read = readEvent(sheetShapes, [], json);
    if (!read.ok) throw new Error(`${read.error.path} ${read.error.problem}`);
    const next = sheetPart.apply(state, read.value as SheetEvent, context);
    return next.ok ? next.value : state;
  }, sheetPart.empty);
}
