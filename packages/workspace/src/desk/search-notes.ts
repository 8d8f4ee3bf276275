import { hasBegun } from '@leeward/domain/request/state.ts';
import { createBook, type Entry, type SearchBook } from '../search/book.ts';
import { passagesOfCase, passagesOfDirectory, passagesOfRequest } from '../search/passages.ts';
import type { Engine } from './engine.ts';
import type { RecordView } from './record-view.ts';
import { type TextsKeeper, textsKeeper } from './search-texts.ts';

/* What search is told of records, by those who open and fold them. */

export type Search = {
  readonly book: SearchBook;
  /** The mechanisms that the directory's record last spoke of. */
  mechanisms: readonly string[];
  readonly keeper: TextsKeeper;
  wake: () => void;
};

const searches = new WeakMap<Engine, Search>();

export const searchOf = (engine: Engine): Search | undefined => searches.get(engine);

/** From here on, records are noted. */
export function beginNotes(engine: Engine): Search {
  const search: Search = {
    book: createBook(),
    mechanisms: [],
    keeper: textsKeeper(engine),
    wake: () => undefined,
  };
  searches.set(engine, search);
  return search;
}

export const mechanismId = (mechanism: string): string => `mechanism:${mechanism}`;

/** Takes over what a record says now. Called with every record that was verified and folded. */
export function noteForSearch(engine: Engine, view: RecordView): void {
  const search = searches.get(engine);
  if (search === undefined) return;
  const { folded, id } = view;
  if (folded.kind === 'directory') {
    const found = passagesOfDirectory(folded.state);
    for (const gone of search.mechanisms) if (!found.has(gone)) search.book.remove(mechanismId(gone));
    for (const [mechanism, passages] of found)
      search.book.put(mechanismId(mechanism), { kind: 'directory', passages });
    search.mechanisms = [...found.keys()];
  } else {
    const entry = entryOf(folded);
    if (entry === null) search.book.remove(id);
    else search.book.put(id, entry);
    search.keeper.note(id, view.chain.links.length - 1, entry);
  }
  search.wake();
}

/** A record that is no record any more. */
export function dropFromSearch(engine: Engine, id: string): void {
  const search = searches.get(engine);
  search?.book.remove(id);
  search?.keeper.note(id, -1, null);
}

function entryOf(folded: RecordView['folded']): Entry | null {
  if (folded.kind === 'conversation')
    return hasBegun(folded.state) ? { kind: 'request', passages: passagesOfRequest(folded.state) } : null;
  return folded.kind === 'case' ? { kind: 'case', passages: passagesOfCase(folded.state) } : null;
}
