import { may } from '@leeward/domain/organisation/permissions.ts';
import { latest } from '@leeward/domain/shared/field.ts';
import { formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { DayInput } from '../dates/day-input.tsx';
import { useSpeech } from '../language/speech.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { typedDirection } from '../parts/typed-direction.ts';
import { Words } from '../parts/words.tsx';
import { useMemberName } from '../session/organisation.tsx';
import { useActor } from '../session/use-actor.ts';
import { useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';

/** What is next in a case, and by when. Two answers given apart stand side by side until a person chooses. */
export function NextStepForm({ view }: { readonly view: CaseView }): ReactNode {
  const { t, numbers } = useSpeech();
  const actor = useActor();
  const nameOf = useMemberName();
  const action = useAction('setNextStep');
  const field = view.state.nextStep;
  const current = latest(field);
  const draft = useForm('setNextStep', view.record, () => ({
    text: current?.text ?? '',
    date: current?.date ?? '',
  }));
  const { text, date } = draft.form;
  // What was begun before a lock stands open again.
  const [opened, setOpened] = useState(false);
  const editing = opened || draft.keeping !== null;
  const [textBox, dateBox] = [useId(), useId()];
  const allowed = view.stopped === null && may(actor.role, 'case.edit', actor.permissions).ok;

  const edit = (from: { readonly text: string; readonly date: string | null } | undefined): void => {
    draft.change({ text: from?.text ?? '', date: from?.date ?? '' });
    setOpened(true);
  };
  const save = async (): Promise<void> => {
    await set(text.trim(), date);
  };
  /** No text: nothing is next, and then there is no day either. */
  const set = async (what: string, by: string): Promise<void> => {
    const next = { text: what, date: what === '' ? '' : by };
    const answer = await action.run({ record: view.record, ...next });
    if (!answer.ok) return;
    draft.given(next);
    setOpened(false);
  };

  return (
    <section className="card facts">
      <h2>{t('case.next')}</h2>
      {field.length > 1 ? (
        <div className="note warn stack tight">
          <strong>{t('case.nextConflict')}</strong>
          {field.map((written) => (
            <div key={`${written.at.entry} ${written.at.index}`} className="stack tight">
              <Words text={written.value.text} />
              <span className="small quiet">
                {nameOf(written.by)}
                {written.value.date === null ? '' : ` · ${formatDate(numbers, written.value.date, 'UTC')}`}
              </span>
              {allowed ? (
                <button type="button" className="button" onClick={() => edit(written.value)}>
                  {t('case.chooseThis')}
                </button>
              ) : null}
            </div>
          ))}
        </div>
      ) : null}
      {field.length === 1 && current !== undefined && current.text !== '' ? (
        <p>
          <Words inline text={current.text} />
          {current.date === null ? null : (
            <span className="small quiet"> · {formatDate(numbers, current.date, 'UTC')}</span>
          )}
        </p>
      ) : null}
      {current === undefined || (field.length === 1 && current.text === '') ? (
        <p className="quiet">{t('case.nextNone')}</p>
      ) : null}
      {editing ? (
        <form
          className="stack tight"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <div className="field">
            <label htmlFor={textBox}>{t('case.nextText')}</label>
            <input
              id={textBox}
              dir={typedDirection(text)}
              autoComplete="off"
              value={text}
              onChange={(event) => draft.change({ text: event.target.value })}
            />
          </div>
          <div className="field">
            <label htmlFor={dateBox}>{t('case.nextDate')}</label>
            <DayInput id={dateBox} value={date} onChange={(day) => draft.change({ date: day })} />
          </div>
          <FailureNote failure={action.failure} />
          <div className="cluster">
            <button type="submit" className="button primary" disabled={action.busy}>
              {t('common.save')}
            </button>
            {draft.keeping === null ? (
              <button type="button" className="button quiet" onClick={() => setOpened(false)}>
                {t('common.cancel')}
              </button>
            ) : null}
            <Kept of={draft} onDiscard={() => setOpened(false)} />
          </div>
        </form>
      ) : allowed ? (
        <div className="cluster">
          <button type="button" className="button" onClick={() => edit(current)}>
            {t('case.nextSet')}
          </button>
          {current === undefined || current.text === '' ? null : (
            <button
              type="button"
              className="button quiet"
              disabled={action.busy}
              onClick={() => void set('', '')}
            >
              {t('case.nextDone')}
            </button>
          )}
          <FailureNote failure={action.failure} />
        </div>
      ) : null}
    </section>
  );
}
