import { defang, inertSegments } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';

type Props = {
  readonly text: string;
  /** The language it was written in, where it is known. */
  readonly lang?: string | undefined;
  readonly className?: string;
  /** Within a sentence of ours. */
  readonly inline?: boolean;
};

/**
 * What somebody wrote, in its own direction and language. It is text and nothing else: what would act is named instead
 * of obeyed, addresses open nothing and say where they would lead (faults 48, 66).
 */
export function Words({ text, lang, className = '', inline = false }: Props): ReactNode {
  const { t } = useSpeech();
  const Element = inline ? 'bdi' : 'div';
  return (
    <Element dir="auto" lang={knownLanguage(lang)} className={`words ${className}`.trim()}>
      {inertSegments(text).map((segment, index) =>
        segment.kind === 'text' ? (
          defang(segment.text)
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the segments of one text never change places
          <span key={index} className="hidden-character" title={t('inert.hiddenCharacter')}>
            {segment.text}
          </span>
        ),
      )}
    </Element>
  );
}

/** A tag that may stand in `lang`; what a stranger's page called its language may be anything. */
export function knownLanguage(tag: string | undefined): string | undefined {
  return tag !== undefined && tag !== 'und' && /^[a-z]{2,8}(-[a-z0-9]{2,8})*$/i.test(tag) ? tag : undefined;
}
