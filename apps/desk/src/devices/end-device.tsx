import type { OwnDeviceView } from '@leeward/workspace/desk/devices-contract.ts';
import { type ReactNode, useState } from 'react';
import { PassphraseField } from '../begin/passphrase-field.tsx';
import { useSpeech } from '../language/speech.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { useAction } from '../session/use-session.tsx';
import { useDeviceName } from './device-name.ts';

const reasons = ['lost', 'retired'] as const;
const words = {
  lost: ['devices.endLost', 'devices.endLostHint'],
  retired: ['devices.endRetired', 'devices.endRetiredHint'],
} as const;

/** Ending a device of one's own: where it is decides whether keys change, and the passphrase is asked again. */
export function EndDevice({
  device,
  onClose,
}: {
  readonly device: OwnDeviceView;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const notice = useNotice();
  const action = useAction('endDevice');
  const [reason, setReason] = useState<(typeof reasons)[number] | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const name = useDeviceName()(device);
  const end = async (): Promise<void> => {
    if (reason === null) return;
    const answer = await action.run({ device: device.device, reason, passphrase });
    setPassphrase('');
    if (!answer.ok) return;
    notice({ text: t('devices.endDone', { name }) });
    onClose();
  };
  return (
    <Dialog title={t('devices.endTitle', { name })} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void end();
        }}
      >
        <fieldset className="field">
          <legend>{t('devices.endWhy')}</legend>
          <div className="options">
            {reasons.map((one) => (
              <label key={one} className="option">
                <input
                  type="radio"
                  name="reason"
                  required
                  checked={reason === one}
                  onChange={() => setReason(one)}
                />
                <span>
                  {t(words[one][0])}
                  <span className="hint">{t(words[one][1])}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <p>{t('devices.endText')}</p>
        <p className="hint">{t('devices.endPassphrase')}</p>
        <PassphraseField value={passphrase} onChange={setPassphrase} />
        <FailureNote failure={action.failure} />
        {action.busy ? (
          <p className="quiet" role="status">
            {t('devices.working')}
          </p>
        ) : null}
        <div className="cluster">
          <button type="submit" className="button danger" disabled={action.busy || reason === null}>
            {t('devices.endNow')}
          </button>
          <button type="button" className="button quiet" onClick={onClose}>
            {t('common.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
