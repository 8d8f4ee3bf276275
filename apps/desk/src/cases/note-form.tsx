import { may } from '@leeward/domain/organisation/permissions.ts';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { isTooLong, TooLong } from '../parts/too-long.tsx';
import { typedDirection } from '../parts/typed-direction.ts';
import { useActor } from '../session/use-actor.ts';
import { useForm } from '../session/use-form.ts';
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
  const draft = useForm('addNote', record, () => ({ text: '' }));
  const { form, change } = draft;
  const box = useId();
  if (stopped || !may(actor.role, 'case.note', actor.permissions).ok) return null;
  const save = async (): Promise<void> => {
    if (form.text.trim() === '' || isTooLong(form.text)) return;
    const answer = await action.run({ record, text: form.text });
    if (!answer.ok) return;
    draft.given();
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
        <TooLong text={form.text} />
      </div>
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button
          type="submit"
          className="button primary"
          disabled={action.busy || form.text.trim() === '' || isTooLong(form.text)}
        >
          {t('case.addNote')}
        </button>
        <Kept of={draft} />
      </div>
    </form>
  );
}
