import { appendFile, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromHex } from '@leeward/sealed-log/wire';
import { hexOf } from './bytes.ts';
import type { ForgottenTable } from './storage/schema.ts';
import type { Store } from './storage/store.ts';

/**
 * The journal of what was forgotten: a file beside the database that is not part of a backup. A backup is older than
 * what was forgotten after it; with the journal, a restore forgets again before anything is served (section 3a).
 * It holds random ids and nothing else: lines of `organisation kind id record position`, only ever added to.
 */
export const journalFile = 'forgets.journal';

export type Journal = {
  /** Adds what is not in it yet; durable when this resolves. */
  readonly add: (forgotten: readonly ForgottenTable[]) => Promise<void>;
};

/** Opens the journal and completes it from the database: a crash may have come between the two. */
export async function openJournal(data: string, store: Store): Promise<Journal> {
  const file = join(data, journalFile);
  const known = new Set((await readJournal(file)).map(keyOf));
  const add: Journal['add'] = async (forgotten) => {
    const fresh = forgotten.filter((one) => !known.has(keyOf(one)));
    if (fresh.length === 0) return;
    // A line that a crash left unfinished must not swallow the next: each group begins on a line of its own.
    await appendFile(file, `\n${fresh.map(lineOf).join('\n')}\n`, { mode: 0o600 });
    const handle = await open(file, 'r');
    await handle.sync().finally(() => handle.close());
    for (const one of fresh) known.add(keyOf(one));
  };
  await add(await store.db.selectFrom('forgotten').selectAll().execute());
  return { add };
}

/** Every whole line of a journal; none where there is no file. */
export async function readJournal(file: string): Promise<readonly ForgottenTable[]> {
  const text = await readFile(file, 'utf8').catch((error: { code?: unknown }) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => fromLine(line) ?? []);
}

const lineOf = ({ org, kind, id, record, position }: ForgottenTable): string =>
  [hexOf(org), kind, hexOf(id), hexOf(record), position].join(' ');

function fromLine(line: string): ForgottenTable | null {
  const match = /^([0-9a-f]{64}) ([1234]) ([0-9a-f]{64}) ([0-9a-f]{64}) (\d{1,10})$/.exec(line);
  if (match === null) return null;
  const [, org = '', kind, id = '', record = '', position] = match;
  const bytes = [org, id, record].map((one) => fromHex(one));
  const [first, second, third] = bytes;
  if (!first?.ok || !second?.ok || !third?.ok) return null;
  return {
    org: first.value,
    kind: Number(kind) as ForgottenTable['kind'],
    id: second.value,
    record: third.value,
    position: Number(position),
  };
}

const keyOf = ({ org, kind, id }: ForgottenTable): string => `${hexOf(org)} ${kind} ${hexOf(id)}`;
