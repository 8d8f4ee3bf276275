import { useEffect } from 'react';

/** Three times Escape within this time, in milliseconds. */
const span = 1_500;

/**
 * Locks at once when Escape is pressed three times quickly: the screen is empty before anything else happens, then the
 * keys leave memory with the page's worker. What was typed is kept already, sealed, two seconds after it was typed.
 */
export function usePanicLock(isOpen: boolean, lock: () => void): void {
  useEffect(() => {
    if (!isOpen) return;
    let presses: readonly number[] = [];
    const onKey = (event: KeyboardEvent): void => {
      if (event.code !== 'Escape') {
        presses = [];
        return;
      }
      const now = performance.now();
      presses = [...presses.filter((time) => now - time < span), now];
      if (presses.length >= 3) panic(lock);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [isOpen, lock]);
}

/** Empties the screen, locks, and loads the page anew without the address of what was open. */
export function panic(lock: () => void): void {
  document.documentElement.hidden = true;
  document.title = ' ';
  lock();
  window.location.replace(`${window.location.origin}/`);
}
