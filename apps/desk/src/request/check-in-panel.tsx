import { alarmAt, checkInStanding, dueAt } from '@leeward/domain/request/alarm.ts';
import type { CheckInPlan, Rhythm } from '@leeward/domain/request/check-in.ts';
import { planAnswer } from '@leeward/domain/request/come-back.ts';
import { formatDateTime, formatList } from '@leeward/ui';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Ago, useNow } from '../parts/clock.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Kept } from '../parts/kept.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Words } from '../parts/words.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';
import { LineBox, TextBox } from './back-fields.tsx';
import { WhoAnswers } from './who-answers.tsx';

type Form = {
  readonly kind: 'every' | 'times';
  readonly every: string;
  readonly times: string;
  readonly zone: string;
  readonly from: string;
  readonly until: string;
  readonly grace: string;
  readonly silence: string;
};

/** Agreed signs of life: what runs, what was proposed, and a new proposal with its rule for silence. */
export function CheckInPanel({
  view,
  onClose,
}: {
  readonly view: RequestView;
  readonly onClose: () => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const now = useNow();
  const notice = useNotice();
  const end = useAction('endCheckIn');
  const standing = checkInStanding(view.state);
  const due = dueAt(standing, now);
  const alarm = alarmAt(standing, now);
  const { plans } = view.state.comeBack;
  return (
    <Dialog title={t('back.checkIn')} onClose={onClose}>
      <p className="small quiet">{t('checkIn.claim')}</p>
      {due === null ? null : (
        <p>
          {t('checkIn.due', { date: formatDateTime(numbers, due) })}{' '}
          {alarm?.kind === 'missed' ? (
            <span className="chip danger">{t('checkIn.missed', { count: alarm.rounds })}</span>
          ) : null}
        </p>
      )}
      {standing.lastSafe === null ? null : (
        <p>
          {t('checkIn.lastSafe')} <Ago at={standing.lastSafe} />
        </p>
      )}
      <ul className="plain stack tight">
        {plans.map(({ plan, endedAt }) => {
          const answer = planAnswer(view.state, plan.id);
          const words = endedAt !== null ? 'endedByUs' : (answer ?? 'proposed');
          return (
            <li key={plan.id} className="card facts">
              <div className="bar">
                <b>
                  <RhythmWords rhythm={plan.rhythm} />
                </b>
                <span className={answer === 'accepted' && endedAt === null ? 'chip good' : 'chip'}>
                  {t(`checkIn.standing.${words}`)}
                </span>
              </div>
              <Words text={plan.silence} lang={plan.language} />
              {endedAt === null && answer !== 'ended' && answer !== 'declined' ? (
                <button
                  type="button"
                  className="button quiet"
                  disabled={end.busy}
                  onClick={() =>
                    void end
                      .run({ record: view.record, plan: plan.id })
                      .then((done) => done.ok && notice({ text: t('back.sentToHer') }))
                  }
                >
                  {t('checkIn.end')}
                </button>
              ) : null}
            </li>
          );
        })}
      </ul>
      <FailureNote failure={end.failure} />
      <WhoAnswers view={view}>
        <Propose view={view} onClose={onClose} />
      </WhoAnswers>
    </Dialog>
  );
}

function RhythmWords({ rhythm }: { readonly rhythm: Rhythm }): ReactNode {
  const { t, numbers } = useSpeech();
  return 'every' in rhythm
    ? t('checkIn.every', { hours: rhythm.every })
    : t('checkIn.daily', { times: formatList(numbers, [...rhythm.times]), zone: rhythm.zone });
}

function Propose({ view, onClose }: { readonly view: RequestView; readonly onClose: () => void }): ReactNode {
  const { t, locale } = useSpeech();
  const notice = useNotice();
  const action = useAction('proposeCheckIn');
  const zones = useId();
  const kinds = useId();
  const [asked, setAsked] = useState(false);
  const draft = useForm<Form>('proposeCheckIn', view.record, () => ({
    kind: 'every',
    every: '24',
    times: '09:00, 21:00',
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    from: '',
    until: '',
    grace: '60',
    silence: '',
  }));
  const { form, change } = draft;
  const plan = planOf(form, view.said.locale === 'und' ? locale : view.said.locale);
  const send = async (): Promise<void> => {
    setAsked(true);
    if (plan === null) return;
    const answer = await action.run({ record: view.record, plan });
    if (!answer.ok) return;
    draft.given();
    notice({ text: t('back.sentToHer') });
    onClose();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3>{t('checkIn.propose')}</h3>
      <fieldset className="field">
        <legend>{t('checkIn.rhythm')}</legend>
        <div className="options columns">
          {(['every', 'times'] as const).map((kind) => (
            <label key={kind} className="option">
              <input
                type="radio"
                name={kinds}
                checked={form.kind === kind}
                onChange={() => change({ kind })}
              />
              {t(`checkIn.kind.${kind}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {form.kind === 'every' ? (
        <LineBox
          label={t('checkIn.hours')}
          type="number"
          value={form.every}
          onChange={(every) => change({ every })}
        />
      ) : (
        <>
          <LineBox
            label={t('checkIn.times')}
            hint={t('checkIn.timesHint')}
            value={form.times}
            onChange={(times) => change({ times })}
          />
          <LineBox
            label={t('checkIn.zone')}
            hint={t('checkIn.zoneHint')}
            value={form.zone}
            list={zones}
            onChange={(zone) => change({ zone })}
          />
          <datalist id={zones}>
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      )}
      <LineBox
        label={t('checkIn.from')}
        type="datetime-local"
        value={form.from}
        onChange={(from) => change({ from })}
      />
      <LineBox
        label={t('checkIn.until')}
        type="datetime-local"
        value={form.until}
        onChange={(until) => change({ until })}
      />
      <LineBox
        label={t('checkIn.grace')}
        type="number"
        value={form.grace}
        onChange={(grace) => change({ grace })}
      />
      <TextBox
        label={t('checkIn.silence')}
        hint={t('checkIn.silenceHint')}
        value={form.silence}
        onChange={(silence) => change({ silence })}
      />
      {asked && plan === null ? (
        <p className="error" role="status">
          {t('checkIn.incomplete')}
        </p>
      ) : null}
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={action.busy}>
          {t('back.send')}
        </button>
        <button type="button" className="button quiet" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <Kept of={draft} onDiscard={() => setAsked(false)} />
      </div>
    </form>
  );
}

/** The plan that the form says; null while it says none. */
function planOf(form: Form, language: string): Omit<CheckInPlan, 'id'> | null {
  const from = Date.parse(form.from);
  const until = form.until === '' ? null : Date.parse(form.until);
  const grace = Number(form.grace);
  const times = form.times.split(/[\s,،;]+/).filter((time) => time !== '');
  const every = Number(form.every);
  const isDaily = form.kind === 'times';
  const isRhythm = isDaily
    ? times.length > 0 && times.length <= 8 && times.every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time))
    : Number.isInteger(every) && every >= 1 && every <= 744;
  const isWhole =
    isRhythm &&
    !Number.isNaN(from) &&
    (until === null || until > from) &&
    Number.isInteger(grace) &&
    grace >= 0 &&
    form.silence.trim() !== '';
  if (!isWhole) return null;
  const rhythm: Rhythm = isDaily ? { times, zone: form.zone.trim() } : { every };
  return { rhythm, from, until, grace, silence: form.silence.trim(), language };
}
