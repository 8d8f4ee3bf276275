import type { CaseState } from '@leeward/domain/case/state.ts';
import type { RequestState } from '@leeward/domain/request/state.ts';
import { queueLine } from '@leeward/workspace/desk/summary.ts';
import { createBook, type SearchBook } from '@leeward/workspace/search/book.ts';
import type { SearchGroup, SearchQuery, SearchView } from '@leeward/workspace/search/contract.ts';
import { passagesOfCase, passagesOfRequest } from '@leeward/workspace/search/passages.ts';
import { caseLineOf } from './fake-world.ts';

/** The real search over made-up records. Texts that did not change are not read again. */
export function fakeSearch(
  requests: ReadonlyMap<string, RequestState>,
  cases: ReadonlyMap<string, CaseState>,
  now: () => number,
): (query: SearchQuery) => SearchView {
  const book: SearchBook = createBook();
  const read = new Map<string, unknown>();
  return (query) => {
    for (const [id, state] of requests)
      if (read.get(id) !== state) book.put(id, { kind: 'request', passages: passagesOfRequest(state) });
    for (const [id, state] of cases)
      if (read.get(id) !== state) book.put(id, { kind: 'case', passages: passagesOfCase(state) });
    for (const [id, state] of [...requests, ...cases]) read.set(id, state);
    while (book.work(1000, () => 0));
    const { found, ...counts } = book.ask(query);
    const groups = found.flatMap(({ id, excerpts, more }): readonly SearchGroup[] => {
      const [request, file] = [requests.get(id), cases.get(id)];
      if (request !== undefined)
        return [{ kind: 'request', record: id, line: queueLine(id, request, now()), excerpts, more }];
      return file === undefined
        ? []
        : [{ kind: 'case', record: id, line: caseLineOf(id, file), excerpts, more }];
    });
    return { groups, ...counts, searched: book.read() };
  };
}
