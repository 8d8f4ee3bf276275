import type { PendingEdit } from '@leeward/workspace/desk/contract.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useState } from 'react';
import { QuestionAnswers } from '../forms/answers.tsx';
import { SendQuestions } from '../forms/send-questions.tsx';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { Kept } from '../parts/kept.tsx';
import { KeptWords } from '../parts/kept-words.tsx';
import { FailureNote, ViewFailure } from '../parts/problem.tsx';
import { Screen } from '../parts/screen.tsx';
import { typedDirection } from '../parts/typed-direction.ts';
import { UrgencyChip } from '../parts/urgency-chip.tsx';
import { Words } from '../parts/words.tsx';
import { ClockFace } from '../queue/clock-face.tsx';
import { addressOf } from '../router/route.ts';
import { useMemberName, useOpenSession } from '../session/organisation.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction, useView } from '../session/use-session.tsx';
import { Actions } from './actions.tsx';
import { AlarmNote } from './alarm-note.tsx';
import { BackCard } from './back-card.tsx';
import { Composer, type ReplyForm } from './composer.tsx';
import { ContactRules } from './contact-rules.tsx';
import { DeclineForm } from './decline-form.tsx';
import { Facts } from './facts.tsx';
import { HandedOver } from './handed-over.tsx';
import { Joined } from './joined.tsx';
import { OpenCaseForm } from './open-case-form.tsx';
import { Pending } from './pending.tsx';
import { RefusedEntries } from './refused.tsx';
import { Stopped } from './stopped.tsx';
import { takenUp } from './take-up.ts';
import { isOpened } from './timeline.ts';
import { Timeline } from './timeline-view.tsx';
import { Undecided } from './undecided.tsx';

type Props = { readonly record: string; readonly part: 'talk' | 'decline' | 'case' };

/** One request and the conversation in it. */
export function RequestScreen({ record, part }: Props): ReactNode {
  const { t } = useSpeech();
  const answer = useView('request', { record });
  const back =
    part === 'talk'
      ? { href: addressOf({ name: 'requests', tab: 'now' }), label: t('queue.title') }
      : { href: addressOf({ name: 'request', record, part: 'talk' }), label: t('request.title') };
  if (answer === undefined || !answer.ok) {
    return (
      <Screen title={t('request.title')} back={back}>
        {answer === undefined ? (
          <p className="quiet">{t('common.loading')}</p>
        ) : (
          <div className="stack">
            <ViewFailure failure={answer.error} />
            <KeptWords record={record} />
          </div>
        )}
      </Screen>
    );
  }
  const view = answer.value;
  if (part === 'decline') {
    return (
      <Screen title={t('decline.title')} back={back} lead={<p>{t('decline.lead')}</p>}>
        <DeclineForm view={view} />
      </Screen>
    );
  }
  if (part === 'case') {
    return (
      <Screen title={t('openCase.title')} back={back}>
        <OpenCaseForm view={view} />
      </Screen>
    );
  }
  return (
    <Screen
      title={t('request.title')}
      back={back}
      lead={<Head view={view} />}
      aside={<ClockFace line={view} />}
    >
      <Body view={view} />
    </Screen>
  );
}

function Head({ view }: { readonly view: RequestView }): ReactNode {
  const { t } = useSpeech();
  const { me } = useOpenSession();
  const nameOf = useMemberName();
  const { state } = view;
  const first = state.items.at(0);
  const heard = state.heard.at(0);
  return (
    <div className="line-meta">
      <UrgencyChip urgency={state.urgency} suggested={view.suggested} />
      {state.claimedBy === null ? null : (
        <span className="chip">
          {state.claimedBy === me.member
            ? t('queue.claimedByYou')
            : t('queue.claimed', { name: nameOf(state.claimedBy) })}
        </span>
      )}
      {view.phase === 'set_aside' ? <span className="chip">{t('queue.setAsideList')}</span> : null}
      {view.phase === 'closed' ? <span className="chip">{t('queue.closed')}</span> : null}
      {first === undefined ? null : (
        <span className="small">
          {t('request.receivedAt')} <Ago at={first.claimedTime ?? first.admittedTime} />
        </span>
      )}
      {first === undefined && heard !== undefined ? (
        <span className="chip">{t(`way.${heard.way}`)}</span>
      ) : null}
      {state.case === null ? null : (
        <a href={addressOf({ name: 'case', record: state.case })}>{t('request.toCase')}</a>
      )}
    </div>
  );
}

/** Answers to her, which are written below the conversation. */
const isOurs = ({ command }: PendingEdit): boolean => command === 'reply' || command === 'sendQuestions';

