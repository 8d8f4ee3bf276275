import type { Context } from '../shared/context.ts';
import { memberOf } from '../shared/context.ts';
import type { EventShapes } from '../shared/event.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { id16, object, oneOf, sizes, text, textOrEmpty, whole } from '../shared/shape.ts';
import { type Stamp, stampOf } from '../shared/stamp.ts';

/*
 * Who reads one identity record beside custody. Custody lets somebody in for a time and for a reason, after she asked in
 * the case; nobody lets herself in. The record's epochs follow what stands here (rule 11): keys are given by them and by
 * nothing else.
 */

/** How it ended: by a step of custody, by its date, or because she gave it back. */
export const endings = ['ended', 'date', 'returned'] as const;
export type Ending = (typeof endings)[number];

export type ReaderEvent =
  /** `grant` is the id of the question in the case: no case is named here (rule 14). */
  | {
      readonly type: 'ReaderLetIn';
      readonly v: 1;
      readonly grant: string;
      readonly member: string;
      /** Milliseconds since 1970. */
      readonly until: number;
      readonly reason: string;
    }
  | {
      readonly type: 'ReaderLetGo';
      readonly v: 1;
      readonly grant: string;
      readonly how: Ending;
      readonly reason: string;
    };

export const readerShapes: EventShapes<ReaderEvent> = {
  ReaderLetIn: {
    v: 1,
    fields: object({ grant: id16, member: id16, until: whole(sizes.time), reason: text(sizes.line) }),
  },
  ReaderLetGo: {
    v: 1,
    fields: object({ grant: id16, how: oneOf(...endings), reason: textOrEmpty(sizes.line) }),
  },
};

/** Somebody outside custody who was let in. */
export type LetIn = Stamp & {
  readonly grant: string;
  readonly member: string;
  readonly until: number;
  readonly reason: string;
  readonly over: (Stamp & { readonly how: Ending; readonly reason: string }) | null;
};

/** What a grant or its end makes of the readers. */
export function applyReader(
  readers: readonly LetIn[],
  event: ReaderEvent,
  context: Context,
): Result<readonly LetIn[], Refusal> {
  const by = memberOf(context.author) ?? '';
  const known = readers.find(({ grant }) => grant === event.grant);
  if (event.type === 'ReaderLetIn') {
    if (context.custody !== true) return err(refusal('not_custody'));
    if (event.member === by) return err(refusal('not_oneself'));
    if (known !== undefined) return err(refusal('exists'));
    const { grant, member, until, reason } = event;
    return ok([...readers, { ...stampOf(context), grant, member, until, reason, over: null }]);
  }
  if (known === undefined) return err(refusal('not_there'));
  // She may give back what she was given; ending it is custody's.
  if (context.custody !== true && known.member !== by) return err(refusal('not_custody'));
  if (known.over !== null) return err(refusal('no_change'));
  const over = { ...stampOf(context), how: event.how, reason: event.reason };
  return ok(readers.map((one) => (one === known ? { ...one, over } : one)));
}

/** Those who read now beside custody: let in, not let go, and their date not past. */
export function readersAt(readers: readonly LetIn[], now: number): readonly LetIn[] {
  return readers.filter(({ over, until }) => over === null && until > now);
}
