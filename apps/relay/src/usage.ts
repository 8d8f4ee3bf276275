import type { Bytes } from '@leeward/sealed-log/wire';
import { sql } from 'kysely';
import { dayNow, hourNow } from './hours.ts';
import type { Store } from './storage/store.ts';
import { type Step, step } from './storage/unit.ts';

/** What is counted, and per what time. Counters are rows, so that a restart forgives nothing. */
export const counters = {
  /** First messages of a door that went to its desks, in an hour. */
  firstMessages: { name: 'first', per: 'hour' },
  /** First messages of a door that wait. */
  waiting: { name: 'waiting', per: 'ever' },
  /** Items of one mailbox, in a day. */
  items: { name: 'items', per: 'day' },
  /** Bytes of attachments of one mailbox, in a day. */
  bytes: { name: 'bytes', per: 'day' },
  /** Bytes of attachments of mailboxes that have sent nothing yet, for one door in an hour. */
  newBytes: { name: 'new bytes', per: 'hour' },
} as const;
export type Counter = (typeof counters)[keyof typeof counters];

/** Seconds until a counter begins anew: what `retryAfter` says. */
export const secondsLeft = (counter: Counter): number => {
  const period = counter.per === 'hour' ? 3600 : 86_400;
  return period - (Math.floor(Date.now() / 1000) % period);
};

function periodOf(counter: Counter): number {
  if (counter.per === 'ever') return 0;
  return counter.per === 'hour' ? hourNow() : dayNow();
}

/** Counts `amount` more, and refuses the whole unit (with `refusal`) when that would be more than `limit`. */
export function count(
  store: Store,
  counter: Counter,
  org: Bytes,
  subject: Bytes,
  amount: number,
  limit: number,
  refusal: string,
): Step {
  const period = periodOf(counter);
  const tooMuch = sql<number>`null`;
  const query = store.db
    .insertInto('usage')
    .values({ org, kind: counter.name, subject, period, amount: amount <= limit ? amount : tooMuch })
    .onConflict((conflict) =>
      conflict
        .columns(['org', 'kind', 'subject', 'period'])
        .doUpdateSet({ amount: sql<number>`usage.amount + ${amount}` })
        .where(sql<boolean>`usage.amount + ${amount} <= ${limit}`),
    );
  return step(query, 1, refusal);
}

/** How much was counted in the present period. */
export async function counted(store: Store, counter: Counter, org: Bytes, subject: Bytes): Promise<number> {
  const row = await store.db
    .selectFrom('usage')
    .select('amount')
    .where('org', '=', org)
    .where('kind', '=', counter.name)
    .where('subject', '=', subject)
    .where('period', '=', periodOf(counter))
    .executeTakeFirst();
  return row?.amount ?? 0;
}

/** Drops counters of periods that are over. */
export function dropOldCounters(store: Store): readonly Step[] {
  const drop = (counter: Counter, before: number): Step =>
    step(store.db.deleteFrom('usage').where('kind', '=', counter.name).where('period', '<', before));
  return Object.values(counters)
    .filter((counter) => counter.per !== 'ever')
    .map((counter) => drop(counter, periodOf(counter)));
}
