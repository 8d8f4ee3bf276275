import type { DirectoryView, ProposalView } from '@leeward/workspace/directory/contract.ts';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Ago } from '../../parts/clock.tsx';
import { useNotice } from '../../parts/notices.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { typedDirection } from '../../parts/typed-direction.ts';
import { Words } from '../../parts/words.tsx';
import { addressOf } from '../../router/route.ts';
import { useMemberName, useOpenSession } from '../../session/organisation.tsx';
import { useForm } from '../../session/use-form.ts';
import { useAction } from '../../session/use-session.tsx';
import { differencesOf } from '../edit/differences.ts';
import { fieldLabel } from '../edit/fields.ts';
import { ValueLines } from '../edit/value-lines.tsx';
import { useSpeaker } from '../speaker.tsx';

type Props = {
  readonly view: DirectoryView;
  readonly proposal: ProposalView;
  /** Names the mechanism too: in a list of work, where one does not see it. */
  readonly named: boolean;
};

/** What somebody wants an entry to say, beside what it says now, with where it was read. */
export function ProposalCard({ view, proposal, named }: Props): ReactNode {
  const { t } = useSpeech();
  const speaker = useSpeaker();
  const nameOf = useMemberName();
  const heading = useId();
  const entry = view.entries.find((one) => one.entry.id === proposal.mechanism)?.entry;
  return (
    <article className="card proposal stack tight" aria-labelledby={heading}>
      <h3 id={heading}>
        {named ? (
          <a
            href={addressOf({
              name: 'directory',
              part: 'entry',
              record: null,
              mechanism: proposal.mechanism,
            })}
          >
            <bdi>{entry?.name ?? proposal.mechanism}</bdi>
          </a>
        ) : (
          t(`directory.proposal.${proposal.kind}`)
        )}
      </h3>
      <p className="small quiet">
        {named ? `${t(`directory.proposal.${proposal.kind}`)} · ` : ''}
        {nameOf(proposal.by)} · <Ago at={proposal.claimedTime} />
      </p>
      {differencesOf(proposal).map(({ field, from, to }) =>
        proposal.kind === 'addition' ? (
          <dl key={field} className="fact">
            <dt>{t(fieldLabel(field))}</dt>
            <dd>
              <ValueLines field={field} value={to} />
            </dd>
          </dl>
        ) : (
          <dl key={field} className="difference">
            <dt>{t(fieldLabel(field))}</dt>
            <dd>
              <span className="small quiet">{t('directory.now')}</span>
              <ValueLines field={field} value={from} />
            </dd>
            <dd className="to">
              <span className="small quiet">{t('directory.proposed')}</span>
              <ValueLines field={field} value={to} />
            </dd>
          </dl>
        ),
      )}
      <p className="small">
        {t('directory.source')}:{' '}
        {proposal.source === '' ? (
          <b>{t('directory.noSource')}</b>
        ) : (
          <Words inline text={proposal.source} className="small" />
        )}
        {proposal.sourceDate === null ? null : ` · ${speaker.date(proposal.sourceDate)}`}
      </p>
      {proposal.note === '' ? null : <Words text={proposal.note} className="small" />}
      {proposal.status === 'open' ? (
        <Decide view={view} proposal={proposal} />
      ) : (
        <p className="small quiet">
          {t(`directory.status.${proposal.status}`)}
          {proposal.decided === null ? null : (
            <>
              {' · '}
              {nameOf(proposal.decided.by)} · <Ago at={proposal.decided.claimedTime} />
              {proposal.decided.reason === '' ? null : (
                <Words text={proposal.decided.reason} className="small" />
              )}
            </>
          )}
        </p>
      )}
    </article>
  );
}

/** Yes, no with a reason, or taking one's own back. Who may not say yes is told why. */
function Decide({
  view,
  proposal,
}: {
  readonly view: DirectoryView;
  readonly proposal: ProposalView;
}): ReactNode {
  const { t } = useSpeech();
  const { me } = useOpenSession();
  const notice = useNotice();
  const confirm = useAction('confirmChange');
  const refuse = useAction('refuseChange');
  const withdraw = useAction('withdrawChange');
  const draft = useForm('refuseChange', proposal.proposal, () => ({ reason: '' }));
  const box = useId();
  const { reason } = draft.form;
  const isMine = proposal.by === me.member;
  return (
    <div className="stack tight screen-only">
      {proposal.needsOther ? (
        <p className="small">{isMine ? t('directory.needsOtherMine') : t('directory.needsOther')}</p>
      ) : null}
      <div className="cluster">
        {proposal.mayConfirm ? (
          <button
            type="button"
            className="button primary"
            disabled={confirm.busy}
            onClick={() =>
              void confirm
                .run({ proposal: proposal.proposal })
                .then((answer) => answer.ok && notice({ text: t('directory.confirmed') }))
            }
          >
            {t('directory.confirm')}
          </button>
        ) : null}
        {isMine && view.may.edit ? (
          <button
            type="button"
            className="button quiet"
            disabled={withdraw.busy}
            onClick={() => void withdraw.run({ proposal: proposal.proposal })}
          >
            {t('directory.withdraw')}
          </button>
        ) : null}
      </div>
      {!isMine && view.may.confirm ? (
        <form
          className="cluster"
          onSubmit={(event) => {
            event.preventDefault();
            void refuse
              .run({ proposal: proposal.proposal, reason: reason.trim() })
              .then((answer) => answer.ok && draft.discard());
          }}
        >
          <label className="visually-hidden" htmlFor={box}>
            {t('directory.refuseReason')}
          </label>
          <input
            id={box}
            className="grow"
            value={reason}
            placeholder={t('directory.refuseReason')}
            dir={typedDirection(reason)}
            onChange={(event) => draft.change({ reason: event.target.value })}
          />
          <button type="submit" className="button" disabled={refuse.busy || reason.trim() === ''}>
            {t('directory.refuse')}
          </button>
        </form>
      ) : null}
      <FailureNote failure={confirm.failure ?? refuse.failure ?? withdraw.failure} />
    </div>
  );
}
