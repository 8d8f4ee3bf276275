import { type ReactNode, useState } from 'react';
import { hasPasskeys, makePasskey } from '../begin/passkey.ts';
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
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  if (here?.ok !== true) return null;
  const begin = async (): Promise<void> => {
    setBusy(true);
    setRefused(false);
    const made = await makePasskey(t('passkey.name'));
    if (made === null) setRefused(true);
    else if ((await add.run(made)).ok) notice({ text: t('passkey.added') });
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
          <button type="button" className="button" disabled={busy} onClick={() => void begin()}>
            {t('passkey.add')}
          </button>
        ) : (
          <p>{t('passkey.none')}</p>
        )}
      </div>
    </section>
  );
}
