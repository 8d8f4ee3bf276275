import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '../model/language.ts';

/**
 * Says that this page arrived without the headers that protect it (fault 67): something between her and the server takes
 * them away. Asked after the first question is there; she can go on, and is told of other ways.
 */
export function LostProtections() {
  const { t, isWhole } = useLanguage();
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    // A line that is gone says nothing about protections.
    const look = async (): Promise<void> => {
      const { missingHere } = await import('@leeward/workspace/release/protections.ts');
      setLost(((await missingHere('door')) ?? []).length > 0);
    };
    look().catch(() => undefined);
  }, []);
  return isLost && isWhole ? (
    <div class="note warn stack tight" role="status" data-lost="">
      <strong>{t('lost.title')}</strong>
      <p>{t('lost.happened')}</p>
      <p>{t('lost.do')}</p>
    </div>
  ) : null;
}
