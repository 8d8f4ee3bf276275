import type { Bytes } from '@leeward/sealed-log/wire';
import { hourNow } from '../hours.ts';
import { numberParameter } from '../http/parameters.ts';
import { type Or, refuse } from '../http/problem.ts';
import { readHead } from '../log/heads.ts';
import type { Services } from '../services.ts';
import { lines } from '../storage/schema.ts';
import { type Step, step, type Unit } from '../storage/unit.ts';
import { forgetDays } from './reply-ends.ts';

/*
 * Some mailboxes are opened by the team, for a time only: somebody outside is asked something. When that time is over,
 * the relay gives out nothing of the mailbox and takes nothing for it, and drops what the team wrote there. What came back
 * stays until the desks have it, like every item.
 */

/** How far ahead a mailbox may end: a month and a day, whatever a desk says. */
const longestHours = 31 * 24 + 1;

/** The hour in the header `Leeward-Until`; null where there is none. */
export function endIn(header: string | undefined): Or<number | null> {
  if (header === undefined) return { ok: true, value: null };
  const hour = numberParameter(header, 2 ** 31);
  if (!hour.ok) return hour;
  const ahead = hour.value - hourNow();
  return ahead > 0 && ahead <= longestHours ? hour : refuse('malformed', { reason: 'wrong-end' });
}

/**
 * The step that gives a mailbox its end. Only with the first reply to a mailbox in which nothing stands: nobody can put an
 * end to a mailbox that a defender has opened.
 */
export async function endStep(
  { store }: Services,
  org: Bytes,
  mailbox: Bytes,
  sequence: number,
  hour: number | null,
): Promise<Or<Unit>> {
  if (hour === null) return { ok: true, value: [] };
  const hers = await readHead(store, org, lines.inBox, mailbox);
  if (sequence !== 0 || hers !== undefined) return refuse('not-allowed', { reason: 'not-new' });
  const row = { org, mailbox, hour, dropped: 0 as const };
  return {
    ok: true,
    value: [step(store.db.insertInto('mailbox_ends').values(row), 1, 'already-there')],
  };
}

/** Whether the time of a mailbox is over; false for all that have no end. */
export async function hasEnded(
  { store }: Pick<Services, 'store'>,
  org: Bytes,
  mailbox: Bytes,
): Promise<boolean> {
  const found = await endOf(store, org, mailbox);
  return found !== undefined && found.hour <= hourNow();
}

/** Ends a mailbox now; false where it never had an end. */
export async function endNow(services: Services, org: Bytes, mailbox: Bytes): Promise<Or<boolean>> {
  const { store } = services;
  const found = await endOf(store, org, mailbox);
  if (found === undefined) return { ok: true, value: false };
  const hour = Math.min(found.hour, hourNow());
  const done = await store.write([
    step(
      store.db
        .updateTable('mailbox_ends')
        .set({ hour })
        .where('org', '=', org)
        .where('mailbox', '=', mailbox),
    ),
    ...drop(services, org, mailbox),
  ]);
  if (done.ok) {
    await store.scrub();
    return { ok: true, value: true };
  }
  if (done.error.type === 'broken') throw new Error(done.error.message);
  return refuse(done.error.type === 'refused' ? 'busy' : done.error.type);
}

/** Drops what teams wrote to mailboxes whose time is over. */
export async function dropEnded(services: Services): Promise<void> {
  const { store } = services;
  const over = await store.db
    .selectFrom('mailbox_ends')
    .select(['org', 'mailbox'])
    .where('dropped', '=', 0)
    .where('hour', '<=', hourNow())
    .limit(1000)
    .execute();
  for (const { org, mailbox } of over) await store.write(drop(services, org, mailbox));
  if (over.length > 0) await store.scrub();
}

const nothing: Bytes = new Uint8Array(0);

/** Each row stays, empty, with its place and its hash: cursors do not skip, heads are what they were. */
function drop({ store }: Services, org: Bytes, mailbox: Bytes): readonly Step[] {
  const rows = store.db.updateTable('rows').set({ signed: nothing, signature: nothing, body: null, hour: 0 });
  const ends = store.db.updateTable('mailbox_ends').set({ dropped: 1 });
  return [
    step(rows.where('org', '=', org).where('log', '=', lines.outBox).where('line', '=', mailbox)),
    step(ends.where('org', '=', org).where('mailbox', '=', mailbox)),
    forgetDays(store, org, mailbox),
  ];
}

function endOf(store: Services['store'], org: Bytes, mailbox: Bytes) {
  return store.db
    .selectFrom('mailbox_ends')
    .select(['hour'])
    .where('org', '=', org)
    .where('mailbox', '=', mailbox)
    .executeTakeFirst();
}
