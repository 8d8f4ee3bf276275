import type { OwnDeviceView } from '@leeward/workspace/desk/devices-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';

/** Says where a device or a recovery file lacks its owner's newest key, or could not be given the next, and what to do. */
export function KeyReachNote({
  device,
  inRow = false,
}: {
  readonly device: Pick<OwnDeviceView, 'keys' | 'kind'>;
  readonly inRow?: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const { keys, kind } = device;
  if (keys === 'all') return null;
  const happened = keys === 'old' ? t('devices.keysOld') : t('devices.keysNotNext');
  const words = `${happened} ${kind === 'recovery' ? t('devices.keysNewFile') : t('devices.keysAddAgain')}`;
  return inRow ? <span className="hint warn-text">{words}</span> : <p className="note warn">{words}</p>;
}
