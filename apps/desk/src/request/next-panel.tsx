import { formatDate } from '@leeward/ui';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Kept } from '../parts/kept.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Words } from '../parts/words.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';
import { LineBox, TextBox } from './back-fields.tsx';
import { WhoAnswers } from './who-answers.tsx';

type Form = { readonly text: string; readonly day: string; readonly who: string };

/** What happens next: the first thing that she looks for when she comes back. */
export function NextPanel({
  view,
  onClose,
}: {
  readonly view: RequestView;
  readonly onClose: () => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const notice = useNotice();
  const action = useAction('tellNext');
  const told = view.state.comeBack.next;
  const last = told.at(-1);
  const draft = useForm<Form>('tellNext', view.record, () => ({ text: '', day: '', who: last?.who ?? '' }));
  const { text, day, who } = draft.form;
  const send = async (): Promise<void> => {
    const answer = await action.run({
      record: view.record,
      text: text.trim(),
      day: day === '' ? null : day,
      who: who.trim(),
    });
    if (!answer.ok) return;
    draft.given();
    notice({ text: t('back.sentToHer') });
    onClose();
  };
  return (
    <Dialog title={t('back.next')} onClose={onClose}>
      {told.length === 0 ? (
        <p className="quiet">{t('back.nextNone')}</p>
      ) : (
        <ol className="plain stack tight">
          {told.map((one, index) => (
            <li key={one.hash} className={index === told.length - 1 ? 'note accent' : 'quiet'}>
              <Words text={one.text} lang={view.said.locale} />
              <span className="small">
                {one.day === null ? '' : `${formatDate(numbers, `${one.day}T12:00:00Z`, 'UTC')} · `}
                <Words inline text={one.who} /> <Ago at={one.claimedTime} />
              </span>
            </li>
          ))}
        </ol>
      )}
      <WhoAnswers view={view}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <TextBox
            label={t('back.nextText')}
            hint={t('back.nextHint')}
            value={text}
            required
            onChange={(value) => draft.change({ text: value })}
          />
          <LineBox
            label={t('back.nextDay')}
            type="date"
            value={day}
            onChange={(value) => draft.change({ day: value })}
          />
          <LineBox
            label={t('back.nextWho')}
            hint={t('back.nextWhoHint')}
            value={who}
            onChange={(value) => draft.change({ who: value })}
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
