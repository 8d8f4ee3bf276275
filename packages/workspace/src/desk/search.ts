import { createBook } from '../search/book.ts';
import type { SearchGroup, SearchQuery, SearchView } from '../search/contract.ts';
import { forgetWords } from '../search/tokens.ts';
import { hoursNow, inAnswerHours } from './answer-hours.ts';
import type { QueueLine } from './conversation-contract.ts';
import type { Engine } from './engine.ts';
import { isBehind } from './gather-rows.ts';
import { letGo, openRecord } from './records.ts';
import { beginNotes, mechanismId, noteForSearch, type Search, searchOf } from './search-notes.ts';
import { queueLine } from './summary.ts';

/*
 * Search over everything that this member may read and that is on this device (decision 0034). Nothing of it leaves the
 * worker but what a screen shows; the identity of a person is not in it, because opening that is an act and not a read.
 * It is filled a little at a time, beside everything else, and answers with what it has read so far.
 */

/** How long one slice of reading takes at most, and the rest after it, in milliseconds: an act never waits longer. */
const slice = 8;
const rest = 4;
/** While a desk is being filled for the first time, that comes first. */
const restWhileBusy = 400;
const isBusy = (engine: Engine): boolean =>
  engine.progress !== null || engine.connection === 'syncing' || isBehind(engine);

/** The list comes first: reading begins when it had the time to be shown. */
const firstRest = 400;

/** Begins to read, until the session ends. */
export function startSearch(engine: Engine): void {
  const search = beginNotes(engine);
  for (const view of engine.records.values()) noteForSearch(engine, view);
  engine.stopping.addEventListener('abort', forgetWords, { once: true });
  void goOn(engine, search);
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** What waits for the verification of other records is looked at again after so many milliseconds. */
const lookAgain = 3000;

async function goOn(engine: Engine, search: Search): Promise<void> {
  await pause(firstRest);
  await search.keeper.load((id, entry) => {
    // What was read from the log since is newer, and verified.
    if (search.book.passagesOf(id) === undefined) search.book.put(id, entry);
  });
  await readMissing(engine, search);
  while (!engine.stopping.aborted) {
    const more = search.book.work(slice, () => performance.now());
    // What is kept while records still come would be written again and again.
    const kept = more || (!isBusy(engine) && (await search.keeper.keepSome()));
    if (more || kept) await pause(isBusy(engine) ? restWhileBusy : rest);
    else await untilWoken(engine, search);
  }
}

/** Records that were verified before this began, and let go since: nothing else will tell what they say. */
async function readMissing(engine: Engine, { book }: Search): Promise<void> {
  for (const [id, { kind }] of [...engine.summaries]) {
    if (engine.stopping.aborted) return;
    if (kind !== 'conversation' && kind !== 'case') continue;
    if (book.passagesOf(id) !== undefined || engine.unverified.has(id)) continue;
    noteForSearch(engine, await openRecord(engine, id));
    letGo(engine);
    book.work(slice, () => performance.now());
    await pause(0);
  }
}

async function untilWoken(engine: Engine, search: Search): Promise<void> {
  await new Promise<void>((woken) => {
    const timer = search.keeper.waits() ? setTimeout(woken, lookAgain) : null;
    // A session that ends must not be waited for.
    const ended = (): void => search.wake();
    engine.stopping.addEventListener('abort', ended, { once: true });
    search.wake = () => {
      if (timer !== null) clearTimeout(timer);
      engine.stopping.removeEventListener('abort', ended);
      woken();
    };
  });
}

/** Answers a question from what was read so far, and says how much that is. */
export function searchView(engine: Engine, query: SearchQuery): SearchView {
  const search = searchOf(engine);
  const book = search?.book ?? createBook();
  const { found, ...counts } = book.ask(query);
  const inHours = (line: QueueLine): QueueLine =>
    inAnswerHours(hoursNow(engine), [line], engine.now())[0] ?? line;
  const groups = found.flatMap(({ id, kind, excerpts, more }): readonly SearchGroup[] => {
    if (kind === 'directory') return [{ kind, mechanism: id.slice(mechanismId('').length), excerpts, more }];
    const loaded = engine.records.get(id)?.folded;
    const summary = engine.summaries.get(id);
    if (kind === 'request' && loaded?.kind === 'conversation')
      return [{ kind, record: id, line: inHours(queueLine(id, loaded.state, engine.now())), excerpts, more }];
    if (kind === 'request' && summary?.kind === 'conversation')
      return [{ kind, record: id, line: inHours(summary.line), excerpts, more }];
    return kind === 'case' && summary?.kind === 'case'
      ? [{ kind, record: id, line: summary.line, excerpts, more }]
      : [];
  });
  let total = 0;
  for (const { kind } of engine.summaries.values())
    if (kind === 'conversation' || kind === 'case') total += 1;
  const { done } = book.read();
  return { groups, ...counts, searched: { done: Math.min(done, total), total } };
}
