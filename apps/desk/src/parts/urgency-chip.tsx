import type { Urgency } from '@leeward/vocabulary/lists/urgency.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';

const tones: Readonly<Record<Urgency, string>> = {
  urg_immediate: 'danger',
  urg_urgent: 'warn',
  urg_high: 'accent',
  urg_standard: '',
  urg_unset: '',
};

/** How urgent a person judged it; where nobody has and her own words say so, what they say. */
export function UrgencyChip({
  urgency,
  suggested = null,
}: {
  readonly urgency: Urgency;
  readonly suggested?: Urgency | null;
}): ReactNode {
  const { t } = useSpeech();
  return (
    <>
      {suggested === 'urg_immediate' ? <span className="chip danger">{t('queue.harmSoon')}</span> : null}
      {suggested !== null && urgency === 'urg_unset' ? null : (
        <span className={`chip ${tones[urgency]}`.trim()}>{t(`urgency.${urgency}`)}</span>
      )}
    </>
  );
}
