import { formatAgo, formatDateTime } from '@leeward/ui';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';

const Now = createContext<number>(0);

/** Gives everything below it the time, new every half minute: no screen counts seconds. */
export function ClockProvider({
  now = Date.now,
  children,
}: {
  readonly now?: () => number;
  readonly children: ReactNode;
}): ReactNode {
  const [time, setTime] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), 30_000);
    const onReturn = (): void => setTime(now());
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [now]);
  return <Now value={time}>{children}</Now>;
}

/** The time, milliseconds since 1970, at most half a minute old. */
export function useNow(): number {
  return useContext(Now);
}

/** "3 hours ago", with the full date for whoever asks. */
export function Ago({ at }: { readonly at: number }): ReactNode {
  const { numbers } = useSpeech();
  const now = useNow();
  return (
    <time dateTime={isoOf(at)} title={formatDateTime(numbers, at)} className="num">
      {formatAgo(numbers, Math.min(at, now), now)}
    </time>
  );
}

function isoOf(at: number): string | undefined {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
