import type { DocumentValues } from '@leeward/domain/document/events.ts';
import { formatFileSize, inertFileName } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { FileBox } from '../../parts/file-box.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { UploadProgress } from '../../request/upload-progress.tsx';
import { useForm } from '../../session/use-form.ts';
import { useAction } from '../../session/use-session.tsx';
import { newId } from '../new-id.ts';
import { DocumentFields } from './document-fields.tsx';

type Form = { readonly id: string; readonly values: Omit<DocumentValues, 'file' | 'madeFrom'> };
const command = 'case:Document:new';

/** Seals a file into the case. What is said of it outlives a lock; the file itself has to be chosen again then. */
export function NewDocument({ view }: { readonly view: CaseView }): ReactNode {
  const { t, numbers } = useSpeech();
  const today = useToday();
  const action = useAction('keepDocument');
  const blank = (): Form => ({
    id: newId(),
    values: {
      title: '',
      kind: null,
      about: null,
      source: '',
      made: null,
      received: today,
      expires: null,
      graphic: false,
      shows: '',
    },
  });
  const draft = useForm<Form>(command, view.record, blank);
  const [opened, setOpened] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const box = useId();
  const { id, values } = draft.form;
  if (!opened && draft.keeping === null)
    return (
      <div>
        <button
          type="button"
          className="button primary"
          data-act="add-document"
          onClick={() => setOpened(true)}
        >
          {t('documents.add')}
        </button>
      </div>
    );
  const save = async (): Promise<void> => {
    if (file === null) return;
    const answer = await action.run({ record: view.record, id, values, file, form: command });
    if (!answer.ok) return;
    draft.given(blank());
    setFile(null);
    setOpened(false);
  };
  return (
    <form
      className="stack card padded"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{t('documents.add')}</h2>
      <p className="note">{t('documents.identityHint')}</p>
      <div className="field">
        <label htmlFor={box}>{t('documents.file')}</label>
        <FileBox
          id={box}
          required
          onChange={({ target }) => {
            const chosen = target.files?.[0] ?? null;
            setFile(chosen);
          }}
        />
        {file === null ? null : (
          <span className="hint num">
            <bdi>{inertFileName(file.name).display}</bdi> {formatFileSize(numbers, file.size)}
          </span>
        )}
      </div>
      <DocumentFields
        state={view.state}
        values={values}
        set={(part) => draft.change((now) => ({ values: { ...now.values, ...part } }))}
      />
      <FailureNote failure={action.failure} />
      <UploadProgress active={action.busy} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={action.busy}>
          {t('documents.keep')}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            draft.discard();
            setFile(null);
            setOpened(false);
          }}
        >
          {t('common.cancel')}
        </button>
        <Kept of={draft} onDiscard={() => setOpened(false)} />
      </div>
    </form>
  );
}
