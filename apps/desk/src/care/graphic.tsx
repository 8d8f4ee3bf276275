import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Words } from '../parts/words.tsx';

/** Something that hurts to see stays closed: first the words, then a choice, each time anew. */
export function Graphic({
  shows,
  children,
}: {
  /** What it shows, in words; may be empty. */
  readonly shows: string;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useSpeech();
  const [open, setOpen] = useState(false);
  if (open)
    return (
      <div className="stack tight">
        <button type="button" className="button" onClick={() => setOpen(false)}>
          {t('graphic.hide')}
        </button>
        {children}
      </div>
    );
  return (
    <div className="note warn stack tight graphic">
      <strong>{t('graphic.warning')}</strong>
      {shows === '' ? <p>{t('graphic.notSaid')}</p> : <Words text={shows} />}
      <p className="small quiet">{t('graphic.noNeed')}</p>
      <button type="button" className="button" data-act="open-graphic" onClick={() => setOpen(true)}>
        {t('graphic.open')}
      </button>
    </div>
  );
}
