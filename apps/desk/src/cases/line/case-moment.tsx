import { summaryFields } from '@leeward/domain/case/events.ts';
import type { CaseEdit } from '@leeward/domain/case/state.ts';
import { formatDate } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { Words } from '../../parts/words.tsx';
import { useMemberName, useOpenSession } from '../../session/organisation.tsx';
import type { CaseMoment } from '../case-timeline.ts';
import { phaseKey } from '../phase.ts';
import { At } from './at.tsx';

/** One thing that happened in the file. */
export function CaseMomentView({ moment }: { readonly moment: CaseMoment }): ReactNode {
  const { t } = useSpeech();
  const { me } = useOpenSession();
  const nameOf = useMemberName();
  const who = (member: string): string => (member === me.member ? t('talk.from.you') : nameOf(member));
  switch (moment.kind) {
    case 'opened':
      return (
        <p className="event small quiet">
          {t('case.openedBy', { name: nameOf(moment.by) })} <At time={moment.claimedTime} />
        </p>
      );
    case 'note':
      return (
        <article className="bubble">
          <header className="bubble-head small">
            <b>{who(moment.note.by)}</b> <At time={moment.note.claimedTime} />
          </header>
          <Words text={moment.note.text} />
        </article>
      );
    case 'pending':
      return (
        <article className="bubble">
          <header className="bubble-head small">
            <b>{t('talk.from.you')}</b> <At time={moment.pending.since} />
          </header>
          <Words text={moment.pending.text ?? ''} />
          <footer className="bubble-foot small">
            <StateMark delivery={moment.pending.delivery} />
          </footer>
        </article>
      );
    case 'part':
      return (
        <div className="event small quiet">
          <moment.part.Words nameOf={nameOf} /> <At time={moment.part.at.claimedTime} />
        </div>
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
    case 'phase':
      return (
        <p className="event small quiet">
          {t(moment.change.reopens ? 'case.reopenedBy' : 'case.phaseChanged', {
            name: nameOf(moment.change.by),
            phase: t(phaseKey(moment.change.state)),
            reason: moment.change.reason,
          })}{' '}
          <At time={moment.change.claimedTime} />
        </p>
      );
    case 'handover':
      return (
        <p className="event small quiet">
          {t('case.handedOver', { name: nameOf(moment.handover.member) })}{' '}
          <At time={moment.handover.claimedTime} />
        </p>
      );
    case 'edit':
      return <EditView edit={moment.edit} name={nameOf(moment.edit.by)} />;
  }
}

function EditView({ edit, name }: { readonly edit: CaseEdit; readonly name: string }): ReactNode {
  const { t, numbers } = useSpeech();
  const summary = summaryFields.find((field) => field === edit.field);
  const field =
    summary === undefined
      ? t(edit.field === 'nextStep' ? 'case.edited.nextStep' : 'case.edited.pseudonym')
      : t(`case.summary.${summary}`);
  return (
    <p className="event small quiet">
      {t(edit.text === '' ? 'case.editedAway' : 'case.edited', { name, field })}{' '}
      {edit.text === '' ? null : <Words inline text={edit.text} className="moment-label" />}
      {edit.date === null ? null : ` (${formatDate(numbers, edit.date, 'UTC')})`}{' '}
      <At time={edit.claimedTime} />
    </p>
  );
}
