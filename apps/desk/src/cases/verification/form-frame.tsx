import type { Values } from '@leeward/domain/shared/items.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import type { ItemForm } from '../item/use-item-form.ts';

/** A form that waits behind a button; one that was begun is open. */
export function FormFrame<V extends Values>({
  label,
  form,
  ready,
  primary = false,
  children,
}: {
  /** What the button says, and the form is called. */
  readonly label: string;
  readonly form: ItemForm<V>;
  /** Whether what must be there is there. */
  readonly ready: boolean;
  readonly primary?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useSpeech();
  const [opened, setOpened] = useState(false);
  if (!opened && form.draft.keeping === null) {
    return (
      <button
        type="button"
        className={primary ? 'button primary' : 'button small'}
        onClick={() => setOpened(true)}
      >
        {label}
      </button>
    );
  }
  return (
    <form
      className="stack form form-card card"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void form.save().then((saved) => {
          if (saved) setOpened(false);
        });
      }}
    >
      <h3>{label}</h3>
      {children}
      <FailureNote failure={form.failure} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={form.busy || !ready}>
          {t('common.save')}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            form.draft.discard();
            setOpened(false);
          }}
        >
          {t('common.cancel')}
        </button>
        <Kept of={form.draft} onDiscard={() => setOpened(false)} />
      </div>
    </form>
  );
}
