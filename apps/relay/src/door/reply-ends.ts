import type { Bytes, OutPlace, SentReply } from '@leeward/sealed-log/wire';
import { endless, readReply } from '@leeward/sealed-log/wire';
import { dayNow } from '../hours.ts';
import type { Services } from '../services.ts';
import { lines, type RowsTable } from '../storage/schema.ts';
import type { Store } from '../storage/store.ts';
import { type Step, step } from '../storage/unit.ts';

/*
 * Every reply says under its signature until which day it is given out. After that day its box is dropped, so that whoever
 * comes by somebody's words later reads nothing of it here; the signed header stays, and with it the chain (fault 50).
 */

/** Whether a reply with this last day is given out no more. */
export const isOver = (until: number): boolean => until < dayNow();

/** A stored reply as it travels. What is over travels without its box, whether it was dropped already or not. */
export function storedReply({ signed, signature, body }: Pick<RowsTable, 'signed' | 'signature' | 'body'>): {
  readonly reply: SentReply;
  readonly place: OutPlace;
} {
  const reply: SentReply = { bytes: signed, signature, box: body };
  const read = readReply(reply);
  if (!read.ok) throw new Error('a reply was stored that cannot be read');
  const { place } = read.value;
  return { reply: isOver(place.until) ? { ...reply, box: null } : reply, place };
}

/** The steps that go with a new reply: its last day is remembered, and what it takes away is dropped with it. */
export function lastDaySteps(
  { db }: Store,
  { org, mailbox, sequence, until, below }: OutPlace,
): readonly Step[] {
  const day = { org, mailbox, position: sequence, day: until };
  const remember = until === endless || isOver(until) ? [] : [step(db.insertInto('reply_ends').values(day))];
  if (below === 0) return remember;
  const earlier = db.updateTable('rows').set({ body: null }).where('org', '=', org);
  const days = db.deleteFrom('reply_ends').where('org', '=', org).where('mailbox', '=', mailbox);
  return [
    ...remember,
    step(earlier.where('log', '=', lines.outBox).where('line', '=', mailbox).where('position', '<', below)),
    step(days.where('position', '<', below)),
  ];
}

/** Forgets the last days of a mailbox whose rows are emptied altogether. */
export const forgetDays = ({ db }: Store, org: Bytes, mailbox: Bytes): Step =>
  step(db.deleteFrom('reply_ends').where('org', '=', org).where('mailbox', '=', mailbox));

const atOnce = 1000;

/** Drops the boxes of all replies whose last day is over. */
export async function dropOverReplies({ store }: Services): Promise<void> {
  let dropped = 0;
  for (;;) {
    const over = await store.db
      .selectFrom('reply_ends')
      .selectAll()
      .where('day', '<', dayNow())
      .limit(atOnce)
      .execute();
    for (const { org, mailbox, position } of over) {
      const rows = store.db.updateTable('rows').set({ body: null }).where('org', '=', org);
      const days = store.db.deleteFrom('reply_ends').where('org', '=', org).where('mailbox', '=', mailbox);
      const done = await store.write([
        step(
          rows.where('log', '=', lines.outBox).where('line', '=', mailbox).where('position', '=', position),
        ),
        step(days.where('position', '=', position)),
      ]);
      // A disk that is full is tried again in the next round; nothing is given out meanwhile.
      if (!done.ok) return;
    }
    dropped += over.length;
    if (over.length < atOnce) break;
  }
  // What was dropped is overwritten in the write-ahead log too.
  if (dropped > 0) await store.scrub();
}
