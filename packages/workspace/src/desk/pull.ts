import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import { logs } from '@leeward/sealed-log/wire/entry.ts';
import { limits } from '@leeward/sealed-log/wire/limits.ts';
import type { Page, Row } from '@leeward/sealed-log/wire/relay.ts';
import { readEntry } from '@leeward/sealed-log/wire/verify.ts';
import type { Topic } from './contract.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import type { Incoming } from './incoming.ts';
import { recordClaimed } from './incoming.ts';
import { letGo, loadEverything, loadTeams, openRecord, refold, refoldUnknown, teamLogs } from './records.ts';
import type { NamedValue } from './store/device-store.ts';
import { boxHash, takeGuestItem, takeReply } from './take-boxes.ts';
import { takeOrganisationEntries } from './take-organisation.ts';
import { takeRecordEntries } from './take-record.ts';
import { setTrouble } from './troubles.ts';

/**
 * How a pull ended. `more`: there is more than one turn takes in, so that other work can come between. `went-back`: the
 * relay has not what it had (rule 2); the caller compares everything.
 */
export type Pulled = 'up-to-date' | 'more' | 'offline' | 'went-back' | 'refused';

const pageSize = limits.pageItems;
/** Pages in one turn: an endless answer must not keep a person's own work waiting (fault 14). */
const pagesAtOnce = 16;

/** Pulls what the relay committed after the cursor, verifies it and folds it. */
export async function pull(engine: Engine): Promise<Pulled> {
  for (let count = 0; count < pagesAtOnce; count += 1) {
    // One row too many: the last that is here must still be there, or the relay went back.
    const overlap = engine.cursor > 0 && engine.mark !== '' ? 1 : 0;
    const page = await askForRows(engine, engine.cursor - overlap);
    if (typeof page === 'string') return page;
    const [first, ...later] = page.rows;
    if (overlap === 1 && (first?.sequence !== engine.cursor || (await markOf(first)) !== engine.mark))
      return 'went-back';
    const rows = overlap === 1 ? later : page.rows;
    const last = rows.at(-1);
    if (last === undefined && page.more === 1) return 'refused';
    noteHoles(engine, engine.cursor, rows);
    if (!(await takeRows(engine, rows, last === undefined ? null : await placeAt(last)))) return 'refused';
    if (page.more === 0) {
      engine.connection = 'online';
      return 'up-to-date';
    }
  }
  return 'more';
}

/** A page of rows after a number, or why there is none. What does not hang together is no page. */
export async function askForRows(engine: Engine, after: number): Promise<Page | 'offline' | 'refused'> {
  const page = await engine.client.rows(orgOf(engine), after, pageSize, engine.signer, engine.stopping);
  if (!page.ok) {
    engine.connection = 'offline';
    return page.error.code === 'unreachable' || page.error.status >= 500 ? 'offline' : 'refused';
  }
  let last = after;
  for (const { sequence } of page.value.rows) {
    if (sequence <= last) return 'refused';
    last = sequence;
  }
  return page.value;
}

/** Rows are numbered without holes, under the lock that commits: a hole is a row that is kept back. */
export function noteHoles(engine: Engine, after: number, rows: readonly Row[]): void {
  let before = after;
  for (const { sequence } of rows) {
    if (sequence !== before + 1) engine.askAgainFrom = Math.min(engine.askAgainFrom ?? before, before);
    before = sequence;
  }
}

/** Where the device stands in the relay's rows: the number of the last one, and its hash. */
export type Place = { readonly cursor: number; readonly mark: string };

const placeAt = async (row: Row): Promise<Place> => ({ cursor: row.sequence, mark: await markOf(row) });

/** By hash of what was signed: a body that was forgotten since does not make it another row. */
async function markOf({ kind, bytes }: Row): Promise<string> {
  if (kind !== 1) return toHex((await boxHash(kind, bytes)) ?? (await sha256(bytes)));
  const read = await readEntry(bytes);
  return toHex(read.ok ? read.value.hash : await sha256(bytes));
}

/** The device's place, and what must be asked for again, as they are kept. */
export function placeValues(engine: Engine): readonly NamedValue[] {
  const text = JSON.stringify([engine.cursor, engine.mark, engine.askAgainFrom]);
  return [{ name: 'cursor', value: new TextEncoder().encode(text) }];
}

/**
 * Takes rows in: the organisation's entries first, because records cite them. `place` moves the device on. False where
 * this device could not keep them: they stay in memory, and the place is not moved.
 */
