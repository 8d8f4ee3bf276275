import { type Context, type EventRef, memberOf } from './context.ts';

/** An event in the history of a record: where it stands, who wrote it, and when by that person's clock. */
export type Stamp = EventRef & {
  readonly position: number;
  readonly by: string;
  /** Milliseconds since 1970: a claim, never an order. */
  readonly claimedTime: number;
};

/** The stamp of what is being folded. */
export function stampOf(context: Context): Stamp {
  const { entry, index, position, author, claimedTime } = context;
  return { entry, index, position, by: memberOf(author) ?? '', claimedTime };
}
