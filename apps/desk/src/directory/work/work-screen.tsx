import type { DirectoryView, DueCheck } from '@leeward/workspace/directory/contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Empty } from '../../parts/screen.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { Stopped } from '../../request/stopped.tsx';
import { addressOf } from '../../router/route.ts';
import { CheckDialog } from '../edit/check-dialog.tsx';
import { fieldLabel } from '../edit/fields.ts';
import { ValueLines } from '../edit/value-lines.tsx';
import { useSpeaker } from '../speaker.tsx';
import { ProposalCard } from './proposal-card.tsx';

const first = 25;

/** What keeping the directory up asks of people today: answers to proposals, choices, checks that are due. */
export function WorkScreen({ view }: { readonly view: DirectoryView }): ReactNode {
  const { t } = useSpeech();
  const speaker = useSpeaker();
  const [checking, setChecking] = useState<string | null>(null);
  const [shown, setShown] = useState(first);
  const conflicts = view.entries.filter((one) => one.conflicts.length > 0);
  const overdue = view.due.filter((one) => one.overdue >= 0).length;
  const checked = view.entries.find(({ entry }) => entry.id === checking);
  const entryLink = (mechanism: string, name: string): ReactNode => (
    <a href={addressOf({ name: 'directory', part: 'entry', record: null, mechanism })}>
      <bdi>{name}</bdi>
    </a>
  );
  return (
    <div className="stack wide-stack">
      <Stopped why={view.stopped} record="" />
      {view.may.edit && view.stopped === null ? (
        <div className="cluster screen-only">
          <a className="button" href={addressOf({ name: 'directory', part: 'add' })}>
            {t('directory.add')}
          </a>
        </div>
      ) : null}
      {view.pending.length === 0 ? null : (
        <section className="stack tight" aria-labelledby="on-its-way">
          <h2 id="on-its-way">{t('directory.onItsWay')}</h2>
          <ul className="plain card rows">
            {view.pending.map((one) => (
              <li key={one.action} className="row">
                <span>{one.text ?? one.mechanism}</span>
                <StateMark delivery={one.delivery} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="stack tight" aria-labelledby="to-confirm">
        <h2 id="to-confirm">{t('directory.toConfirm', { count: view.proposals.length })}</h2>
        {view.proposals.length === 0 ? <p className="quiet">{t('directory.toConfirmNone')}</p> : null}
        {view.proposals.map((proposal) => (
          <ProposalCard key={proposal.proposal} view={view} proposal={proposal} named />
        ))}
      </section>
      {conflicts.length === 0 ? null : (
        <section className="stack tight" aria-labelledby="to-choose">
          <h2 id="to-choose">{t('directory.conflicts')}</h2>
          <p className="small quiet">{t('directory.conflictsHint')}</p>
          <ul className="plain card rows">
            {conflicts.map(({ entry, conflicts: open }) => (
              <li key={entry.id} className="row">
                {entryLink(entry.id, entry.name)}
                <span className="small">
                  {speaker.list(
                    open.map(({ field }) => t(fieldLabel(field))),
                    'and',
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="stack tight" aria-labelledby="due">
        <h2 id="due">{t('directory.dueTitle', { count: overdue })}</h2>
        <p className="small quiet">{t('directory.dueHint')}</p>
        {view.due.length === 0 ? (
          <Empty title={t('directory.dueNone')} />
        ) : (
          <ul className="plain card rows">
            {view.due.slice(0, shown).map((one) => (
              <li key={one.mechanism} className="row">
                <div>
                  {entryLink(one.mechanism, one.name)}
                  <p className="hint">
                    <DueWords due={one} />
                  </p>
                </div>
                {view.may.edit ? (
                  <button
                    type="button"
                    className="button screen-only"
                    aria-label={`${t('directory.check')}: ${one.name}`}
                    onClick={() => setChecking(one.mechanism)}
                  >
                    {t('directory.check')}
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
        )}
        {view.due.length > shown ? (
          <button type="button" className="button" onClick={() => setShown(shown + 50)}>
            {t('directory.more', { count: view.due.length - shown })}
          </button>
        ) : null}
      </section>
      {view.orphans.length === 0 ? null : (
        <section className="stack tight" aria-labelledby="orphans">
          <h2 id="orphans">{t('directory.orphans')}</h2>
          <p className="small quiet">{t('directory.orphansHint')}</p>
          {view.orphans.map((orphan) => (
            <article key={orphan.mechanism} className="card form-card stack tight">
              <h3 className="code">{orphan.mechanism}</h3>
              {orphan.changes.map((change) => (
                <div key={`${change.field} ${change.proposal}`}>
                  {t(fieldLabel(change.field))}: <ValueLines field={change.field} value={change.value} />
                </div>
              ))}
            </article>
          ))}
        </section>
      )}
      {view.withdrawn.length === 0 ? null : (
        <section className="stack tight" aria-labelledby="withdrawn">
          <h2 id="withdrawn">{t('directory.withdrawn')}</h2>
          <ul className="plain card rows">
            {view.withdrawn.map((one) => (
              <li key={one.mechanism} className="row">
                <bdi>{one.name}</bdi>
                <bdi className="small quiet">{one.reason}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      {checked === undefined ? null : <CheckDialog shown={checked} onClose={() => setChecking(null)} />}
    </div>
  );
}

function DueWords({ due }: { readonly due: DueCheck }): ReactNode {
  const { t } = useSpeech();
  const speaker = useSpeaker();
  const tried = due.lastTried;
  return (
    <>
      {due.overdue >= 0
        ? t('directory.dueSince', { date: speaker.date(due.dueOn), days: due.overdue })
        : t('directory.dueFrom', { date: speaker.date(due.dueOn), days: -due.overdue })}
      {tried === null
        ? ''
        : ` · ${t('directory.lastTried', { outcome: t(`directory.outcome.${tried.outcome}`), date: speaker.date(tried.on) })}`}
    </>
  );
}
