import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useLookAround } from './look-around.tsx';

/** Stands above everything while somebody looks around: nobody may take the sample for the real thing. */
export function SampleBar(): ReactNode {
  const { t } = useSpeech();
  const { isInside, leave } = useLookAround();
  if (!isInside) return null;
  return (
    <aside className="sample-bar" aria-label={t('sample.title')}>
      <p>
        <strong>{t('sample.title')}</strong> {t('sample.bar')}
      </p>
      <button type="button" className="button" onClick={leave}>
        {t('sample.leave')}
      </button>
    </aside>
  );
}
