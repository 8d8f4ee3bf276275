import { readForm, textIn } from '@leeward/forms';
import { formatDate } from '@leeward/ui';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { typedDirection } from '../parts/typed-direction.ts';
import { useOpenSession } from '../session/organisation.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction, useView } from '../session/use-session.tsx';

/** Sends her a form that the organisation keeps, with a word about why. Nothing while there is none, or another answers. */
export function SendQuestions({ view }: { readonly view: RequestView }): ReactNode {
  const { t, locale, numbers } = useSpeech();
  const { me } = useOpenSession();
  const questions = useView('questions', {});
  const send = useAction('sendQuestions');
  const draft = useForm('sendQuestions', view.record, () => ({ form: '', text: '' }));
  const id = useId();
  const forms = questions?.ok === true ? questions.value.forms : [];
  if (forms.length === 0 || view.state.claimedBy !== me.member) return null;
  const { form, text } = draft.form;
  return (
    <details className="card form-card">
      <summary>{t('forms.send')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send.run({ record: view.record, form, text }).then((answer) => answer.ok && draft.given());
        }}
      >
        <p className="hint">{t('forms.sendHint')}</p>
        <div className="field">
          <label htmlFor={`${id}f`}>{t('forms.sendWhich')}</label>
          <select
            id={`${id}f`}
            value={form}
            required
            onChange={(event) => draft.change({ form: event.target.value })}
          >
            <option value="" />
            {forms.toReversed().map((one) => {
              const read = readForm(one.text);
              const title = read.ok
                ? textIn(read.value.form.title, locale, read.value.form.languages).text
                : '';
              return (
                <option key={one.form} value={one.form}>
                  {`${title} (${formatDate(numbers, one.since)})`}
                </option>
              );
            })}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}t`}>{t('forms.sendWord')}</label>
          <textarea
            id={`${id}t`}
            dir={typedDirection(text)}
            maxLength={8000}
            value={text}
            onChange={(event) => draft.change({ text: event.target.value })}
          />
        </div>
        <FailureNote failure={send.failure} />
        <div className="cluster">
          <button type="submit" className="button" disabled={send.busy || form === ''}>
            {t('forms.send')}
          </button>
          <Kept of={draft} />
        </div>
      </form>
    </details>
  );
}
