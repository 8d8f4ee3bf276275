import type { EventRef } from '../shared/context.ts';
import type { EventShapes } from '../shared/event.ts';
import { replaced } from '../shared/references.ts';
import { flag, id16, object, orNull, sizes, text } from '../shared/shape.ts';

/*
 * Who carries a case: one is responsible (the case itself says who), a second knows it well enough to go on tomorrow. It
 * changes hands when a colleague accepts, or when one takes it over. Whoever cannot go on says so and nothing else: these
 * events have no place for a reason, so that nobody can ask for one (handbook 2).
 */
export type ResponsibilityEvent =
  | {
      readonly type: 'SecondSet';
      readonly v: 1;
      /** Null where there is none. */
      readonly member: string | null;
      readonly replaces: readonly EventRef[];
    }
  /** The case is offered to a colleague; nothing changes before she accepts. */
  | {
      readonly type: 'TransferOffered';
      readonly v: 1;
      readonly transfer: string;
      readonly to: string;
      /** The hand-over note that goes with it; null without one. */
      readonly note: string | null;
    }
  | { readonly type: 'TransferAnswered'; readonly v: 1; readonly transfer: string; readonly accepts: boolean }
  | { readonly type: 'TransferWithdrawn'; readonly v: 1; readonly transfer: string }
  /** Its author asks to be relieved of the case. No reason: none is asked for and none can be given. */
  | { readonly type: 'ReliefAsked'; readonly v: 1 }
  | { readonly type: 'ReliefTakenBack'; readonly v: 1 }
  /** What whoever takes over must know, made from the file and corrected by its author. It is kept as it was given. */
  | { readonly type: 'HandOverNoteGiven'; readonly v: 1; readonly note: string; readonly text: string };

export const responsibilityShapes: EventShapes<ResponsibilityEvent> = {
  SecondSet: { v: 1, fields: object({ member: orNull(id16), replaces: replaced }) },
  TransferOffered: { v: 1, fields: object({ transfer: id16, to: id16, note: orNull(id16) }) },
  TransferAnswered: { v: 1, fields: object({ transfer: id16, accepts: flag }) },
  TransferWithdrawn: { v: 1, fields: object({ transfer: id16 }) },
  ReliefAsked: { v: 1, fields: object({}) },
  ReliefTakenBack: { v: 1, fields: object({}) },
  HandOverNoteGiven: { v: 1, fields: object({ note: id16, text: text(sizes.body) }) },
};
