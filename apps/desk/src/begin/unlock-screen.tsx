import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { useAction, useView } from '../session/use-session.tsx';
import { Frame } from './frame.tsx';
import { askPasskey } from './passkey.ts';
import { PassphraseField } from './passphrase-field.tsx';

/**
 * The desk while its keys are locked. It does not say whose desk it is: the name of the organisation is sealed with
 * everything else, and a locked device may be looked at by anybody (section 2, adversary A6).
 */
export function UnlockScreen({
  lockedAfter,
}: {
  /** Minutes without use after which it locked itself; null where a person did. */
  readonly lockedAfter: number | null;
}): ReactNode {
  const { t } = useSpeech();
  const action = useAction('unlock');
  const [passphrase, setPassphrase] = useState('');
  const unlock = async (): Promise<void> => {
    const answer = await action.run({ passphrase });
    if (answer.ok || answer.error.code === 'wrong-passphrase') setPassphrase('');
  };
  return (
    <Frame title={t('unlock.title')}>
      <WithPasskey />
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        {lockedAfter === null ? null : <p className="note">{t('unlock.locked', { minutes: lockedAfter })}</p>}
        <PassphraseField value={passphrase} onChange={setPassphrase} focus />
        <FailureNote failure={action.failure} />
        {action.busy ? (
          <p className="quiet" role="status">
            {t('unlock.working')}
          </p>
        ) : null}
        <div className="cluster">
          <button type="submit" className="button primary" disabled={action.busy}>
            {t('unlock.submit')}
          </button>
        </div>
      </form>
      <Forgotten />
    </Frame>
  );
}

/** The quicker way, where a passkey was made on this device. */
function WithPasskey(): ReactNode {
  const { t } = useSpeech();
  const here = useView('passkey', {});
  const action = useAction('unlockWithPasskey');
  const [refused, setRefused] = useState(false);
  if (here?.ok !== true || here.value === null) return null;
  const { credential, salt } = here.value;
  const unlock = async (): Promise<void> => {
    setRefused(false);
    const secret = await askPasskey(credential, salt);
    if (secret === null) setRefused(true);
    else await action.run({ secret });
  };
  return (
    <div className="stack tight">
      <div>
        <button type="button" className="button primary" disabled={action.busy} onClick={() => void unlock()}>
          {t('passkey.unlock')}
        </button>
      </div>
      {refused ? (
        <p className="note" role="alert">
          {t('passkey.notGiven')}
        </p>
      ) : null}
      <FailureNote failure={action.failure} />
      <p className="quiet small">{t('passkey.orPassphrase')}</p>
    </div>
  );
}

/** Without the passphrase nothing opens here; the way back is to forget this device and to begin again. */
function Forgotten(): ReactNode {
  const { t } = useSpeech();
  const wipe = useAction('wipe');
  const [sure, setSure] = useState(false);
  return (
    <details className="card more-detail">
      <summary>{t('unlock.forgot')}</summary>
      <div className="stack tight">
        <p>{t('unlock.forgotText')}</p>
        <p className="quiet">
          {t('settings.deviceForgetText')} {t('unlock.forgotStays')}
        </p>
        <label className="option">
          <input type="checkbox" checked={sure} onChange={(event) => setSure(event.target.checked)} />
          {t('settings.wipeSure')}
        </label>
        <div>
          <button
            type="button"
            className="button danger"
            disabled={!sure || wipe.busy}
            onClick={() => void wipe.run({})}
          >
            {t('settings.wipeNow')}
          </button>
        </div>
        <FailureNote failure={wipe.failure} />
      </div>
    </details>
  );
}
