import { type Condition, conditions } from '@leeward/directory';
import { sayQuestion } from '@leeward/directory/say/index.ts';
import type { ShownEntry } from '@leeward/workspace/directory/contract.ts';
import { isGeneral } from '@leeward/workspace/directory/overlay.ts';
import { type ReactNode, useId, useMemo } from 'react';
import { DayInput } from '../../dates/day-input.tsx';
import { useSpeech } from '../../language/speech.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Kept } from '../../parts/kept.tsx';
import { useNotice } from '../../parts/notices.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { typedDirection } from '../../parts/typed-direction.ts';
import { useForm } from '../../session/use-form.ts';
import { useAction } from '../../session/use-session.tsx';
import { useSpeaker } from '../speaker.tsx';
import { useToday } from '../use-today.ts';

type Form = { question: Condition | ''; answer: 'yes' | 'no' | ''; on: string; source: string };

/** What an organisation answered when it was asked: it holds for everybody who asks, never for one person alone. */
export function ToldDialog({
  shown: { entry },
  onClose,
}: {
  readonly shown: ShownEntry;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const speaker = useSpeaker();
  const notice = useNotice();
  const today = useToday();
  const action = useAction('noteTold');
  const draft = useForm<Form>('noteTold', entry.id, () => ({
    question: '',
    answer: '',
    on: today,
    source: '',
  }));
  const [what, when, who] = [useId(), useId(), useId()];
  const { question, answer, on, source } = draft.form;
  const questions = useMemo(
    () => (Object.keys(conditions) as Condition[]).filter((code) => isGeneral(code)),
    [],
  );
  const save = async (): Promise<void> => {
    if (question === '' || answer === '') return;
    const done = await action.run({
      mechanism: entry.id,
      condition: question,
      answer,
      on,
      source: source.trim(),
    });
    if (!done.ok) return;
    draft.discard();
    notice({ text: t('directory.toldNoted') });
    onClose();
  };
  return (
    <Dialog title={t('directory.noteTold')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p className="small quiet">{t('directory.toldHint')}</p>
        <div className="field">
          <label htmlFor={what}>{t('directory.toldQuestion')}</label>
          <select
            id={what}
            value={question}
            required
            onChange={(event) => draft.change({ question: event.target.value as Condition | '' })}
          >
            <option value="">{t('directory.choose')}</option>
            {questions.map((code) => (
              <option key={code} value={code}>
                {sayQuestion(speaker, { of: 'them', code }, entry.name)}
              </option>
            ))}
          </select>
        </div>
        <fieldset className="field">
          <legend>{t('directory.toldAnswer')}</legend>
          <div className="options columns">
            {(['yes', 'no'] as const).map((one) => (
              <label key={one} className="option">
                <input
                  type="radio"
                  name="answer"
                  checked={answer === one}
                  onChange={() => draft.change({ answer: one })}
                />
                {t(`directory.${one}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <div className="field">
          <label htmlFor={when}>{t('directory.toldDay')}</label>
          <DayInput id={when} value={on} max={today} required onChange={(day) => draft.change({ on: day })} />
        </div>
        <div className="field">
          <label htmlFor={who}>{t('directory.toldBy')}</label>
          <input
            id={who}
            value={source}
            dir={typedDirection(source)}
            required
            onChange={(event) => draft.change({ source: event.target.value })}
          />
        </div>
        <FailureNote failure={action.failure} />
        <div className="cluster">
          <button
            type="submit"
            className="button primary"
            disabled={action.busy || question === '' || answer === '' || source.trim() === ''}
          >
            {t('common.save')}
          </button>
          <button type="button" className="button quiet" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <Kept of={draft} />
        </div>
      </form>
    </Dialog>
  );
}
