import type { PossibleMatch } from '@leeward/workspace/desk/requests-contract.ts';
import { useEffect, useRef, useState } from 'react';
import { useSession } from '../session/use-session.tsx';

/** How long after a letter it is looked for, in milliseconds: soon enough to be seen while one types. */
const lookAfter = 200;

type Sought = {
  readonly callName: string;
  readonly words: string;
  readonly reach: readonly string[];
  readonly country: string;
  readonly except: string | null;
};

export type Matches = {
  readonly found: readonly PossibleMatch[];
  /** Whether this answers what stands in the form now, and not what stood there a letter ago. */
  readonly current: boolean;
};

/** Whom this may be, among everything that one may read, as it is typed. */
export function useMatches(sought: Sought): Matches {
  const { session } = useSession();
  const [last, setLast] = useState<{ readonly key: string; readonly found: Matches['found'] }>({
    key: '',
    found: [],
  });
  const key = JSON.stringify(sought);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      const asked = JSON.parse(key) as Sought;
      const { country } = asked;
      void session
        .call('possibleMatches', { ...asked, country: country === '' ? null : country })
        .then((answer) => {
          if (current) setLast({ key, found: answer.ok ? answer.value : [] });
        });
    }, lookAfter);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [session, key]);
  return { found: last.found, current: last.key === key };
}

/**
 * Whom this may be, with whoever was chosen kept on view while one types on: nobody is joined with somebody who is not
 * on the screen. `drop` is called where the one that was chosen cannot be shown any more.
 */
export function useChosenMatch(
  { found, current }: Matches,
  chosen: string | null,
  drop: () => void,
): readonly PossibleMatch[] {
  const last = useRef<PossibleMatch | null>(null);
  const inFound = found.find(({ record }) => record === chosen);
  if (inFound !== undefined) last.current = inFound;
  const left = inFound === undefined && last.current?.record === chosen ? [last.current] : [];
  const isGone = chosen !== null && current && inFound === undefined && left.length === 0;
  useEffect(() => {
    if (isGone) drop();
  });
  return [...found, ...left];
}
