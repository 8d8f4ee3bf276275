import type { TeamKind } from '@leeward/domain/organisation/events.ts';
import type { OrganisationState } from '@leeward/domain/organisation/state.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { fromHex, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Given } from '@leeward/sealed-log/log/chain.ts';
import { emptyChain, extendChainBy, reopenWaiting } from '@leeward/sealed-log/log/chain.ts';
import { teamRecord } from '@leeward/sealed-log/wire/hashes.ts';
import { directoryId } from './directory-id.ts';
import type { Engine } from './engine.ts';
import { actorOf, organisationNow, orgOf } from './engine.ts';
import { raiseFrom } from './record-alerts.ts';
import type { Kind, RecordView } from './record-view.ts';
import { viewOf } from './record-view.ts';
import { noteForSearch } from './search-notes.ts';
import { logNames } from './store/device-store.ts';
import type { Summary } from './summary.ts';
import { summaryOf } from './summary.ts';
import { setTrouble } from './troubles.ts';

/** How many records stay loaded besides teams' logs: the rest is read and verified again when it is opened. */
const loadedAtMost = 400;

/**
 * A record as this device holds it: read from the store and verified anew, because what lies on a disk may have been
 * changed there (fault 28). A record that nobody has written yet is an empty one. `rows` are those of the store, where
 * they were read beforehand.
 */
export function openRecord(engine: Engine, id: string, rows?: readonly Given[]): Promise<RecordView> {
  const held = engine.records.get(id);
  if (held !== undefined) return Promise.resolve(held);
  // A screen and a pull may ask at once: one reading, so that the slower cannot put back what the faster has grown.
  const underWay =
    engine.opening.get(id) ?? readRecord(engine, id, rows).finally(() => engine.opening.delete(id));
  engine.opening.set(id, underWay);
  return underWay;
}

async function readRecord(engine: Engine, id: string, held?: readonly Given[]): Promise<RecordView> {
  const bytes = fromHex(id);
  if (!bytes.ok || bytes.value.length !== 32) throw new Error('not the id of a record');
  const rows = held ?? (await engine.store.rowsOf(logNames.record(id)));
  const { kind, purpose } = await kindOf(engine, id);
  const { skeleton, keyring } = engine.organisation;
  const { chain, stopped } = await extendChainBy(
    emptyChain(orgOf(engine), bytes.value, await ownerOf(engine, id)),
    rows,
    skeleton,
    keyring,
  );
  const view = await viewOf(engine, chain, kind, purpose);
  // A pull that began with this record before it was let go has brought it further meanwhile.
  const further = engine.records.get(id);
  if (further !== undefined) return further;
  if (rows.length > 0) keepLoaded(engine, view);
  if (stopped !== null) {
    // The relay and colleagues have it as it was: it is asked for again, and what is here stands until then.
    engine.askAgainFrom = 0;
    await setTrouble(engine, id, { bad: { why: stopped.why, position: chain.links.length } });
  }
  return view;
}

/** Puts a record's new state where screens and lists find it. */
export function keepLoaded(engine: Engine, view: RecordView): void {
  engine.records.delete(view.id);
  engine.records.set(view.id, view);
  const summary = summaryOf(view, engine.now(), actorOf(engine).custody === true);
  // What says the same stays the same object, so that it need not be kept again.
  if (!isSame(engine.summaries.get(view.id), summary)) engine.summaries.set(view.id, summary);
  engine.unverified.delete(view.id);
  noteForSearch(engine, view);
}

const isSame = (before: Summary | undefined, now: Summary): boolean =>
  before !== undefined && JSON.stringify(before) === JSON.stringify(now);

/** Lets go of what was opened longest ago, as far as its rows are in the store: it is read from there again. */
export function letGo(engine: Engine): void {
  if (engine.records.size <= loadedAtMost) return;
  const unsaved = new Set(engine.unsaved.map((row) => row.log));
  for (const [id, one] of engine.records) {
    if (engine.records.size <= loadedAtMost) break;
    // Teams' logs say what every other record is: they stay.
    if (one.kind !== 'team' && !unsaved.has(logNames.record(id))) engine.records.delete(id);
  }
}

type KindAndPurpose = { readonly kind: Kind; readonly purpose: TeamKind | null };

/**
 * What a record is: a team's own log, or what its team's log lists. Where teams' logs are not open yet, the lists of the
 * last time say it; they were made from verified logs, and are verified again in the background.
 */
