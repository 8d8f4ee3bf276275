import type { DirectoryView } from '@leeward/workspace/directory/contract.ts';
import { type ReactNode, useMemo } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useSpeaker } from '../speaker.tsx';
import { basisOf } from './counts.ts';

/** What a picture stands on. It stands under each of them, on the screen and on paper. */
export function BasisLine({ view }: { readonly view: DirectoryView }): ReactNode {
  const { t } = useSpeech();
  const speaker = useSpeaker();
  const { count, readOn, checked, own } = useMemo(() => basisOf(view.entries), [view.entries]);
  const parts = [
    t('pictures.basis', { count, until: readOn === null ? '' : speaker.date(readOn) }),
    ...(own === 0 ? [] : [t('pictures.own', { count: own })]),
    t('pictures.checked', { count: checked }),
    ...(view.release === null ? [] : [t('pictures.edition', { version: view.release.version })]),
  ];
  return <p className="small quiet basis">{parts.join(' ')}</p>;
}
