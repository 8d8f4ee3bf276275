import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useOpenSession } from '../session/organisation.tsx';
import { AlertCard } from '../shell/alerts.tsx';

type Props = { readonly why: string | null; readonly record: string };

/** Why nothing can be written here, in the words of the alert that stopped it, and what has happened to this record. */
export function Stopped({ why, record }: Props): ReactNode {
  const { t } = useSpeech();
  const { alerts } = useOpenSession();
  const here = alerts.filter((alert) => alert.record === record);
  if (why === null && here.length === 0) return null;
  return (
    <section className="stack tight" aria-label={t('shell.alerts')}>
      {why === null ? null : (
        <div className="note warn">
          <strong>{t('failure.stopped')}</strong>
          <p>{t('failure.stoppedDo')}</p>
        </div>
      )}
      {here.map((alert) => (
        <AlertCard key={alert.id} alert={alert} />
      ))}
    </section>
  );
}
