import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote, Problem } from '../parts/problem.tsx';
import { useAction } from '../session/use-session.tsx';
import { NewPassphraseField } from './passphrase-field.tsx';
import { askForStorage } from './recovery-pending.ts';
import { TextField } from './text-field.tsx';

/** Becoming a second device of somebody's own: a name and a passphrase, then six words that both screens show. */
export function DeviceForm({
  link,
  note,
  back,
}: {
  /** The link in the address, as a camera opened it; null where it is still to be pasted. */
  readonly link: string | null;
  readonly note: ReactNode;
  readonly back: ReactNode;
}): ReactNode {
  const { t } = useSpeech();
  const action = useAction('joinAsDevice');
  const [pasted, setPasted] = useState('');
  const [name, setName] = useState(() => t(isHandheld() ? 'devices.phone' : 'devices.computer'));
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
          label={t('device.link')}
          value={pasted}
          onChange={setPasted}
          className="code"
          direction="ltr"
        />
      ) : null}
      <TextField label={t('devices.name')} hint={t('devices.nameHint')} value={name} onChange={setName} />
      <NewPassphraseField value={passphrase} onChange={setPassphrase} />
      {action.failure?.code === 'invitation-used' || action.failure?.code === 'invitation-expired' ? (
        <Problem
          words={{
            title: t(action.failure.code === 'invitation-used' ? 'device.used' : 'device.expired'),
          }}
        />
      ) : (
        <FailureNote failure={action.failure} />
      )}
      {action.busy ? (
        <p className="quiet" role="status">
          {t('create.working')}
        </p>
      ) : null}
      <div className="cluster">
        <button type="submit" className="button primary" disabled={action.busy}>
          {t('device.submit')}
        </button>
        {back}
      </div>
    </form>
  );
}

/** Whether this is more likely a phone than a computer: a name to begin with, and no more. */
const isHandheld = (): boolean => window.matchMedia('(pointer: coarse)').matches || window.innerWidth < 600;
