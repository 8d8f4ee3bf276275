import { sayQuestion } from '@leeward/directory/say/index.ts';
import type { ShownEntry } from '@leeward/workspace/directory/contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Ago } from '../../parts/clock.tsx';
import { Words } from '../../parts/words.tsx';
import { useMemberName } from '../../session/organisation.tsx';
import { fieldLabel } from '../edit/fields.ts';
import { ValueLines } from '../edit/value-lines.tsx';
import { useSpeaker } from '../speaker.tsx';
import { useMechanismHistory } from '../use-directory.ts';

/** What people of this organisation did with an entry, newest first: checks, answers, changes and who said yes to them. */
export function EntryHistory({ shown }: { readonly shown: ShownEntry }): ReactNode {
  const { t } = useSpeech();
  const speaker = useSpeaker();
  const nameOf = useMemberName();
  const answer = useMechanismHistory(shown.entry.id);
  const past = answer?.ok === true ? answer.value.proposals.filter(({ status }) => status !== 'open') : [];
  const happened = [
    ...shown.checks.map((check) => ({
      at: check.claimedTime,
      what: (
        <>
          <b>{t(`directory.outcome.${check.outcome}`)}</b>{' '}
          <span className="small quiet">
            {speaker.date(check.on)} · {nameOf(check.by)}
          </span>
          <Words text={check.source} className="small" />
        </>
      ),
    })),
    ...past.map((proposal) => ({
      at: proposal.claimedTime,
      what: (
        <>
          <b>{t(`directory.proposal.${proposal.kind}`)}</b>{' '}
          <span className="small quiet">
            {nameOf(proposal.by)} · {t(`directory.status.${proposal.status}`)}
            {proposal.decided === null ? '' : ` · ${nameOf(proposal.decided.by)}`} ·{' '}
            <Ago at={proposal.claimedTime} />
          </span>
          {proposal.changes
            .filter(({ field }) => field !== '')
            .map(({ field, to }) => (
              <div key={field} className="small">
                {t(fieldLabel(field))}: <ValueLines field={field} value={to} />
              </div>
            ))}
          <Words text={proposal.source} className="small" />
        </>
      ),
    })),
  ].sort((a, b) => b.at - a.at);
  return (
    <section className="card facts" aria-labelledby="history">
      <h2 id="history">{t('directory.history')}</h2>
      {shown.told.length === 0 ? null : (
        <div className="stack tight">
          <h3>{t('directory.toldUs')}</h3>
          <ul className="plain stack tight">
            {shown.told.map((told) => (
              <li key={told.condition}>
                {sayQuestion(speaker, { of: 'them', code: told.condition }, shown.entry.name)}{' '}
                <b>{t(`directory.${told.answer}`)}</b>
                <span className="small quiet">
                  {' '}
                  {speaker.date(told.on)} · {nameOf(told.by)}
                  {told.old ? ` · ${t('directory.toldOld')}` : ''}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {happened.length === 0 ? (
        <p className="quiet">{t('directory.noHistory')}</p>
      ) : (
        <ol className="plain stack tight">
          {happened.map(({ at, what }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a history have no name of their own
            <li key={`${at} ${index}`}>{what}</li>
          ))}
        </ol>
      )}
    </section>
  );
}
