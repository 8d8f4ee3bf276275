import { type Ending, endings } from '../identity/readers.ts';
import type { EventShapes } from '../shared/event.ts';
import { flag, id16, object, oneOf, orNull, sizes, text, textOrEmpty, whole } from '../shared/shape.ts';

/*
 * Asking for an identity, in the case: who asks, for which person, why and until when; and what custody answered. The case
 * never learns which record it is about (rule 14): the question's id is all that both have.
 */
export type CustodyPartEvent =
  | {
      readonly type: 'IdentityAsked';
      readonly v: 1;
      readonly question: string;
      /** The person in the case; null: her whom the case is about. */
      readonly person: string | null;
      readonly reason: string;
      /** Until when it is needed, milliseconds since 1970. */
      readonly until: number;
    }
  | { readonly type: 'IdentityQuestionWithdrawn'; readonly v: 1; readonly question: string }
  | {
      readonly type: 'IdentityAnswered';
      readonly v: 1;
      readonly question: string;
      readonly granted: boolean;
      /** Until when it was granted; custody may grant less than was asked. */
      readonly until: number;
      readonly reason: string;
    }
  | {
      readonly type: 'IdentityAccessEnded';
      readonly v: 1;
      readonly question: string;
      readonly how: Ending;
      readonly reason: string;
    };

export const custodyPartShapes: EventShapes<CustodyPartEvent> = {
  IdentityAsked: {
    v: 1,
    fields: object({
      question: id16,
      person: orNull(id16),
      reason: text(sizes.line),
      until: whole(sizes.time),
    }),
  },
  IdentityQuestionWithdrawn: { v: 1, fields: object({ question: id16 }) },
  IdentityAnswered: {
    v: 1,
    fields: object({ question: id16, granted: flag, until: whole(sizes.time), reason: text(sizes.line) }),
  },
  IdentityAccessEnded: {
    v: 1,
    fields: object({ question: id16, how: oneOf(...endings), reason: textOrEmpty(sizes.line) }),
  },
};
