import type { Alert } from '@leeward/workspace/desk/contract.ts';
import { type ReactNode, useEffect } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useOpenSession } from '../session/organisation.tsx';
import { useSession } from '../session/use-session.tsx';

/** Whether this device keeps nothing more: then nothing is kept here, and it is not the line that is missing. */
const isFull = (alerts: readonly Alert[]): boolean => alerts.some(({ kind }) => kind === 'deviceFull');

/** The small mark that says where all work is: confirmed, only here, or on its way. */
export function StatusMark(): ReactNode {
  const { t } = useSpeech();
  const { connection, unsent, progress, alerts } = useOpenSession();
  return (
    <div className="status-mark" role="status">
      {isFull(alerts) ? (
        <span className="state kept">{t('problem.deviceFull.title')}</span>
      ) : unsent > 0 ? (
        <span className="state kept">{t('state.unsent', { count: unsent })}</span>
      ) : connection === 'offline' ? (
        <span className="state kept">{t('state.offline')}</span>
      ) : connection === 'syncing' || progress !== null ? (
        <span className="state sent">{t('state.checking')}</span>
      ) : (
        <span className="state confirmed">{t('state.allConfirmed')}</span>
      )}
      {connection === 'offline' && unsent > 0 && !isFull(alerts) ? (
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
  const { connection, alerts } = useOpenSession();
  const { session } = useSession();
  useEffect(() => {
    const back = (): void => void session.call('lineIsBack', {});
    window.addEventListener('online', back);
    return () => window.removeEventListener('online', back);
  }, [session]);
  return (
    <div role="status">
      {connection === 'offline' && !isFull(alerts) ? (
        <p className="note offline">{t('shell.offline')}</p>
      ) : null}
    </div>
  );
}
