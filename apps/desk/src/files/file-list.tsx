import type { Copy } from '@leeward/domain/request/copies.ts';
import type { SentFile } from '@leeward/domain/request/message.ts';
import type { FileNote } from '@leeward/domain/shared/context.ts';
import { formatFileSize, inertFileName } from '@leeward/ui';
import type { ReactNode } from 'react';
import { MarkedFile } from '../care/mark-file.tsx';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { useMemberName } from '../session/organisation.tsx';
import { AttachedFile } from './attached-file.tsx';
import { Fingerprints } from './fingerprints.tsx';

type Props = {
  readonly record: string;
  readonly files: readonly FileNote[];
  /** What she said about data hidden in them, in the same order. */
  readonly hidden: readonly SentFile[];
  /** Copies with something blacked out, of these files and of others. */
  readonly copies: readonly Copy[];
};

const hiddenKeys = {
  removed: 'request.fileCleaned',
  kept: 'request.fileKept',
  unknown: 'request.fileNotCleaned',
} as const;

/** The files of one message: named and measured, closed until somebody asks; what was made from one stands under it. */
export function FileList({ record, files, hidden, copies }: Props): ReactNode {
  const { t, numbers } = useSpeech();
  if (files.length === 0) return null;
  return (
    <ul className="plain files" aria-label={t('request.files')}>
      {files.map((file, index) => {
        const name = inertFileName(file.name === '' ? t('request.fileUnnamed') : file.name);
        const note = hidden[index]?.hidden;
        const made = copies.find((copy) => copy.file.blob === file.blob);
        const children = copies.filter((copy) => copy.of === file.blob && copy.original === file.hash);
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
              {made === undefined ? null : <MadeBy copy={made} />}
            </div>
            <Fingerprints file={file} note={hidden[index]} madeFrom={made?.original} />
            <MarkedFile record={record} file={file}>
              <AttachedFile record={record} file={file} name={name.display} extension={name.extension} />
            </MarkedFile>
            <FileList record={record} files={children.map((copy) => copy.file)} hidden={[]} copies={copies} />
          </li>
        );
      })}
    </ul>
  );
}

function MadeBy({ copy }: { readonly copy: Copy }): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  return (
    <span className="small quiet">
      {t('copy.madeBy', { name: nameOf(copy.by) })} <Ago at={copy.claimedTime} />
    </span>
  );
}
