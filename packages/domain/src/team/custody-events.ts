import { type Ending, endings } from '../identity/readers.ts';
import type { EventShapes } from '../shared/event.ts';
import {
  hash32,
  id16,
  listOf,
  object,
  oneOf,
  orNull,
  sizes,
  text,
  textOrEmpty,
  token,
  whole,
} from '../shared/shape.ts';
import type { Upcast } from '../upcast.ts';

/* What only those know who have custody of identities, in the log of their team and nowhere else (rule 14). */

/** What somebody found who compared two identity records. */
export const verdicts = ['same', 'different'] as const;
export type PersonsVerdict = (typeof verdicts)[number];

export type CustodyEvent =
  /** Which identity is of which person in which case; `person` null: of her whom the case is about. */
  | {
      readonly type: 'CustodyIndexed';
      readonly v: 2;
      readonly identity: string;
      readonly caseRecord: string;
      readonly person: string | null;
    }
  /** Somebody outside custody was let in to one record; the record says so too, and its keys follow. */
  | {
      readonly type: 'IdentityAccessGiven';
      readonly v: 1;
      readonly grant: string;
      readonly identity: string;
      readonly member: string;
      readonly until: number;
      readonly reason: string;
    }
  | {
      readonly type: 'IdentityAccessOver';
      readonly v: 1;
      readonly grant: string;
      readonly how: Ending;
      readonly reason: string;
    }
  /** Two records are of one person, or were taken for it and are not. Neither record changes by it. */
  | {
      readonly type: 'PersonsCompared';
      readonly v: 1;
      readonly comparison: string;
      readonly left: string;
      readonly right: string;
      readonly verdict: PersonsVerdict;
      /** What spoke for it when it was said: short words that screens know. */
      readonly grounds: readonly string[];
      readonly reason: string;
    }
  | {
      readonly type: 'ComparisonWithdrawn';
      readonly v: 1;
      readonly comparison: string;
      readonly reason: string;
    };

export const custodyShapes: EventShapes<CustodyEvent> = {
  CustodyIndexed: {
    v: 2,
    fields: object({ identity: hash32, caseRecord: hash32, person: orNull(id16) }),
  },
  IdentityAccessGiven: {
    v: 1,
    fields: object({
      grant: id16,
      identity: hash32,
      member: id16,
      until: whole(sizes.time),
      reason: text(sizes.line),
    }),
  },
  IdentityAccessOver: {
    v: 1,
    fields: object({ grant: id16, how: oneOf(...endings), reason: textOrEmpty(sizes.line) }),
  },
  PersonsCompared: {
    v: 1,
    fields: object({
      comparison: id16,
      left: hash32,
      right: hash32,
      verdict: oneOf(...verdicts),
      grounds: listOf(token, 32),
      reason: text(sizes.line),
    }),
  },
  ComparisonWithdrawn: { v: 1, fields: object({ comparison: id16, reason: text(sizes.line) }) },
};

export const custodyUpcasts: readonly Upcast[] = [
  // At first a case had one identity: of her whom it is about.
  { type: 'CustodyIndexed', from: 1, to: (event) => ({ ...event, person: null }) },
];
