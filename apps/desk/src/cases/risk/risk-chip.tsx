import type { CaseState } from '@leeward/domain/case/state.ts';
import type { Band } from '@leeward/domain/risk/matrix.ts';
import { standingOf, type Trend } from '@leeward/domain/risk/standing.ts';
import { assessmentsIn } from '@leeward/domain/risk/whom.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { dangerWord } from './danger-words.ts';

const tones: Readonly<Record<Band, string>> = {
  risk_low: 'good',
  risk_medium: 'accent',
  risk_high: 'warn',
  risk_extreme: 'danger',
};

/** How grave it is judged, and whether it grows. Words first: the colour only repeats them. */
export function RiskChip({
  band,
  trend,
}: {
  readonly band: Band | null;
  readonly trend: Trend | null;
}): ReactNode {
  const { t } = useSpeech();
  if (band === null) return <span className="chip">{t('danger.chip.none')}</span>;
  const moves = trend === 'trend_rising' || trend === 'trend_falling' ? trend : null;
  return (
    <span className={`chip ${tones[band]}`} data-band={band}>
      {t('danger.chip', { band: dangerWord(t, 'band', band) })}
      {moves === null ? null : ` · ${t(`danger.trend.${moves}`)}`}
    </span>
  );
}

/** The band of one judgement. */
export function BandChip({ band }: { readonly band: Band }): ReactNode {
  const { t } = useSpeech();
  return <span className={`chip ${tones[band]}`}>{dangerWord(t, 'band', band)}</span>;
}

/** What the head of the file says: the gravest of everybody and every setting. */
export function RiskInHead({ state }: { readonly state: CaseState }): ReactNode {
  const standing = standingOf(assessmentsIn(state));
  return <RiskChip band={standing?.band ?? null} trend={standing?.trend ?? null} />;
}
