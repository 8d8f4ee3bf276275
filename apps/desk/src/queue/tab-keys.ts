import type { QueueTab } from '../router/route.ts';

/** What each part of the queue is called. */
export const tabKeys = {
  now: 'queue.needsAnswer',
  mine: 'queue.mine',
  answered: 'queue.answered',
  declined: 'queue.declined',
  closed: 'queue.closed',
  aside: 'queue.setAsideList',
  all: 'queue.tabAll',
} as const satisfies Record<QueueTab, string>;
