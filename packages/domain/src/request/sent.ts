import { hash32, object, orNull, type Shape, sizes, whole } from '../shared/shape.ts';

/** An item of our chain to her: an event that sends one names it, so that nobody can later say it was another. */
export type Sent = {
  readonly mailbox: string;
  /** Numbered from 0 in each mailbox. */
  readonly sequence: number;
  /** Hash of the item before, zeros for the first. */
  readonly prev: string;
  /** Hash of this item. */
  readonly hash: string;
  /** Where the entry quotes the item's bytes, so that any device can send it again; null where it does not. */
  readonly quoted: number | null;
  /** The last day on which it can be read at her page, in whole days since 1970; missing where it has none. */
  readonly until?: number;
  /** What stands under lower numbers can be read there no more; missing where it takes nothing away. */
  readonly below?: number;
};

export const sent: Shape<Sent> = object(
  {
    mailbox: hash32,
    sequence: whole(sizes.number),
    prev: hash32,
    hash: hash32,
    quoted: orNull(whole(7)),
  },
  { until: whole(sizes.number), below: whole(sizes.number) },
);
