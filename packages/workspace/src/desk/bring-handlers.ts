import type { BringEvent } from '@leeward/domain/bring/part.ts';
import type { Batch, BringCommands } from '../bring/contract.ts';
import { readTableFile } from '../bring/read-table.ts';
import { itemsFor, type PlacedRow, placeRows, waitingRow } from './bring-rows.ts';
import { actOnCase } from './case-acts.ts';
import type { CaseLine } from './case-contract.ts';
import type { Answer } from './contract.ts';
import type { Engine } from './engine.ts';
import { actorOf } from './engine.ts';
import { type BroughtIdentity, broughtIdentityItems, holdIdentities } from './identity/bring.ts';
import { peopleOf } from './identity/bring-people.ts';
import { custodyTeam } from './identity/custody-team.ts';
import { keep } from './outbox.ts';
import type { Handlers } from './rpc.ts';

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
      const chosen = lines(engine);
      const items = chosen.map(({ record }) => ({
        record,
        command: actOnCase,
        args: { events: [event] },
      }));
      const records = new Set(chosen.map(({ record }) => record));
      await inOrder(async () => {
        await keep(engine, items);
        await holdIdentities(engine, records, event.type === 'CaseTakenOut');
      });
      sync();
      return yes({ cases: items.length });
    });
  return {
    readTable: ({ file, how }) =>
      opened(async () => {
        const read = await readTableFile(file, how);
        return 'tooLarge' in read
          ? { ok: false, error: { code: 'file-too-large', limit: read.tooLarge } }
          : yes(read);
      }),
    bringCases: ({ batch, source, teams, rows }) =>
      opened((engine, sync) =>
        // Looked at and kept in one turn: two clicks find each other's rows.
        inOrder(async () => {
          const custody = await custodyTeam(engine);
          const said = rows.filter(({ identity, people }) => identity.length + people.length > 0);
          // Nobody keeps names whom she could not look after: neither here nor in the case.
          if (said.length > 0 && custody === null)
            return { ok: false, error: { code: 'refused', refusal: { code: 'not_custody' } } };
          const known = new Map(
            knownKeys(engine).flatMap((one) =>
              one.source === source ? [[one.key, one.record] as const] : [],
            ),
          );
          const total = rows.length;
          const placed = await placeRows(engine, rows, { batch, source, teams }, (done) =>
            engine.report('bring', done, total),
          );
          if (placed === null) return { ok: false, error: { code: 'not-here' } };
          const fresh: PlacedRow[] = [];
          const left: string[] = [];
          const identities = new Map<string, BroughtIdentity>();
          let unknownPeople = 0;
          for (const one of placed) {
            const { row, id } = one;
            const before = known.get(row.key);
            const caseRecord = before ?? id;
            if (before === undefined) fresh.push(one);
            else left.push(row.key);
            known.set(row.key, caseRecord);
            if (row.identity.length > 0 && !identities.has(caseRecord))
              identities.set(caseRecord, { caseRecord, person: null, ids: row.ids, events: row.identity });
            const people = await peopleOf(engine, caseRecord, row, { source, teams });
            unknownPeople += people.unknown;
            for (const each of people.identities) identities.set(`${caseRecord} ${each.person}`, each);
          }
          const behindKeys =
            custody === null
              ? { items: [], fresh: 0 }
              : await broughtIdentityItems(engine, custody, [...identities.values()]);
          const cases = await itemsFor(engine, fresh, { batch, source, teams });
          await keep(engine, [...cases, ...behindKeys.items]);
          engine.report('bring', total, total);
          engine.announce('cases');
          sync();
          return yes({ brought: fresh.length, known: left, identities: behindKeys.fresh, unknownPeople });
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

/** Somebody has written in it after it was brought, or has brought the same row. */
const isTouched = ({ updated, brought }: CaseLine): boolean =>
  brought !== undefined && (updated > brought.at || brought.again !== undefined);

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
  const waiting = engine.outbox.flatMap((item) => {
    const row = waitingRow(item);
    return row === null ? [] : [{ source: row.source, key: row.key, record: row.record, pseudonym: '' }];
  });
  return [...known, ...waiting];
}

function batchesIn(engine: Engine): readonly Batch[] {
  const found = new Map<string, Batch>();
  const batchOf = (batch: string, source: string, by: string, at: number): Batch =>
    found.get(batch) ?? { batch, source, by, at, cases: 0, out: 0, joined: 0, waiting: 0, touched: [] };
  for (const { line, out } of broughtLines(engine)) {
    const { brought } = line;
    if (brought === undefined) continue;
    const { batch, source, by, at, again = [] } = brought;
    const before = batchOf(batch, source, by, at);
    const touched =
      isTouched(line) && !out
        ? [...before.touched, { record: line.record, pseudonym: line.pseudonym }]
        : before.touched;
    found.set(batch, { ...before, cases: before.cases + 1, out: before.out + (out ? 1 : 0), touched });
    // Its rows were brought by another import too: one case each, which stays where the other one put it.
    for (const other of again) {
      const its = batchOf(other.batch, source, other.by, other.at);
      found.set(other.batch, { ...its, joined: its.joined + 1 });
    }
  }
  const me = actorOf(engine).member;
  for (const item of engine.outbox) {
    const row = waitingRow(item);
    if (row === null) continue;
    const before = batchOf(row.batch, row.source, me, row.since);
    found.set(row.batch, { ...before, waiting: before.waiting + 1 });
  }
  return [...found.values()].sort((left, right) => right.at - left.at);
}
