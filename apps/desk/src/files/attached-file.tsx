import { mayKeepCopies } from '@leeward/domain/request/rules.ts';
import type { FileNote } from '@leeward/domain/shared/context.ts';
import { safeFileName } from '@leeward/ui';
import type { Failure, OpenedFile } from '@leeward/workspace/desk/contract.ts';
import { type ReactNode, useState } from 'react';
import { Blurred } from '../care/blurred.tsx';
import { useSpeech } from '../language/speech.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { FailureNote, Problem } from '../parts/problem.tsx';
import { UploadProgress } from '../request/upload-progress.tsx';
import { useActor } from '../session/use-actor.ts';
import { useAction } from '../session/use-session.tsx';
import { KeepCopy } from './keep-copy.tsx';
import { saveBytes } from './save.ts';
import { Viewer } from './viewer.tsx';
import type { Copied, NotCopied, Shown } from './viewer-port.ts';

type Props = {
  readonly record: string;
  readonly file: FileNote;
  /** The name as it may be shown, and its ending. */
  readonly name: string;
  readonly extension: string;
  /** Whether copies with something blacked out are kept where this file is: in conversations and identities. */
  readonly copies?: boolean;
  /** Out of focus until somebody asks, whatever she has set: papers with names and faces. */
  readonly blurred?: boolean;
};

/** Opening and saving one file. Its bytes go to the viewer on another origin, and never into this page (section 8). */
export function AttachedFile({
  record,
  file,
  name,
  extension,
  copies: keepsCopies = true,
  blurred = false,
}: Props): ReactNode {
  const { t } = useSpeech();
  const action = useAction('openFile');
  const actor = useActor();
  const copies = keepsCopies && mayKeepCopies(actor);
  const [opened, setOpened] = useState<OpenedFile | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [copied, setCopied] = useState<Copied | NotCopied | null>(null);
  const [saving, setSaving] = useState(false);

  const show = async (): Promise<void> => {
    const answer = await action.run({ record, file });
    if (answer.ok) setOpened(answer.value);
  };
  const hide = (): void => {
    setOpened(null);
    setShown(null);
    setCopied(null);
  };
  const save = async (): Promise<void> => {
    setSaving(false);
    const answer = await action.run({ record, file });
    if (answer.ok) saveBytes(answer.value.bytes, safeFileName(file.name));
  };
  const differs = shown?.format !== undefined && !shown.endings.includes(extension.toLowerCase());

  return (
    <>
      <div className="cluster">
        {opened === null ? (
          <button type="button" className="button" disabled={action.busy} onClick={() => void show()}>
            {t('request.fileShow')} <span className="visually-hidden">{name}</span>
          </button>
        ) : (
          <button type="button" className="button" onClick={hide}>
            {t('request.fileHide')} <span className="visually-hidden">{name}</span>
          </button>
        )}
        <button type="button" className="button quiet" disabled={action.busy} onClick={() => setSaving(true)}>
          {t('request.fileSave')} <span className="visually-hidden">{name}</span>
        </button>
      </div>
      <UploadProgress active={action.busy} />
      <FileFailure failure={action.failure} name={name} />
      {differs && extension !== '' ? (
        <p className="note warn small">
          {t('request.fileTypeDiffers', { claimed: extension, actual: shown?.format ?? '' })}
        </p>
      ) : null}
      {opened === null ? null : (
        <Blurred always={blurred}>
          <Viewer file={opened} name={name} onShown={setShown} {...(copies ? { onCopied: setCopied } : {})} />
        </Blurred>
      )}
      {copied?.type === 'not-copied' ? <Problem words={{ title: t('copy.notPlain') }} /> : null}
      {copied?.type === 'copied' ? (
        <KeepCopy record={record} of={file} copy={copied} onDone={() => setCopied(null)} />
      ) : null}
      {saving ? (
        <Dialog title={t('request.fileSave')} onClose={() => setSaving(false)}>
          <p className="file-name">{name}</p>
          <p className="note warn">{t('request.fileSaveWarning')}</p>
          <div className="cluster">
            <button type="button" className="button primary" onClick={() => void save()}>
              {t('request.fileSave')}
            </button>
            <button type="button" className="button quiet" onClick={() => setSaving(false)}>
              {t('common.cancel')}
            </button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}

/** A file that the server does not have is missing, not empty; one that was changed is not opened at all (fault 53). */
function FileFailure({
  failure,
  name,
}: {
  readonly failure: Failure | null;
  readonly name: string;
}): ReactNode {
  const { t } = useSpeech();
  if (failure?.code === 'not-here') return <Problem words={{ title: t('request.fileMissing', { name }) }} />;
  if (failure?.code === 'broken-file')
    return <Problem words={{ title: t('request.fileDamaged', { name }) }} />;
  return <FailureNote failure={failure} />;
}
