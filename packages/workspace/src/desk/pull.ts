import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { logs } from '@leeward/sealed-log/wire/entry.ts';
import type { Operation } from '@leeward/sealed-log/wire/organisation.ts';
import type { Row } from '@leeward/sealed-log/wire/relay.ts';
import { readEntry } from '@leeward/sealed-log/wire/verify.ts';
import type { Topic } from './contract.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import type { Pages, Place } from './fetch-rows.ts';
import { fetchPages, noteHoles } from './fetch-rows.ts';
import { fetchGrants } from './grants.ts';
import type { Incoming } from './incoming.ts';
import { recordClaimed } from './incoming.ts';
import { keepMeanwhile, makeDurable } from './keep-rows.ts';
import { foldOrganisationLog } from './organisation-view.ts';
import { growing } from './read-ahead.ts';
import { loadTeams, openRecord, refold, refoldUnknown, teamLogs } from './records.ts';
import { takeGuestItem, takeReply, takeTombstone } from './take-boxes.ts';
import { takeOrganisationEntries } from './take-organisation.ts';
import { takeRecordEntries } from './take-record.ts';
import { setTrouble } from './troubles.ts';
import { loadEverything } from './verify.ts';

/**
 * How a pull ended. `more`: there is more than one turn takes in, so that other work can come between. `went-back`: the
 * relay has not what it had (rule 2); the caller compares everything.
 */
export type Pulled = 'up-to-date' | 'more' | 'offline' | 'went-back' | 'refused';

/** Pages in one turn: an endless answer must not keep a person's own work waiting (fault 14). */
const pagesAtOnce = 16;

/**
 * Pulls what the relay committed after the cursor, verifies it and folds it. While some rows are verified, others are
 * fetched, and those before them written.
 */
export async function pull(engine: Engine): Promise<Pulled> {
  const from: Place = { cursor: engine.cursor, mark: engine.mark };
  const pages = fetchPages(engine, from, pagesAtOnce);
  let kept = Promise.resolve(true);
  let gathered: Gathered = { rows: [], place: from, count: 0, end: null };
  for (;;) {
    gathered = await gather(engine, pages, gathered);
    const { rows, place, end } = gathered;
    if (rows.length > 0 || end === 'up-to-date') {
      const meanwhile = await verifyRows(engine, rows);
      kept = kept.then((before) => before && makeDurable(engine, place, meanwhile));
    }
    if (end === null) continue;
    if (!(await kept)) return 'refused';
    if (end === 'up-to-date') engine.connection = 'online';
    return end;
  }
}

type Gathered = {
  readonly rows: readonly Row[];
  readonly place: Place;
  /** How many pages came so far. */
  readonly count: number;
  /** Why no more are to be fetched now; null where there are more. */
  readonly end: Pulled | null;
};

/** Rows are verified together up to so many bytes: most records are then judged and folded once, not page by page. */
const gatheredAtMost = 16 * 1024 * 1024;

/** The next rows: those pages that are here, at least one. */
async function gather(
  engine: Engine,
  pages: Pages,
  { place: from, count: before }: Gathered,
): Promise<Gathered> {
  const rows: Row[] = [];
  let bytes = 0;
  let place = from;
  let count = before;
  do {
    const page = await pages.next();
    count += 1;
    // What came before this page is good: it is taken in whatever is wrong now.
    if (typeof page === 'string') return { rows, place, count, end: page };
    noteHoles(engine, place.cursor, page.rows);
    place = page.place;
    for (const row of page.rows) {
      rows.push(row);
      bytes += row.bytes.length;
    }
    if (!page.more) return { rows, place, count, end: 'up-to-date' };
    if (count === pagesAtOnce) return { rows, place, count, end: 'more' };
  } while (bytes < gatheredAtMost && pages.isHere());
  return { rows, place, count, end: null };
}

/**
 * Takes rows in that were fetched by themselves; the device's place does not move. False where this device could not
 * keep them: they stay in memory.
 */
export async function takeRows(engine: Engine, rows: readonly Row[]): Promise<boolean> {
  return makeDurable(engine, null, await verifyRows(engine, rows));
}

/** How many rows are verified before they are written, while others are verified. */
const keptMeanwhile = 1000;

/** Verifies rows and folds them: the organisation's first, because records cite them. Returns what is being written. */
async function verifyRows(engine: Engine, rows: readonly Row[]): Promise<readonly Promise<void>[]> {
  const organisation: Incoming[] = [];
  const records = new Map<string, Incoming[]>();
  const topics = new Set<Topic>();
  for (const { kind, bytes } of rows) {
    if (kind === 1) await sortEntry(engine, bytes, organisation, records);
    if (kind === 2 && (await takeGuestItem(engine, bytes))) topics.add('queue');
    if (kind === 3) await takeReply(engine, bytes);
    if (kind === 4) await takeTombstone(engine, bytes);
  }
  const known = engine.organisation.links.length;
  if (await takeOrganisationEntries(engine, organisation)) {
    await afterOrganisation(engine, known);
    for (const id of engine.waiting.keys()) if (!records.has(id)) records.set(id, []);
    for (const topic of ['session', 'queue', 'cases', 'invitations', 'door'] as const) topics.add(topic);
  }
  const meanwhile = await verifyEntries(engine, records, topics);
  if (topics.size > 0) engine.announce(...topics);
  return meanwhile;
}

async function verifyEntries(
  engine: Engine,
  records: ReadonlyMap<string, readonly Incoming[]>,
  topics: Set<Topic>,
): Promise<readonly Promise<void>[]> {
  const meanwhile: Promise<void>[] = [];
  const ordered = await teamsFirst(engine, records);
  let teamsGrew = false;
  let taken = 0;
  let index = 0;
  for await (const { id, entries, stored } of growing(engine, ordered)) {
    if (await takeRecordEntries(engine, id, entries, stored)) {
      const kind = engine.records.get(id)?.kind;
      topics.add(`record:${id}`).add(kind === 'case' ? 'cases' : 'queue');
      teamsGrew ||= kind === 'team';
    }
    taken += entries.length;
    if (taken >= keptMeanwhile) {
      taken = 0;
      meanwhile.push(keepMeanwhile(engine));
    }
    if (ordered.length > 50 && index % 25 === 0) engine.report('verify', index, ordered.length);
    index += 1;
  }
  // A team's log may have said what records are that came before it.
  if (teamsGrew) await refoldUnknown(engine);
  return meanwhile;
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

/** Fetches what is sealed to this member in blobs, and folds again what waited for it. */
export async function bringKeys(engine: Engine): Promise<void> {
  if (!(await fetchGrants(engine))) return;
  engine.organisationStates = foldOrganisationLog(engine.organisation);
  await afterOrganisation(engine, 0);
  engine.announce('session', 'queue', 'cases', 'invitations', 'door');
}

/** Operations by which the meaning of records may change: who holds which key, and whose entries count up to where. */
const changing: ReadonlySet<Operation['type']> = new Set([
  'devicesEnded',
  'selfRevoked',
  'lateEntryAccepted',
  'orgForkResolved',
  'memberKeySet',
  'memberKeyGiven',
  'capabilitiesSet',
  'teamGeneration',
  'largeTeamGeneration',
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
