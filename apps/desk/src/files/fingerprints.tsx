import type { SentFile } from '@leeward/domain/request/message.ts';
import type { FileNote } from '@leeward/domain/shared/context.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';

/**
 * By what a file can be told again, for whoever has to prove something with it (fault 58): the file that came, and, where
 * her phone took hidden data out, the one that she still has. Folded: nobody reads them in passing.
 */
export function Fingerprints({
  file,
  note,
  madeFrom,
}: {
  readonly file: FileNote;
  readonly note: SentFile | undefined;
  /** Of a copy: what it was made from. */
  readonly madeFrom: string | undefined;
}): ReactNode {
  const { t } = useSpeech();
  const original = note?.originalHash;
  return (
    <details className="small">
      <summary>{t('request.fileHashes')}</summary>
      <dl>
        <div>
          <dt>{t('request.fileHashSent')}</dt>
          <dd dir="ltr">
            <code>{file.hash}</code>
          </dd>
        </div>
        {original === undefined ? null : (
          <div>
            <dt>{t('request.fileHashOriginal')}</dt>
            <dd dir="ltr">
              <code>{original}</code>
            </dd>
          </div>
        )}
        {madeFrom === undefined ? null : (
          <div>
            <dt>{t('copy.madeFrom')}</dt>
            <dd dir="ltr">
              <code>{madeFrom}</code>
            </dd>
          </div>
        )}
      </dl>
    </details>
  );
}
