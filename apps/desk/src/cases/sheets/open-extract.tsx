import { formatDateTime } from '@leeward/ui';
import type { ReadExtract } from '@leeward/workspace/desk/extract-file.ts';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { FileBox } from '../../parts/file-box.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { LineBox } from '../../request/back-fields.tsx';
import { useAction } from '../../session/use-session.tsx';
import { ExtractView } from './extract-view.tsx';

/** Opens what a partner sent and holds it against the partner's door link. It is a partner's word: nothing of it is entered. */
export function OpenExtract(): ReactNode {
  const { t, numbers } = useSpeech();
  const today = useToday();
  const box = useId();
  const action = useAction('readExtract');
  const [file, setFile] = useState<ArrayBuffer | null>(null);
  const [code, setCode] = useState('');
  const [link, setLink] = useState('');
  const [read, setRead] = useState<ReadExtract | null>(null);
  const chosenLast = useRef<File | undefined>(undefined);
  const open = async (): Promise<void> => {
    if (file === null) return;
    const mine = chosenLast.current;
    const answer = await action.run({ file: file.slice(0), code, link });
    // Another file has been chosen meanwhile: nothing is said of it that was found in this one.
    if (mine === chosenLast.current) setRead(answer.ok ? answer.value : null);
  };
  return (
    <form
      className="card facts stack"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <h3>{t('partner.open')}</h3>
      <p className="small quiet">{t('partner.openHint')}</p>
      <div className="field">
        <label htmlFor={box}>{t('partner.file')}</label>
        <FileBox
          id={box}
          shows
          onChange={(event) => {
            setRead(null);
            setFile(null);
            const chosen = event.target.files?.[0];
            chosenLast.current = chosen;
            const take = (bytes: ArrayBuffer | null): void => {
              if (chosen === chosenLast.current) setFile(bytes);
            };
            void chosen?.arrayBuffer().then(take, () => take(null));
          }}
        />
      </div>
      <LineBox label={t('partner.code')} value={code} onChange={setCode} />
      <LineBox label={t('partner.link')} hint={t('partner.linkHint')} value={link} onChange={setLink} />
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button
          type="submit"
          className="button"
          disabled={action.busy || file === null || code.trim() === '' || link.trim() === ''}
        >
          {t('partner.read')}
        </button>
      </div>
      {read === null ? null : read.ok ? (
        <div className="stack tight" role="status">
          <p className="note good">
            {t('partner.isTheirs', { date: formatDateTime(numbers, read.signedAt) })}
          </p>
          <ExtractView extract={read.extract} today={today} />
          <p className="small">{t('partner.theirWord')}</p>
        </div>
      ) : (
        <p className="note danger" role="alert">
          {t(`partner.why.${read.why}`)}
        </p>
      )}
    </form>
  );
}
