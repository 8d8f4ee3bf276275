import { pin } from 'virtual:leeward-directory';
import type { Release } from '@leeward/directory/release.ts';
import { useEffect, useState } from 'preact/hooks';
import { fetchDirectory, type Missing } from './fetch-directory.ts';

export type Data =
  | { readonly state: 'coming' }
  | { readonly state: 'here'; readonly release: Release }
  | { readonly state: 'missing'; readonly missing: Missing };

/** The directory, fetched once for as long as the page is open, again only when she asks or the line comes back. */
export function useData(): { readonly data: Data; readonly again: () => void } {
  const [data, setData] = useState<Data>({ state: 'coming' });
  const [round, setRound] = useState(0);
  const again = (): void => setRound((count) => count + 1);
  const isHere = data.state === 'here';
  useEffect(() => {
    if (isHere) return;
    const stop = new AbortController();
    setData({ state: 'coming' });
    fetchDirectory(pin, stop.signal).then(
      (fetched) => {
        if (stop.signal.aborted) return;
        setData(
          fetched.ok
            ? { state: 'here', release: fetched.release }
            : { state: 'missing', missing: fetched.missing },
        );
      },
      () => setData({ state: 'missing', missing: 'server' }),
    );
    return () => stop.abort();
  }, [round, isHere]);
  useEffect(() => {
    if (data.state !== 'missing') return;
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [data.state]);
  return { data, again };
}
