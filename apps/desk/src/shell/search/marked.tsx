import { defang, inertSegments } from '@leeward/ui';
import type { Excerpt } from '@leeward/workspace/search/contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';

/** A piece of what somebody wrote, with what was looked for marked in it. Text and nothing else, as `Words` is. */
export function Marked({ excerpt }: { readonly excerpt: Pick<Excerpt, 'text' | 'marks'> }): ReactNode {
  const { text, marks } = excerpt;
  // An address is written out so that nobody mistakes it; marks would fall beside it.
  if (defang(text) !== text) return <Words text={text} className="excerpt" />;
  return (
    <div dir="auto" className="words excerpt">
      {slicesOf(text, marks).map(({ from, slice, marked }) =>
        marked ? (
          <mark key={from}>
            <Inert text={slice} />
          </mark>
        ) : (
          <Inert key={from} text={slice} />
        ),
      )}
    </div>
  );
}

function Inert({ text }: { readonly text: string }): ReactNode {
  const { t } = useSpeech();
  return inertSegments(text).map((segment, index) =>
    segment.kind === 'text' ? (
      segment.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the segments of one text never change places
      <span key={index} className="hidden-character" title={t('inert.hiddenCharacter')}>
        {segment.text}
      </span>
    ),
  );
}

type Slice = { readonly from: number; readonly slice: string; readonly marked: boolean };

/** A text cut where its marks begin and end. */
export function slicesOf(text: string, marks: Excerpt['marks']): readonly Slice[] {
  const slices: Slice[] = [];
  let at = 0;
  const cut = (to: number, marked: boolean): void => {
    if (to > at) slices.push({ from: at, slice: text.slice(at, to), marked });
    at = Math.max(at, to);
  };
  for (const [start, end] of marks) {
    cut(start, false);
    cut(end, true);
  }
  cut(text.length, false);
  return slices;
}
