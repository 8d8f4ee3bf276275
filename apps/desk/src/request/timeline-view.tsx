import { dateOfDay } from '@leeward/domain/request/at-her-page.ts';
import { signOfLife } from '@leeward/domain/request/come-back.ts';
import type { GuestMessage } from '@leeward/domain/request/message.ts';
import { heardAt } from '@leeward/domain/request/otherwise.ts';
import type { GuestItem } from '@leeward/domain/request/state.ts';
import { formatDate } from '@leeward/ui';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { FileList } from '../files/file-list.tsx';
import { useSpeech } from '../language/speech.tsx';
import { Ago, useNow } from '../parts/clock.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { Words } from '../parts/words.tsx';
import { useMemberName, useOpenSession } from '../session/organisation.tsx';
import { type Moment, timelineOf } from './timeline.ts';

type Props = {
  readonly view: RequestView;
  /** Opens what nobody has opened yet: the person then reads that the team has opened it. */
  readonly onOpen: () => void;
};

/** The conversation, oldest first, with what of it is not here and what is not confirmed. */
export function Timeline({ view, onOpen }: Props): ReactNode {
  const { t } = useSpeech();
  const moments = timelineOf(view.state, view.pending);
  const closed = moments.filter((moment) => moment.kind === 'hers' && moment.unopened);
  return (
    <div className="stack tight">
      <ol className="timeline plain">
        {moments.map((moment) =>
          moment.kind === 'hers' && moment.unopened ? null : (
            <li key={moment.key} className="moment" data-kind={moment.kind}>
              <MomentView moment={moment} view={view} />
            </li>
          ),
        )}
      </ol>
      {closed.length === 0 ? null : (
        <div className="note accent unopened">
          <strong>{t('request.unopened', { count: closed.length })}</strong>
          <p>{t('request.openHint')}</p>
          <button type="button" className="button primary" onClick={onOpen}>
            {t('request.openMessages')}
          </button>
        </div>
      )}
    </div>
  );
}

