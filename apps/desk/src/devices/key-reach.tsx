import type { OwnDeviceView } from '@leeward/workspace/desk/devices-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';

/** Says where a device or a recovery file lacks its owner's newest key, or could not be given the next, and what to do. */
export function KeyReachNote({
  device,
}: {
  readonly device: Pick<OwnDeviceView, 'keys' | 'kind'>;
}): ReactNode {
  const { t } = useSpeech();
  const { keys, kind } = device;
  if (keys === 'all') return null;
  const happened = keys === 'old' ? t('devices.keysOld') : t('devices.keysNotNext');
  return (
    <span className="note warn">
      {happened} {kind === 'recovery' ? t('devices.keysNewFile') : t('devices.keysAddAgain')}
    </span>
  );
}
