import { useLayoutEffect, useRef } from 'react';
import { useSettings } from '../settings/settings-context.tsx';
import { isAfterGo } from '../shell/keys/go.ts';
import { letterOf } from '../shell/keys/keys.ts';

/** What a key does, by its small Latin letter or its digit. */
export type Keys = Readonly<Record<string, () => void>>;

/** Whether a key press belongs to something that is typed in, to a question that is open, or to a key before it. */
export function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  if (event.ctrlKey || event.metaKey || event.altKey || isAfterGo(event)) return true;
  if (document.querySelector('dialog[open]') !== null) return true;
  return (
    event.target instanceof Element &&
    event.target.closest('input, textarea, select, [contenteditable="true"]') !== null
  );
}

/** Whether single keys do anything on this device: whoever speaks to her computer turns them off. */
export const useSingleKeys = (): boolean => useSettings().settings.keys;

/**
 * Single keys while nobody types, unless they are turned off. They are heard from the moment at which their screen can
 * be seen, and on every keyboard at the same place.
 */
export function useKeys(keys: Keys): void {
  const single = useSingleKeys();
  const current = useRef(keys);
  useLayoutEffect(() => {
    current.current = keys;
  });
  useLayoutEffect(() => {
    if (!single) return;
    const onKey = (event: KeyboardEvent): void => {
      const name = /^[0-9]$/.test(event.key) ? event.key : letterOf(event);
      const act = Object.hasOwn(current.current, name) ? current.current[name] : undefined;
      if (act === undefined || isTaken(event)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [single]);
}
