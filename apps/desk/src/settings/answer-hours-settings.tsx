import {
  type AnswerHours,
  hoursAtMost,
  isSameHours,
  usualAnswerHours,
} from '@leeward/domain/request/answer-hours.ts';
import { formatDuration } from '@leeward/ui';
import { type ReactNode, useState } from 'react';
import { NumberField } from '../cases/verification/fields.tsx';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { urgencies } from '../queue/definition.ts';
import { LineBox } from '../request/back-fields.tsx';
import { useOpenSession } from '../session/organisation.tsx';
import { useAction } from '../session/use-session.tsx';

const hour = 3_600_000;

/** Within how many hours requests are answered, by urgency: a choice of the organisation, with its reason. */
export function AnswerHoursSettings(): ReactNode {
  const { t, numbers } = useSpeech();
  const { organisation, administrator } = useOpenSession();
  const own = organisation.answerHours;
  const stands = own?.hours ?? usualAnswerHours;
  const [hours, setHours] = useState<AnswerHours>(stands);
  const [reason, setReason] = useState('');
  const action = useAction('setAnswerHours');
  if (!administrator) return null;
  const isWhole = urgencies.every((level) => hours[level] > 0 && hours[level] <= hoursAtMost);
  return (
    <details className="card more-detail">
      <summary>{t('hours.title')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void action.run({ hours, reason: reason.trim() }).then((answer) => {
            if (answer.ok) setReason('');
          });
        }}
      >
        <p className="quiet small">{t('hours.hint')}</p>
        <p className="note small">
          {own === null ? t('hours.source') : t('verify.terms.own', { reason: own.reason })}
        </p>
        {urgencies.map((level) => (
          <div key={level} className="stack tight">
            <NumberField
              label={t('hours.of', { urgency: t(`urgency.${level}`) })}
              value={hours[level] === 0 ? null : hours[level]}
              onChange={(chosen) => setHours({ ...hours, [level]: chosen ?? 0 })}
            />
            {hours[level] < 48 ? null : (
              <p className="hint">{formatDuration(numbers, hours[level] * hour)}</p>
            )}
          </div>
        ))}
        {isWhole ? null : <p className="note warn">{t('hours.range', { most: hoursAtMost })}</p>}
        <LineBox label={t('danger.matrix.why')} required value={reason} onChange={setReason} />
        <FailureNote failure={action.failure} />
        <div className="cluster">
          <button
            type="submit"
            className="button"
            disabled={action.busy || !isWhole || reason.trim() === '' || isSameHours(hours, stands)}
          >
            {t('hours.set')}
          </button>
          <button type="button" className="button quiet" onClick={() => setHours(usualAnswerHours)}>
            {t('hours.default')}
          </button>
        </div>
      </form>
    </details>
  );
}
