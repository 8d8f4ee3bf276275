import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FileBox } from '../parts/file-box.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { useAction } from '../session/use-session.tsx';
import { NewPassphraseField } from './passphrase-field.tsx';
import { askForStorage, noteRecoveryPending } from './recovery-pending.ts';
import type { Recovery } from './recovery-screen.tsx';
import { TextField } from './text-field.tsx';

/** Opening the organisation again from the sealed file and its printed code. Each use makes a new file and a new code. */
export function OpenRecoveryForm({
  note,
  back,
  onRecovery,
}: {
  readonly note: ReactNode;
  readonly back: ReactNode;
  readonly onRecovery: (recovery: Recovery) => void;
}): ReactNode {
  const { t } = useSpeech();
  const action = useAction('openRecoveryFile');
  const [file, setFile] = useState<File | null>(null);
  const [code, setCode] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const chooser = useId();
  const open = async (): Promise<void> => {
    if (file === null) return;
    noteRecoveryPending(true);
    void askForStorage();
    const answer = await action.run({ file: await file.arrayBuffer(), code, passphrase });
    if (answer.ok) onRecovery({ ...answer.value, organisation: '' });
    else noteRecoveryPending(false);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      {note}
      <div className="field">
        <label htmlFor={chooser}>{t('recovery.choose')}</label>
        <FileBox id={chooser} shows required onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
      </div>
      <TextField
        label={t('recovery.enterCode')}
        value={code}
        onChange={setCode}
        className="code"
        direction="ltr"
      />
      <NewPassphraseField value={passphrase} onChange={setPassphrase} />
      <FailureNote failure={action.failure} />
      {action.busy ? (
        <p className="quiet" role="status">
          {t('create.working')}
        </p>
      ) : null}
      <div className="cluster">
        <button type="submit" className="button primary" disabled={action.busy || file === null}>
          {t('recovery.use')}
        </button>
        {back}
      </div>
    </form>
  );
}
