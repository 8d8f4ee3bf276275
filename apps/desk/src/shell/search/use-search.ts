import type { SearchQuery, SearchView } from '@leeward/workspace/search/contract.ts';
import { useEffect, useState } from 'react';
import { useSession } from '../../session/use-session.tsx';

/** While a desk is being opened more can be found every moment: so often it is asked again, in milliseconds. */
const whileReading = 700;
/** And after something has changed, at most so often. */
const afterChange = 500;

export type Found = {
  /** The last answer, until the next one. */
  readonly view: SearchView | null;
  /** Whether it answers what is asked now, and not what stood there a letter ago. */
  readonly current: boolean;
};

/** What is found for a question, asked again as it is typed and as records change. */
export function useSearch(query: SearchQuery): Found {
  const { session } = useSession();
  const [last, setLast] = useState<{ readonly key: string; readonly view: SearchView } | null>(null);
  const key = JSON.stringify(query);
  useEffect(() => {
    let ended = false;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const later = (milliseconds: number): void => {
      timer ??= setTimeout(() => {
        timer = null;
        void ask();
      }, milliseconds);
    };
    const ask = async (): Promise<void> => {
      const answer = await session.call('search', JSON.parse(key) as SearchQuery);
      // Somebody has typed on: what was asked before is not wanted any more.
      if (ended || !answer.ok) return;
      setLast({ key, view: answer.value });
      if (answer.value.searched.done < answer.value.searched.total) later(whileReading);
    };
    void ask();
    const stop = session.onChange(() => later(afterChange));
    return () => {
      ended = true;
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [session, key]);
  return { view: last?.view ?? null, current: last?.key === key };
}
