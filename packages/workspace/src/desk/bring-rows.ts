import { additionsTo } from '@leeward/domain/bring/join-row.ts';
import type { BringEvent } from '@leeward/domain/bring/part.ts';
import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { canOpenCase } from '@leeward/domain/case/rules.ts';
import { type CaseState, caseNoun, emptyCase, foldCase } from '@leeward/domain/case/state.ts';
import { propose } from '@leeward/domain/shared/fold.ts';
import { refusal } from '@leeward/domain/shared/refusal.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { teamRecord } from '@leeward/sealed-log/wire/hashes.ts';
import type { RowToBring } from '../bring/contract.ts';
import { recordOf, rowSecret, withRowIds } from './bring-ids.ts';
import type { Args, Builder } from './builder-parts.ts';
import { text } from './builder-parts.ts';
import { contextOf } from './case-acts.ts';
import type { Engine } from './engine.ts';
import { actorOf, orgOf } from './engine.ts';
import type { NewItem } from './outbox.ts';
import type { OutboxItem } from './outbox-item.ts';
import { bytesOf } from './send.ts';
import { isPseudonymTaken } from './taken.ts';

/* Rows on their way to becoming cases: one act for each, which opens the case or adds to the one that is there already. */

/** The command under which rows wait in the outbox. */
export const bringRow = 'bringRow';

/** How many records one entry of a team's log lists. */
const listedAtOnce = 200;
/** How much one entry may say, in UTF-16 units, so that it fits in any script. */
const atOnce = 16_000;

/** One import. */
export type Import = {
  readonly batch: string;
  readonly source: string;
  readonly teams: readonly string[];
};

/** A row with the record that it becomes; the row of a colleague without a line becomes the same one. */
export type PlacedRow = {
  readonly row: RowToBring;
  readonly id: string;
  readonly events: readonly CaseEvent[];
};

/** Where each row goes; null where this member is in none of the teams that are to read it. */
export async function placeRows(
  engine: Engine,
  rows: readonly RowToBring[],
  { batch, source, teams }: Import,
  onProgress: (done: number) => void,
): Promise<readonly PlacedRow[] | null> {
  const placed: PlacedRow[] = [];
  for (const row of rows) {
    const secret = await rowSecret(engine, teams, source, row.key);
    if (secret === null) return null;
    const brought: BringEvent = { type: 'CaseBrought', v: 1, batch, source, key: row.key, row: row.row };
    const events = [brought, ...(await withRowIds(secret, row.ids, row.events))];
    placed.push({ row, id: await recordOf(secret), events });
    if (placed.length % 50 === 0) onProgress(placed.length);
  }
  return placed;
}

/** What is kept of them until they are sent. */
export async function itemsFor(
  engine: Engine,
  rows: readonly PlacedRow[],
  { batch, source, teams }: Import,
): Promise<readonly NewItem[]> {
  const items: NewItem[] = [];
  // One time for all that one row says: nobody has worked on it between two of its entries.
  const since = engine.now();
  for (const team of teams) {
    const log = toHex(await teamRecord(orgOf(engine), bytesOf(team)));
    for (let at = 0; at < rows.length; at += listedAtOnce)
      items.push({
        record: log,
        command: 'listRecords',
        args: { listed: rows.slice(at, at + listedAtOnce).map(({ id }) => id), kind: 'case' },
        creates: { kind: 'team', teams: [team] },
        silent: true,
      });
  }
  for (const { row, id, events } of rows)
    for (const [lot, some] of inEntries(events).entries())
      items.push({
        record: id,
        command: bringRow,
        args: {
          batch,
          source,
          key: row.key,
          row: row.row,
          lot,
          pseudonym: row.pseudonym,
          teams,
          events: some,
        },
        creates: { kind: 'case', teams },
        since,
      });
  return items;
}

/** Events in lots that each fit one entry, in their order. */
export function inEntries<Event>(events: readonly Event[]): readonly (readonly Event[])[] {
  const lots: Event[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const event of events) {
    const own = JSON.stringify(event).length;
    if (size + own > atOnce) {
      lots.push([]);
      size = 0;
    }
    lots.at(-1)?.push(event);
    size += own;
  }
  return lots;
}

/** A row that waits in the outbox. */
export type WaitingRow = Import & { readonly key: string; readonly record: string; readonly since: number };

export function waitingRow(item: OutboxItem): WaitingRow | null {
  const { args, record, since, command } = item;
  if (command !== bringRow || args['lot'] !== 0) return null;
  const teams = teamsIn(args);
  return {
    batch: text(args, 'batch'),
    source: text(args, 'source'),
    key: text(args, 'key'),
    teams,
    record,
    since,
  };
}

const teamsIn = (args: Args): readonly string[] =>
  Array.isArray(args['teams']) ? args['teams'].filter((one): one is string => typeof one === 'string') : [];

/** Opens the case of a row; where somebody has brought the same row meanwhile, adds to it what it does not say yet. */
export const buildRow: Builder = async (engine, view, args) => {
  const events = Array.isArray(args['events']) ? (args['events'] as readonly CaseEvent[]) : [];
  const actor = actorOf(engine);
  const state = view.folded.kind === 'case' ? view.folded.state : emptyCase;
  if (state.opened === null) {
    if (args['lot'] !== 0) return { ok: false, error: refusal('not_begun') };
    const opening = {
      pseudonym: text(args, 'pseudonym'),
      fromConversation: null,
      teams: teamsIn(args),
      responsible: actor.member,
      urgency: null,
    };
    const opened = canOpenCase(actor, opening, (name) => isPseudonymTaken(engine, name, view.id));
    if (!opened.ok) return opened;
    const all = [...opened.value, ...events];
    const allowed = propose(caseNoun, emptyCase, actor, all);
    return allowed.ok ? { ok: true, value: { events: all, quoted: [] } } : allowed;
  }
  const { brought } = state.parts.bring;
  // Not the case of this row: nothing is written into what somebody else made.
  if (brought === null || brought.source !== args['source'] || brought.key !== args['key'])
    return { ok: false, error: refusal('exists') };
  const more = effective(engine, state, additionsTo(state, events));
  if (more.length === 0) return { ok: false, error: refusal('no_change') };
  const allowed = propose(caseNoun, state, actor, more);
  return allowed.ok ? { ok: true, value: { events: more, quoted: [] } } : allowed;
};

/** Those events that change anything on what stands: the same words written apart are there once. */
function effective(engine: Engine, state: CaseState, events: readonly CaseEvent[]): readonly CaseEvent[] {
  const context = { ...contextOf(engine), entry: '', claimedTime: 0, position: 1 };
  let now = state;
  return events.filter((event, index) => {
    const next = foldCase(now, event, { ...context, index });
    const changes = next !== now;
    now = next;
    return changes;
  });
}
