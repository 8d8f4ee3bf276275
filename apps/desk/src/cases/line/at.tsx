import { formatDateTime, formatTime } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';

/** The time of day, under the heading of its day; the whole date for whoever asks. */
export function At({ time }: { readonly time: number }): ReactNode {
  const { numbers } = useSpeech();
  const date = new Date(time);
  return (
    <time
      className="num"
      title={formatDateTime(numbers, time)}
      dateTime={Number.isNaN(date.getTime()) ? undefined : date.toISOString()}
    >
      {formatTime(numbers, time)}
    </time>
  );
}
