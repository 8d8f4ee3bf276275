import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';

/** Something to hand over by hand: shown in full, selected by one touch, copied by another. */
export function CopyField({
  label,
  value,
  onCopied,
}: {
  readonly label: string;
  readonly value: string;
  readonly onCopied?: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const [copied, setCopied] = useState(false);
  const box = useId();
  const copy = (): void => {
    // Without the permission the text still stands there, selected.
    navigator.clipboard?.writeText(value).then(
      () => {
        setCopied(true);
        onCopied?.();
      },
      () => setCopied(false),
    );
  };
  return (
    <div className="field">
      <label htmlFor={box}>{label}</label>
      <div className="copy">
        <input
          id={box}
          className="code"
          readOnly
          dir="ltr"
          value={value}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="button" onClick={copy}>
          {copied ? t('common.copied') : t('common.copy')}
        </button>
      </div>
    </div>
  );
}
