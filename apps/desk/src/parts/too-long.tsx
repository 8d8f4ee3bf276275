import { sizes } from '@leeward/domain/shared/shape.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';

/** Whether the rules would refuse it: a message or note, or with `line` a reason. */
export const isTooLong = (text: string, size: 'body' | 'line' = 'body'): boolean =>
  text.trim().length > sizes[size];

/**
 * Says under a field that what stands in it does not fit, while it is typed or pasted. Nothing is cut off: what is lost
 * without a word is lost.
 */
export function TooLong({
  text,
  size = 'body',
}: {
  readonly text: string;
  readonly size?: 'body' | 'line';
}): ReactNode {
  const { t } = useSpeech();
  return (
    <span className="error" role="status">
      {isTooLong(text, size) ? t('field.tooLong', { limit: sizes[size], count: text.trim().length }) : ''}
    </span>
  );
}