function Body({ view }: { readonly view: RequestView }): ReactNode {
  const { t } = useSpeech();
  const [gate, setGate] = useState(false);
  const noteOpened = useAction('noteOpened');
  const draft = useForm<ReplyForm>('reply', view.record, () => ({ text: '', files: [] }));
  const open = (): void => {
    setGate(true);
    void noteOpened.run({ record: view.record });
  };
  const takeUp = (text: string): void => draft.change((now) => ({ text: takenUp(text, now.text) }));
  const closed = !gate && !isOpened(view.state) && view.state.items.length > 0;
  return (
    <>
      <div className="request-top stack">
        <AlarmNote view={view} />
        <HandedOver view={view} />
        <Actions view={view} />
      </div>
      <div className="request">
        <div className="request-main stack">
          <Stopped why={view.stopped} record={view.record} />
          <ContactRules view={view} />
          <Undecided view={view} />
          <Pending
            pending={closed ? view.pending : view.pending.filter((one) => !isOurs(one))}
            state={view.state}
            onTakeUp={takeUp}
          />
          <Joined view={view} />
          {view.state.needsNewer ? <p className="note warn">{t('alert.needsNewer.title')}</p> : null}
          {view.state.declined === null ? null : <Declined view={view} />}
          {closed ? (
            <Closed view={view} onOpen={open} busy={noteOpened.busy} />
          ) : (
            <>
              <section className="stack tight" aria-labelledby="talk">
                <h2 id="talk">{t('talk.title')}</h2>
                {view.missing > 0 ? (
                  <p className="small quiet">{t('talk.missing', { count: view.missing })}</p>
                ) : null}
                <Timeline view={view} onOpen={open} />
              </section>
              {/* Where it was written: who looks at the empty field would else believe that it was sent. */}
              <Pending
                pending={view.pending.filter(isOurs)}
                state={view.state}
                onTakeUp={takeUp}
                about={t('talk.title')}
              />
              <Composer view={view} draft={draft} />
              {/* Without a mailbox there is nowhere to send them. */}
              {view.state.guests.length === 0 ? null : <SendQuestions view={view} />}
            </>
          )}
          <FailureNote failure={noteOpened.failure} />
        </div>
        <aside className="request-side stack">
          <Facts view={view} brief={closed} />
          {closed ? null : <BackCard view={view} />}
          {closed ? null : <QuestionAnswers view={view} />}
          {view.checkWords.length === 0 ? null : (
            <section className="card facts">
              <h2>{t('request.checkWords')}</h2>
              <ul className="plain compare">
                {view.checkWords.map((line) => (
                  <li key={line}>
                    <bdi>{line}</bdi>
                  </li>
                ))}
              </ul>
              <p className="small quiet">{t('request.checkWordsHint')}</p>
            </section>
          )}
          <RefusedEntries refused={view.refused} />
        </aside>
      </div>
    </>
  );
}

/** Before anybody opens it: enough to judge how soon, no more. Opening is an act that the person is told of. */
function Closed({
  view,
  onOpen,
  busy,
}: {
  readonly view: RequestView;
  readonly onOpen: () => void;
  readonly busy: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const readable = view.said.what !== '';
  return (
    <section className="card closed-request stack tight" aria-label={t('request.what')}>
      {readable ? (
        <Words text={firstWords(view.said.what)} lang={view.said.locale} className="excerpt-large" />
      ) : (
        <p className="quiet">{t('queue.notOpenable')}</p>
      )}
      <div className="bar">
        <span className="small quiet">{t('request.openHint')}</span>
        <button type="button" className="button primary" disabled={busy || !readable} onClick={onOpen}>
          {t('request.open')}
        </button>
      </div>
    </section>
  );
}

const excerptLength = 160;

function firstWords(text: string): string {
  const letters = Array.from(text);
  return letters.length > excerptLength ? `${letters.slice(0, excerptLength).join('')}…` : text;
}

function Declined({ view }: { readonly view: RequestView }): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  const again = useAction('takeUpAgain');
  const draft = useForm('takeUpAgain', view.record, () => ({ reason: '' }));
  const { reason } = draft.form;
  const { declined } = view.state;
  if (declined === null) return null;
  const known = declined.reason.startsWith('close_declined_');
  return (
    <div className="note stack tight">
      <strong>
        {t('decline.declined', {
          name: nameOf(declined.by),
          reason: known ? t(`decline.${declined.reason as 'close_declined_covered'}`) : declined.reason,
        })}
      </strong>
      <form
        className="cluster"
        onSubmit={(event) => {
          event.preventDefault();
          void again.run({ record: view.record, reason }).then((answer) => answer.ok && draft.given());
        }}
      >
        <label className="grow">
          <span className="visually-hidden">{t('urgency.reason')}</span>
          <input
            value={reason}
            required
            dir={typedDirection(reason)}
            placeholder={t('decline.reopenReason')}
            onChange={(event) => draft.change({ reason: event.target.value })}
          />
        </label>
        <button type="submit" className="button" disabled={again.busy || reason.trim() === ''}>
          {t('decline.reopen')}
        </button>
      </form>
      <Kept of={draft} />
      <FailureNote failure={again.failure} />
    </div>
  );
}
