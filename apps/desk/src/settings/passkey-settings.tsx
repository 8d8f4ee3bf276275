import { type ReactNode, useState } from 'react';
import { hasPasskeys, makePasskey, type NewPasskey } from '../begin/passkey.ts';
import { PassphraseField } from '../begin/passphrase-field.tsx';
import { useSpeech } from '../language/speech.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { usePlace } from '../parts/use-place.ts';
import { useAction, useView } from '../session/use-session.tsx';

/** Unlocking with a passkey beside the passphrase, where this browser and device can. */
export function PasskeySettings(): ReactNode {
  const { t } = useSpeech();
  const here = useView('passkey', {});
  const add = useAction('addPasskey');
  const remove = useAction('removePasskey');
  const notice = useNotice();
  const place = usePlace('passkey');
  const [asking, setAsking] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  // Kept while the passphrase is typed again: an authenticator does not fill up with passkeys that open nothing.
  const [made, setMade] = useState<NewPasskey | null>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  if (here?.ok !== true) return null;
  const begin = async (): Promise<void> => {
    setBusy(true);
    setRefused(false);
    const passkey = made ?? (await makePasskey(t('passkey.name')));
    setMade(passkey);
    if (passkey === null) setRefused(true);
    else {
      const answer = await add.run({ ...passkey, passphrase });
      setPassphrase('');
      if (answer.ok) {
        setMade(null);
        setAsking(false);
        notice({ text: t('passkey.added') });
      }
    }
    setBusy(false);
  };
  return (
    <section className="stack tight">
      <h2 ref={place} tabIndex={-1}>
        {t('passkey.title')}
      </h2>
      <p className="quiet">{t('passkey.lead')}</p>
      {refused ? (
        <p className="note" role="alert">
          {t('passkey.refused')}
        </p>
      ) : null}
      <FailureNote failure={add.failure ?? remove.failure} />
      <div>
        {here.value !== null ? (
          <button type="button" className="button" disabled={remove.busy} onClick={() => void remove.run({})}>
            {t('passkey.remove')}
          </button>
        ) : hasPasskeys() ? (
          asking ? (
            <form
              className="stack tight"
              onSubmit={(event) => {
                event.preventDefault();
                void begin();
              }}
            >
              <p className="hint">{t('passkey.addAsks')}</p>
              <PassphraseField value={passphrase} onChange={setPassphrase} focus />
              <div className="cluster">
                <button type="submit" className="button primary" disabled={busy || passphrase === ''}>
                  {t('passkey.add')}
                </button>
                <button type="button" className="button quiet" onClick={() => setAsking(false)}>
                  {t('common.cancel')}
                </button>
              </div>
            </form>
          ) : (
            <button type="button" className="button" onClick={() => setAsking(true)}>
              {t('passkey.add')}
            </button>
          )
        ) : (
          <p>{t('passkey.none')}</p>
        )}
      </div>
    </section>
  );
}
