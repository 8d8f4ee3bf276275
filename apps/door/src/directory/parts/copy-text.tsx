import { useRef, useState } from 'preact/hooks';
import { useLanguage } from '../../model/language.ts';
import { privately } from '../../parts/field.tsx';
import { useWords } from '../model/words.ts';

/** Gives a text to be copied: by the button, or by hand out of the field, where a browser does not allow the button. */
export function CopyText({
  label,
  name,
  text,
}: {
  /** On the button that brings the field. */
  readonly label: string;
  /** What the field holds, for whoever hears the page. */
  readonly name: string;
  readonly text: () => string;
}) {
  const { d } = useWords();
  const { t } = useLanguage();
  const [shown, setShown] = useState<string | null>(null);
  const [isCopied, setCopied] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = (): void => {
    field.current?.select();
    // Not by the clipboard's own interface: no permission is asked for at the door. Where it fails, it stays selected.
    setCopied(document.execCommand('copy'));
  };
  if (shown === null)
    return (
      <button class="button" type="button" onClick={() => setShown(text())}>
        {label}
      </button>
    );
  return (
    <div class="copy stack tight">
      <p class="small quiet">{d('label.printNote')}</p>
      <textarea {...privately} ref={field} readOnly dir="auto" rows={6} aria-label={name} value={shown} />
      <div class="go">
        <button class="button primary wide" type="button" onClick={copy}>
          {t(isCopied ? 'common.copied' : 'common.copy')}
        </button>
        <button
          class="button"
          type="button"
          onClick={() => {
            setShown(null);
            setCopied(false);
          }}
        >
          {t('common.close')}
        </button>
      </div>
      <p class="visually-hidden" role="status">
        {isCopied ? t('common.copied') : ''}
      </p>
    </div>
  );
}
