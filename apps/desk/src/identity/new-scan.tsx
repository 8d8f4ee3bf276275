import type { IdentityState } from '@leeward/domain/identity/state.ts';
import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import { formatFileSize, inertFileName } from '@leeward/ui';
import type { PersonInCase } from '@leeward/workspace/desk/identity/contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { newId } from '../cases/new-id.ts';
import { useSpeech } from '../language/speech.tsx';
import { FileBox } from '../parts/file-box.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { LineBox } from '../request/back-fields.tsx';
import { UploadProgress } from '../request/upload-progress.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';
import { Choice } from './inputs.tsx';
import { formOf } from './use-sheet-form.ts';
import { useCodeWords } from './words.ts';

type Form = { readonly id: string; readonly paper: string; readonly note: string };

/** Seals a scan into an open identity. What is said of it outlives a lock; the file itself has to be chosen again then. */
export function NewScan({
  of,
  record,
  state,
  opened,
  onOpen,
  onDone,
}: {
  readonly of: PersonInCase;
  readonly record: string;
  readonly state: IdentityState;
  readonly opened: boolean;
  readonly onOpen: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const words = useCodeWords();
  const command = formOf('scan:new', of);
  const blank = (): Form => ({ id: newId(), paper: '', note: '' });
  const form = useForm<Form>(command, of.caseRecord, blank);
  const action = useAction('keepIdentityScan');
  const [file, setFile] = useState<File | null>(null);
  const box = useId();
  const { id, paper, note } = form.form;
  if (!opened && form.keeping === null)
    return (
      <div>
        <button type="button" className="button" onClick={onOpen}>
          {t('identity.addScan')}
        </button>
      </div>
    );
  const save = async (): Promise<void> => {
    if (file === null) return;
    const given = { command, record: of.caseRecord };
    const said = { record, id, paper: paper === '' ? null : paper, note: note.trim() };
    const answer = await action.run({ ...said, file, form: given });
    if (!answer.ok) return;
    form.given(blank());
    setFile(null);
    onDone();
  };
  const papers = standing(state.sheet.documents);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="field">
        <label htmlFor={box}>{t('identity.scanFile')}</label>
        <span className="hint" id={`${box}h`}>
          {t('identity.scanFileHint')}
        </span>
        <FileBox
          id={box}
          required
          aria-describedby={`${box}h`}
          onChange={({ target }) => setFile(target.files?.[0] ?? null)}
        />
        {file === null ? null : (
          <span className="hint num">
            <bdi>{inertFileName(file.name).display}</bdi> {formatFileSize(numbers, file.size)}
          </span>
        )}
      </div>
      {papers.length === 0 ? null : (
        <Choice
          label={t('identity.scanPaper')}
          value={paper}
          choices={[
            ['', t('identity.scanNoPaper')],
            ...papers.map(
              (one) => [one.id, words('identity.doc', valueIn(one, 'kind') ?? 'doc_other')] as const,
            ),
          ]}
          onChange={(next) => form.change({ paper: next })}
        />
      )}
      <LineBox label={t('identity.note')} value={note} onChange={(next) => form.change({ note: next })} />
      <FailureNote failure={action.failure} />
      <UploadProgress active={action.busy} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={action.busy || file === null}>
          {t('identity.scanKeep')}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            form.discard();
            setFile(null);
            onDone();
          }}
        >
          {t('common.cancel')}
        </button>
        <Kept of={form} onDiscard={onDone} />
      </div>
    </form>
  );
}
