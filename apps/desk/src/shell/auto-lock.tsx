import { formatAgo } from '@leeward/ui';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { idleState } from './idle.ts';

const minute = 60_000;
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Calls `lock` after so many minutes without use, also when the machine slept meanwhile: it compares clocks instead of
 * trusting a timer. Returns when it will lock, during the last minute before; else null.
 */
export function useAutoLock(active: boolean, limitMinutes: number, lock: () => void): number | null {
  const [soon, setSoon] = useState<number | null>(null);
  const onLock = useRef(lock);
  onLock.current = lock;
  useEffect(() => {
    if (!active) return;
    let lastUse = Date.now();
    let locked = false;
    const look = (): void => {
      const { state, locksAt } = idleState(lastUse, Date.now(), limitMinutes);
      setSoon(state === 'soon' ? locksAt : null);
      if (state !== 'lock' || locked) return;
      locked = true;
      onLock.current();
    };
    const used = (): void => {
      // The first touch after a long sleep does not count as use: it is too late.
      if (idleState(lastUse, Date.now(), limitMinutes).state === 'lock') look();
      else {
        lastUse = Date.now();
        setSoon(null);
      }
    };
    const timer = setInterval(look, 5_000);
    for (const sign of signs) window.addEventListener(sign, used, { capture: true, passive: true });
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, used, { capture: true });
      document.removeEventListener('visibilitychange', look);
      setSoon(null);
    };
  }, [active, limitMinutes]);
  return soon;
}

/** Said during the last minute; any key or touch keeps the desk open. */
export function LockSoon({ at }: { readonly at: number }): ReactNode {
  const { t, numbers } = useSpeech();
  return (
    <div className="notices" role="alert">
      <div className="notice card">
        <span>{t('unlock.lockSoon', { when: formatAgo(numbers, at + minute / 2, Date.now()) })}</span>
        <button type="button" className="button">
          {t('unlock.stay')}
        </button>
      </div>
    </div>
  );
}
