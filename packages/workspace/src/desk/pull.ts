import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { recordNamedIn } from '@leeward/sealed-log/wire/entry.ts';
import type { Operation } from '@leeward/sealed-log/wire/organisation.ts';
import type { Row } from '@leeward/sealed-log/wire/relay.ts';
import { readEntry } from '@leeward/sealed-log/wire/verify.ts';
import type { Topic } from './contract.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import type { Portions } from './gather-rows.ts';
import { gatherRows } from './gather-rows.ts';
import { fetchGrants } from './grants.ts';
import type { Incoming } from './incoming.ts';
import { recordClaimed } from './incoming.ts';
import { keepMeanwhile, makeDurable } from './keep-rows.ts';
import { foldOrganisationLog } from './organisation-view.ts';
import { growing } from './read-ahead.ts';
import { letGo, loadTeams, openRecord, refold, refoldUnknown, teamLogs } from './records.ts';
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

/**
 * Pulls what the relay committed after the cursor, verifies it and folds it. While some rows are verified, others are
 * fetched, and those before them written.
 */
export async function pull(engine: Engine, sizes?: Portions): Promise<Pulled> {
  const portions = gatherRows(engine, sizes);
  let kept = Promise.resolve(true);
  for (;;) {
    const { value, done } = await portions.next();
    if (done === true) {
      if (!(await kept)) return 'refused';
      if (value === 'up-to-date') engine.connection = 'online';
      return value;
    }
    const { rows, place } = value;
    const meanwhile = await verifyRows(engine, rows);
    kept = kept.then((before) => before && makeDurable(engine, place, meanwhile));
  }
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
  const records = new Map<string, Bytes[]>();
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
  records: ReadonlyMap<string, readonly Bytes[]>,
  topics: Set<Topic>,
): Promise<readonly Promise<void>[]> {
  const meanwhile: Promise<void>[] = [];
  const ordered = await teamsFirst(engine, records);
  let teamsGrew = false;
  let taken = 0;
  let index = 0;
  for await (const { id, entries, refused, stored, begun } of growing(engine, ordered)) {
    for (const { bytes, why } of refused) await refuse(engine, bytes, why);
    if (await takeRecordEntries(engine, id, entries, stored, begun)) {
      const kind = engine.records.get(id)?.kind;
      topics.add(`record:${id}`).add(kind === 'case' ? 'cases' : 'queue');
      teamsGrew ||= kind === 'team';
    }
    taken += entries.length;
    if (taken >= keptMeanwhile) {
      taken = 0;
      meanwhile.push(keepMeanwhile(engine));
      // What was written before need not be held until all of this is.
      letGo(engine);
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

/** Puts an entry where it belongs. Those of records are read when it is their turn: thousands of them may be waiting. */
async function sortEntry(
  engine: Engine,
  bytes: Bytes,
  organisation: Incoming[],
  records: Map<string, Bytes[]>,
): Promise<void> {
  const record = recordNamedIn(bytes);
  if (record !== null) {
    const id = toHex(record);
    const known = records.get(id);
    if (known === undefined) records.set(id, [bytes]);
    else known.push(bytes);
    return;
  }
  const read = await readEntry(bytes);
  if (!read.ok) {
    await refuse(engine, bytes, read.error);
    return;
  }
  const { header, hash } = read.value;
  const isGenesis = header.position === 0 && equal(hash, orgOf(engine));
  if (isGenesis) return;
  if (equal(header.org, orgOf(engine))) organisation.push({ bytes, read: read.value });
  else await refuse(engine, bytes, 'wrong-organisation');
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
