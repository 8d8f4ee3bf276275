import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { LineBox } from '../request/back-fields.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';

/** Ends an access in one step: by custody, or given back. What was read stays known, and that is said before. */
export function EndAccess({ grant, label }: { readonly grant: string; readonly label: string }): ReactNode {
  const { t } = useSpeech();
  const command = `identity:end:${grant}` as const;
  const form = useForm(command, null, () => ({ reason: '' }));
  const action = useAction('endIdentityAccess');
  const [opened, setOpened] = useState(false);
  const { reason } = form.form;
  if (!opened && form.keeping === null)
    return (
      <div>
        <button type="button" className="button small" onClick={() => setOpened(true)}>
          {label}
        </button>
      </div>
    );
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        const given = { grant, reason: reason.trim(), form: { command, record: null } };
        void action.run(given).then((answer) => (answer.ok ? form.given() : undefined));
      }}
    >
      <p className="note">{t('identity.endNote')}</p>
      <LineBox
        label={t('identity.endWhy')}
        required
        value={reason}
        onChange={(next) => form.change({ reason: next })}
      />
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button" disabled={action.busy || reason.trim() === ''}>
          {label}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            form.discard();
            setOpened(false);
          }}
        >
          {t('common.cancel')}
        </button>
        <Kept of={form} onDiscard={() => setOpened(false)} />
      </div>
    </form>
  );
}
