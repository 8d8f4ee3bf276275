import { useLayoutEffect, useRef } from 'preact/hooks';

/** Gives the focus to the first field of what was just added: who goes by keyboard or by ear is where she meant to be. */
export function useFocusOnNew(count: number) {
  const list = useRef<HTMLDivElement>(null);
  const before = useRef(count);
  useLayoutEffect(() => {
    if (count > before.current) {
      const added = [...(list.current?.querySelectorAll('.card') ?? [])].at(-1);
      added?.querySelector<HTMLElement>('select, input')?.focus();
    }
    before.current = count;
  }, [count]);
  return list;
}