export async function takeRows(engine: Engine, rows: readonly Row[], place: Place | null): Promise<boolean> {
  const organisation: Incoming[] = [];
  const records = new Map<string, Incoming[]>();
  const topics = new Set<Topic>();
  for (const { kind, bytes } of rows) {
    if (kind === 1) await sortEntry(engine, bytes, organisation, records);
    if (kind === 2 && (await takeGuestItem(engine, bytes))) topics.add('queue');
    if (kind === 3) await takeReply(engine, bytes);
  }
  if (await takeOrganisationEntries(engine, organisation)) {
    await afterOrganisation(engine);
    for (const id of engine.waiting.keys()) if (!records.has(id)) records.set(id, []);
    for (const topic of ['session', 'queue', 'cases', 'invitations', 'door'] as const) topics.add(topic);
  }
  let done = 0;
  let teamsGrew = false;
  for (const [id, entries] of await teamsFirst(engine, records)) {
    if (await takeRecordEntries(engine, id, entries)) {
      const kind = engine.records.get(id)?.kind;
      topics.add(`record:${id}`).add(kind === 'case' ? 'cases' : 'queue');
      teamsGrew ||= kind === 'team';
    }
    done += 1;
    if (records.size > 50 && done % 25 === 0) engine.report('verify', done, records.size);
  }
  // A team's log may have said what records are that came before it.
  if (teamsGrew) await refoldUnknown(engine);
  const kept = await makeDurable(engine, place);
  if (topics.size > 0) engine.announce(...topics);
  return kept;
}

/** Teams' logs say what other records are: what comes with them then need not be folded twice. */
async function teamsFirst<Value>(
  engine: Engine,
  records: ReadonlyMap<string, Value>,
): Promise<readonly (readonly [string, Value])[]> {
  const teams = await teamLogs(engine);
  const [first, later]: [(readonly [string, Value])[], (readonly [string, Value])[]] = [[], []];
  for (const one of records) (teams.has(one[0]) ? first : later).push(one);
  return [...first, ...later];
}

/** Rows and place become durable together: a crash between them repeats a pull, and never skips one. */
async function makeDurable(engine: Engine, place: Place | null): Promise<boolean> {
  const before: Place = { cursor: engine.cursor, mark: engine.mark };
  if (place !== null) Object.assign(engine, place);
  const rows = engine.unsaved;
  try {
    await engine.store.addRows(rows, placeValues(engine));
  } catch {
    // A full disk, or a browser that refuses: the same rows are kept with the next ones.
    Object.assign(engine, before);
    engine.connection = 'offline';
    return false;
  }
  engine.unsaved = engine.unsaved.slice(rows.length);
  letGo(engine);
  return true;
}

/** What follows when the organisation has changed: verdicts, kinds, and what waited for a key or a head. */
async function afterOrganisation(engine: Engine): Promise<void> {
  if (engine.records.size > 0) await refold(engine);
  else {
    await loadTeams(engine);
    await loadEverything(engine);
  }
}

async function sortEntry(
  engine: Engine,
  bytes: Bytes,
  organisation: Incoming[],
  records: Map<string, Incoming[]>,
): Promise<void> {
  const read = await readEntry(bytes);
  if (!read.ok) {
    await refuse(engine, bytes, read.error);
    return;
  }
  const { header, hash } = read.value;
  const isGenesis = header.position === 0 && equal(hash, orgOf(engine));
  if (isGenesis) return;
  if (!equal(header.org, orgOf(engine))) await refuse(engine, bytes, 'wrong-organisation');
  else if (header.log === logs.organisation) organisation.push({ bytes, read: read.value });
  else {
    const id = toHex(header.record);
    const known = records.get(id);
    if (known === undefined) records.set(id, [{ bytes, read: read.value }]);
    else known.push({ bytes, read: read.value });
  }
}

/** Bytes that are no entry: said of the record that they claim, where this device holds it (rule 5). */
async function refuse(engine: Engine, bytes: Bytes, why: string): Promise<void> {
  engine.askAgainFrom = 0;
  const claim = recordClaimed(bytes);
  if (claim === null || !engine.summaries.has(claim.record)) {
    engine.alerts.raise('notInChain', { why, position: claim?.position ?? -1 });
    return;
  }
  const view = await openRecord(engine, claim.record);
  engine.stillWrong.add(claim.record);
  if (claim.position >= view.chain.links.length)
    await setTrouble(engine, claim.record, { bad: { why, position: claim.position } });
}
