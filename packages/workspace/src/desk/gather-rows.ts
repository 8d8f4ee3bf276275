import type { Engine } from './engine.ts';
import { fetchPages, noteHoles } from './fetch-rows.ts';
import { type HeldRows, holdRows, type Released } from './held-rows.ts';
import type { Pulled } from './pull.ts';
import { teamLogs } from './records.ts';

export type Portions = {
  /** Pages in one turn. */
  readonly pages: number;
  /** Rows are held up to so many bytes. */
  readonly most: number;
  /** How much of it goes on waiting then: of the records that grew last, because more of them is likely to come. */
  readonly on: number;
};

/** An endless answer must not keep a person's own work waiting (fault 14); and no more is held than a phone can spare. */
const usual: Portions = { pages: 16, most: 48 * 1024 * 1024, on: 24 * 1024 * 1024 };
/** Whoever has waited so long for a page, in milliseconds, has the time to take in what is here. */
const soon = 1000;

/** What is held between two turns. It can be dropped at any moment: the device's place is before it. */
const heldBetween = new WeakMap<Engine, HeldRows>();

/** Desks to which the relay said that there is more than it has given. */
const behind = new WeakSet<Engine>();

/** Whether there is more to come, as far as is known: what is not urgent waits for that. */
export const isBehind = (engine: Engine): boolean => behind.has(engine);

/**
 * Fetches the rows after the device's place and gives them out in portions, in which records are as whole as they can
 * be. Ends with how the turn ended; in every case but `more` everything was given out that came.
 */
export async function* gatherRows(
  engine: Engine,
  { pages: pagesAtOnce, most, on }: Portions = usual,
): AsyncGenerator<Released, Pulled> {
  const held = goOn(engine);
  const pages = fetchPages(engine, held.end(), pagesAtOnce);
  let brought = 0;
  for (let count = 1; ; count += 1) {
    const page = await pages.next();
    if (typeof page === 'string' || !page.more) behind.delete(engine);
    else behind.add(engine);
    if (typeof page === 'string') {
      // What came before this page is good: it is taken in whatever is wrong now.
      if (held.bytes() > 0) yield held.release(0);
      return page;
    }
    noteHoles(engine, held.end().cursor, page.rows);
    const before = held.bytes();
    held.take(page);
    brought += held.bytes() - before;
    if (!page.more) {
      yield held.release(0);
      return 'up-to-date';
    }
    const isLast = count === pagesAtOnce;
    // A turn that brought little, or a slow line: nobody is busy, and nothing is gained by waiting.
    const isIdle = isLast ? brought < most : !(await pages.comesWithin(soon));
    // Teams' logs say what the others are: they are taken in with each portion.
    if (isIdle) yield held.release(0);
    else if (held.bytes() >= most) yield held.release(on, await teamLogs(engine));
    if (isLast) {
      heldBetween.set(engine, held);
      return 'more';
    }
  }
}

/** What was held when the last turn ended, where the device still stands before it. */
function goOn(engine: Engine): HeldRows {
  const held = heldBetween.get(engine);
  heldBetween.delete(engine);
  const place = held?.place();
  const isNext = place?.cursor === engine.cursor && place.mark === engine.mark;
  return held !== undefined && isNext ? held : holdRows({ cursor: engine.cursor, mark: engine.mark });
}
