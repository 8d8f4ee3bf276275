import type { Headings } from '@leeward/domain/bring/headings.ts';
import type { PersonIdentity } from '@leeward/domain/bring/plan-turns.ts';
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
  /** The same of other people in the row: members of a family, people in a repeat. */
  readonly people: readonly PersonIdentity[];
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

/** What a person said of how a file is to be read, where the first guess was wrong. */
export type HowToRead = {
  readonly sheet?: number;
  readonly coding?: string;
  readonly headings?: Headings;
};

/** How a file was read: what was taken for granted is shown, so that it can be changed. */
export type HowItWasRead = {
  /** The sheets of a spreadsheet that have any words; one or none for every other file. */
  readonly sheets: readonly { readonly index: number; readonly name: string; readonly lines: number }[];
  readonly sheet: number;
  /** Which letters its bytes stand for, where the file does not say it; null where it does. */
  readonly coding: string | null;
  /** Null where a table has no lines of headings: JSON. */
  readonly headings: Headings | null;
  /** How the first lines begin, by which somebody finds the headings. */
  readonly top: readonly string[];
  /** Cells with a formula whose value is not in the file. */
  readonly formulas: number;
};

/**
 * Why a file cannot be read. `old-spreadsheet`: of before 2007, or locked with a password. `other-file`: a picture, a
 * document, a web page.
 */
export type TableProblem =
  | 'not-a-table'
  | 'no-rows'
  | 'too-many-rows'
  | 'too-many-cells'
  | 'old-spreadsheet'
  | 'other-file';

export type BringCommands = {
  /** Reads a table out of a file: CSV, a spreadsheet, or JSON. Nothing is kept. */
  readTable: [
    { readonly file: ArrayBuffer; readonly name: string; readonly how?: HowToRead },
    { readonly table: BroughtTable; readonly how: HowItWasRead } | { readonly problem: TableProblem },
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
      /** People of rows that are here already whom nobody could find in their cases: nothing of them was kept. */
      readonly unknownPeople: number;
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
