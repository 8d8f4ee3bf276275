import type { DoorTexts } from '@leeward/workspace/desk/door-contract.ts';
import { type ReactNode, useState } from 'react';
import { saveBytes } from '../files/save.ts';
import { useSpeech } from '../language/speech.tsx';
import { CopyField } from '../parts/copy-field.tsx';
import { usePlace } from '../parts/use-place.ts';
import { useStepsMemory } from '../today/use-steps-memory.ts';
import { DoorSheet } from './door-sheet.tsx';
import { QrCode } from './qr.tsx';
import { qrPicture } from './qr-picture.ts';

/** The link, for handing out: as text, as a picture of its QR code, and on paper. */
export function DoorLink({
  link,
  texts,
}: {
  readonly link: string;
  readonly texts: DoorTexts | null;
}): ReactNode {
  const { t } = useSpeech();
  const { remember } = useStepsMemory();
  const [printing, setPrinting] = useState(false);
  const place = usePlace('link');
  const handedOut = (): void => remember({ handedOut: true });
  return (
    <section className="door-link stack tight" aria-labelledby="door-link">
      <h2 id="door-link" ref={place} tabIndex={-1}>
        {t('door.handOut')}
      </h2>
      <CopyField label={t('door.link')} value={link} onCopied={handedOut} />
      <p className="hint">{t('door.linkHint')}</p>
      <QrCode text={link} label={t('door.qrText')} />
      <p className="hint">{t('door.carryHint')}</p>
      <div className="cluster">
        <button type="button" className="button" onClick={() => setPrinting(true)}>
          {t('door.print')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            // A name that says nothing: the file lies in a folder that others may open.
            saveBytes(new TextEncoder().encode(qrPicture(link)).buffer, 'qr.svg');
            handedOut();
          }}
        >
          {t('door.savePicture')}
        </button>
        <a className="button quiet" href={link} target="_blank" rel="noopener noreferrer">
          {t('door.preview')}
        </a>
      </div>
      {printing ? (
        <DoorSheet link={link} texts={texts} onPrinted={handedOut} onClose={() => setPrinting(false)} />
      ) : null}
    </section>
  );
}
