import { type WeekDay, weekDays } from '@leeward/domain/request/safe-hours.ts';
import { formatDay, zoneHere, zonePlace } from '@leeward/ui/language/hours.ts';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Kept } from '../parts/kept.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { useOpenSession } from '../session/organisation.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction, useView } from '../session/use-session.tsx';
import { QuietMark } from './quiet-mark.tsx';

type Typed = {
  readonly on: boolean;
  readonly from: string;
  readonly until: string;
  readonly days: readonly WeekDay[];
  readonly wholeDays: readonly WeekDay[];
  readonly exceptDanger: boolean;
};

/** One's own quiet hours: no call comes in them, and colleagues see until when. Nobody is told why. */
export function QuietSettings(): ReactNode {
  const { t } = useSpeech();
  const { me } = useOpenSession();
  const answer = useView('quiet', {});
  if (answer?.ok !== true) return null;
  const own = answer.value.members.find(({ member }) => member === me.member);
  const [span, whole] = [
    own?.hours?.spans.find(({ until }) => until !== '24:00'),
    own?.hours?.spans.find(({ until }) => until === '24:00'),
  ];
  const first: Typed = {
    on: own?.hours != null,
    from: span?.from ?? '20:00',
    until: span?.until ?? '07:00',
    days: span?.days ?? [],
    wholeDays: whole?.days ?? [],
    exceptDanger: own?.exceptDanger ?? true,
  };
  return (
    <section className="stack tight" aria-labelledby="quiet">
      <h2 id="quiet">{t('quiet.title')}</h2>
      <p className="quiet">{t('quiet.lead')}</p>
      <p>
        <QuietMark member={me.member} />
      </p>
      <QuietForm key={JSON.stringify(first)} first={first} zone={own?.hours?.zone ?? zoneHere()} />
    </section>
  );
}

function QuietForm({ first, zone }: { readonly first: Typed; readonly zone: string }): ReactNode {
  const { t, numbers } = useSpeech();
  const notice = useNotice();
  const action = useAction('setQuiet');
  const draft = useForm<Typed>('setQuiet', null, () => first);
  const typed = draft.form;
  const [fromBox, untilBox] = [useId(), useId()];
  const { change } = draft;
  const toggled = (days: readonly WeekDay[], day: WeekDay): readonly WeekDay[] =>
    weekDays.filter((one) => (one === day ? !days.includes(day) : days.includes(one)));
  const save = async (): Promise<void> => {
    const { on, from, until, days, wholeDays, exceptDanger } = typed;
    const spans = [
      { days, from, until },
      ...(wholeDays.length === 0 ? [] : [{ days: wholeDays, from: '00:00', until: '24:00' }]),
    ];
    const hours = on ? { zone, spans } : null;
    const answer = await action.run({ hours, exceptDanger });
    if (!answer.ok) return;
    draft.given(typed);
    notice({ text: t('quiet.saved') });
  };
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label className="option">
        <input type="checkbox" checked={typed.on} onChange={({ target }) => change({ on: target.checked })} />
        <span>{t('quiet.on')}</span>
      </label>
      {typed.on ? (
        <>
          <div className="cluster">
            <div className="field">
              <label htmlFor={fromBox}>{t('quiet.from')}</label>
              <input
                id={fromBox}
                type="time"
                required
                value={typed.from}
                onChange={({ target }) => change({ from: target.value })}
              />
            </div>
            <div className="field">
              <label htmlFor={untilBox}>{t('quiet.untilField')}</label>
              <input
                id={untilBox}
                type="time"
                required
                value={typed.until}
                onChange={({ target }) => change({ until: target.value })}
              />
            </div>
          </div>
          <p className="hint">{t('quiet.zone', { place: zonePlace(zone) })}</p>
          <fieldset className="field">
            <legend>{t('quiet.wholeDays')}</legend>
            <div className="options columns">
              {weekDays.map((day) => (
                <label key={day} className="option">
                  <input
                    type="checkbox"
                    checked={typed.wholeDays.includes(day)}
                    onChange={() => change({ wholeDays: toggled(typed.wholeDays, day) })}
                  />
                  {formatDay(numbers, day)}
                </label>
              ))}
            </div>
          </fieldset>
          <label className="option">
            <input
              type="checkbox"
              checked={typed.exceptDanger}
              onChange={({ target }) => change({ exceptDanger: target.checked })}
            />
            <span>
              {t('quiet.exceptDanger')}
              <span className="hint">{t('quiet.exceptHint')}</span>
            </span>
          </label>
        </>
      ) : null}
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button" disabled={action.busy}>
          {t('common.save')}
        </button>
        <Kept of={draft} />
      </div>
    </form>
  );
}
