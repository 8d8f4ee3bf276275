import { may } from '@leeward/domain/organisation/permissions.ts';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { typedDirection } from '../parts/typed-direction.ts';
import { useKeptForm } from '../session/kept-forms.ts';
import { useActor } from '../session/use-actor.ts';
import { useAction } from '../session/use-session.tsx';

/** Writing a note in a case. */
export function NoteForm({
  record,
  stopped,
}: {
  readonly record: string;
  readonly stopped: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const actor = useActor();
  const action = useAction('addNote');
  const [form, change, done] = useKeptForm(`note ${record}`, () => ({ text: '' }));
  const box = useId();
  if (stopped || !may(actor.role, 'case.note', actor.permissions).ok) return null;
  const save = async (): Promise<void> => {
    if (form.text.trim() === '') return;
    const answer = await action.run({ record, text: form.text });
    if (!answer.ok) return;
    change({ text: '' });
    done();
  };
  return (
    <form
      className="composer card"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="field">
        <label htmlFor={box}>{t('case.addNote')}</label>
        <textarea
          id={box}
          dir={typedDirection(form.text)}
          autoComplete="off"
          value={form.text}
          onChange={(event) => change({ text: event.target.value })}
        />
      </div>
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={action.busy || form.text.trim() === ''}>
          {t('case.addNote')}
        </button>
      </div>
    </form>
  );
}
