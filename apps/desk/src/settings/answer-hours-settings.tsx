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
import { urgencies } from '../queue/definition.ts';
import { useOpenSession } from '../session/organisation.tsx';
import { useAction } from '../session/use-session.tsx';
import { OrganisationChoice } from './organisation-choice.tsx';

const hour = 3_600_000;

/** Within how many hours requests are answered, by urgency: a choice of the organisation, with its reason. */
export function AnswerHoursSettings(): ReactNode {
  const { t, numbers } = useSpeech();
  const { organisation, administrator } = useOpenSession();
  const own = organisation.answerHours;
  const stands = own?.hours ?? usualAnswerHours;
  const [hours, setHours] = useState<AnswerHours>(stands);
  const action = useAction('setAnswerHours');
  if (!administrator) return null;
  const isWhole = urgencies.every((level) => hours[level] > 0 && hours[level] <= hoursAtMost);
  return (
    <OrganisationChoice
      title={t('hours.title')}
      hint={t('hours.hint')}
      canSet={isWhole && !isSameHours(hours, stands)}
      set={t('hours.set')}
      usual={t('hours.default')}
      action={action}
      onSet={(reason) => action.run({ hours, reason })}
      onUsual={() => setHours(usualAnswerHours)}
    >
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
          {hours[level] < 48 ? null : <p className="hint">{formatDuration(numbers, hours[level] * hour)}</p>}
        </div>
      ))}
      {isWhole ? null : <p className="note warn">{t('hours.range', { most: hoursAtMost })}</p>}
    </OrganisationChoice>
  );
}
