import { signOfLife } from '@leeward/domain/request/come-back.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import type { Moment } from '../../request/timeline.ts';
import { addressOf } from '../../router/route.ts';
import { useMemberName } from '../../session/organisation.tsx';
import { At } from './at.tsx';
import { textIn } from './line-of.ts';

const excerpt = 280;

/** One thing that happened in the conversation, in short: the whole of it stands there. */
export function TalkMomentView({
  moment,
  conversation,
}: {
  readonly moment: Moment;
  readonly conversation: RequestView;
}): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  const href = addressOf({ name: 'request', record: conversation.record, part: 'talk' });
  switch (moment.kind) {
    case 'hers': {
      const { item, unopened } = moment;
      const message = item.content?.kind === 'read' ? item.content.message : null;
      const sign = signOfLife(item);
      const words = unopened || message === null ? '' : textIn(message);
      return (
        <article className="bubble talk-line">
          <header className="bubble-head small">
            <b>{t(unopened ? 'line.hersUnopened' : 'talk.from.person')}</b> <At time={item.admittedTime} />
            <a href={href}>{t('case.conversation')}</a>
          </header>
          {sign === null || unopened ? null : (
            <p>
              <span className={sign.safe ? 'chip good' : 'chip danger'}>
                {t(sign.safe ? 'talk.checkIn.safe' : 'talk.checkIn.notSafe')}
              </span>
            </p>
          )}
          {message?.type === 'consent' && !unopened ? <p>{t(`talk.consent.${message.answer}`)}</p> : null}
          {words === '' ? null : <Excerpt text={words} lang={conversation.said.locale} />}
          {unopened || item.files.length === 0 ? null : (
            <p className="small quiet">{t('line.files', { count: item.files.length })}</p>
          )}
        </article>
      );
    }
    case 'ours':
      return (
        <article className="bubble talk-line ours">
          <header className="bubble-head small">
            <b>{t('line.toHer', { name: nameOf(moment.item.by) })}</b> <At time={moment.item.claimedTime} />
            <a href={href}>{t('case.conversation')}</a>
          </header>
          {moment.item.kind === 'consent' ? <p className="small quiet">{t('talk.kind.consent')}</p> : null}
          {moment.item.kind === 'checkIn' ? <p className="small quiet">{t('talk.kind.checkIn')}</p> : null}
          {moment.item.text === '' ? null : <Excerpt text={moment.item.text} />}
        </article>
      );
    case 'heard':
      return (
        <article className="bubble talk-line">
          <header className="bubble-head small">
            <b>{t(`way.${moment.heard.way}`)}</b> <At time={moment.heard.claimedTime} />
            <span>{t('heard.by', { name: nameOf(moment.heard.by) })}</span>
          </header>
          <Excerpt text={moment.heard.words} lang={moment.heard.locale} />
        </article>
      );
    case 'contact':
      return (
        <article className="bubble talk-line ours">
          <header className="bubble-head small">
            <b>{t('line.toHer', { name: nameOf(moment.contact.by) })}</b>{' '}
            <span>{t(`request.channel.${moment.contact.channel}`)}</span>{' '}
            <At time={moment.contact.claimedTime} />
          </header>
          <Excerpt text={moment.contact.words} />
        </article>
      );
    case 'urgency':
      return (
        <p className="event small quiet">
          {t('urgency.changed', {
            name: nameOf(moment.judgement.by),
            urgency: t(`urgency.${moment.judgement.urgency}`),
            reason: moment.judgement.reason,
          })}{' '}
          <At time={moment.judgement.claimedTime} />
        </p>
      );
    case 'claim':
      return (
        <p className="event small quiet">
          {t('handOver.event', { by: nameOf(moment.claim.by), name: nameOf(moment.claim.member ?? '') })}{' '}
          <At time={moment.claim.claimedTime} />
        </p>
      );
    default:
      return null;
  }
}

function Excerpt({ text, lang }: { readonly text: string; readonly lang?: string }): ReactNode {
  const short = text.length > excerpt ? `${text.slice(0, excerpt)}…` : text;
  return <Words text={short} lang={lang} />;
}
