import type { CaseView } from '@leeward/workspace/desk/contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { Empty } from '../parts/screen.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { Words } from '../parts/words.tsx';
import { useMemberName, useOpenSession } from '../session/organisation.tsx';
import { type CaseMoment, caseTimeline } from './case-timeline.ts';
import { phaseKey } from './phase.ts';

/** All that happened in a case, the newest first. */
export function CaseTimeline({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useSpeech();
  const moments = caseTimeline(view.state, view.pending);
  if (moments.length === 0) return <Empty title={t('case.timelineEmpty')} />;
  return (
    <ol className="timeline plain">
      {moments.map(({ key, moment }) => (
        <li key={key} className="moment" data-kind={moment.kind}>
          <CaseMomentView moment={moment} />
        </li>
      ))}
    </ol>
  );
}

function CaseMomentView({ moment }: { readonly moment: CaseMoment }): ReactNode {
  const { t } = useSpeech();
  const { me } = useOpenSession();
  const nameOf = useMemberName();
  const who = (member: string): string => (member === me.member ? t('talk.from.you') : nameOf(member));
  switch (moment.kind) {
    case 'opened':
      return (
        <p className="event small quiet">
          {t('case.openedBy', { name: nameOf(moment.by) })} <Ago at={moment.claimedTime} />
        </p>
      );
    case 'note':
      return (
        <article className="bubble">
          <header className="bubble-head small">
            <b>{who(moment.note.by)}</b> <Ago at={moment.note.claimedTime} />
          </header>
          <Words text={moment.note.text} />
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
    case 'part':
      return (
        <p className="event small quiet">
          <moment.part.Words nameOf={nameOf} /> <Ago at={moment.part.at.claimedTime} />
        </p>
      );
    case 'urgency':
      return (
        <p className="event small quiet">
          {t('urgency.changed', {
            name: nameOf(moment.judgement.by),
            urgency: t(`urgency.${moment.judgement.urgency}`),
            reason: moment.judgement.reason,
          })}{' '}
          <Ago at={moment.judgement.claimedTime} />
        </p>
      );
    case 'phase':
      return (
        <p className="event small quiet">
          {t('case.phaseChanged', {
            name: nameOf(moment.change.by),
            phase: t(phaseKey(moment.change.state)),
            reason: moment.change.reason,
          })}{' '}
          <Ago at={moment.change.claimedTime} />
        </p>
      );
    case 'handover':
      return (
        <p className="event small quiet">
          {t('case.handedOver', { name: nameOf(moment.handover.member) })}{' '}
          <Ago at={moment.handover.claimedTime} />
        </p>
      );
  }
}
