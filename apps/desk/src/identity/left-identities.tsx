import type { CustodyView, LeftIdentity, PersonInCase } from '@leeward/workspace/desk/identity/contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Words } from '../parts/words.tsx';
import { useMemberName, useOpenSession } from '../session/organisation.tsx';
import { useAction, useView } from '../session/use-session.tsx';
import { OpenBar, useCloseOnLeaving } from './open-bar.tsx';
import { OpenForm } from './open-form.tsx';
import { Openings } from './openings.tsx';
import { Sheet } from './sheet.tsx';
import { useOfWords } from './words.ts';

/** Identities that stayed when their case was forgotten: no case leads to them any more, and here they are forgotten too. */
export function LeftIdentities({ custody: { left } }: { readonly custody: CustodyView }): ReactNode {
  const { t } = useSpeech();
  if (left.length === 0) return null;
  return (
    <section className="card stack" aria-label={t('custody.left')}>
      <h2>{t('custody.left')}</h2>
      <p>{t('custody.leftHint')}</p>
      <ul className="plain stack">
        {left.map((one) => (
          <Left key={one.record} identity={one} />
        ))}
      </ul>
    </section>
  );
}

function Left({ identity }: { readonly identity: LeftIdentity }): ReactNode {
  const { t } = useSpeech();
  const { administrator } = useOpenSession();
  const nameOf = useMemberName();
  const ofWords = useOfWords();
  const action = useAction('forgetIdentities');
  const [asking, setAsking] = useState(false);
  const [looking, setLooking] = useState(false);
  const { record, caseRecord, person, alike, opened } = identity;
  // Nothing of it is shown before it is opened, not even whose it is: a number tells one from the other.
  const name = t('custody.leftOne', { number: record.slice(0, 6) });
  const forget = async (): Promise<void> => {
    const answer = await action.run({ caseRecord, identities: [record] });
    if (answer.ok) setAsking(false);
  };
  return (
    <li className="identity-thing">
      <b>{name}</b>
      {alike.length === 0 ? null : (
        <p className="small">{t('custody.leftAlike', { cases: ofWords(alike) })}</p>
      )}
      <p className="small quiet">
        {opened === null ? (
          t('identity.openingsNone')
        ) : (
          <>
            {t('custody.leftOpened', { name: nameOf(opened.member) })} <Ago at={opened.claimedTime} /> ·{' '}
            <Words inline text={opened.reason} />
          </>
        )}
      </p>
      {looking ? <LookInside of={{ caseRecord, person }} /> : null}
      <div className="cluster">
        <button
          type="button"
          className="button small"
          aria-expanded={looking}
          aria-label={`${t(looking ? 'common.close' : 'identity.goThere')} ${name}`}
          onClick={() => setLooking(!looking)}
        >
          {t(looking ? 'common.close' : 'identity.goThere')}
        </button>
        {administrator ? (
          <button
            type="button"
            className="button danger small"
            aria-label={`${t('custody.leftForget')} ${name}`}
            onClick={() => setAsking(true)}
          >
            {t('custody.leftForget')}
          </button>
        ) : null}
      </div>
      {asking ? (
        <Dialog title={name} onClose={() => setAsking(false)}>
          <p className="note danger">{t('forget.never')}</p>
          <FailureNote failure={action.failure} />
          <div className="cluster">
            <button
              type="button"
              className="button danger"
              disabled={action.busy}
              onClick={() => void forget()}
            >
              {t('custody.leftForget')}
            </button>
            <button type="button" className="button quiet" onClick={() => setAsking(false)}>
              {t('common.cancel')}
            </button>
          </div>
        </Dialog>
      ) : null}
    </li>
  );
}

/**
 * The identity itself, closed until somebody opens it with a reason, as in a case: who decides whether it is needed, or
 * answers a person who asks what is held about her, must be able to see whose it is.
 */
function LookInside({ of }: { readonly of: PersonInCase }): ReactNode {
  const { t } = useSpeech();
  const answer = useView('identity', of);
  useCloseOnLeaving(of);
  if (answer === undefined) return <p className="quiet">{t('common.loading')}</p>;
  if (!answer.ok) return <FailureNote failure={answer.error} />;
  const identity = answer.value;
  const open = identity.records.flatMap(({ record, state }) => (state === null ? [] : [{ record, state }]));
  return (
    <div className="stack">
      {identity.openUntil === null ? (
        <OpenForm identity={identity} />
      ) : (
        <>
          <OpenBar identity={identity} />
          <Sheet of={identity} records={open} mayEdit={false} />
        </>
      )}
      <Openings identity={identity} />
    </div>
  );
}
