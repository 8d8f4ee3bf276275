import type { AnswerValue } from '../answers/events.ts';
import type { CaseEvent } from '../case/events.ts';
import type { InexactDate } from '../shared/inexact-date.ts';
import { baseOf, editOf, type ItemKind, type Values } from '../shared/items.ts';
import { type DateProblem, type DateWay, type ReadOther, readDate, type TableCalendar } from './date-ways.ts';
import type { Mapping } from './mapping.ts';
import { type CodeWords, readAge, readCode } from './read-cell.ts';
import { own } from './table.ts';

/** What stands in the way of a row, and where. */
export type RowProblem = {
  /** The heading; of an inner table `table/heading`. Empty where it is about the whole row. */
  readonly column: string;
  /** The very cell, by which it is mended: the heading, or which turn of an inner table (`placeOf`). */
  readonly place: string;
  readonly code:
    | 'not-in-list'
    | DateProblem
    | 'not-an-age'
    | 'too-long'
    | 'not-an-answer'
    | 'same-key'
    | 'same-row'
    | 'same-pseudonym';
  readonly cell: string;
};

/** A date that was read, as the preview shows it: what is written, and the day that it becomes. */
export type RowDate = {
  readonly column: string;
  readonly place: string;
  readonly cell: string;
  readonly date: InexactDate;
  readonly calendar: TableCalendar;
};

/** What planning needs to know from outside. */
export type Words = {
  readonly urgency: CodeWords;
  readonly state: CodeWords;
  readonly status: CodeWords;
  readonly countries: CodeWords;
  readonly languages: CodeWords;
  readonly ties: CodeWords;
  /** "Brought from {source}, row {row}." for the reasons that acts must have. */
  readonly reason: string;
  /** What a person without words for who it is is called: "Person". */
  readonly person: string;
  /** Reads an answer to a question of a form that is asked in files; null where it takes no such value. */
  readonly answer: (form: string, question: string, cell: string) => AnswerValue | null;
  /** Whether a question asks for a date: what the cell says is then read as the dates of its column are. */
  readonly asksDate: (form: string, question: string) => boolean;
  /** Reads dates that are not written plainly. */
  readonly otherDate: ReadOther;
};

/** Where a cell of an inner table stands: which turn of it. No heading has such a mark in it. */
export const placeOf = (table: string, turn: number, column: string): string =>
  `${table}\u0000${turn}\u0000${column}`;

/** A column of an inner table, as problems, decisions about its words and its way of writing dates name it. */
export const innerColumn = (table: string, column: string): string => `${table}/${column}`;

/** Where a cell stands. */
export type Where = { readonly column: string; readonly place: string };

/** What planning one row has at hand, and what it has found so far. */
export type PlanTools = {
  readonly mapping: Mapping;
  readonly words: Words;
  readonly events: CaseEvent[];
  readonly problems: RowProblem[];
  readonly dates: RowDate[];
  readonly notes: string[];
  readonly ids: Record<string, string>;
  readonly complain: (where: Where, code: RowProblem['code'], cell: string) => null;
  /** The code that a cell stands for; null where it was decided to leave it empty, or must be asked. */
  readonly coded: (where: Where, cell: string, list: CodeWords) => string | null;
  readonly dated: (where: Where, cell: string) => InexactDate | null;
  readonly aged: (where: Where, cell: string) => ReturnType<typeof readAge>;
  /** A new id for what is named; the same row names its things alike on every desk. */
  readonly newId: (what: string) => string;
  readonly make: <Noun extends string, V extends Values>(
    kind: ItemKind<Noun, V>,
    values: Partial<V>,
    id: string,
  ) => string;
};

/** What planning a row begins with. */
export function planTools(mapping: Mapping, words: Words, freshId: () => string): PlanTools {
  const problems: RowProblem[] = [];
  const events: CaseEvent[] = [];
  const dates: RowDate[] = [];
  const ids: Record<string, string> = {};
  const named = new Map<string, number>();
  const complain: PlanTools['complain'] = ({ column, place }, code, cell) => {
    problems.push({ column, place, code, cell });
    return null;
  };
  return {
    mapping,
    words,
    events,
    problems,
    dates,
    notes: [],
    ids,
    complain,
    coded: (where, cell, list) => {
      const chosen = own(own(mapping.values, where.column), cell);
      if (chosen !== undefined) return chosen === '' ? null : chosen;
      return readCode(cell, list) ?? complain(where, 'not-in-list', cell);
    },
    dated: (where, cell) => {
      const way: DateWay = own(mapping.ways, where.column) ?? {};
      const read = readDate(cell, way, words.otherDate);
      if ('problem' in read) return complain(where, read.problem, cell);
      // Ethiopian years look like ours: where somebody may count in them, none is taken for granted.
      if (mapping.asksCalendar && way.calendar === undefined) return complain(where, 'which-calendar', cell);
      dates.push({ ...where, cell, ...read });
      return read.date;
    },
    aged: (where, cell) => readAge(cell) ?? complain(where, 'not-an-age', cell),
    newId: (what) => {
      const id = freshId();
      const before = named.get(what) ?? 0;
      named.set(what, before + 1);
      ids[id] = before === 0 ? what : `${what} ${before + 1}`;
      return id;
    },
    make: (kind, values, id) => {
      const event = editOf(kind, baseOf(undefined, id), values);
      if (event !== null) events.push(event as unknown as CaseEvent);
      return id;
    },
  };
}
