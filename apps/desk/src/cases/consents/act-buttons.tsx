import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import type { Act } from './use-act.ts';

/** The end of a form: what went wrong, give it, leave it. */
export function ActButtons<Form>({
  act,
  label,
  tone = 'primary',
  disabled = false,
  onCancel,
}: {
  readonly act: Act<Form>;
  readonly label: string;
  readonly tone?: 'primary' | 'danger';
  readonly disabled?: boolean;
  /** Left out where the form is always open. */
  readonly onCancel?: () => void;
}): ReactNode {
  const { t } = useSpeech();
  return (
    <>
      <FailureNote failure={act.failure} />
      <div className="cluster">
        <button type="submit" className={`button ${tone}`} disabled={act.busy || disabled}>
          {label}
        </button>
        {onCancel === undefined ? null : (
          <button
            type="button"
            className="button quiet"
            onClick={() => {
              act.discard();
              onCancel();
            }}
          >
            {t('common.cancel')}
          </button>
        )}
        <Kept of={act} {...(onCancel === undefined ? {} : { onDiscard: onCancel })} />
      </div>
    </>
  );
}
