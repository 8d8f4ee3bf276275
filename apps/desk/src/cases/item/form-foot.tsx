import type { Values } from '@leeward/domain/shared/items.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import type { ItemForm } from './use-item-form.ts';

/** The end of the form of a thing: what went wrong, save, cancel, and where the draft is. */
export function FormFoot<V extends Values>({
  form,
  ready = true,
  save,
  onEnd,
}: {
  readonly form: Pick<ItemForm<V>, 'draft' | 'busy' | 'failure'>;
  readonly ready?: boolean;
  /** What saving is called, where it is not the plain word. */
  readonly save?: string;
  readonly onEnd: () => void;
}): ReactNode {
  const { t } = useSpeech();
  return (
    <>
      <FailureNote failure={form.failure} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={form.busy || !ready}>
          {save ?? t('common.save')}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            form.draft.discard();
            onEnd();
          }}
        >
          {t('common.cancel')}
        </button>
        <Kept of={form.draft} onDiscard={onEnd} />
      </div>
    </>
  );
}
