import type { DoorTexts } from '@leeward/workspace/desk/door-contract.ts';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useSpeech } from '../language/speech.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Words } from '../parts/words.tsx';
import { useForm } from '../session/use-form.ts';
import { QrCode } from './qr.tsx';
import { emptySheet, type Sheet, sheetCounts, sheetNames } from './sheet.ts';

/**
 * A sheet to hand out. By itself it shows the code and no word: paper is found in pockets, and what stands on it is for
 * the organisation to decide.
 */
export function DoorSheet({
  link,
  texts,
  onPrinted,
  onClose,
}: {
  readonly link: string;
  readonly texts: DoorTexts | null;
  readonly onPrinted: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const { form: sheet, change } = useForm<Sheet>('firstSteps', 'sheet', () => emptySheet);
  const [printing, setPrinting] = useState(false);
  const [count, words] = [useId(), useId()];
  const hasNames = sheetNames({ ...sheet, name: true }, texts).length > 0;
  const card = <Card link={link} sheet={sheet} texts={texts} />;
  return (
    <Dialog title={t('door.sheet')} onClose={onClose}>
      <p className="quiet">{t('door.sheetHint')}</p>
      {hasNames ? (
        <label className="option">
          <input
            type="checkbox"
            checked={sheet.name}
            onChange={(event) => change({ name: event.target.checked })}
          />
          {t('door.sheetName')}
        </label>
      ) : null}
      <label className="option">
        <input
          type="checkbox"
          checked={sheet.address}
          onChange={(event) => change({ address: event.target.checked })}
        />
        {t('door.sheetAddress')}
      </label>
      <div className="field">
        <label htmlFor={words}>{t('door.sheetWords')}</label>
        <textarea
          id={words}
          dir="auto"
          maxLength={500}
          value={sheet.words}
          onChange={(event) => change({ words: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={count}>{t('door.sheetCount')}</label>
        <select
          id={count}
          className="auto"
          value={sheet.count}
          onChange={(event) => change({ count: Number(event.target.value) })}
        >
          {sheetCounts.map((one) => (
            <option key={one} value={one}>
              {t('door.sheetTimes', { count: one })}
            </option>
          ))}
        </select>
      </div>
      <div className="sheet-preview">{card}</div>
      <p className="hint">{t('door.sheetMargins')}</p>
      <div className="cluster">
        <button type="button" className="button primary" onClick={() => setPrinting(true)}>
          {t('door.printNow')}
        </button>
        <button type="button" className="button quiet" onClick={onClose}>
          {t('common.close')}
        </button>
      </div>
      {printing ? (
        <Paper
          onDone={() => {
            setPrinting(false);
            onPrinted();
          }}
        >
          {Array.from({ length: sheet.count }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the copies on one sheet are all the same
            <div key={index}>{card}</div>
          ))}
        </Paper>
      ) : null}
    </Dialog>
  );
}

function Card({
  link,
  sheet,
  texts,
}: {
  readonly link: string;
  readonly sheet: Sheet;
  readonly texts: DoorTexts | null;
}): ReactNode {
  const { t } = useSpeech();
  return (
    <div className="sheet-card">
      {sheetNames(sheet, texts).map(({ language, name }) => (
        <b key={language}>
          <Words inline text={name} lang={language} />
        </b>
      ))}
      <QrCode text={link} label={t('door.qrText')} />
      {sheet.words.trim() === '' ? null : <Words text={sheet.words} />}
      {sheet.address ? (
        <p className="code" dir="ltr">
          {link}
        </p>
      ) : null}
    </div>
  );
}

/** On paper alone: the rest of the desk stays away, and the heading that browsers print says nothing. */
function Paper({
  onDone,
  children,
}: {
  readonly onDone: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const ended = useRef(onDone);
  ended.current = onDone;
  useEffect(() => {
    const title = document.title;
    const done = (): void => ended.current();
    window.addEventListener('afterprint', done);
    // A title of nothing would be replaced by the address of the desk.
    document.title = '·';
    // The sheet is on the page by the next frame.
    const frame = requestAnimationFrame(() => window.print());
    return () => {
      document.title = title;
      window.removeEventListener('afterprint', done);
      cancelAnimationFrame(frame);
    };
  }, []);
  return createPortal(<div className="door-sheet">{children}</div>, document.body);
}
