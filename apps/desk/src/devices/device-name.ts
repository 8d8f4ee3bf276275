import type { OwnDeviceView } from '@leeward/workspace/desk/devices-contract.ts';
import { useSpeech } from '../language/speech.tsx';

/** What a device is called on screen. The first device of a member comes into the log under "1", in no language. */
export function useDeviceName(): (device: Pick<OwnDeviceView, 'name' | 'kind'>) => string {
  const { t } = useSpeech();
  return ({ name, kind }) => {
    if (kind === 'recovery') return t('devices.recovery');
    return name === '' || name === '1' ? t('devices.unnamed') : name;
  };
}
