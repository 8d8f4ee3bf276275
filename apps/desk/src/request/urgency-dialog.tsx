import { answerTime, usualAnswerHours } from '@leeward/domain/request/answer-hours.ts';
import { urgencies } from '@leeward/domain/request/events.ts';
import { standingJudgements } from '@leeward/domain/request/judgement.ts';
import { formatDuration } from '@leeward/ui';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { isTooLong, TooLong } from '../parts/too-long.tsx';
import { typedDirection } from '../parts/typed-direction.ts';
import { useOpenSession } from '../session/organisation.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';
import { useDone } from './undo.ts';
import { UrgencyHistory } from './urgency-history.tsx';

type Form = { readonly chosen: string; readonly reason: string };

/** Judging the urgency: a person does, with a reason that stays (handbook 3.2). */
export function UrgencyDialog({
  view,
  onClose,
}: {
  readonly view: RequestView;
  readonly onClose: () => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const hours = useOpenSession().organisation.answerHours?.hours ?? usualAnswerHours;
  const action = useAction('setUrgency');
  const takeBack = useAction('takeBackUrgency');
  const done = useDone();
  const draft = useForm<Form>('setUrgency', view.record, () => ({ chosen: view.state.urgency, reason: '' }));
  const { chosen, reason } = draft.form;
  const [asked, setAsked] = useState(false);
  // What a colleague judges while this stands in front of it, nobody here has seen: it is not replaced.
  const [seen] = useState(() =>
    standingJudgements(view.state.urgencyHistory).map(({ entry, index }) => ({ entry, index })),
  );
  const [box, hint, problem] = [useId(), useId(), useId()];
  const urgency = urgencies.items.find((item) => item.code === chosen)?.code;

  const save = async (): Promise<void> => {
    setAsked(true);
    if (urgency === undefined || reason.trim() === '' || isTooLong(reason, 'line')) return;
    const answer = await action.run({ record: view.record, urgency, reason: reason.trim(), seen });
    if (!answer.ok) return;
    draft.given();
    onClose();
    done(t('urgency.done', { urgency: t(`urgency.${urgency}`) }), () =>
      takeBack.run({ record: view.record }),
    );
  };

  return (
    <Dialog title={t('urgency.set')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {view.suggested === null ? null : <p className="note danger">{t('urgency.herAnswer')}</p>}
        <fieldset className="field">
          <legend>{t('urgency.title')}</legend>
          <div className="options">
            {urgencies.items.map((item) => (
              <label key={item.code} className="option">
                <input
                  type="radio"
                  name="urgency"
                  value={item.code}
                  checked={chosen === item.code}
                  onChange={() => draft.change({ chosen: item.code })}
                />
                <span>
                  {t(`urgency.${item.code}`)}
                  <span className="hint">
                    {t(`urgency.${item.code}.hint`, { hours: 48 })}{' '}
                    {t('urgency.firstAnswer', {
                      limit: formatDuration(numbers, answerTime(hours, item.code)),
                    })}
                  </span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="field">
          <label htmlFor={box}>{t('urgency.reason')}</label>
          <span className="hint" id={hint}>
            {t('urgency.reasonHint')}
          </span>
          <textarea
            id={box}
            dir={typedDirection(reason)}
            aria-describedby={`${hint} ${problem}`}
            aria-invalid={asked && reason.trim() === ''}
            value={reason}
            onChange={(event) => draft.change({ reason: event.target.value })}
          />
          <span className="error" id={problem} role="status">
            {asked && reason.trim() === '' ? t('urgency.reasonNeeded') : ''}
          </span>
          <TooLong text={reason} size="line" />
        </div>
        <FailureNote failure={action.failure} />
        <div className="cluster">
          <button type="submit" className="button primary" disabled={action.busy || urgency === undefined}>
            {t('common.save')}
          </button>
          <button type="button" className="button quiet" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <Kept of={draft} onDiscard={() => setAsked(false)} />
        </div>
      </form>
      <UrgencyHistory history={view.state.urgencyHistory} />
    </Dialog>
  );
}