function MomentView({ moment, view }: { readonly moment: Moment; readonly view: RequestView }): ReactNode {
  const { t } = useSpeech();
  const { me } = useOpenSession();
  const nameOf = useMemberName();
  const who = (member: string): string => (member === me.member ? t('talk.from.you') : nameOf(member));
  switch (moment.kind) {
    case 'gap':
      return <p className="note warn gap">{t('talk.gap', { count: moment.count })}</p>;
    case 'opened':
      return (
        <p className="event small quiet">
          {t('talk.opened', { name: nameOf(moment.item.by) })} <Ago at={moment.item.claimedTime} />
        </p>
      );
    case 'urgency': {
      const { judgement } = moment;
      return (
        <p className="event small quiet">
          {t('urgency.changed', {
            name: nameOf(judgement.by),
            urgency: t(`urgency.${judgement.urgency}`),
            reason: judgement.reason,
          })}{' '}
          <Ago at={judgement.claimedTime} />
          {judgement.takenBack === null ? null : (
            <>
              {' '}
              <span className="chip">{t('urgency.takenBack')}</span>
            </>
          )}
          {judgement.by === me.member ? (
            <>
              {' '}
              <StateMark delivery="confirmed" />
            </>
          ) : null}
        </p>
      );
    }
    case 'claim':
      return (
        <p className="event small quiet">
          {t('handOver.event', { by: nameOf(moment.claim.by), name: nameOf(moment.claim.member ?? '') })}{' '}
          <Ago at={moment.claim.claimedTime} />
          {moment.seen ? ` · ${t('handOver.seen')}` : ''}
        </p>
      );
    case 'heard': {
      const { heard } = moment;
      return (
        <article className="bubble heard">
          <header className="bubble-head small">
            <b>{t(`way.${heard.way}`)}</b>
            {heard.from === '' ? null : <Words inline text={heard.from} />} <Ago at={heardAt(heard)} />
          </header>
          <Words text={heard.words} lang={heard.locale} />
          <footer className="bubble-foot small">
            <span>{t('heard.by', { name: nameOf(heard.by) })}</span>
            {heard.by === me.member ? <StateMark delivery="confirmed" /> : null}
          </footer>
        </article>
      );
    }
    case 'contact': {
      const { contact } = moment;
      return (
        <article className="bubble ours">
          <header className="bubble-head small">
            <b>{who(contact.by)}</b>
            <span>{t(`request.channel.${contact.channel}`)}</span> <Ago at={contact.at} />
          </header>
          <Words text={contact.words} />
          <footer className="bubble-foot small">
            {contact.by === me.member ? <StateMark delivery="confirmed" /> : null}
          </footer>
        </article>
      );
    }
    case 'ours':
      return (
        <article className="bubble">
          <header className="bubble-head small">
            <b>{who(moment.item.by)}</b> <Ago at={moment.item.claimedTime} />
          </header>
          {moment.item.kind === 'declined' ? <p className="small quiet">{t('talk.declined')}</p> : null}
          {isBackKind(moment.item.kind) ? (
            <p className="small quiet">{t(`talk.kind.${moment.item.kind}`)}</p>
          ) : null}
          {moment.item.kind === 'questions' ? <p className="small quiet">{t('forms.sentToHer')}</p> : null}
          <Words text={moment.item.text} />
          <FileList record={view.record} files={moment.item.files} hidden={[]} copies={view.state.copies} />
          <footer className="bubble-foot small">
            <StateMark delivery="confirmed" />
            {moment.seen === 'last-seen' ? <span className="quiet">{t('talk.seen')}</span> : null}
            {moment.seen === 'not-yet' ? <span className="quiet">{t('talk.notSeen')}</span> : null}
            <AtHerPage moment={moment} />
          </footer>
        </article>
      );
    case 'pending':
      return (
        <article className="bubble">
          <header className="bubble-head small">
            <b>{t('talk.from.you')}</b> <Ago at={moment.edit.since} />
          </header>
          <Words text={moment.edit.text ?? ''} />
          <footer className="bubble-foot small">
            <StateMark delivery={moment.edit.delivery} />
          </footer>
        </article>
      );
    case 'hers':
      return (
        <article className="bubble">
          <header className="bubble-head small">
            <b>{t('talk.from.person')}</b> <Ago at={moment.item.claimedTime ?? moment.item.admittedTime} />
          </header>
          <HerWords item={moment.item} view={view} />
          {moment.broken ? <p className="note warn small">{t('talk.broken')}</p> : null}
          {moment.item.verdict === 'counts' ? null : (
            <p className="note warn small">{t(`talk.verdict.${moment.item.verdict}`)}</p>
          )}
        </article>
      );
  }
}

const backKinds = [
  'consent',
  'consentDropped',
  'next',
  'held',
  'checkIn',
  'checkInEnded',
  'question',
  'shownPlan',
  'rounds',
  'closing',
] as const;
type BackKind = (typeof backKinds)[number];

const isBackKind = (kind: string): kind is BackKind => backKinds.some((known) => known === kind);

/** A claim, as everything that is written with the words (rule 25). */
function CheckIn({ says }: { readonly says: 'safe' | 'notSafe' }): ReactNode {
  const { t } = useSpeech();
  return (
    <>
      <p>
        <span className={says === 'safe' ? 'chip good' : 'chip danger'}>{t(`talk.checkIn.${says}`)}</span>
      </p>
      <p className="small quiet">{t('talk.checkInClaim')}</p>
    </>
  );
}

