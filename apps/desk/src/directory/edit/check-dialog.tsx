import { type CheckOutcome, checkOutcomes } from '@leeward/domain/directory/events.ts';
import { defang } from '@leeward/ui';
import type { ShownEntry } from '@leeward/workspace/directory/contract.ts';
import { type ReactNode, useId } from 'react';
import { DayInput } from '../../dates/day-input.tsx';
import { useSpeech } from '../../language/speech.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Kept } from '../../parts/kept.tsx';
import { useNotice } from '../../parts/notices.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { goFromHere } from '../../router/route.ts';
import { useForm } from '../../session/use-form.ts';
import { useAction } from '../../session/use-session.tsx';
import { useToday } from '../use-today.ts';

/** "I have looked": what was found, on which day, and where. */
export function CheckDialog({
  shown: { entry },
  onClose,
}: {
  readonly shown: ShownEntry;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const notice = useNotice();
  const today = useToday();
  const action = useAction('checkMechanism');
  const draft = useForm<{ outcome: CheckOutcome | ''; on: string; source: string }>(
    'checkMechanism',
    entry.id,
    () => ({ outcome: '', on: today, source: entry.link.url }),
  );
  const [where, when] = [useId(), useId()];
  const { outcome, on, source } = draft.form;
  const save = async (): Promise<void> => {
    if (outcome === '') return;
    const onward = goFromHere();
    const answer = await action.run({ mechanism: entry.id, on, outcome, source: source.trim() });
    if (!answer.ok) return;
    draft.discard();
    notice({ text: t('directory.checkNoted') });
    onClose();
    if (outcome === 'changed') onward({ name: 'directory', part: 'change', mechanism: entry.id });
  };
  return (
    <Dialog title={t('directory.checkTitle')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p className="small">
          {t('directory.checkHint')} <bdi className="code address">{defang(entry.link.url)}</bdi>
        </p>
        <fieldset className="field">
          <legend>{t('directory.checkFound')}</legend>
          <div className="options">
            {checkOutcomes.map((one) => (
              <label key={one} className="option">
                <input
                  type="radio"
                  name="outcome"
                  checked={outcome === one}
                  onChange={() => draft.change({ outcome: one })}
                />
                <span>
                  {t(`directory.outcome.${one}`)}
                  <span className="hint">{t(`directory.outcomeHint.${one}`)}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="field">
          <label htmlFor={when}>{t('directory.checkDay')}</label>
          <DayInput id={when} value={on} max={today} required onChange={(day) => draft.change({ on: day })} />
        </div>
        <div className="field">
          <label htmlFor={where}>{t('directory.checkWhere')}</label>
          <input
            id={where}
            value={source}
            dir="auto"
            required
            onChange={(event) => draft.change({ source: event.target.value })}
          />
        </div>
        <FailureNote failure={action.failure} />
        <div className="cluster">
          <button
            type="submit"
            className="button primary"
            disabled={action.busy || outcome === '' || source.trim() === ''}
          >
            {t('directory.checkSave')}
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
