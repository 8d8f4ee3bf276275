import type { RequestJudgement } from '@leeward/domain/request/state.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { UrgencyChip } from '../parts/urgency-chip.tsx';
import { Words } from '../parts/words.tsx';
import { useMemberName } from '../session/organisation.tsx';

/** Every judgement with its reason, the newest first (handbook 3.2: the reason for each change is kept). */
export function UrgencyHistory({ history }: { readonly history: readonly RequestJudgement[] }): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  if (history.length === 0) return null;
  return (
    <details className="more-detail" open={history.length < 4}>
      <summary>{t('urgency.history', { count: history.length })}</summary>
      <ol className="plain stack tight urgency-history" reversed>
        {history.toReversed().map((one) => (
          <li key={`${one.entry} ${one.index}`} className={one.takenBack === null ? '' : 'taken-back'}>
            <p className="line-meta">
              <UrgencyChip urgency={one.urgency} />
              <span className="small quiet">
                {nameOf(one.by)} · <Ago at={one.claimedTime} />
              </span>
              {one.takenBack === null ? null : <span className="chip">{t('urgency.takenBack')}</span>}
            </p>
            <Words text={one.reason} />
          </li>
        ))}
      </ol>
    </details>
  );
}
