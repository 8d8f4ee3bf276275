import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import { logs } from '@leeward/sealed-log/wire/entry.ts';
import { limits } from '@leeward/sealed-log/wire/limits.ts';
import type { Operation } from '@leeward/sealed-log/wire/organisation.ts';
import type { Page, Row } from '@leeward/sealed-log/wire/relay.ts';
import { readEntry } from '@leeward/sealed-log/wire/verify.ts';
import type { Topic } from './contract.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import type { Incoming } from './incoming.ts';
import { recordClaimed } from './incoming.ts';
import { letGo, loadTeams, openRecord, refold, refoldUnknown, teamLogs } from './records.ts';
import { withVerdicts } from './signatures.ts';
import type { NamedValue } from './store/device-store.ts';
import { boxHash, takeGuestItem, takeReply } from './take-boxes.ts';
import { takeOrganisationEntries } from './take-organisation.ts';
import { takeRecordEntries } from './take-record.ts';
import { setTrouble } from './troubles.ts';
import { loadEverything } from './verify.ts';

/**
 * How a pull ended. `more`: there is more than one turn takes in, so that other work can come between. `went-back`: the
 * relay has not what it had (rule 2); the caller compares everything.
 */
export type Pulled = 'up-to-date' | 'more' | 'offline' | 'went-back' | 'refused';

const pageSize = limits.pageItems;
/** Pages in one turn: an endless answer must not keep a person's own work waiting (fault 14). */
const pagesAtOnce = 16;
/** Rows are taken in some pages at a time, in bytes: most records are then judged and folded once and not page by page. */
const gatheredAtMost = 16 * 1024 * 1024;

/** Pulls what the relay committed after the cursor, verifies it and folds it. */
export async function pull(engine: Engine): Promise<Pulled> {
  let place: Place = { cursor: engine.cursor, mark: engine.mark };
  let gathered: Row[] = [];
  let bytes = 0;
  let asked = askForRows(engine, before(place));
  for (let count = 1; ; count += 1) {
    const page = await asked;
    const rows = typeof page === 'string' ? page : await rowsAfter(place, page);
    // What came before this page is good: it is taken in whatever is wrong now.
    if (typeof rows === 'string')
      return (await takeRows(engine, gathered, placeOr(engine, place))) ? rows : 'refused';
    noteHoles(engine, place.cursor, rows);
    const last = rows.at(-1);
    if (last !== undefined) place = await placeAt(last);
    for (const row of rows) {
      gathered.push(row);
      bytes += row.bytes.length;
    }
    const more = typeof page !== 'string' && page.more === 1;
    const goesOn = more && count < pagesAtOnce;
    // The next page is on its way while these rows are verified.
    if (goesOn) asked = askForRows(engine, before(place));
    if (!goesOn || bytes > gatheredAtMost) {
      if (!(await takeRows(engine, gathered, placeOr(engine, place)))) return 'refused';
      gathered = [];
      bytes = 0;
    }
    if (goesOn) continue;
    if (more) return 'more';
    engine.connection = 'online';
    return 'up-to-date';
  }
}

/** One row too many is asked for: the last that is here must still be there, or the relay went back. */
const before = ({ cursor, mark }: Place): number => (mark === '' ? cursor : cursor - 1);

/** Where a turn has come to; null where that is where the device stands already. */
const placeOr = (engine: Engine, place: Place): Place | null =>
  place.cursor === engine.cursor ? null : place;

/** The rows of a page after a place, if the page begins there. */
async function rowsAfter(
  place: Place,
  { rows, more }: Page,
): Promise<readonly Row[] | 'went-back' | 'refused'> {
  if (place.mark === '') return rows.length === 0 && more === 1 ? 'refused' : rows;
  const [first, ...later] = rows;
  if (first?.sequence !== place.cursor || (await markOf(first)) !== place.mark) return 'went-back';
  return later.length === 0 && more === 1 ? 'refused' : later;
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
  const known = engine.organisation.links.length;
  if (await takeOrganisationEntries(engine, organisation)) {
    await afterOrganisation(engine, known);
    for (const id of engine.waiting.keys()) if (!records.has(id)) records.set(id, []);
    for (const topic of ['session', 'queue', 'cases', 'invitations', 'door'] as const) topics.add(topic);
  }
  let done = 0;
  let teamsGrew = false;
  const saving: Promise<void>[] = [];
  const ordered = await teamsFirst(engine, records);
  const judged = withVerdicts(
    engine.signatures,
    ordered.map(([, entries]) => entries),
  );
  for (const [index, [id]] of ordered.entries()) {
    const entries = judged[index] ?? [];
    if (await takeRecordEntries(engine, id, entries)) {
      const kind = engine.records.get(id)?.kind;
      topics.add(`record:${id}`).add(kind === 'case' ? 'cases' : 'queue');
      teamsGrew ||= kind === 'team';
    }
    if (engine.unsaved.length >= savedMeanwhile) saving.push(saveMeanwhile(engine));
    done += 1;
    if (records.size > 50 && done % 25 === 0) engine.report('verify', done, records.size);
  }
  // A team's log may have said what records are that came before it.
  if (teamsGrew) await refoldUnknown(engine);
  await Promise.all(saving);
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

/** So many rows are written while others are verified. */
const savedMeanwhile = 1000;

/** Writes what was verified so far. It counts only with the place; whoever asks the store sees it at once. */
async function saveMeanwhile(engine: Engine): Promise<void> {
  const rows = engine.unsaved;
  engine.unsaved = [];
  try {
    await engine.store.addRows(rows, [], 'later');
  } catch {
    // Tried once more with the place. What has changed since comes after, and counts.
    engine.unsaved = [...rows, ...engine.unsaved];
  }
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

/**
 * What follows when the organisation has changed: verdicts, kinds, and what waited for a key or a head. What is not
 * loaded is verified anew in the background.
 */
async function afterOrganisation(engine: Engine, known: number): Promise<void> {
  if (engine.summaries.size === 0) {
    await loadTeams(engine);
    await loadEverything(engine);
    return;
  }
  if (!changesRecords(engine, known)) return;
  await refold(engine);
  for (const id of engine.summaries.keys()) if (!engine.records.has(id)) engine.unverified.add(id);
}

/** Operations by which the meaning of records may change: who holds which key, and whose entries count up to where. */
const changing: ReadonlySet<Operation['type']> = new Set([
  'devicesEnded',
  'selfRevoked',
  'lateEntryAccepted',
  'orgForkResolved',
  'memberKeySet',
  'capabilitiesSet',
  'teamGeneration',
  'teamGrant',
  'teamLeft',
]);

const changesRecords = ({ organisation }: Engine, known: number): boolean =>
  organisation.links
    .slice(known)
    .some(
      ({ verdict, clear }) =>
        verdict === 'in force' && clear.operations.some((one) => changing.has(one.type)),
    );

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
