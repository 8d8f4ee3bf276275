import { standingJudgements } from '@leeward/domain/request/judgement.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { UrgencyChip } from '../parts/urgency-chip.tsx';
import { Words } from '../parts/words.tsx';
import { useMemberName } from '../session/organisation.tsx';
import { useAction } from '../session/use-session.tsx';

/** Two people judged the urgency apart: both versions, who and when, and a choice. Both stay in the history. */
export function Undecided({ view }: { readonly view: RequestView }): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  const settle = useAction('settleUrgency');
  const standing = standingJudgements(view.state.urgencyHistory);
  if (standing.length < 2) return null;
  return (
    <section className="note warn stack tight" aria-label={t('conflict.urgency')}>
      <strong>{t('conflict.urgency')}</strong>
      <p className="small">{t('conflict.urgencyHint')}</p>
      <div className="versions">
        {standing.map((one) => (
          <div key={`${one.entry} ${one.index}`} className="typed card stack tight">
            <p className="line-meta">
              <UrgencyChip urgency={one.urgency} />
              <span className="small quiet">
                {nameOf(one.by)} · <Ago at={one.claimedTime} />
              </span>
            </p>
            <Words text={one.reason} />
            <div>
              <button
                type="button"
                className="button"
                disabled={settle.busy || view.stopped !== null}
                onClick={() =>
                  void settle.run({ record: view.record, urgency: one.urgency, reason: one.reason })
                }
              >
                {t('conflict.choose')}
              </button>
            </div>
          </div>
        ))}
      </div>
      <FailureNote failure={settle.failure} />
    </section>
  );
}
