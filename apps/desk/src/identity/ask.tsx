import { askForIdentity, withdrawQuestion } from '@leeward/domain/custody/rules.ts';
import type { IdentityQuestion } from '@leeward/domain/custody/state.ts';
import { idsMeant } from '@leeward/domain/custody/whom.ts';
import { formatDate, formatList } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { IdentityView } from '@leeward/workspace/desk/identity/contract.ts';
import { type ReactNode, useState } from 'react';
import { newId } from '../cases/new-id.ts';
import { useSpeech } from '../language/speech.tsx';
import { Ago, useNow } from '../parts/clock.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Words } from '../parts/words.tsx';
import { TextBox } from '../request/back-fields.tsx';
import { useMemberName, useOpenSession } from '../session/organisation.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';
import { EndAccess } from './end-access.tsx';
import { endOf, type Span, UntilChoice } from './until-choice.tsx';
import { useStanding } from './words.ts';

type Form = { readonly question: string; readonly reason: string; readonly span: Span };

/** For somebody outside custody: what she asked about this person, how it stands, and a new question. */
export function AskPanel({
  view,
  identity,
}: {
  readonly view: CaseView;
  readonly identity: IdentityView;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const { me } = useOpenSession();
  const nameOf = useMemberName();
  const standing = useStanding();
  const meant = idsMeant(view.state.parts.people, identity.person);
  const mine = [...view.state.parts.custody.values()]
    .filter((one) => meant.includes(one.person) && one.asked.by === me.member)
    .toReversed();
  const isAsked = mine.some((one) => ['waiting', 'granted'].includes(standing(one)));
  return (
    <section className="card stack" aria-label={t('identity.askTitle')}>
      {identity.as === 'reader' ? null : (
        <>
          <h3>{t('identity.askTitle')}</h3>
          <p>{t('identity.askHint')}</p>
          <p className={identity.keepers.length === 0 ? 'note warn' : 'small quiet'}>
            {identity.keepers.length === 0
              ? t('identity.noKeepers')
              : t('identity.keepers', { names: formatList(numbers, identity.keepers.map(nameOf)) })}
          </p>
        </>
      )}
      {mine.length === 0 ? null : (
        <ul className="plain stack">
          {mine.map((question) => (
            <li key={question.question}>
              <MyQuestion record={view.record} question={question} />
            </li>
          ))}
        </ul>
      )}
      {isAsked ? null : <AskForm record={view.record} identity={identity} />}
    </section>
  );
}

const tones = {
  waiting: 'accent',
  withdrawn: '',
  refused: 'warn',
  granted: 'good',
  over: '',
} as const;

function MyQuestion({
  record,
  question,
}: {
  readonly record: string;
  readonly question: IdentityQuestion;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const standing = useStanding()(question);
  const withdraw = useAction('actOnCase');
  const { answer, ended } = question;
  return (
    <div className="stack tight">
      <div className="bar">
        <span>
          <Words inline text={question.reason} />{' '}
          <span className="small quiet">
            <Ago at={question.asked.claimedTime} />
          </span>
        </span>
        <span className={`chip ${tones[standing]}`.trim()}>{t(`identity.standing.${standing}`)}</span>
      </div>
      {answer === null ? null : (
        <p className="small">
          {nameOf(answer.by)}: <Words inline text={answer.reason} />
        </p>
      )}
      {standing === 'granted' && answer !== null ? (
        <>
          <p className="small">{t('identity.grantedUntil', { date: formatDate(numbers, answer.until) })}</p>
          <EndAccess grant={question.question} label={t('identity.giveBack')} />
        </>
      ) : null}
      {standing === 'over' ? (
        <p className="small quiet">{t(`identity.ended.${ended?.how ?? 'date'}`)}</p>
      ) : null}
      {standing === 'waiting' ? (
        <div>
          <button
            type="button"
            className="button quiet small"
            disabled={withdraw.busy}
            onClick={() =>
              void withdraw.run({ record, events: [withdrawQuestion(question.question)], form: null })
            }
          >
            {t('identity.withdraw')}
          </button>
          <FailureNote failure={withdraw.failure} />
        </div>
      ) : null}
    </div>
  );
}

function AskForm({
  record,
  identity,
}: {
  readonly record: string;
  readonly identity: IdentityView;
}): ReactNode {
  const { t } = useSpeech();
  const now = useNow();
  const command = `case:IdentityAsked:${identity.person ?? 'her'}` as const;
  // The id is made with the form: sending it twice asks once.
  const form = useForm<Form>(command, record, () => ({ question: newId(), reason: '', span: '7' }));
  const action = useAction('actOnCase');
  const [sent, setSent] = useState(false);
  const { question, reason, span } = form.form;
  const ask = async (): Promise<void> => {
    const event = askForIdentity(question, identity.person, reason.trim(), endOf(span, now));
    const answer = await action.run({ record, events: [event], form: command });
    if (!answer.ok) return;
    form.given();
    setSent(true);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <TextBox
        label={t('identity.askWhy')}
        hint={t('identity.askWhyHint')}
        rows={2}
        required
        value={reason}
        onChange={(next) => form.change({ reason: next })}
      />
      <UntilChoice
        label={t('identity.askUntil')}
        value={span}
        onChange={(next) => form.change({ span: next })}
      />
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={action.busy || reason.trim() === ''}>
          {t('identity.ask')}
        </button>
        <Kept of={form} />
      </div>
      {sent ? <p role="status">{t('identity.asked')}</p> : null}
    </form>
  );
}
