import type { BringEvent } from '@leeward/domain/bring/part.ts';
import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { teamRecord } from '@leeward/sealed-log/wire/hashes.ts';
import type { Batch, BringCommands, RowToBring } from '../bring/contract.ts';
import { readTableFile } from '../bring/read-table.ts';
import { actOnCase } from './case-acts.ts';
import type { Answer, CaseLine } from './contract.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import { keep, type NewItem } from './outbox.ts';
import type { Handlers } from './rpc.ts';
import { bytesOf } from './send.ts';

/* Cases that are brought along from somewhere else: opened row by row, known again by their keys, undone as one step. */

type Tools = {
  readonly opened: <T>(work: (engine: Engine, sync: () => void) => Promise<Answer<T>>) => Promise<Answer<T>>;
  readonly inOrder: <T>(work: () => Promise<T>) => Promise<T>;
};

const yes = <T>(value: T): Answer<T> => ({ ok: true, value });

/** Answers the commands of `bring/contract.ts`. */
export function bringHandlers({ opened, inOrder }: Tools): Pick<Handlers, keyof BringCommands> {
  const actOnAll = (lines: (engine: Engine) => readonly CaseLine[], event: BringEvent) =>
    opened(async (engine, sync) => {
      const items = lines(engine).map(({ record }) => ({
        record,
        command: actOnCase,
        args: { events: [event] },
      }));
      await inOrder(() => keep(engine, items));
      sync();
      return yes({ cases: items.length });
    });
  return {
    readTable: ({ file }) =>
      opened(async () => {
        const read = await readTableFile(file);
        return 'tooLarge' in read
          ? { ok: false, error: { code: 'file-too-large', limit: read.tooLarge } }
          : yes(read);
      }),
    bringCases: ({ batch, source, teams, rows }) =>
      opened((engine, sync) =>
        // Looked at and kept in one turn: two clicks find each other's rows.
        inOrder(async () => {
          const known = new Set(knownKeys(engine).flatMap((one) => (one.source === source ? [one.key] : [])));
          const fresh: RowToBring[] = [];
          const left: string[] = [];
          for (const row of rows) {
            if (known.has(row.key)) left.push(row.key);
            else fresh.push(row);
            known.add(row.key);
          }
          await keep(engine, await itemsFor(engine, fresh, { batch, source, teams }));
          sync();
          return yes({ brought: fresh.length, known: left });
        }),
      ),
    broughtKeys: () => opened(async (engine) => yes(knownKeys(engine))),
    batches: () => opened(async (engine) => yes(batchesIn(engine))),
    undoBatch: ({ batch, reason, untouched }) =>
      actOnAll(
        (engine) =>
          linesOf(engine, batch)
            .filter(({ line, out }) => !out && !(untouched && isTouched(line)))
            .map(({ line }) => line),
        { type: 'CaseTakenOut', v: 1, reason },
      ),
    redoBatch: ({ batch, reason }) =>
      actOnAll(
        (engine) =>
          linesOf(engine, batch)
            .filter(({ out }) => out)
            .map(({ line }) => line),
        {
          type: 'CasePutBack',
          v: 1,
          reason,
        },
      ),
  };
}

/** How many records one entry of a team's log lists. */
const listedAtOnce = 200;
/** How much one entry may say, in UTF-16 units, so that it fits in any script. */
const atOnce = 16_000;

async function itemsFor(
  engine: Engine,
  rows: readonly RowToBring[],
  {
    batch,
    source,
    teams,
  }: { readonly batch: string; readonly source: string; readonly teams: readonly string[] },
): Promise<readonly NewItem[]> {
  const cases = rows.map((row) => ({ row, id: toHex(randomBytes(32)) }));
  const items: NewItem[] = [];
  for (const team of teams) {
    const log = toHex(await teamRecord(orgOf(engine), bytesOf(team)));
    for (let at = 0; at < cases.length; at += listedAtOnce)
      items.push({
        record: log,
        command: 'listRecords',
        args: { listed: cases.slice(at, at + listedAtOnce).map(({ id }) => id), kind: 'case' },
        creates: { kind: 'team', teams: [team] },
        silent: true,
      });
  }
  for (const { row, id } of cases) {
    const brought: BringEvent = { type: 'CaseBrought', v: 1, batch, source, key: row.key, row: row.row };
    items.push({
      record: id,
      command: 'openCase',
      args: { pseudonym: row.pseudonym, from: '', teams, case: id },
      creates: { kind: 'case', teams },
    });
    for (const events of inEntries([brought, ...row.events]))
      items.push({ record: id, command: actOnCase, args: { events } });
  }
  return items;
}

/** Events in lots that each fit one entry, in their order. */
function inEntries(events: readonly CaseEvent[]): readonly (readonly CaseEvent[])[] {
  const lots: CaseEvent[][] = [];
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

type BroughtLine = { readonly line: CaseLine; readonly out: boolean };

function broughtLines(engine: Engine): readonly BroughtLine[] {
  return [...engine.summaries.values()].flatMap((one) =>
    (one.kind === 'case' || one.kind === 'out') && one.line.brought !== undefined
      ? [{ line: one.line, out: one.kind === 'out' }]
      : [],
  );
}

const linesOf = (engine: Engine, batch: string): readonly BroughtLine[] =>
  broughtLines(engine).filter(({ line }) => line.brought?.batch === batch);

/** Somebody has written in it after it was brought. */
const isTouched = ({ updated, brought }: CaseLine): boolean => brought !== undefined && updated > brought.at;

/** Rows that are cases, apart from those taken out, and rows that wait in the outbox. */
function knownKeys(engine: Engine): BringCommands['broughtKeys'][1] {
  const known = broughtLines(engine).flatMap(({ line, out }) =>
    line.brought === undefined || out
      ? []
      : [
          {
            source: line.brought.source,
            key: line.brought.key,
            record: line.record,
            pseudonym: line.pseudonym,
          },
        ],
  );
  const waiting = engine.outbox.flatMap(({ command, args, record }) => {
    if (command !== actOnCase || !Array.isArray(args['events'])) return [];
    return (args['events'] as readonly CaseEvent[]).flatMap((event) =>
      event.type === 'CaseBrought' ? [{ source: event.source, key: event.key, record, pseudonym: '' }] : [],
    );
  });
  return [...known, ...waiting];
}

function batchesIn(engine: Engine): readonly Batch[] {
  const found = new Map<string, Batch>();
  for (const { line, out } of broughtLines(engine)) {
    const { brought } = line;
    if (brought === undefined) continue;
    const { batch, source, by, at } = brought;
    const before = found.get(batch) ?? { batch, source, by, at, cases: 0, out: 0, touched: [] };
    const touched =
      isTouched(line) && !out
        ? [...before.touched, { record: line.record, pseudonym: line.pseudonym }]
        : before.touched;
    found.set(batch, { ...before, cases: before.cases + 1, out: before.out + (out ? 1 : 0), touched });
  }
  return [...found.values()].sort((left, right) => right.at - left.at);
}
