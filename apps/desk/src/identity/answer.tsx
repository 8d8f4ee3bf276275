import { type IdentityQuestion, waitingQuestions } from '@leeward/domain/custody/state.ts';
import { idsMeant } from '@leeward/domain/custody/whom.ts';
import type { PeopleState } from '@leeward/domain/people/state.ts';
import { formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { IdentityView } from '@leeward/workspace/desk/identity/contract.ts';
import type { ReactNode } from 'react';
import { KeptAwayNote } from '../cases/people/kept-away-note.tsx';
import { useSpeech } from '../language/speech.tsx';
import { Ago, useNow } from '../parts/clock.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Words } from '../parts/words.tsx';
import { TextBox } from '../request/back-fields.tsx';
import { useMemberName, useOpenSession } from '../session/organisation.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';
import { endOf, type Span, spans, UntilChoice } from './until-choice.tsx';

/** The questions for this person's identity that wait for custody. */
export function AnswerCards({
  view,
  identity,
}: {
  readonly view: CaseView;
  readonly identity: IdentityView;
}): ReactNode {
  const meant = idsMeant(view.state.parts.people, identity.person);
  const waiting = waitingQuestions(view.state.parts.custody).filter((one) => meant.includes(one.person));
  return waiting.map((question) => (
    <AnswerCard
      key={question.question}
      caseRecord={view.record}
      people={view.state.parts.people}
      question={question}
      hasRecord={identity.records.length > 0}
    />
  ));
}

/** The shortest span that covers what was asked for. */
const covering = (until: number, now: number): Span =>
  spans.find((span) => endOf(span, now) >= until - 3_600_000) ?? '90';

/** One question, with both answers; each needs a reason, which she who asked reads. */
export function AnswerCard({
  caseRecord,
  people,
  question,
  hasRecord,
}: {
  readonly caseRecord: string;
  readonly people: PeopleState;
  readonly question: IdentityQuestion;
  readonly hasRecord: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const { me } = useOpenSession();
  const nameOf = useMemberName();
  const now = useNow();
  const command = `identity:answer:${question.question}:${question.person ?? 'her'}` as const;
  const form = useForm<{ reason: string; span: Span }>(command, caseRecord, () => ({
    reason: '',
    span: covering(question.until, now),
  }));
  const action = useAction('answerIdentityQuestion');
  const { reason, span } = form.form;
  const give = async (granted: boolean): Promise<void> => {
    const answer = await action.run({
      caseRecord,
      question: question.question,
      granted,
      until: granted ? endOf(span, now) : 0,
      reason: reason.trim(),
      form: { command, record: caseRecord },
    });
    if (answer.ok) form.given();
  };
  const isMine = question.asked.by === me.member;
  return (
    <section className="card stack" aria-label={t('identity.question')}>
      <h3>{t('identity.asks', { name: nameOf(question.asked.by) })}</h3>
      <Words text={question.reason} />
      <KeptAwayNote people={people} names={[nameOf(question.asked.by)]} />
      <p className="small quiet">
        <Ago at={question.asked.claimedTime} /> ·{' '}
        {t('identity.wantedUntil', { date: formatDate(numbers, question.until) })}
      </p>
      {isMine ? (
        <p className="note">{t('identity.notMine')}</p>
      ) : (
        <div className="stack">
          {hasRecord ? (
            <UntilChoice
              label={t('identity.grantUntil')}
              value={span}
              onChange={(next) => form.change({ span: next })}
            />
          ) : (
            <p className="note warn">{t('identity.noneToGrant')}</p>
          )}
          <TextBox
            label={t('identity.answerWhy')}
            hint={t('identity.answerWhyHint')}
            rows={2}
            required
            value={reason}
            onChange={(next) => form.change({ reason: next })}
          />
          <p className="small quiet">{t('identity.grantNote')}</p>
          <FailureNote failure={action.failure} />
          <div className="cluster">
            <button
              type="button"
              className="button primary"
              disabled={action.busy || reason.trim() === '' || !hasRecord}
              onClick={() => void give(true)}
            >
              {t('identity.grant')}
            </button>
            <button
              type="button"
              className="button"
              disabled={action.busy || reason.trim() === ''}
              onClick={() => void give(false)}
            >
              {t('identity.refuse')}
            </button>
            <Kept of={form} />
          </div>
        </div>
      )}
    </section>
  );
}
