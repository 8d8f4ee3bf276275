import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useSettings } from '../settings/settings-context.tsx';

/** Whatever is looked at, out of focus until somebody asks, where whoever looks wants it so. */
export function Blurred({
  always = false,
  children,
}: {
  /** Whatever was set: what is looked at is of a kind that nobody shows to a room. */
  readonly always?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useSpeech();
  const { settings } = useSettings();
  const [clear, setClear] = useState(false);
  if (!settings.blur && !always) return children;
  return (
    <div className="stack tight">
      <div>
        <button type="button" className="button" aria-pressed={clear} onClick={() => setClear(!clear)}>
          {t(clear ? 'graphic.hide' : 'graphic.clear')}
        </button>
      </div>
      <div className={clear ? undefined : 'blurred'} inert={!clear}>
        {children}
      </div>
    </div>
  );
}
