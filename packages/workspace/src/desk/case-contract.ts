import type { CaseEvent } from '@leeward/domain/case/events.ts';
import type { CaseState } from '@leeward/domain/case/state.ts';
import type { DocumentValues } from '@leeward/domain/document/events.ts';
import type { Band } from '@leeward/domain/risk/matrix.ts';
import type { Trend } from '@leeward/domain/risk/standing.ts';
import type { SheetLine } from '@leeward/domain/sheet/rules.ts';
import type { Urgency } from '@leeward/vocabulary/lists/urgency.ts';
import type { Access } from './access.ts';
import type { DraftedCommand, PendingEdit, RefusedEntry } from './contract.ts';
import type { IdentitiesInLine } from './identity/case-line.ts';
import type { LineTasks } from './line-tasks.ts';

/** What the lists keep of a file. */
export type CaseLine = LineTasks & FileLine;
type FileLine = IdentitiesInLine & {
  readonly record: string;
  /** From which table it was brought, and by what its row is known; missing for most. */
  readonly brought?: {
    readonly batch: string;
    readonly source: string;
    readonly key: string;
    readonly by: string;
    readonly at: number;
    /** Other imports that brought the same row, with who and when; missing for most. */
    readonly again?: readonly { readonly batch: string; readonly by: string; readonly at: number }[];
  };
  readonly pseudonym: string;
  readonly urgency: Urgency;
  readonly state: string;
  readonly responsible: string | null;
  readonly next: { readonly text: string; readonly date: string } | null;
  readonly conversation: string | null;
  readonly updated: number;
  /** Its question sheets; missing where there are none. */
  readonly sheets?: SheetLine;
  /** Who goes on with it when the one who is responsible cannot. */
  readonly second: string | null;
  /** To whom it is offered, and not answered yet. */
  readonly offered: string | null;
  /** Whoever carries it asked to be relieved. */
  readonly relief: boolean;
  /** How grave it is judged; missing where nothing was judged and nothing is due. */
  readonly risk?: RiskLine;
};

/** Danger as lists show it. */
export type RiskLine = {
  /** Null where nothing was judged yet. */
  readonly band: Band | null;
  readonly trend: Trend | null;
  /** The day by which it is to be judged anew. */
  readonly due: string | null;
};

export type CaseView = {
  readonly record: string;
  readonly state: CaseState;
  readonly pending: readonly PendingEdit[];
  readonly stopped: string | null;
  readonly refused: readonly RefusedEntry[];
  /** Teams and members who can read it, as the log says. */
  readonly readers: readonly { readonly type: 'team' | 'member'; readonly id: string }[];
  /** The same with since when, and those who could read it before. */
  readonly access: readonly Access[];
};

/** What a screen may ask about a case beside `actOnCase`: acts that carry a file. */
export type CaseCommands = {
  /** Seals a file for whoever reads the case, and names it in the log. `id` is new, made when the form opened. */
  keepDocument: [
    {
      readonly record: string;
      readonly id: string;
      readonly values: Omit<DocumentValues, 'file' | 'madeFrom'>;
      readonly file: File;
      readonly form: DraftedCommand;
    },
    null,
  ];
  /**
   * Offers many cases to a colleague, or takes them over: all of them, however many. What cannot be done is said by its
   * record, and stops nothing else.
   */
  handOverCases: [
    { readonly records: readonly string[]; readonly to: string | null },
    { readonly done: number; readonly refused: readonly string[] },
  ];
  cases: [Record<string, never>, readonly CaseLine[]];
  case: [{ readonly record: string }, CaseView];
  addNote: [{ readonly record: string; readonly text: string }, null];
  setNextStep: [{ readonly record: string; readonly text: string; readonly date: string }, null];
  /**
   * Whatever is done in the parts of a case: events that the domain's rules made, judged again before they are sealed.
   * `form`: the form that is given with it.
   */
  actOnCase: [
    {
      readonly record: string;
      readonly events: readonly CaseEvent[];
      readonly form: DraftedCommand | null;
    },
    null,
  ];
};
