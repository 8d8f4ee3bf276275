import { may } from '@leeward/domain/organisation/permissions.ts';
import { countAnswer, readAnswer } from '@leeward/domain/sheet/rules.ts';
import { doesCount, type Sheet, type SheetAnswer } from '@leeward/domain/sheet/state.ts';
import { formatDateTime } from '@leeward/ui';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Words } from '../../parts/words.tsx';
import { LineBox } from '../../request/back-fields.tsx';
import { addressOf } from '../../router/route.ts';
import { useMemberName } from '../../session/organisation.tsx';
import { useActor } from '../../session/use-actor.ts';
import { useForm } from '../../session/use-form.ts';
import { useAction } from '../../session/use-session.tsx';

/** What came back, hidden until somebody opens it: it may hurt, and opening it says that it was read. */
export function AnswerCard({
  record,
  sheet,
  answer,
}: {
  readonly record: string;
  readonly sheet: Sheet;
  readonly answer: SheetAnswer;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const { role, permissions } = useActor();
  const reading = useAction('actOnCase');
  const [isOpen, setOpen] = useState(false);
  const { standing, taken, read, counted } = answer;
  const open = (): void => {
    setOpen(true);
    if (read === null && may(role, 'case.note', permissions).ok)
      void reading.run({ record, events: [readAnswer(sheet.id, answer.hash)], form: null });
  };
  return (
    <article className="card facts stack tight sheet-answer">
      <header className="line-meta">
        {read === null ? <span className="chip accent">{t('sheets.new.answer')}</span> : null}
        {doesCount(answer) ? null : <span className="chip warn">{t(`sheets.standing.${standing}`)}</span>}
        <span className="small quiet">
          {t('sheets.takenIn', { date: formatDateTime(numbers, taken.claimedTime) })}
        </span>
        {read === null ? null : (
          <span className="small quiet">
            {t('sheets.readBy', { name: nameOf(read.by), date: formatDateTime(numbers, read.claimedTime) })}
          </span>
        )}
      </header>
      <FailureNote failure={reading.failure} />
      {isOpen ? (
        <>
          <Content sheet={sheet} answer={answer} />
          <p className="small quiet">{t('sheets.whoeverHolds')}</p>
          {counted === null ? null : (
            <p className="small">
              {t('sheets.countedBy', { name: nameOf(counted.by) })} <Words inline text={counted.reason} />
            </p>
          )}
          {doesCount(answer) && answer.message !== null ? (
            <a href={addressOf({ name: 'case', record, part: 'verification' })}>
              {t('sheets.toVerification')}
            </a>
          ) : null}
          {doesCount(answer) ? null : <LetCount record={record} sheet={sheet} answer={answer} />}
        </>
      ) : (
        <div className="cluster">
          <button type="button" className="button" onClick={open}>
            {t('sheets.openAnswer')}
          </button>
          <span className="small quiet">{t('sheets.openHint')}</span>
        </div>
      )}
    </article>
  );
}

function Content({ sheet, answer }: { readonly sheet: Sheet; readonly answer: SheetAnswer }): ReactNode {
  const { t } = useSpeech();
  const { message, raw, wordFits } = answer;
  if (message === null)
    return (
      <>
        <p className="note warn">{t('sheets.unreadable')}</p>
        <Words text={raw} />
      </>
    );
  const { language } = message;
  return (
    <>
      {wordFits === null ? null : (
        <p className={`note ${wordFits ? 'good' : 'warn'}`}>
          {t(wordFits ? 'sheets.wordFits' : 'sheets.wordDiffers')}{' '}
          {wordFits ? null : <Words inline text={message.word} lang={language} />}
        </p>
      )}
      <ol className="stack tight">
        {sheet.questions.map(({ ask, about }, index) => {
          const given = message.answers[index];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a question has no name but its place
            <li key={index} className="stack tight">
              <span className="small quiet">
                {ask === 'own' ? null : `${t(`sheets.ask.${ask}`)} `}
                <Words inline text={about} lang={sheet.language} />
              </span>
              <b>{t(`sheets.answer.${given?.answer ?? 'left_open'}`)}</b>
              {given === undefined || given.words === '' ? null : (
                <Words text={given.words} lang={language} />
              )}
            </li>
          );
        })}
      </ol>
      <p>
        {t('sheets.stake')} <b>{t(`sheets.stake.${message.stake ?? 'left_open'}`)}</b>{' '}
        <Words inline text={message.stakeWords} lang={language} />
      </p>
      <p>
        {t('sheets.again')}{' '}
        <b>
          {t(
            message.again === null
              ? 'sheets.answer.left_open'
              : message.again
                ? 'sheets.answer.yes'
                : 'sheets.answer.no',
          )}
        </b>{' '}
        <Words inline text={message.how} lang={language} />
      </p>
      <p className="small quiet">{t('sheets.unknownIsFine')}</p>
    </>
  );
}

/** An answer that did not count by itself counts where a person says why. */
function LetCount({
  record,
  sheet,
  answer,
}: {
  readonly record: string;
  readonly sheet: Sheet;
  readonly answer: SheetAnswer;
}): ReactNode {
  const { t } = useSpeech();
  const { role, permissions } = useActor();
  const action = useAction('actOnCase');
  const form = `case:sheet:count:${answer.hash}` as const;
  const draft = useForm(form, record, () => ({ reason: '' }));
  const reason = draft.form.reason.trim();
  if (answer.message === null || answer.standing === 'other') return null;
  if (!may(role, 'case.edit', permissions).ok) return null;
  const count = async (): Promise<void> => {
    const given = await action.run({ record, events: [countAnswer(sheet.id, answer.hash, reason)], form });
    if (given.ok) draft.given();
  };
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        void count();
      }}
    >
      <p className="small">{t(`sheets.standingHint.${answer.standing}`)}</p>
      <LineBox
        label={t('sheets.countWhy')}
        required
        value={draft.form.reason}
        onChange={(value) => draft.change({ reason: value })}
      />
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button" disabled={action.busy || reason === ''}>
          {t('sheets.count.it')}
        </button>
      </div>
    </form>
  );
}
