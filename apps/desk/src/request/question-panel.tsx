import { answerTo } from '@leeward/domain/request/come-back.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Kept } from '../parts/kept.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Words } from '../parts/words.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';
import { TextBox } from './back-fields.tsx';
import { linesOf } from './decline.ts';
import { WhoAnswers } from './who-answers.tsx';

/** One plain question, with or without answers to choose from. Forms of the organisation's own have a place of theirs. */
export function QuestionPanel({
  view,
  onClose,
}: {
  readonly view: RequestView;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const notice = useNotice();
  const action = useAction('askQuestion');
  const draft = useForm('askQuestion', view.record, () => ({ text: '', choices: '' }));
  const { text, choices } = draft.form;
  const send = async (): Promise<void> => {
    const answer = await action.run({
      record: view.record,
      text: text.trim(),
      choices: linesOf(choices).slice(0, 12),
    });
    if (!answer.ok) return;
    draft.given();
    notice({ text: t('back.sentToHer') });
    onClose();
  };
  return (
    <Dialog title={t('back.questions')} onClose={onClose}>
      <ul className="plain stack tight">
        {view.state.comeBack.questions.map((asked) => {
          const answer = answerTo(view.state, asked.question);
          return (
            <li key={asked.question} className="card facts">
              <Words text={asked.text} lang={view.said.locale} />
              {answer === undefined ? (
                <span className="quiet">{t('question.open')}</span>
              ) : (
                <b>
                  <Words inline text={answer} lang={view.said.locale} />
                </b>
              )}
            </li>
          );
        })}
      </ul>
      <WhoAnswers view={view}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <TextBox
            label={t('question.text')}
            value={text}
            required
            onChange={(value) => draft.change({ text: value })}
          />
          <TextBox
            label={t('question.choices')}
            hint={t('question.choicesHint')}
            value={choices}
            onChange={(value) => draft.change({ choices: value })}
          />
          <FailureNote failure={action.failure} />
          <div className="cluster">
            <button type="submit" className="button primary" disabled={action.busy || text.trim() === ''}>
              {t('back.send')}
            </button>
            <button type="button" className="button quiet" onClick={onClose}>
              {t('common.cancel')}
            </button>
            <Kept of={draft} />
          </div>
        </form>
      </WhoAnswers>
    </Dialog>
  );
}
