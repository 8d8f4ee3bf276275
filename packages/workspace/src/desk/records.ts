import type { TeamPurpose } from '@leeward/domain/organisation/events.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { fromHex, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { emptyChain, extendChainBy } from '@leeward/sealed-log/log/chain.ts';
import { teamRecord } from '@leeward/sealed-log/wire/hashes.ts';
import type { Engine } from './engine.ts';
import { organisationNow, orgOf } from './engine.ts';
import type { Kind, RecordView } from './record-view.ts';
import { viewOf } from './record-view.ts';
import { logNames } from './store/device-store.ts';
import { summaryOf } from './summary.ts';

/** How many records stay loaded besides teams' logs: the rest is read and verified again when it is opened. */
const loadedAtMost = 400;

/**
 * A record as this device holds it: read from the store and verified anew, because what lies on a disk may have been
 * changed there (fault 28). A record that nobody has written yet is an empty one.
 */
export async function openRecord(engine: Engine, id: string): Promise<RecordView> {
  const held = engine.records.get(id);
  if (held !== undefined) return held;
  // A screen and a pull may ask at once: one reading, so that the slower cannot put back what the faster has grown.
  const underWay = engine.opening.get(id) ?? readRecord(engine, id);
  engine.opening.set(id, underWay);
  try {
    return await underWay;
  } finally {
    engine.opening.delete(id);
  }
}

async function readRecord(engine: Engine, id: string): Promise<RecordView> {
  const bytes = fromHex(id);
  if (!bytes.ok || bytes.value.length !== 32) throw new Error('not the id of a record');
  const rows = await engine.store.rowsOf(logNames.record(id));
  const { kind, purpose } = await kindOf(engine, id);
  const { skeleton, keyring } = engine.organisation;
  const { chain, stopped } = await extendChainBy(
    emptyChain(orgOf(engine), bytes.value),
    rows,
    skeleton,
    keyring,
  );
  const beyond = stopped === null ? null : { why: stopped.why, bytes: rows[stopped.at] ?? new Uint8Array(0) };
  if (beyond !== null && beyond.why !== 'organisation-behind')
    engine.alerts.raise('notInChain', { why: beyond.why, position: chain.links.length }, id);
  const view = await viewOf(engine, chain, kind, purpose, beyond, null);
  keepLoaded(engine, view);
  return view;
}

/** Puts a record's new state where screens and lists find it. */
export function keepLoaded(engine: Engine, view: RecordView): void {
  engine.records.delete(view.id);
  engine.records.set(view.id, view);
  engine.summaries.set(view.id, summaryOf(view, engine.now()));
}

/** Lets go of what was opened longest ago. Only when all rows are in the store: what is let go is read from there. */
export function letGo(engine: Engine): void {
  for (const [id, one] of engine.records) {
    if (engine.records.size <= loadedAtMost) break;
    // Teams' logs say what every other record is: they stay.
    if (one.kind !== 'team') engine.records.delete(id);
  }
}

/** What a record is: a team's own log, a conversation that follows from a first item, or what its team's log lists. */
export async function kindOf(
  engine: Engine,
  id: string,
): Promise<{ readonly kind: Kind; readonly purpose: TeamPurpose | null }> {
  for (const team of organisationNow(engine).teams.values()) {
    const bytes = fromHex(team.team);
    if (bytes.ok && toHex(await teamRecord(orgOf(engine), bytes.value)) === id)
      return { kind: 'team', purpose: team.purpose };
  }
  for (const one of engine.records.values()) {
    if (one.folded.kind !== 'team') continue;
    const kind = one.folded.state.records.get(id)?.kind;
    if (kind === 'conversation' || kind === 'case' || kind === 'identity') return { kind, purpose: null };
  }
  return { kind: 'unknown', purpose: null };
}

/** The log of a team, as a record. */
export async function teamLog(engine: Engine, team: Bytes): Promise<RecordView> {
  return openRecord(engine, toHex(await teamRecord(orgOf(engine), team)));
}

/** Judges and folds every loaded record anew: after the organisation log has grown (rule 1). */
export async function refold(engine: Engine): Promise<void> {
  for (const id of [...engine.records.keys()]) {
    const view = engine.records.get(id);
    if (view === undefined) continue;
    // A record that waited for an organisation entry, or for its kind, is read again from the store.
    if (view.stopped?.why === 'organisation-behind' || view.kind === 'unknown') {
      engine.records.delete(id);
      await openRecord(engine, id);
    } else
      keepLoaded(engine, await viewOf(engine, view.chain, view.kind, view.purpose, view.stopped, view.held));
  }
}

/** The records that teams list, with those that follow from items: everything this member may open. */
export function listedRecords(engine: Engine): readonly string[] {
  const ids = new Set<string>();
  for (const view of engine.records.values())
    if (view.folded.kind === 'team') for (const id of view.folded.state.records.keys()) ids.add(id);
  return [...ids];
}
