import { useEffect, useRef } from 'react';
import { isAfterGo, noteGo } from './go.ts';
import { askedBy, type KeyId } from './keys.ts';

/** Whether somebody is writing there, or answering a question that stands over everything. */
function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('input, textarea, select, [contenteditable="true"], dialog') !== null;
}

/**
 * Hears the keys of the desk. Keys without Ctrl are heard only where nobody writes, and not at all where `single` says
 * so: whoever speaks to her computer would press them with every word.
 */
export function useKeys(single: boolean, act: (id: KeyId) => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const alone = !event.ctrlKey && !event.metaKey;
      if (alone && (!single || isBusy(event.target))) return;
      if (!alone && event.target instanceof Element && event.target.closest('dialog') !== null) return;
      const asked = askedBy(event, isAfterGo(event));
      noteGo(event, asked === 'go');
      if (asked === null || asked === 'go') return;
      event.preventDefault();
      latest.current(asked);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [single]);
}