export async function kindOf(engine: Engine, id: string): Promise<KindAndPurpose> {
  const teams = await teamLogs(engine);
  const purpose = teams.get(id);
  if (purpose !== undefined) return { kind: 'team', purpose };
  if (id === (await directoryId(engine))) return { kind: 'directory', purpose: null };
  const listed = listedKind(engine, teams.keys(), id);
  if (listed !== null) return listed;
  const open = [...teams.keys()].every((team) => engine.records.has(team) || !engine.summaries.has(team));
  if (open) return { kind: 'unknown', purpose: null };
  const kept = asKind(engine.summaries.get(id)?.kind);
  if (kept !== null) return kept;
  await loadTeams(engine);
  return listedKind(engine, teams.keys(), id) ?? { kind: 'unknown', purpose: null };
}

function listedKind(engine: Engine, teams: Iterable<string>, id: string): KindAndPurpose | null {
  for (const team of teams) {
    const folded = engine.records.get(team)?.folded;
    const listed = folded?.kind === 'team' ? asKind(folded.state.records.get(id)?.kind) : null;
    if (listed !== null) return listed;
  }
  return null;
}

const asKind = (kind: string | undefined): KindAndPurpose | null =>
  kind === 'conversation' || kind === 'case' || kind === 'identity' ? { kind, purpose: null } : null;

/** The ids of teams' logs, with what each team is for. Made once for each state of the organisation. */
const logsOfTeams = new WeakMap<OrganisationState, Promise<ReadonlyMap<string, TeamKind>>>();

export function teamLogs(engine: Engine): Promise<ReadonlyMap<string, TeamKind>> {
  const organisation = organisationNow(engine);
  const known = logsOfTeams.get(organisation);
  if (known !== undefined) return known;
  const made = Promise.all(
    [...organisation.teams.values()].map(async ({ team, purpose }) => {
      const bytes = fromHex(team);
      const record = bytes.ok ? await teamRecord(orgOf(engine), bytes.value) : null;
      return record === null ? [] : [[toHex(record), purpose] as const];
    }),
  ).then((pairs) => new Map(pairs.flat()));
  logsOfTeams.set(organisation, made);
  return made;
}

/** The team whose record this is by its id, as far as this device knows; null where the id is nobody's. */
export async function ownerOf(engine: Engine, id: string): Promise<Bytes | null> {
  const adopted = engine.adoptable.get(id);
  if (adopted !== undefined) return adopted;
  if (!(await teamLogs(engine)).has(id)) return null;
  for (const { id: team } of engine.organisation.skeleton.teams.values())
    if (toHex(await teamRecord(orgOf(engine), team)) === id) return team;
  return null;
}

/** The log of a team, as a record. */
export async function teamLog(engine: Engine, team: Bytes): Promise<RecordView> {
  return openRecord(engine, toHex(await teamRecord(orgOf(engine), team)));
}

/** Opens the logs of one's own teams: they say what every other record is. */
export async function loadTeams(engine: Engine): Promise<void> {
  for (const team of engine.organisation.keyring.teams.keys()) {
    const facts = engine.organisation.skeleton.teams.get(team);
    if (facts !== undefined) await teamLog(engine, facts.id);
  }
}

/** Judges and folds every loaded record anew, after the organisation log has grown: a grant may open what waited (rule 1). */
export async function refold(engine: Engine): Promise<void> {
  for (const view of [...engine.records.values()]) await refoldRecord(engine, view);
}

/** Folds what was of no known kind, after a team's log has said more. */
export async function refoldUnknown(engine: Engine): Promise<void> {
  for (const view of [...engine.records.values()])
    if (view.kind === 'unknown') await refoldRecord(engine, view);
}

/** Judges and folds one record anew. */
export async function refoldRecord(engine: Engine, view: RecordView): Promise<void> {
  const { skeleton, keyring } = engine.organisation;
  const { kind, purpose } = view.kind === 'unknown' ? await kindOf(engine, view.id) : view;
  const owned = { ...view.chain, owner: view.chain.owner ?? (await ownerOf(engine, view.id)) };
  const chain = await reopenWaiting(owned, skeleton, keyring);
  const fresh = await viewOf(engine, chain, kind, purpose);
  keepLoaded(engine, fresh);
  raiseFrom(engine, fresh);
}

/** The records that teams list, with those that follow from items: everything this member may open. */
export function listedRecords(engine: Engine): readonly string[] {
  const ids = new Set<string>();
  for (const view of engine.records.values())
    if (view.folded.kind === 'team') for (const id of view.folded.state.records.keys()) ids.add(id);
  return [...ids];
}
