import type { Answers, ListName } from '@leeward/directory';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';

/** What somebody looks for: held in this page only, for as long as the desk is open. It is never kept and never sent. */
export type Looking = {
  readonly query: string;
  readonly answers: Answers;
  /** Answers that the request held, as it held them: shown with where they came from while they are unchanged. */
  readonly given: Answers;
  readonly list: ListName;
  /** How many entries of the list are on view. */
  readonly shown: number;
};

export const pageOfList = 20;
export const nothingAsked: Looking = { query: '', answers: {}, given: {}, list: 'fits', shown: pageOfList };

type Remembered = {
  readonly of: (key: string) => Looking | undefined;
  readonly set: (key: string, looking: Looking) => void;
};

const Context = createContext<Remembered | null>(null);

/** Remembers what was asked while one goes to an entry and back. It stands inside what is on view while the desk is open. */
export function LookingProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const held = useRef(new Map<string, Looking>());
  const remembered = useMemo(
    (): Remembered => ({
      of: (key) => held.current.get(key),
      set: (key, looking) => void held.current.set(key, looking),
    }),
    [],
  );
  return <Context value={remembered}>{children}</Context>;
}

/** What is looked for under a key (a request, or nothing in particular), and the way to change it. */
export function useLooking(
  key: string,
  first: () => Looking,
): readonly [Looking, (part: Partial<Looking>) => void] {
  const remembered = useContext(Context);
  const [looking, setLooking] = useState(() => remembered?.of(key) ?? first());
  const latest = useRef(looking);
  const change = useCallback(
    (part: Partial<Looking>) => {
      latest.current = { ...latest.current, ...part };
      remembered?.set(key, latest.current);
      setLooking(latest.current);
    },
    [remembered, key],
  );
  return [looking, change];
}

/** What was last looked for, for screens that only show it. */
export function useRememberedLooking(key: string): Looking {
  return useContext(Context)?.of(key) ?? nothingAsked;
}

/** Puts what will be looked for in place before the screen opens. */
export function useLookFor(): (key: string, looking: Looking) => void {
  const remembered = useContext(Context);
  return useCallback((key, looking) => remembered?.set(key, looking), [remembered]);
}
