import type { ShownEntry } from '@leeward/workspace/directory/contract.ts';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { typedDirection } from '../../parts/typed-direction.ts';
import { go } from '../../router/route.ts';
import { useForm } from '../../session/use-form.ts';
import { useAction } from '../../session/use-session.tsx';

/** Takes an entry of one's own out of the lists. Its history stays. */
export function WithdrawDialog({
  shown: { entry },
  onClose,
}: {
  readonly shown: ShownEntry;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const action = useAction('withdrawMechanism');
  const draft = useForm('withdrawMechanism', entry.id, () => ({ reason: '' }));
  const box = useId();
  const { reason } = draft.form;
  return (
    <Dialog title={t('directory.withdrawEntry')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void action.run({ mechanism: entry.id, reason: reason.trim() }).then((answer) => {
            if (!answer.ok) return;
            draft.discard();
            go({ name: 'directory', part: 'find', record: null });
          });
        }}
      >
        <p>{t('directory.withdrawHint')}</p>
        <div className="field">
          <label htmlFor={box}>{t('directory.refuseReason')}</label>
          <input
            id={box}
            value={reason}
            required
            dir={typedDirection(reason)}
            onChange={(event) => draft.change({ reason: event.target.value })}
          />
        </div>
        <FailureNote failure={action.failure} />
        <div className="cluster">
          <button type="submit" className="button danger" disabled={action.busy || reason.trim() === ''}>
            {t('directory.withdrawEntry')}
          </button>
          <button type="button" className="button quiet" onClick={onClose}>
            {t('common.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
