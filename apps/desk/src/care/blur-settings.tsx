import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useSettings } from '../settings/settings-context.tsx';

/** Keeps every picture out of focus until somebody asks for it: one's own choice, on one's own device. */
export function BlurSettings(): ReactNode {
  const { t } = useSpeech();
  const { settings, change } = useSettings();
  return (
    <label className="option">
      <input
        type="checkbox"
        checked={settings.blur}
        onChange={({ target }) => change({ blur: target.checked })}
      />
      <span>
        {t('graphic.blur')}
        <span className="hint">{t('graphic.blurHint')}</span>
      </span>
    </label>
  );
}
