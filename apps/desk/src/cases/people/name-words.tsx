import type { WordMatch } from '@leeward/names';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';

/** Which word of a name was taken for which, and how: so that a person can say that it is somebody else. */
export function NameWords({ words }: { readonly words: readonly WordMatch[] }): ReactNode {
  const { t } = useSpeech();
  if (words.length === 0) return null;
  return (
    <span className="small quiet">
      {words.map(({ left, right, way }) => (
        <span key={`${left} ${right}`}>
          <bdi>{left}</bdi> = <bdi>{right}</bdi> ({t(`names.way.${way}`)}){' '}
        </span>
      ))}
    </span>
  );
}
