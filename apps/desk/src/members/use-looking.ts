import { joinWait } from '@leeward/workspace/desk/join-wait.ts';
import { useEffect } from 'react';
import { useSession } from '../session/use-session.tsx';

/**
 * Looks again and again while a link waits to be opened: whoever opens it says so to the relay alone, in no log that
 * would announce it.
 */
export function useLooking(name: 'invitations' | 'deviceLinks', waiting: boolean): void {
  const { views } = useSession();
  useEffect(() => {
    if (!waiting) return;
    const began = Date.now();
    let timer: ReturnType<typeof setTimeout>;
    const look = (): void => {
      if (document.visibilityState === 'visible') views.refresh(name);
      timer = setTimeout(look, joinWait(Date.now() - began));
    };
    timer = setTimeout(look, joinWait(0));
    const onShow = (): void => {
      if (document.visibilityState === 'visible') views.refresh(name);
    };
    document.addEventListener('visibilitychange', onShow);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onShow);
    };
  }, [waiting, views, name]);
}
