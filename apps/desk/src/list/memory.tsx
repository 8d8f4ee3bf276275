import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { type ListShape, plainShape } from './shape.ts';

/** How each list was left: coming back from a record, everything is as it was. Gone when the desk is locked. */
export type Left = { readonly shape: ListShape; readonly active: string | null };

type Memory = {
  readonly get: (list: string) => Left | undefined;
  readonly set: (list: string, left: Left) => void;
};

const Context = createContext<Memory>({ get: () => undefined, set: () => undefined });

export function ListMemoryProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const lists = useRef(new Map<string, Left>());
  const memory = useMemo<Memory>(
    () => ({
      get: (list) => lists.current.get(list),
      set: (list, left) => void lists.current.set(list, left),
    }),
    [],
  );
  return <Context value={memory}>{children}</Context>;
}

export type Arranged = {
  readonly shape: ListShape;
  readonly arrange: (shape: ListShape) => void;
  /** The row that was opened last. */
  readonly active: string | null;
  readonly setActive: (id: string | null) => void;
};

/** How a list is arranged, as it was left the last time. */
export function useArranged(list: string): Arranged {
  const memory = useContext(Context);
  const left = memory.get(list);
  const [shape, setShape] = useState(left?.shape ?? plainShape);
  const active = useRef(left?.active ?? null);
  const arrange = useCallback(
    (next: ListShape) => {
      memory.set(list, { shape: next, active: active.current });
      setShape(next);
    },
    [memory, list],
  );
  const setActive = useCallback(
    (id: string | null) => {
      active.current = id;
      memory.set(list, { shape, active: id });
    },
    [memory, list, shape],
  );
  return { shape, arrange, active: active.current, setActive };
}
