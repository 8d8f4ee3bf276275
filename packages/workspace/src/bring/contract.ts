import type { BroughtTable } from '@leeward/domain/bring/table.ts';
import type { CaseEvent } from '@leeward/domain/case/events.ts';
import type { SheetEvent } from '@leeward/domain/identity/sheet.ts';

/** One row of a table as it becomes a case. */
export type RowToBring = {
  readonly key: string;
  readonly row: number;
  readonly pseudonym: string;
  readonly events: readonly CaseEvent[];
  /** What goes into the identity record of the person, behind a key of its own; empty for most. */
  readonly identity: readonly SheetEvent[];
  /** What each new id in the events stands for: see `PlannedRow`. */
  readonly ids: Readonly<Record<string, string>>;
};

/** One import, as the cases that it made say of it. */
export type Batch = {
  readonly batch: string;
  readonly source: string;
  readonly by: string;
  /** When it was done, by that person's clock. */
  readonly at: number;
  readonly cases: number;
  /** How many of them are taken out now. */
  readonly out: number;
  /** Rows that another import had brought already, by a colleague without a line: one case each, with the words of both. */
  readonly joined: number;
  /** Rows that wait on this device to be sent; they go by themselves, also after it was closed. */
  readonly waiting: number;
  /** Cases on which somebody has worked since. */
  readonly touched: readonly { readonly record: string; readonly pseudonym: string }[];
};

export type BringCommands = {
  /** Reads a table out of a file: CSV, a spreadsheet, or JSON. Nothing is kept. */
  readTable: [
    { readonly file: ArrayBuffer; readonly name: string },
    { readonly table: BroughtTable } | { readonly problem: 'not-a-table' | 'too-many-rows' },
  ];
  /**
   * Opens a case for each row. A row that is a case already, or waits to become one, is left out, however often this is
   * asked: rows are known by their key within one source.
   */
  bringCases: [
    {
      readonly batch: string;
      readonly source: string;
      readonly teams: readonly string[];
      readonly rows: readonly RowToBring[];
    },
    {
      readonly brought: number;
      readonly known: readonly string[];
      /** Identity records that were made, or wait for their random hour. */
      readonly identities: number;
    },
  ];
  /** Keys of rows that are cases already, or wait to become them, with the case: by source. */
  broughtKeys: [
    Record<string, never>,
    readonly {
      readonly source: string;
      readonly key: string;
      readonly record: string;
      readonly pseudonym: string;
    }[],
  ];
  /** All imports, the latest first. */
  batches: [Record<string, never>, readonly Batch[]];
  /** Takes the cases of an import out of sight, or puts them back, as one step. `untouched`: only those nobody worked on. */
  undoBatch: [
    { readonly batch: string; readonly reason: string; readonly untouched: boolean },
    { readonly cases: number },
  ];
  redoBatch: [{ readonly batch: string; readonly reason: string }, { readonly cases: number }];
};
