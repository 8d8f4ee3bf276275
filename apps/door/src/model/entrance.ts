import { builtAt } from 'virtual:leeward-built-at';
import { defang, inertText } from '@leeward/ui/inert.ts';
import type { DoorClient } from '@leeward/workspace/door/client.ts';
import { type Door, type DoorProblem, openDoor } from '@leeward/workspace/door/open-door.ts';
import { type DoorTexts, type DoorWords, wordsIn } from '@leeward/workspace/door/texts.ts';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Whether the door could be held against its link. Nobody has to wait for it: typing is possible from the start. */
export type Entrance =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly door: Door }
  | { readonly state: 'closed'; readonly problem: DoorProblem };

const FIRST_WAIT = 2000;
const LONGEST_WAIT = 30_000;

/** Opens the door of this page's link, again where the relay did not answer, and anew where the link is changed. */
export function useEntrance(client: DoorClient): { readonly entrance: Entrance; readonly again: () => void } {
  const [entrance, setEntrance] = useState<Entrance>({ state: 'opening' });
  const [round, setRound] = useState(0);

  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const attempt = async (wait: number): Promise<void> => {
      const opened = await openDoor(location.hash, {
        client,
        now: Math.floor(Date.now() / 1000),
        builtAt,
        signal: stop.signal,
      });
      if (stop.signal.aborted) return;
      setEntrance(
        opened.ok ? { state: 'open', door: opened.value } : { state: 'closed', problem: opened.error },
      );
      if (!opened.ok && opened.error.code === 'relay')
        timer = setTimeout(() => void attempt(Math.min(wait * 2, LONGEST_WAIT)), wait);
    };
    void attempt(FIRST_WAIT);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [client, round]);

  const again = (): void => setRound((count) => count + 1);
  const isOpen = useRef(false);
  isOpen.current = entrance.state === 'open';
  useEffect(() => {
    // A door that is open stays so when the line comes back; another link is another door.
    const onLine = (): void => {
      if (!isOpen.current) again();
    };
    addEventListener('hashchange', again);
    addEventListener('online', onLine);
    return () => {
      removeEventListener('hashchange', again);
      removeEventListener('online', onLine);
    };
  }, []);
  return { entrance, again };
}

/** What is known of the organisation, in her language; empty texts while nothing is. */
export function wordsOf(entrance: Entrance, locale: string): DoorWords {
  const texts = textsOf(entrance);
  if (texts === null) return { languages: [], name: '', retention: '', contacts: '', selfCheck: '' };
  const { languages, name, retention, contacts, selfCheck } = wordsIn(texts, locale);
  // Written by administrators, and still other people's text (fault 48).
  return {
    languages,
    name: inertText(name),
    retention: defang(retention),
    contacts: defang(contacts),
    selfCheck: defang(selfCheck),
  };
}

function textsOf(entrance: Entrance): DoorTexts | null {
  if (entrance.state === 'open') return entrance.door.texts;
  if (entrance.state === 'closed' && 'texts' in entrance.problem) return entrance.problem.texts;
  return null;
}
