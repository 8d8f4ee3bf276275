import type { CustodyView, LeftIdentity } from '@leeward/workspace/desk/identity/contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Words } from '../parts/words.tsx';
import { useMemberName, useOpenSession } from '../session/organisation.tsx';
import { useAction } from '../session/use-session.tsx';
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
  const { record, caseRecord, alike, opened } = identity;
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
      {administrator ? (
        <div>
          <button
            type="button"
            className="button danger small"
            aria-label={`${t('custody.leftForget')} ${name}`}
            onClick={() => setAsking(true)}
          >
            {t('custody.leftForget')}
          </button>
        </div>
      ) : null}
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
