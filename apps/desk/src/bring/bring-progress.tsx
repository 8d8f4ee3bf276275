import { type ReactNode, useEffect, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useSession } from '../session/use-session.tsx';

/** How many rows have been prepared, with numbers, while it lasts: it happens beside the page, which stays free. */
export function BringProgress({ active }: { readonly active: boolean }): ReactNode {
  const { t } = useSpeech();
  const { session } = useSession();
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  useEffect(() => {
    if (!active) {
      setProgress(null);
      return;
    }
    return session.onProgress((step) => {
      if (step.of === 'bring') setProgress(step);
    });
  }, [active, session]);
  if (!active || progress === null) return null;
  const { done, total } = progress;
  const words = t('bring.rowsOf', { done, total });
  return (
    <div role="status" className="opening">
      <span className="small num">{words}</span>
      <progress value={done} max={Math.max(1, total)} aria-label={words} />
    </div>
  );
}
