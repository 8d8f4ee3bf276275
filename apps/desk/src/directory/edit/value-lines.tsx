import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { useSpeaker } from '../speaker.tsx';
import { sayValue } from './say-value.ts';

/** A value of a field in words. Addresses in it open nothing. */
export function ValueLines({ field, value }: { readonly field: string; readonly value: unknown }): ReactNode {
  const { t } = useSpeech();
  const speaker = useSpeaker();
  const words = { none: t('directory.empty'), yes: t('directory.yes'), no: t('directory.no') };
  const lines = sayValue(speaker, field, value, words);
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two lines of one value may read the same
    <Words key={index} text={line} />
  ));
}
