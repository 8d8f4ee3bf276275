import type { Need } from './authority.ts';
import type { Engine } from './engine.ts';

/**
 * What is wrong with one record, as its logs show it. The person is told, and as long as it may be another record than
 * colleagues see, nothing is written there. Kept on the device: the rows that showed it may not come a second time.
 */
export type Trouble = {
  /** How many entries are missing before one that came (faults 1 and 2). */
  readonly gap: number | null;
  /** How many a colleague's checkpoint names beyond what this device was given (rule 7): said, but no reason to stop. */
  readonly behind: number | null;
  /** An entry came that is not in the chain; the prefix stays open (rule 5). */
  readonly bad: { readonly why: string; readonly position: number } | null;
  /**
   * The relay showed another verified entry at this position (rule 2). `open`: to be settled in this round; `disputed`:
   * it does not say which it stands by, or not all of it has come; `authority`: only a person with that right says how
   * to go on; `settled`: over, and shown until somebody has read it.
   */
  readonly fork: {
    readonly position: number;
    readonly stage: 'open' | 'disputed' | 'authority' | 'settled';
    /** The rights that a person needs who says how to go on. */
    readonly needs?: readonly Need[];
  } | null;
};

const none: Trouble = { gap: null, behind: null, bad: null, fork: null };

/** Why nothing may be written in a record; null where it may. */
export type Held = 'fork' | 'not-in-chain' | 'incomplete';

export function heldBy(engine: Engine, record: string): Held | null {
  const trouble = engine.troubles.get(record);
  if (trouble === undefined) return null;
  if (trouble.fork !== null && trouble.fork.stage !== 'settled') return 'fork';
  if (trouble.bad !== null) return 'not-in-chain';
  return trouble.gap === null ? null : 'incomplete';
}

const nameOf = (record: string): string => `trouble:${record}`;

/** Changes what is known to be wrong with a record: keeps it, and raises or takes back what the person is told. */
export async function setTrouble(engine: Engine, record: string, change: Partial<Trouble>): Promise<void> {
  const before = engine.troubles.get(record) ?? none;
  const now = { ...before, ...change };
  if (JSON.stringify(before) === JSON.stringify(now)) return;
  if (Object.values(now).every((one) => one === null)) {
    engine.troubles.delete(record);
    await engine.store.delete(nameOf(record));
  } else {
    engine.troubles.set(record, now);
    await engine.store.put(nameOf(record), await engine.local.seal('trouble', now));
  }
  tell(engine, record, now);
  engine.announce(`record:${record}`, 'session');
}

function tell({ alerts }: Engine, record: string, { gap, behind, bad, fork }: Trouble): void {
  const missing = Math.max(gap ?? 0, behind ?? 0);
  if (missing === 0) alerts.clear('missingNotes', record);
  else alerts.raise('missingNotes', { count: missing }, record);
  if (bad === null) alerts.clear('notInChain', record);
  else alerts.raise('notInChain', bad, record);
  if (fork === null) alerts.clear('fork', record);
  // What is settled in the same round was no news, where it had been read before (fault 6).
  else if (fork.stage !== 'open')
    alerts.raise('fork', { position: fork.position, stage: fork.stage }, record);
  if (fork?.stage === 'authority') alerts.raise('forkNeedsAuthority', { position: fork.position }, record);
  else alerts.clear('forkNeedsAuthority', record);
}

/** What was wrong when the desk was closed is still wrong when it opens. */
export async function loadTroubles(engine: Engine): Promise<void> {
  for (const { name, value } of await engine.store.values('trouble:')) {
    const trouble = (await engine.local.open('trouble', value)) as Trouble | null;
    if (trouble === null) continue;
    const record = name.slice('trouble:'.length);
    engine.troubles.set(record, trouble);
    tell(engine, record, trouble);
  }
}

/** A settled fork that somebody has read is over. */
export async function dismissTrouble(engine: Engine, alert: string): Promise<void> {
  const [kind, record = ''] = alert.split(':');
  if (kind === 'fork' && engine.troubles.get(record)?.fork?.stage === 'settled')
    await setTrouble(engine, record, { fork: null });
}
