import { useCallback } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { regionLabel } from './regions.ts';

/** Gives the name of a sub-region by its number in the United Nations' M49 standard. */
export function useRegionName(): (number: string) => string {
  const { t } = useSpeech();
  return useCallback(
    (number) => {
      const key = regionLabel(number);
      return key === undefined ? number : t(key);
    },
    [t],
  );
}
