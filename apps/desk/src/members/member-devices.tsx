import type { Member } from '@leeward/domain/organisation/state.ts';
import { formatDate } from '@leeward/ui';
import type { MemberDeviceView, OwnerProof } from '@leeward/workspace/desk/devices-contract.ts';
import { type ReactNode, useState } from 'react';
import { useDeviceName } from '../devices/device-name.ts';
import { EndForm, type EndReason } from '../devices/end-device.tsx';
import { useSpeech } from '../language/speech.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useNotice } from '../parts/notices.tsx';
import { Words } from '../parts/words.tsx';
import { useMemberName } from '../session/organisation.tsx';
import { useAction } from '../session/use-session.tsx';

/** The devices of a colleague: an administrator ends one of them, when it was lost and she cannot do so herself. */
export function MemberDevices({
  member,
  devices,
  onRemove,
  onClose,
}: {
  readonly member: Member;
  readonly devices: readonly MemberDeviceView[];
  /** Leads to removing the person, where the device is her only one. */
  readonly onRemove: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useDeviceName();
  const [ending, setEnding] = useState<MemberDeviceView | null>(null);
  const name = useMemberName()(member.member);
  if (ending !== null) return <EndMemberDevice member={member} device={ending} onClose={onClose} />;
  return (
    <Dialog title={t('memberDevices.title', { name })} onClose={onClose}>
      <p className="quiet">{t('memberDevices.lead')}</p>
      <ul className="plain card rows">
        {devices.map((one) => (
          <li key={one.device} className="row">
            <span>
              <b>
                <Words inline text={nameOf(one)} />
              </b>
              <span className="hint">
                <span className="code" dir="ltr">
                  {one.sign}
                </span>
                {one.since === null
                  ? ''
                  : ` · ${t('devices.since', { date: formatDate(numbers, one.since) })}`}
              </span>
            </span>
            {devices.length > 1 ? (
              <button
                type="button"
                className="button quiet"
                aria-label={t('devices.endOf', { name: nameOf(one) })}
                onClick={() => setEnding(one)}
              >
                {t('devices.end')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {devices.length > 1 ? null : <p className="note">{t('members.onlyDevice')}</p>}
      <div className="cluster">
        {devices.length > 1 ? null : (
          <button type="button" className="button danger" onClick={onRemove}>
            {t('remove.title', { name })}
          </button>
        )}
        <button type="button" className="button quiet" onClick={onClose}>
          {t('common.close')}
        </button>
      </div>
    </Dialog>
  );
}

function EndMemberDevice({
  member,
  device,
  onClose,
}: {
  readonly member: Member;
  readonly device: MemberDeviceView;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const notice = useNotice();
  const action = useAction('endMemberDevice');
  const name = useDeviceName()(device);
  const end = async (reason: EndReason, proof: OwnerProof): Promise<void> => {
    const answer = await action.run({ member: member.member, device: device.device, reason, ...proof });
    if (!answer.ok) return;
    notice({ text: t('devices.endDone', { name }) });
    onClose();
  };
  return (
    <Dialog title={t('devices.endTitle', { name })} onClose={onClose}>
      <p>
        {t('memberDevices.check')}{' '}
        <span className="code" dir="ltr">
          {device.sign}
        </span>
      </p>
      <EndForm
        why={t('devices.endWhy')}
        lost={t('devices.endLost')}
        retired={t('memberDevices.retired')}
        retiredHint={t('memberDevices.retiredHint')}
        busy={action.busy}
        failure={action.failure}
        onEnd={end}
        onClose={onClose}
      />
    </Dialog>
  );
}
