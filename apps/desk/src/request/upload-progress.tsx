import { type ReactNode, useEffect, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useSession } from '../session/use-session.tsx';

/** How far files have been sealed and sent, with numbers, while it lasts. */
export function UploadProgress({ active }: { readonly active: boolean }): ReactNode {
  const { t } = useSpeech();
  const { session } = useSession();
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  useEffect(() => {
    if (!active) {
      setProgress(null);
      return;
    }
    return session.onProgress((step) => setProgress(step));
  }, [active, session]);
  if (!active) return null;
  const words =
    progress === null || progress.total === 0
      ? t('state.sending')
      : t('state.sendingPart', { part: progress.done / progress.total });
  return (
    <div role="status" className="opening">
      <span className="small num">{words}</span>
      <progress
        {...(progress === null ? {} : { value: progress.done, max: Math.max(1, progress.total) })}
        aria-label={words}
      />
      <button type="button" className="button" onClick={() => void session.call('stopUpload', {})}>
        {t('upload.stop')}
      </button>
    </div>
  );
}
