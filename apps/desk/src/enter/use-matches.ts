import type { PossibleMatch } from '@leeward/workspace/desk/requests-contract.ts';
import { useEffect, useState } from 'react';
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

/** Whom this may be, among everything that one may read, as it is typed. */
export function useMatches(sought: Sought): readonly PossibleMatch[] {
  const { session } = useSession();
  const [found, setFound] = useState<readonly PossibleMatch[]>([]);
  const key = JSON.stringify(sought);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      const asked = JSON.parse(key) as Sought;
      const { country } = asked;
      void session
        .call('possibleMatches', { ...asked, country: country === '' ? null : country })
        .then((answer) => {
          if (current) setFound(answer.ok ? answer.value : []);
        });
    }, lookAfter);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [session, key]);
  return found;
}
