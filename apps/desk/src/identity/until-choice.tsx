import { formatDate } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useNow } from '../parts/clock.tsx';
import { Choice } from './inputs.tsx';

const day = 24 * 3600 * 1000;
/** For how many days somebody may be let in; whoever needs it longer asks again. */
export const spans = ['1', '7', '30', '90'] as const;
export type Span = (typeof spans)[number];

/** When a span that begins now is over, milliseconds since 1970. */
export const endOf = (span: Span, now: number): number => now + Number(span) * day;

export function UntilChoice({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: Span;
  readonly onChange: (value: Span) => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const now = useNow();
  return (
    <Choice
      label={label}
      value={value}
      choices={spans.map((span) => [
        span,
        t('identity.days', { count: Number(span), date: formatDate(numbers, endOf(span, now)) }),
      ])}
      onChange={onChange}
    />
  );
}
