import { formatClock, formatDuration } from '@leeward/ui';
import type { QueueLine } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useNow } from '../parts/clock.tsx';
import { clockFace } from './sections.ts';

const twoDays = 48 * 60 * 60 * 1000;

/** How long somebody has waited for an answer, against the response clock. */
export function ClockFace({ line }: { readonly line: Pick<QueueLine, 'clock'> }): ReactNode {
  const { t, numbers } = useSpeech();
  const face = clockFace(line, useNow());
  if (face === null) return null;
  const short = (duration: number): string =>
    duration < twoDays ? formatClock(numbers, duration) : formatDuration(numbers, duration);
  const [figure, words] =
    face.state === 'overdue'
      ? [short(face.by), t('queue.overdueMark')]
      : [short(face.waited), t('queue.limitOf', { limit: short(face.limit) })];
  return (
    <span className={`clock ${face.state}`}>
      <b className="num">{figure}</b>
      <span className="small">{words}</span>
    </span>
  );
}
