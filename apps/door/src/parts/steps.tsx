import { useLanguage } from '../model/language.ts';

const TOTAL = 4;

/** Where she is among the four questions: in words, and as a line for the eye. */
export function Step({ step, note }: { readonly step: number; readonly note?: string }) {
  const { t } = useLanguage();
  const words = t('ask.all.step', { step, total: TOTAL });
  return (
    <div class="step">
      <p class="small">{note === undefined ? words : `${words} ${note}`}</p>
      <div class="steps" aria-hidden="true">
        {Array.from({ length: TOTAL }, (_, index) => (
          <i key={index} class={index < step ? 'done' : ''} />
        ))}
      </div>
    </div>
  );
}

/** Back and on. A field on the screen that cannot be taken as it is gets the focus instead of being left behind. */
export function Steps({
  back,
  backLabel,
  next,
  nextLabel,
}: {
  readonly back: (() => void) | null;
  readonly backLabel?: string;
  /** Null inside a form: the button then sends the form. */
  readonly next: (() => void) | null;
  readonly nextLabel: string;
}) {
  const { t } = useLanguage();
  return (
    <div class="go">
      {back === null ? null : (
        <button class="button" type="button" onClick={back}>
          {backLabel ?? t('common.back')}
        </button>
      )}
      <button
        class="button primary wide"
        type={next === null ? 'submit' : 'button'}
        onClick={() => {
          const invalid = document.querySelector<HTMLElement>('main [aria-invalid="true"]');
          if (next === null) return;
          if (invalid === null) next();
          else invalid.focus();
        }}
      >
        {nextLabel}
      </button>
    </div>
  );
}
