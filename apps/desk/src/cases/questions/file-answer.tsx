import { readFileAnswer, type Value } from '@leeward/forms';
import { formatFileSize, inertFileName } from '@leeward/ui';
import { cleanImage, isCleanable, renamed } from '@leeward/workspace/blob/clean-image.ts';
import { type ReactNode, useId, useState } from 'react';
import { AttachedFile } from '../../files/attached-file.tsx';
import { useSpeech } from '../../language/speech.tsx';
import { FileBox } from '../../parts/file-box.tsx';
import { FailureNote, Problem } from '../../parts/problem.tsx';
import { UploadProgress } from '../../request/upload-progress.tsx';
import { useAction } from '../../session/use-session.tsx';

/** A file as an answer: what it is called and how long it is, to be opened in the viewer or saved. */
export function FileShown({
  record,
  value,
  copies = false,
}: {
  readonly record: string;
  readonly value: Value | null;
  /** Whether copies with something blacked out may be kept among the documents of the file, for whoever reads it. */
  readonly copies?: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const file = readFileAnswer(value);
  if (file === null) return null;
  const name = inertFileName(file.name || t('request.fileUnnamed'));
  return (
    <div className="stack tight">
      <span className="file-name">
        <bdi>{name.display}</bdi> <span className="quiet num">{formatFileSize(numbers, file.size)}</span>
      </span>
      <AttachedFile
        record={record}
        file={file}
        name={name.display}
        extension={name.extension}
        copies={copies}
      />
    </div>
  );
}

/**
 * Choosing a file as an answer. It is sealed and sent as it is chosen, and its answer is kept with the page. What a photo
 * says besides what is seen on it (place, time, camera) is taken out, unless somebody wants to keep it.
 */
export function FileInput({
  record,
  value,
  isTyped,
  isForAll,
  onChange,
  labelledBy,
  describedBy,
}: {
  /** Null where a form is only tried out. */
  readonly record: string | null;
  readonly value: Value | null;
  /** Chosen here and not saved: nothing names it at the relay, which keeps it for 14 days. */
  readonly isTyped: boolean;
  readonly isForAll: boolean;
  readonly onChange: (value: Value | null) => void;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
}): ReactNode {
  const { t } = useSpeech();
  const action = useAction('sealAnswerFile');
  const box = useId();
  const [keepHidden, setKeepHidden] = useState(false);
  const [preparing, setPreparing] = useState(false);
  const [uncleaned, setUncleaned] = useState(false);
  const take = async (chosen: File): Promise<void> => {
    setUncleaned(false);
    setPreparing(true);
    const ready = await readyFile(chosen, keepHidden);
    setPreparing(false);
    if (ready === null) return setUncleaned(true);
    const answer = await action.run({ file: ready });
    if (answer.ok) onChange(answer.value.value);
  };
  if (record === null) return <span className="hint">{t('filled.fileTried')}</span>;
  const busy = preparing || action.busy;
  return (
    <div className="stack tight">
      <FileShown record={record} value={value} copies={isForAll && !isTyped} />
      {value !== null && isTyped ? <p className="note small">{t('filled.fileWaits')}</p> : null}
      <FileBox
        id={box}
        // Chosen again after a failure, the same file is a change as well.
        key={String(value)}
        disabled={busy}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        onClick={(event) => {
          event.currentTarget.value = '';
        }}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen !== undefined) void take(chosen);
        }}
      />
      {value === null ? null : <span className="hint">{t('filled.fileReplace')}</span>}
      <label className="option">
        <input
          type="checkbox"
          checked={keepHidden}
          onChange={(event) => setKeepHidden(event.target.checked)}
        />
        {t('filled.fileKeepHidden')}
      </label>
      {uncleaned ? <Problem words={{ title: t('filled.fileNotCleaned') }} /> : null}
      <FailureNote failure={action.failure} />
      <UploadProgress active={busy} />
      {value === null ? null : (
        <div>
          <button type="button" className="button quiet small" onClick={() => onChange(null)}>
            {t('filled.fileRemove')}
          </button>
        </div>
      )}
    </div>
  );
}

/** The file as it is sent; null where it is a picture whose hidden data cannot be taken out here. */
async function readyFile(file: File, keepHidden: boolean): Promise<File | null> {
  if (keepHidden || !isCleanable(file.type)) return file;
  const cleaned = await cleanImage(file);
  if (!cleaned.ok) return null;
  const { type } = cleaned.value;
  return new File([cleaned.value], renamed(file.name, type), { type });
}
