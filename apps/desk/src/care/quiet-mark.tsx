import { formatDateTime, formatTime } from '@leeward/ui';
import type { ReactNode } from 'react';
import { dayOf } from '../directory/use-today.ts';
import { useSpeech } from '../language/speech.tsx';
import { useNow } from '../parts/clock.tsx';
import { useQuietUntil } from './use-quiet.ts';

/** "Quiet until 7:00", beside the name of a colleague who does not want to be disturbed now. */
export function QuietMark({ member }: { readonly member: string }): ReactNode {
  const { t, numbers } = useSpeech();
  const now = useNow();
  const until = useQuietUntil(member);
  if (until === null) return null;
  const time = dayOf(until) === dayOf(now) ? formatTime(numbers, until) : formatDateTime(numbers, until);
  return <span className="chip">{t('quiet.until', { time })}</span>;
}
