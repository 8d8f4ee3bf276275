import { useMemo, useState } from 'preact/hooks';

/** So many entries at a time: more than that is no list, it is a wall. */
export const PAGE = 10;

/** What she has opened so far: it is as she left it when she comes back from an entry. */
export type Unfolded = {
  readonly isOpen: (fold: string) => boolean;
  readonly setOpen: (fold: string, isOpen: boolean) => void;
  /** How many entries of a list are shown, or of what is under one heading of it. */
  readonly shown: (list: string) => number;
  readonly showMore: (list: string) => void;
};

/** What she has opened, for as long as the page is open. `fold`: all of it is as in the beginning. */
export function useUnfolded(): Unfolded & { readonly fold: () => void } {
  const [open, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState<ReadonlyMap<string, number>>(new Map());
  return useMemo(() => {
    const shownOf = (list: string): number => shown.get(list) ?? PAGE;
    return {
      isOpen: (fold) => open.has(fold),
      setOpen: (fold, isOpen) =>
        setOpened((before) => {
          if (before.has(fold) === isOpen) return before;
          return new Set(isOpen ? [...before, fold] : [...before].filter((one) => one !== fold));
        }),
      shown: shownOf,
      showMore: (list) => setShown(new Map(shown).set(list, shownOf(list) + PAGE)),
      fold: () => setShown(new Map()),
    };
  }, [open, shown]);
}
