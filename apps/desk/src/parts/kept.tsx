import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import type { UsedForm } from '../session/use-form.ts';

/** Says where a half-filled form is, and lets its author throw it away. Nothing while nothing was typed. */
export function Kept({
  of: { keeping, discard },
  onDiscard,
}: {
  readonly of: Pick<UsedForm<object>, 'keeping' | 'discard'>;
  readonly onDiscard?: () => void;
}): ReactNode {
  const { t } = useSpeech();
  return (
    <span className="kept-form small quiet">
      <span role="status" className={keeping === 'failed' ? 'error' : undefined}>
        {keeping === 'kept' ? t('form.kept') : keeping === 'failed' ? t('form.notKept') : ''}
      </span>
      {keeping === null ? null : (
        <button
          type="button"
          className="button quiet small"
          onClick={() => {
            discard();
            onDiscard?.();
          }}
        >
          {t('form.discard')}
        </button>
      )}
    </span>
  );
}

/** Beside the way to a form that was begun. */
export function Begun({ begun }: { readonly begun: boolean }): ReactNode {
  const { t } = useSpeech();
  return begun ? <span className="begun small">{t('form.begun')}</span> : null;
}
