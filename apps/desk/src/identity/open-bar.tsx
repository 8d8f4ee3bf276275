import { formatTime } from '@leeward/ui';
import type { IdentityView, PersonInCase } from '@leeward/workspace/desk/identity/contract.ts';
import { type ReactNode, useEffect } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useAction, useSession } from '../session/use-session.tsx';

/** That it is open, until when, and the way to close it. */
export function OpenBar({ identity }: { readonly identity: IdentityView }): ReactNode {
  const { t, numbers } = useSpeech();
  const { caseRecord, person, openUntil } = identity;
  const close = useAction('closeIdentity');
  return (
    <div className="note warn bar identity-open" role="status">
      <span>{t('identity.isOpen', { time: openUntil === null ? '' : formatTime(numbers, openUntil) })}</span>
      <button type="button" className="button" onClick={() => void close.run({ caseRecord, person })}>
        {t('identity.closeNow')}
      </button>
    </div>
  );
}

/** Whoever goes elsewhere has closed it. */
export function useCloseOnLeaving({ caseRecord, person }: PersonInCase): void {
  const { session, views } = useSession();
  useEffect(
    () => () => {
      void session.call('closeIdentity', { caseRecord, person }).then(() => {
        // Of this person alone: another one's may be on the screen by now, with something half typed.
        views.drop('identity', { caseRecord, person });
        views.drop('knownElsewhere', { caseRecord, person });
      });
    },
    [session, views, caseRecord, person],
  );
}
