import type { IdentityView } from '@leeward/workspace/desk/identity/contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { LineBox } from '../request/back-fields.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';
import { formOf } from './use-sheet-form.ts';

/** Opens an identity with a reason. The reason is kept first, and whoever has custody reads it. */
export function OpenForm({ identity }: { readonly identity: IdentityView }): ReactNode {
  const { t } = useSpeech();
  const { caseRecord, person } = identity;
  const command = formOf('open', identity);
  const form = useForm(command, caseRecord, () => ({ reason: '' }));
  const action = useAction('openIdentity');
  const { reason } = form.form;
  return (
    <form
      className="card stack identity-closed"
      onSubmit={(event) => {
        event.preventDefault();
        const given = { caseRecord, person, reason: reason.trim() };
        void action
          .run({ ...given, form: { command, record: caseRecord } })
          .then((answer) => (answer.ok ? form.given() : undefined));
      }}
    >
      <h3>{identity.openUntil === null ? t('identity.closed') : t('identity.moreClosed')}</h3>
      <p>{t('identity.closedHint')}</p>
      <LineBox
        label={t('identity.why')}
        hint={t('identity.whyHint')}
        required
        value={reason}
        onChange={(next) => form.change({ reason: next })}
      />
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={action.busy || reason.trim() === ''}>
          {t('identity.open')}
        </button>
        <Kept of={form} />
      </div>
    </form>
  );
}
