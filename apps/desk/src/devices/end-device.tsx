import type { Failure } from '@leeward/workspace/desk/contract.ts';
import type { OwnDeviceView, OwnerProof } from '@leeward/workspace/desk/devices-contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useNotice } from '../parts/notices.tsx';
import { useAction } from '../session/use-session.tsx';
import { useDeviceName } from './device-name.ts';
import { OwnerForm } from './owner-form.tsx';

export type EndReason = 'lost' | 'retired';

/** Ending a device of one's own: where it is decides whether keys change, and its owner is asked for again. */
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
  const name = useDeviceName()(device);
  const end = async (reason: EndReason, proof: OwnerProof): Promise<void> => {
    const answer = await action.run({ device: device.device, reason, ...proof });
    if (!answer.ok) return;
    notice({ text: t('devices.endDone', { name }) });
    onClose();
  };
  return (
    <Dialog title={t('devices.endTitle', { name })} onClose={onClose}>
      <EndForm
        why={t('devices.endWhy')}
        lost={t('devices.endLost')}
        retired={t('devices.endRetired')}
        retiredHint={t('devices.endRetiredHint')}
        busy={action.busy}
        failure={action.failure}
        onEnd={end}
        onClose={onClose}
      />
    </Dialog>
  );
}

/** Where a device is now, and the owner of this one once more. */
export function EndForm({
  why,
  lost,
  retired,
  retiredHint,
  busy,
  failure,
  onEnd,
  onClose,
}: {
  readonly why: string;
  readonly lost: string;
  readonly retired: string;
  readonly retiredHint: string;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onEnd: (reason: EndReason, proof: OwnerProof) => Promise<void>;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const [reason, setReason] = useState<EndReason | null>(null);
  const choices = [
    ['lost', lost, t('devices.endLostHint')],
    ['retired', retired, retiredHint],
  ] as const;
  return (
    <OwnerForm
      hint={t('devices.endPassphrase')}
      submit={t('devices.endNow')}
      tone="danger"
      busy={busy}
      ready={reason !== null}
      failure={failure}
      onProof={async (proof) => {
        if (reason !== null) await onEnd(reason, proof);
      }}
      others={
        <button type="button" className="button quiet" onClick={onClose}>
          {t('common.cancel')}
        </button>
      }
    >
      <fieldset className="field">
        <legend>{why}</legend>
        <div className="options">
          {choices.map(([one, title, text]) => (
            <label key={one} className="option">
              <input
                type="radio"
                name="reason"
                required
                checked={reason === one}
                onChange={() => setReason(one)}
              />
              <span>
                {title}
                <span className="hint">{text}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <p>{t('devices.endText')}</p>
    </OwnerForm>
  );
}