/** What one item of hers says, as far as this device and this version can read it. */
function HerWords({ item, view }: { readonly item: GuestItem; readonly view: RequestView }): ReactNode {
  const { t } = useSpeech();
  const { content } = item;
  if (content === null) return <p className="quiet">{t('talk.waitingKey')}</p>;
  if (content.kind !== 'read') {
    return (
      <>
        <p className="quiet">{content.kind === 'newer' ? t('talk.newer') : t('talk.unreadable')}</p>
        <Words text={content.raw} className="raw" />
      </>
    );
  }
  const { message } = content;
  const lang = view.said.locale;
  const text = textOf(message);
  const sign = signOfLife(item);
  const hidden = 'files' in message ? (message.files ?? []) : [];
  return (
    <>
      {sign === null ? null : <CheckIn says={sign.safe ? 'safe' : 'notSafe'} />}
      {sign === null || sign.word === '' ? null : (
        <details className="small">
          <summary>{t('talk.agreedWord')}</summary>
          <Words text={sign.word} lang={lang} />
        </details>
      )}
      {message.type === 'answer' && sign === null ? (
        <AnswerTo question={message.question} view={view} />
      ) : null}
      {message.type === 'consent' ? <p>{t(`talk.consent.${message.answer}`)}</p> : null}
      {message.type === 'plan' ? <p>{t(`talk.plan.${message.answer}`)}</p> : null}
      {message.type === 'measure' ? <MeasureWord message={message} view={view} /> : null}
      {message.type === 'checkInWish' ? <p>{t(`talk.wish.${message.wants}`)}</p> : null}
      {message.type === 'held' ? (
        <p>{t(message.wants === 'corrected' ? 'held.wantsCorrected' : 'held.wantsDeleted')}</p>
      ) : null}
      {message.type === 'close' && message.wants !== undefined ? (
        <p>{t(`forget.wish.${message.wants}`)}</p>
      ) : null}
      {message.type === 'add' ? <p className="small quiet">{t('talk.added')}</p> : null}
      {message.type === 'close' ? <p className="quiet">{t('talk.herClose')}</p> : null}
      {text === '' ? null : <Words text={text} lang={lang} />}
      {content.unread.length === 0 ? null : (
        <p className="small quiet">{t('talk.unreadFields', { fields: content.unread.join(', ') })}</p>
      )}
      <FileList record={view.record} files={item.files} hidden={hidden} copies={view.state.copies} />
    </>
  );
}

/** Her word on a measure, with the measure as it was shown to her. */
function MeasureWord({
  message,
  view,
}: {
  readonly message: Extract<GuestMessage, { readonly type: 'measure' }>;
  readonly view: RequestView;
}): ReactNode {
  const { t } = useSpeech();
  const { shown } = view.state.comeBack;
  const plan = shown.find(({ hash }) => hash === message.plan)?.plan;
  const measure = plan?.measures.find(({ id }) => id === message.measure);
  return (
    <>
      <p>{t(`talk.measure.${message.answer}`)}</p>
      {measure === undefined ? (
        <p className="small quiet">{t('talk.measureUnknown')}</p>
      ) : (
        <Words text={measure.what} lang={plan?.language} className="small quiet" />
      )}
    </>
  );
}

/** The question that she answers, in the words in which it was put to her. */
function AnswerTo({ question, view }: { readonly question: string; readonly view: RequestView }): ReactNode {
  const { t } = useSpeech();
  const asked = view.state.comeBack.questions.find((known) => known.question === question);
  return asked === undefined ? (
    <p className="small quiet">{t('talk.answerTo', { question })}</p>
  ) : (
    <Words text={asked.text} className="small quiet" />
  );
}

function textOf(message: GuestMessage): string {
  switch (message.type) {
    case 'request':
      return message.what;
    case 'answer':
      return message.question === 'check-in' ? '' : message.value;
    case 'consent':
      return message.words ?? '';
    default:
      return message.text ?? '';
  }
}

/** Until when she can read an item of ours, said at the last one; and of every other, that she no longer can. */
function AtHerPage({ moment }: { readonly moment: Extract<Moment, { readonly kind: 'ours' }> }): ReactNode {
  const { t, numbers } = useSpeech();
  const now = useNow();
  const { until } = moment.item;
  if (until === undefined) return null;
  if (moment.taken || dateOfDay(until) < new Date(now).toISOString().slice(0, 10))
    return <span className="quiet">{t('talk.offHerPage')}</span>;
  if (moment.seen === null) return null;
  const date = formatDate(numbers, `${dateOfDay(until)}T12:00:00Z`, 'UTC');
  return <span className="quiet">{t('talk.onHerPage', { date })}</span>;
}
