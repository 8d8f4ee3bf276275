import type { Failure } from '@leeward/workspace/desk/contract.ts';
import type { OwnerProof } from '@leeward/workspace/desk/devices-contract.ts';
import { type ReactNode, useState } from 'react';
import { askPasskey } from '../begin/passkey.ts';
import { PassphraseField } from '../begin/passphrase-field.tsx';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { useView } from '../session/use-session.tsx';

/**
 * Something for which an open desk is not enough: its owner is asked for once more, by the passkey that was added here, or
 * by the passphrase.
 */
export function OwnerForm({
  hint,
  submit,
  tone = 'primary',
  busy,
  ready = true,
  failure,
  onProof,
  others,
  children,
}: {
  readonly hint: string;
  readonly submit: string;
  readonly tone?: 'primary' | 'danger';
  readonly busy: boolean;
  /** Whether everything else that is needed was chosen. */
  readonly ready?: boolean;
  readonly failure: Failure | null;
  readonly onProof: (proof: OwnerProof) => Promise<void>;
  /** Buttons beside the one that does it. */
  readonly others?: ReactNode;
  readonly children?: ReactNode;
}): ReactNode {
  const { t } = useSpeech();
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void onProof({ passphrase }).then(() => setPassphrase(''));
      }}
    >
      {children}
      <p className="hint">{hint}</p>
      <ByPasskey tone={tone} disabled={busy || !ready} onProof={onProof} />
      <PassphraseField value={passphrase} onChange={setPassphrase} />
      <FailureNote failure={failure} />
      {busy ? (
        <p className="quiet" role="status">
          {t('devices.working')}
        </p>
      ) : null}
      <div className="cluster">
        <button type="submit" className={`button ${tone}`} disabled={busy || !ready}>
          {submit}
        </button>
        {others}
      </div>
    </form>
  );
}

/** The quicker way, where a passkey opens this desk. */
function ByPasskey({
  tone,
  disabled,
  onProof,
}: {
  readonly tone: 'primary' | 'danger';
  readonly disabled: boolean;
  readonly onProof: (proof: OwnerProof) => Promise<void>;
}): ReactNode {
  const { t } = useSpeech();
  const here = useView('passkey', {});
  const [notGiven, setNotGiven] = useState(false);
  if (here?.ok !== true || here.value === null) return null;
  const { credential, salt } = here.value;
  const ask = async (): Promise<void> => {
    setNotGiven(false);
    const passkey = await askPasskey(credential, salt);
    if (passkey === null) setNotGiven(true);
    else await onProof({ passkey });
  };
  return (
    <div className="stack tight">
      <div>
        <button type="button" className={`button ${tone}`} disabled={disabled} onClick={() => void ask()}>
          {t('passkey.confirm')}
        </button>
      </div>
      {notGiven ? (
        <p className="note" role="alert">
          {t('passkey.notGiven')}
        </p>
      ) : null}
      <p className="quiet small">{t('passkey.orPassphrase')}</p>
    </div>
  );
}
