import { may } from '@leeward/domain/organisation/permissions.ts';
import { canClaim, canDecline, canRelease, canSetAside } from '@leeward/domain/request/rules.ts';
import type { RequestView } from '@leeward/workspace/desk/contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Begun } from '../parts/kept.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { addressOf, go } from '../router/route.ts';
import { useActor } from '../session/use-actor.ts';
import { useBegun } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';
import { isOpened } from './timeline.ts';
import { UrgencyDialog } from './urgency-dialog.tsx';

/** What can be done with a request, as far as the rules allow it to whoever looks. */
export function Actions({ view }: { readonly view: RequestView }): ReactNode {
  const { t } = useSpeech();
  const actor = useActor();
  const notice = useNotice();
  const [judging, setJudging] = useState(false);
  const claim = useAction('claim');
  const release = useAction('release');
  const setAside = useAction('setAside');
  const putBack = useAction('putBack');
  const { record, state } = view;
  const begun = {
    urgency: useBegun('setUrgency', record),
    decline: useBegun('decline', record),
    openCase: useBegun('openCase', record),
  };
  const triage = may(actor.role, 'conversation.triage', actor.permissions).ok;
  if (!triage || view.stopped !== null) return null;
  const mine = state.claimedBy === actor.member;
  const aside = state.setAside !== null;
  const unclaimed = !aside && canClaim(state, actor).ok;

  const setItAside = async (): Promise<void> => {
    const done = await setAside.run({ records: [record], reason: '' });
    if (!done.ok) return;
    notice({
      text: t('queue.setAsideDone', { count: 1 }),
      undo: { label: t('queue.setAsideUndo'), run: () => void putBack.run({ record }) },
    });
    go({ name: 'requests', tab: 'now' });
  };

  return (
    <>
      <div className="cluster actions screen-only">
        {aside ? (
          <button type="button" className="button primary" onClick={() => void putBack.run({ record })}>
            {t('queue.setAsideUndo')}
          </button>
        ) : null}
        {unclaimed ? (
          <button
            type="button"
            className={state.claimedBy === null ? 'button primary' : 'button'}
            disabled={claim.busy}
            onClick={() => void claim.run({ record })}
          >
            {state.claimedBy === null ? t('queue.claim') : t('queue.takeOver')}
          </button>
        ) : null}
        {aside ? null : (
          <button type="button" className="button" onClick={() => setJudging(true)}>
            {t('urgency.set')}
            <Begun begun={begun.urgency} />
          </button>
        )}
        {mine && state.case === null && state.declined === null && !aside ? (
          <a className="button" href={addressOf({ name: 'request', record, part: 'case' })}>
            {t('openCase.title')}
            <Begun begun={begun.openCase} />
          </a>
        ) : null}
        {mine && state.declined === null && state.case === null && mayDecline(view, actor) ? (
          <a className="button" href={addressOf({ name: 'request', record, part: 'decline' })}>
            {t('decline.short')}
            <Begun begun={begun.decline} />
          </a>
        ) : null}
        {aside || !isOpened(state) ? null : (
          <a className="button" href={addressOf({ name: 'directory', part: 'find', record })}>
            {t('directory.alternatives')}
          </a>
        )}
        {canRelease(state, actor).ok && !aside ? (
          <button
            type="button"
            className="button quiet"
            disabled={release.busy}
            onClick={() => void release.run({ record })}
          >
            {t('queue.release')}
          </button>
        ) : null}
        {canSetAside(state, actor).ok && (view.phase === 'new' || view.phase === 'claimed') ? (
          <button
            type="button"
            className="button quiet"
            disabled={setAside.busy}
            onClick={() => void setItAside()}
          >
            {t('queue.setAside')}
          </button>
        ) : null}
      </div>
      <FailureNote failure={claim.failure ?? release.failure ?? setAside.failure ?? putBack.failure} />
      {judging ? <UrgencyDialog view={view} onClose={() => setJudging(false)} /> : null}
    </>
  );
}

function mayDecline(view: RequestView, actor: ReturnType<typeof useActor>): boolean {
  const sent = {
    mailbox: '0'.repeat(64),
    sequence: 0,
    prev: '0'.repeat(64),
    hash: '0'.repeat(64),
    quoted: null,
  };
  const decline = canDecline(view.state, actor, {
    reason: 'close_declined_covered',
    words: 'x',
    alternatives: [],
    noneKnown: true,
    wayBack: { days: 1 },
    sent,
  });
  // Which number the item will carry is the session's to say; every other reason is a reason not to offer it.
  return decline.ok || decline.error.code === 'number_taken' || decline.error.code === 'not_there';
}
