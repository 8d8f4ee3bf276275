import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { useAction } from '../session/use-session.tsx';
import { NewPassphraseField } from './passphrase-field.tsx';
import { askForStorage } from './recovery-pending.ts';
import { TextField } from './text-field.tsx';

/** Joining by an invitation link: a name and a passphrase, then six words to compare. */
export function JoinForm({
  link,
  note,
  back,
}: {
  /** The invitation in the address; null where the link is still to be pasted. */
  readonly link: string | null;
  readonly note: ReactNode;
  readonly back: ReactNode;
}): ReactNode {
  const { t } = useSpeech();
  const action = useAction('join');
  const [pasted, setPasted] = useState('');
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const join = async (): Promise<void> => {
    void askForStorage();
    const answer = await action.run({ link: link ?? pasted.trim(), name: name.trim(), passphrase });
    // The link has done its work; it does not stay in the address and in the history.
    if (answer.ok) window.history.replaceState(null, '', window.location.pathname);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void join();
      }}
    >
      {note}
      {link === null ? (
        <TextField
          label={t('invite.link')}
          value={pasted}
          onChange={setPasted}
          className="code"
          direction="ltr"
        />
      ) : null}
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
          {t('join.submit')}
        </button>
        {back}
      </div>
    </form>
  );
}
