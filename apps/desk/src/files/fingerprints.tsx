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
}: {
  readonly file: FileNote;
  readonly note: SentFile | undefined;
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
      </dl>
    </details>
  );
}
