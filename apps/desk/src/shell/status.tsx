import { type ReactNode, useEffect } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useOpenSession } from '../session/organisation.tsx';
import { useSession } from '../session/use-session.tsx';

/** The small mark that says where all work is: confirmed, only here, or on its way. */
export function StatusMark(): ReactNode {
  const { t } = useSpeech();
  const { connection, unsent, progress } = useOpenSession();
  return (
    <div className="status-mark" role="status">
      {unsent > 0 ? (
        <span className="state kept">{t('state.unsent', { count: unsent })}</span>
      ) : connection === 'offline' ? (
        <span className="state kept">{t('state.offline')}</span>
      ) : connection === 'syncing' || progress !== null ? (
        <span className="state sent">{t('state.checking')}</span>
      ) : (
        <span className="state confirmed">{t('state.allConfirmed')}</span>
      )}
      {connection === 'offline' && unsent > 0 ? (
        <span className="small quiet">{t('state.offline')}</span>
      ) : null}
    </div>
  );
}

/** How far the first open has come, with numbers: nobody should wonder whether it still moves. */
export function OpeningProgress(): ReactNode {
  const { t } = useSpeech();
  const { progress } = useOpenSession();
  if (progress === null) return null;
  const words = t('state.openingCount', { done: progress.done, total: progress.total });
  return (
    <div className="note opening">
      <label>
        <span className="num">{words}</span>
        <progress value={progress.done} max={Math.max(1, progress.total)} aria-valuetext={words} />
      </label>
    </div>
  );
}

/** Said plainly while there is no connection. */
export function OfflineNote(): ReactNode {
  const { t } = useSpeech();
  const { connection } = useOpenSession();
  const { session } = useSession();
  useEffect(() => {
    const back = (): void => void session.call('lineIsBack', {});
    window.addEventListener('online', back);
    return () => window.removeEventListener('online', back);
  }, [session]);
  return (
    <div role="status">
      {connection === 'offline' ? <p className="note offline">{t('shell.offline')}</p> : null}
    </div>
  );
}
