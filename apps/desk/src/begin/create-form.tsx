import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { useAction } from '../session/use-session.tsx';
import { NewPassphraseField } from './passphrase-field.tsx';
import { askForStorage, noteRecoveryPending } from './recovery-pending.ts';
import type { Recovery } from './recovery-screen.tsx';
import { TextField } from './text-field.tsx';

/** Founding an organisation with the token that the server printed. */
export function CreateForm({
  note,
  back,
  onRecovery,
}: {
  readonly note: ReactNode;
  readonly back: ReactNode;
  readonly onRecovery: (recovery: Recovery) => void;
}): ReactNode {
  const { t } = useSpeech();
  const action = useAction('createOrganisation');
  const [token, setToken] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const form = useId();

  const create = async (): Promise<void> => {
    noteRecoveryPending(true);
    void askForStorage();
    const answer = await action.run({
      token: token.trim(),
      organisation: organisation.trim(),
      name: name.trim(),
      passphrase,
    });
    if (answer.ok) onRecovery({ ...answer.value, organisation: organisation.trim() });
    else noteRecoveryPending(false);
  };

  return (
    <form
      id={form}
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      {note}
      <TextField
        label={t('create.token')}
        hint={t('create.tokenHint')}
        value={token}
        onChange={setToken}
        className="code"
        direction="ltr"
      />
      <TextField
        label={t('create.name')}
        hint={t('create.nameHint')}
        value={organisation}
        onChange={setOrganisation}
      />
      <TextField
        label={t('create.yourName')}
        hint={t('create.yourNameHint')}
        value={name}
        onChange={setName}
      />
      <NewPassphraseField value={passphrase} onChange={setPassphrase} />
      <FailureNote failure={action.failure} />
      {action.busy ? (
        <p className="quiet" role="status">
          {t('create.working')}
        </p>
      ) : null}
      <div className="cluster">
        <button type="submit" className="button primary" disabled={action.busy}>
          {t('create.submit')}
        </button>
        {back}
      </div>
    </form>
  );
}
