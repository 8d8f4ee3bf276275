import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Kept } from '../parts/kept.tsx';
import { Words } from '../parts/words.tsx';
import type { UsedForm } from '../session/use-form.ts';

/**
 * What somebody was typing when it stopped being hers to write, because a colleague took over or the channel closed: it
 * stands here to be read and handed on, and goes only when she throws it away.
 */
export function LeftTyped({
  texts,
  draft,
}: {
  readonly texts: readonly string[];
  readonly draft: Pick<UsedForm<object>, 'keeping' | 'discard'>;
}): ReactNode {
  const { t } = useSpeech();
  const written = texts.filter((text) => text.trim() !== '');
  if (written.length === 0 || draft.keeping === null) return null;
  return (
    <figure className="typed card" data-left-typed>
      <figcaption className="small quiet">{t('pending.typed')}</figcaption>
      {written.map((text) => (
        <Words key={text} text={text} />
      ))}
      <Kept of={draft} />
    </figure>
  );
}
