import type { SheetEvent } from '../identity/sheet.ts';
import { incidentItems } from '../incident/events.ts';
import { type AgeBand, persons, relations } from '../people/events.ts';
import type { Tie } from '../people/ties.ts';
import type { InexactDate } from '../shared/inexact-date.ts';
import { sizes } from '../shared/shape.ts';
import type { IdentityTarget, InnerTarget, Mends } from './mapping.ts';
import { type IdentityCell, identityMeans, planIdentity } from './plan-identity.ts';
import { innerColumn, type PlanTools, placeOf, type Where } from './plan-tools.ts';
import { type BroughtRow, type Cells, own } from './table.ts';

/* Tables inside of a row: members of a household become people of the case, events become incidents, the rest is noted. */

/** Who somebody of a row is: the person in the case, and what goes into her identity record. */
export type PersonIdentity = { readonly person: string; readonly events: readonly SheetEvent[] };

type Turn = { readonly table: string; readonly at: number; readonly cells: Cells };

/** The turns of all inner tables of a row, with what was mended in them. */
export function turnsOf(row: BroughtRow, mends: Mends): readonly Turn[] {
  const mended = mends[row.number];
  return Object.entries(row.inner).flatMap(([table, turns]) =>
    turns.map((cells, at) => ({
      table,
      at,
      cells: Object.fromEntries(
        Object.entries(cells).map(([column, cell]) => [
          column,
          own(mended, placeOf(table, at, column)) ?? cell,
        ]),
      ),
    })),
  );
}

const kindOf = ({ mapping }: PlanTools, { table }: Turn) => own(mapping.inner, table)?.as ?? 'note';

/** Whether somebody is known by a key of her own, and not by where she stands: by what her id stands for. */
export const isKnownByKey = (what: string): boolean => /^person:.*:key /.test(what);

/** Those turns that become people of the case. */
export const personsIn = (tools: PlanTools, turns: readonly Turn[]): readonly Turn[] =>
  turns.filter((turn) => kindOf(tools, turn) === 'persons');

/** Each cell that says something, with where it goes and where it stands. */
function each(
  { mapping }: PlanTools,
  { table, at, cells }: Turn,
  take: (target: InnerTarget, where: Where, cell: string, column: string) => void,
): void {
  for (const [column, cell] of Object.entries(cells)) {
    const target = own(own(mapping.inner, table)?.columns, column) ?? 'note';
    const where = { column: innerColumn(table, column), place: placeOf(table, at, column) };
    if (cell !== '') take(target, where, cell, column);
  }
}

/**
 * People of the case. Their ids follow from their own key where a column has one, else from which turn they are; the
 * case says what they are to the defender and to nobody who they are.
 */
export function planPersons(
  tools: PlanTools,
  turns: readonly Turn[],
  defender: string,
): readonly PersonIdentity[] {
  const { words, make, newId, coded, complain } = tools;
  return turns.flatMap((turn, index): readonly PersonIdentity[] => {
    const noted: string[] = [];
    const identity: IdentityCell[] = [];
    let [label, key]: [string, string | null] = [`${words.person} ${index + 2}`, null];
    let ageBand: AgeBand | 'unknown' = 'unknown';
    let [country, tie]: [string | null, string | null] = [null, null];
    each(tools, turn, (target, where, cell, column) => {
      if (target.startsWith('identity:'))
        identity.push({ ...where, target: target.slice('identity:'.length) as IdentityTarget, cell });
      else if (target === 'key') key = cell;
      else if (target === 'label')
        label = cell.length > 60 ? (complain(where, 'too-long', cell) ?? label) : cell;
      else if (target === 'relation') tie = coded(where, cell, words.ties);
      else if (target === 'age') ageBand = tools.aged(where, cell) ?? 'unknown';
      else if (target === 'country') country = coded(where, cell, words.countries);
      else if (target !== 'leaveOut') noted.push(`${column}: ${cell}`);
    });
    const who = `${turn.table}:${key === null ? turn.at : `key ${key}`}`;
    const note = noted.join('\n');
    // What is longer than the note of a person is noted in the case: nothing is cut unseen.
    if (note.length > 4000) tools.notes.push(`${label}\n${note}`);
    const person = newId(`person:${who}`);
    make(persons, { label, ageBand, country, roles: [], note: note.length > 4000 ? '' : note }, person);
    if (tie !== null) make(relations, { who: person, tie: tie as Tie, whom: defender }, newId(`tie:${who}`));
    const events = planIdentity(identity, identityMeans(tools, `${who}:`));
    return events.length === 0 ? [] : [{ person, events }];
  });
}

/** Incidents, and notes of what is neither. How many incidents there are. */
export function planOthers(tools: PlanTools, turns: readonly Turn[]): number {
  const { words, make, newId, coded, dated, notes } = tools;
  let incidents = 0;
  for (const turn of turns) {
    const kind = kindOf(tools, turn);
    if (kind !== 'note' && kind !== 'incidents') continue;
    const told: string[] = [];
    let when: InexactDate | null = null;
    let country: string | null = null;
    each(tools, turn, (target, where, cell, column) => {
      if (kind === 'incidents' && target === 'when') when = dated(where, cell);
      else if (kind === 'incidents' && target === 'country') country = coded(where, cell, words.countries);
      // What is left out, or meant for an identity, is never noted in a case.
      else if (target !== 'leaveOut' && !target.startsWith('identity:')) told.push(`${column}: ${cell}`);
    });
    if (kind === 'note') {
      if (told.length > 0) notes.push([turn.table, ...told].join('\n'));
      continue;
    }
    if (told.length === 0 && when === null && country === null) continue;
    incidents += 1;
    const text = told.join('\n');
    if (text.length > sizes.body) notes.push(text);
    const happened = text === '' || text.length > sizes.body ? words.reason : text;
    make(
      incidentItems,
      { kind: 'x_brought', happened, when, country, graphic: true },
      newId(`incident:${turn.table}:${turn.at}`),
    );
  }
  return incidents;
}
