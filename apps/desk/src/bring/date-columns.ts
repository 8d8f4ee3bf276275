import { type DateQuestion, dateQuestions } from '@leeward/domain/bring/date-ways.ts';
import type { PlannedRow, RowDate } from '@leeward/domain/bring/plan-row.ts';

/** A column that holds dates: what was read of it, and the cells that wait for an answer, by question. */
export type DateColumn = {
  readonly name: string;
  readonly dates: readonly (RowDate & { readonly row: number })[];
  readonly asked: Readonly<Record<DateQuestion, readonly string[]>>;
  /** All of its cells that are dates, or may be. */
  readonly cells: readonly string[];
};

const isQuestion = (code: string): code is DateQuestion => dateQuestions.some((one) => one === code);

/** The columns of a table that hold dates, in the order in which they come up. */
export function dateColumns(rows: readonly PlannedRow[]): readonly DateColumn[] {
  type Growing = {
    dates: (RowDate & { readonly row: number })[];
    asked: Record<DateQuestion, string[]>;
    cells: string[];
  };
  const found = new Map<string, Growing>();
  const of = (name: string): Growing => {
    const known = found.get(name);
    if (known !== undefined) return known;
    const fresh: Growing = {
      dates: [],
      asked: { 'which-calendar': [], 'which-order': [], 'short-year': [], serial: [] },
      cells: [],
    };
    found.set(name, fresh);
    return fresh;
  };
  for (const { number, dates, problems } of rows) {
    for (const date of dates) {
      const column = of(date.column);
      column.dates.push({ ...date, row: number });
      column.cells.push(date.cell);
    }
    for (const { column: name, code, cell } of problems) {
      if (!isQuestion(code)) continue;
      const column = of(name);
      column.asked[code].push(cell);
      column.cells.push(cell);
    }
  }
  return [...found].map(([name, column]) => ({ name, ...column }));
}
