import type { ListExport, SharedView } from '@leeward/domain/team/list-events.ts';
import type { CalendarDay } from '../calendar/ics.ts';
import type { SheetWords, Table } from '../tables/table.ts';

/** Lists whose arrangement can be kept and whose rows can be taken out. */
export type ListName = 'requests' | 'cases' | 'due';

/** A view that a colleague shares, in one of its versions. */
export type ViewInTeam = SharedView & { readonly by: string; readonly claimedTime: number };

export type ViewsView = {
  /** One's own, sealed on this device. */
  readonly mine: readonly SharedView[];
  /** Those of the team; two versions of one that were kept apart are both here. */
  readonly shared: readonly ViewInTeam[];
  /** Whether this member is of a team with which she could share. */
  readonly canShare: boolean;
};

export type ExportView = ListExport & { readonly by: string; readonly claimedTime: number };

export type TakeOut = {
  readonly list: ListName;
  /** `ics`: days for another calendar; they are in `calendar`. */
  readonly format: 'xlsx' | 'csv' | 'print' | 'ics';
  readonly calendar?: readonly CalendarDay[];
  /** Exactly what is shown, its headings first. */
  readonly table: Table;
  readonly columns: readonly string[];
  readonly filter: string;
  readonly sort: string;
  readonly reason: string;
  readonly words: SheetWords;
};

/** A file that left the sealed space; without bytes where the page prints. */
export type TakenOut = { readonly name: string; readonly bytes: ArrayBuffer | null };

export type ListCommands = {
  views: [{ readonly list: ListName }, ViewsView];
  /** Keeps a view of one's own, sealed on this device. */
  keepView: [{ readonly view: SharedView }, null];
  dropView: [{ readonly list: ListName; readonly view: string }, null];
  shareView: [{ readonly view: SharedView }, null];
  withdrawView: [{ readonly list: ListName; readonly view: string }, null];
  /**
   * Takes out what is shown. It is said in the team's log first, where colleagues read it: without a connection nothing
   * is given out.
   */
  takeOut: [TakeOut, TakenOut];
  /** What was taken out of a list, the last first. */
  takenOut: [{ readonly list: ListName }, readonly ExportView[]];
};
