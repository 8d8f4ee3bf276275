import { alarmAt, checkInStanding } from '@leeward/domain/request/alarm.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Ago, useNow } from '../parts/clock.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Words } from '../parts/words.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';
import { LineBox } from './back-fields.tsx';

/** She is not safe, or she is silent: what was agreed for that, and what somebody did about it. */
export function AlarmNote({ view }: { readonly view: RequestView }): ReactNode {
  const { t } = useSpeech();
  const now = useNow();
  const action = useAction('answerAlarm');
  const draft = useForm('answerAlarm', view.record, () => ({ reason: '' }));
  const standing = checkInStanding(view.state);
  const alarm = alarmAt(standing, now);
  if (alarm === null) return null;
  const { reason } = draft.form;
  const answer = async (): Promise<void> => {
    const done = await action.run({ record: view.record, reason: reason.trim() });
    if (done.ok) draft.given();
  };
  return (
    <section className="note danger stack tight" role="alert" aria-label={t('alarm.title')}>
      <strong>
        {alarm.kind === 'not_safe' ? t('alarm.notSafe') : t('alarm.missed', { count: alarm.rounds })}{' '}
        <Ago at={alarm.since} />
      </strong>
      {standing.plan === null ? null : (
        <div>
          <span className="small">{t('alarm.agreed')}</span>
          <Words text={standing.plan.silence} lang={standing.plan.language} />
        </div>
      )}
      <form
        className="stack tight"
        onSubmit={(event) => {
          event.preventDefault();
          void answer();
        }}
      >
        <LineBox
          label={t('alarm.done')}
          value={reason}
          required
          onChange={(words) => draft.change({ reason: words.slice(0, 500) })}
        />
        <div className="cluster">
          <button type="submit" className="button" disabled={action.busy || reason.trim() === ''}>
            {t('alarm.save')}
          </button>
          <Kept of={draft} />
        </div>
        <FailureNote failure={action.failure} />
      </form>
    </section>
  );
}
