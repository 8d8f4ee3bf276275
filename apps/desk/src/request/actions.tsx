import { may } from '@leeward/domain/organisation/permissions.ts';
import { canClaim, canDecline, canHandOver, canRelease, canSetAside } from '@leeward/domain/request/rules.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Begun } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { useKeys, useSingleKeys } from '../parts/use-keys.ts';
import { addressOf, go, goFromHere } from '../router/route.ts';
import { useActor } from '../session/use-actor.ts';
import { useBegun } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';
import { ContactDialog } from './contact-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { HeardDialog } from './heard-dialog.tsx';
import { JoinDialog } from './join-dialog.tsx';
import { isOpened } from './timeline.ts';
import { useDone } from './undo.ts';
import { UrgencyDialog } from './urgency-dialog.tsx';

type Asked = 'urgency' | 'handOver' | 'join' | 'contact' | 'heard';

/** What can be done with a request, as far as the rules allow it to whoever looks. */
export function Actions({ view }: { readonly view: RequestView }): ReactNode {
  const { t } = useSpeech();
  const actor = useActor();
  const done = useDone();
  const [asked, setAsked] = useState<Asked | null>(null);
  const claim = useAction('claim');
  const release = useAction('release');
  const setAside = useAction('setAside');
  const putBack = useAction('putBack');
  const { record, state } = view;
  const begun = {
    urgency: useBegun('setUrgency', record),
    decline: useBegun('decline', record),
    openCase: useBegun('openCase', record),
    contact: useBegun('noteContact', record),
    heard: useBegun('enterWord', record),
  };
  const allowed = may(actor.role, 'conversation.triage', actor.permissions).ok && view.stopped === null;
  const mine = state.claimedBy === actor.member;
  const aside = state.setAside !== null;
  const unclaimed = allowed && !aside && canClaim(state, actor).ok;
  const open = allowed && !aside;
  const declines = open && mine && state.declined === null && state.case === null && mayDecline(view, actor);
  const gives = open && view.colleagues.some((member) => canHandOver(state, actor, member).ok);

  const claimIt = async (): Promise<void> => {
    const before = state.claimedBy;
    const answer = await claim.run({ record });
    // What a colleague had is given back to her by handing it over; what nobody had is simply given back.
    if (answer.ok && before === null) done(t('queue.claimDone'), () => release.run({ record }));
  };
  const releaseIt = async (): Promise<void> => {
    const answer = await release.run({ record });
    if (answer.ok) done(t('queue.releaseDone'), () => claim.run({ record }));
  };
  const setItAside = async (): Promise<void> => {
    const onward = goFromHere();
    const answer = await setAside.run({ records: [record], reason: '' });
    if (!answer.ok) return;
    done(t('queue.setAsideDone', { count: 1 }), () => putBack.run({ record }));
    onward({ name: 'requests', tab: 'now' });
  };
  const putItBack = async (): Promise<void> => {
    const answer = await putBack.run({ record });
    if (answer.ok) done(t('queue.putBackDone'), () => setAside.run({ records: [record], reason: '' }));
  };

  const single = useSingleKeys();
  useKeys({
    ...(unclaimed ? { c: () => void claimIt() } : {}),
    ...(open ? { u: () => setAsked('urgency') } : {}),
    ...(gives ? { h: () => setAsked('handOver') } : {}),
    ...(declines ? { d: () => go({ name: 'request', record, part: 'decline' }) } : {}),
  });
  if (!allowed) return null;

  return (
    <>
      <div className="cluster actions screen-only">
        {aside ? (
          <button type="button" className="button primary" onClick={() => void putItBack()}>
            {t('queue.setAsideUndo')}
          </button>
        ) : null}
        {unclaimed && !mine ? (
          <button
            type="button"
            className={state.claimedBy === null ? 'button primary' : 'button'}
            aria-keyshortcuts={single ? 'c' : undefined}
            disabled={claim.busy}
            onClick={() => void claimIt()}
          >
            {state.claimedBy === null ? t('queue.claim') : t('queue.takeOver')}
          </button>
        ) : null}
        {open ? (
          <button
            type="button"
            className="button"
            aria-keyshortcuts={single ? 'u' : undefined}
            onClick={() => setAsked('urgency')}
          >
            {t('urgency.set')}
            <Begun begun={begun.urgency} />
          </button>
        ) : null}
        {mine && state.case === null && state.declined === null && open ? (
          <a className="button" href={addressOf({ name: 'request', record, part: 'case' })}>
            {t('openCase.title')}
            <Begun begun={begun.openCase} />
          </a>
        ) : null}
        {declines ? (
          <a
            className="button"
            aria-keyshortcuts={single ? 'd' : undefined}
            href={addressOf({ name: 'request', record, part: 'decline' })}
          >
            {t('decline.short')}
            <Begun begun={begun.decline} />
          </a>
        ) : null}
        {gives ? (
          <button
            type="button"
            className="button"
            aria-keyshortcuts={single ? 'h' : undefined}
            onClick={() => setAsked('handOver')}
          >
            {t('handOver.short')}
          </button>
        ) : null}
        {open && isOpened(state) ? (
          <a className="button" href={addressOf({ name: 'directory', part: 'find', record })}>
            {t('directory.alternatives')}
          </a>
        ) : null}
        {canRelease(state, actor).ok && open ? (
          <button
            type="button"
            className="button quiet"
            disabled={release.busy}
            onClick={() => void releaseIt()}
          >
            {t('queue.release')}
          </button>
        ) : null}
        {canSetAside(state, actor).ok && open && (view.phase === 'new' || view.phase === 'claimed') ? (
          <button
            type="button"
            className="button quiet"
            disabled={setAside.busy}
            onClick={() => void setItAside()}
          >
            {t('queue.setAside')}
          </button>
        ) : null}
        {open && isOpened(state) ? (
          <>
            <button type="button" className="button quiet" onClick={() => setAsked('contact')}>
              {t('contact.short')}
              <Begun begun={begun.contact} />
            </button>
            <button type="button" className="button quiet" onClick={() => setAsked('heard')}>
              {t('heard.short')}
              <Begun begun={begun.heard} />
            </button>
            <button type="button" className="button quiet" onClick={() => setAsked('join')}>
              {t('joined.short')}
            </button>
          </>
        ) : null}
      </div>
      <FailureNote failure={claim.failure ?? release.failure ?? setAside.failure ?? putBack.failure} />
      {asked === 'urgency' ? <UrgencyDialog view={view} onClose={() => setAsked(null)} /> : null}
      {asked === 'handOver' ? <HandOverDialog view={view} onClose={() => setAsked(null)} /> : null}
      {asked === 'join' ? <JoinDialog view={view} onClose={() => setAsked(null)} /> : null}
      {asked === 'contact' ? <ContactDialog view={view} onClose={() => setAsked(null)} /> : null}
      {asked === 'heard' ? <HeardDialog view={view} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

function mayDecline(view: RequestView, actor: ReturnType<typeof useActor>): boolean {
  const decline = {
    reason: 'close_declined_covered',
    words: 'x',
    alternatives: [],
    noneKnown: true,
    wayBack: { days: 1 },
  } as const;
  // By which way she is told is chosen in the form; where she cannot read it here, that is all that is asked now.
  if (view.state.guests.length === 0)
    return (
      view.state.claimedBy === actor.member && may(actor.role, 'conversation.decline', actor.permissions).ok
    );
  const nothing = '0'.repeat(64);
  const sent = { mailbox: nothing, sequence: 0, prev: nothing, hash: nothing, quoted: null };
  const asked = canDecline(view.state, actor, { ...decline, sent });
  // Which number the item will carry is the session's to say; every other reason is a reason not to offer it.
  return asked.ok || asked.error.code === 'number_taken' || asked.error.code === 'not_there';
}
