import type { SentFile } from '@leeward/domain/request/message.ts';
import type { FileNote } from '@leeward/domain/shared/context.ts';
import { formatFileSize, inertFileName } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { AttachedFile } from './attached-file.tsx';
import { Fingerprints } from './fingerprints.tsx';

type Props = {
  readonly record: string;
  readonly files: readonly FileNote[];
  /** What she said about data hidden in them, in the same order. */
  readonly hidden: readonly SentFile[];
};

const hiddenKeys = {
  removed: 'request.fileCleaned',
  kept: 'request.fileKept',
  unknown: 'request.fileNotCleaned',
} as const;

/** The files of one message: named and measured, closed until somebody asks. */
export function FileList({ record, files, hidden }: Props): ReactNode {
  const { t, numbers } = useSpeech();
  if (files.length === 0) return null;
  return (
    <ul className="plain files" aria-label={t('request.files')}>
      {files.map((file, index) => {
        const name = inertFileName(file.name === '' ? t('request.fileUnnamed') : file.name);
        const note = hidden[index]?.hidden;
        return (
          <li key={file.blob} className="file">
            <div className="file-head">
              <span className="file-name">{name.display}</span>
              <span className="small quiet num">{formatFileSize(numbers, file.size)}</span>
              {note === undefined ? null : (
                <span className={note === 'removed' ? 'small quiet' : 'small warn-text'}>
                  {t(hiddenKeys[note])}
                </span>
              )}
            </div>
            <Fingerprints file={file} note={hidden[index]} />
            <AttachedFile record={record} file={file} name={name.display} extension={name.extension} />
          </li>
        );
      })}
    </ul>
  );
}
