import type { DirectoryView, ShownEntry } from '@leeward/workspace/directory/contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { Stopped } from '../../request/stopped.tsx';
import { addressOf } from '../../router/route.ts';
import { useMemberName } from '../../session/organisation.tsx';
import { CheckDialog } from '../edit/check-dialog.tsx';
import { Conflicts } from '../edit/conflicts.tsx';
import { ToldDialog } from '../edit/told-dialog.tsx';
import { WithdrawDialog } from '../edit/withdraw-dialog.tsx';
import { useSpeaker } from '../speaker.tsx';
import { useToday } from '../use-today.ts';
import { ProposalCard } from '../work/proposal-card.tsx';

/** Keeping an entry up: when it must be looked at again, what is proposed, and the acts that change it. */
export function EntryActions({
  view,
  shown,
}: {
  readonly view: DirectoryView;
  readonly shown: ShownEntry;
}): ReactNode {
  const { t } = useSpeech();
  const speaker = useSpeaker();
  const today = useToday();
  const nameOf = useMemberName();
  const [asking, setAsking] = useState<'check' | 'told' | 'withdraw' | null>(null);
  const { entry } = shown;
  const [last] = shown.checks;
  const close = (): void => setAsking(null);
  const pending = view.pending.filter((one) => one.mechanism === entry.id);
  const proposals = view.proposals.filter((one) => one.mechanism === entry.id);
  return (
    <>
      <Stopped why={view.stopped} record="" />
      <section className="card facts" aria-labelledby="kept-up">
        <h2 id="kept-up">{t('directory.keptUp')}</h2>
        <dl className="dates">
          <div>
            <dt>{t('directory.readOn')}</dt>
            <dd>{speaker.date(entry.readOn)}</dd>
          </div>
          <div>
            <dt>{t('directory.sourceFrom')}</dt>
            <dd>
              {entry.sourceDated.to === null && entry.sourceDated.from === null
                ? t('directory.undated')
                : speaker.date(entry.sourceDated.to ?? entry.sourceDated.from ?? '')}
            </dd>
          </div>
          <div>
            <dt>{t('directory.lastCheck')}</dt>
            <dd>
              {last === undefined
                ? t('directory.neverChecked')
                : `${t(`directory.outcome.${last.outcome}`)}, ${speaker.date(last.on)}, ${nameOf(last.by)}`}
            </dd>
          </div>
          <div>
            <dt>{t('directory.dueOn')}</dt>
            <dd className={shown.dueOn <= today ? 'warn-text' : undefined}>
              {speaker.date(shown.dueOn)}
              {shown.dueOn <= today ? ` · ${t('directory.overdue')}` : ''}
            </dd>
          </div>
        </dl>
        {view.may.edit && view.stopped === null ? (
          <div className="stack tight screen-only">
            <button type="button" className="button" onClick={() => setAsking('check')}>
              {t('directory.check')}
            </button>
            <a
              className="button"
              href={addressOf({ name: 'directory', part: 'change', mechanism: entry.id })}
            >
              {t('directory.change')}
            </a>
            <button type="button" className="button" onClick={() => setAsking('told')}>
              {t('directory.noteTold')}
            </button>
            {shown.origin === 'local' ? (
              <button type="button" className="button danger" onClick={() => setAsking('withdraw')}>
                {t('directory.withdrawEntry')}
              </button>
            ) : null}
          </div>
        ) : null}
        {pending.map((one) => (
          <p key={one.action} className="small">
            <StateMark delivery={one.delivery} /> {one.text}
          </p>
        ))}
      </section>
      <Conflicts shown={shown} />
      {proposals.map((proposal) => (
        <ProposalCard key={proposal.proposal} view={view} proposal={proposal} named={false} />
      ))}
      {asking === 'check' ? <CheckDialog shown={shown} onClose={close} /> : null}
      {asking === 'told' ? <ToldDialog shown={shown} onClose={close} /> : null}
      {asking === 'withdraw' ? <WithdrawDialog shown={shown} onClose={close} /> : null}
    </>
  );
}
