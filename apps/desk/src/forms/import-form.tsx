import type { CompiledForm } from '@leeward/forms';
import { readForm } from '@leeward/forms';
import { isolate } from '@leeward/ui';
import type { ImportedQuestions } from '@leeward/workspace/desk/questions-contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FileBox } from '../parts/file-box.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { useAction } from '../session/use-session.tsx';

/** Takes questions from an XLSForm into the fields; what stands in the way is named by its cell. */
export function ImportForm({ onForm }: { readonly onForm: (form: CompiledForm) => void }): ReactNode {
  const { t } = useSpeech();
  const bring = useAction('importQuestions');
  const [answer, setAnswer] = useState<ImportedQuestions | null>(null);
  const id = useId();

  const take = async (chosen: readonly File[]): Promise<void> => {
    if (chosen.length === 0) return;
    setAnswer(null);
    const files = await Promise.all(
      chosen.map(async (file) => ({ name: file.name, bytes: await file.arrayBuffer() })),
    );
    const read = await bring.run({ files });
    if (!read.ok) return;
    setAnswer(read.value);
    const form = 'text' in read.value ? readForm(read.value.text) : null;
    if (form?.ok === true) onForm(form.value);
  };

  return (
    <details className="card form-card">
      <summary>{t('forms.import')}</summary>
      <div className="field">
        <label htmlFor={id} className="visually-hidden">
          {t('forms.import')}
        </label>
        <span className="hint" id={`${id}h`}>
          {t('forms.importHint')}
        </span>
        <FileBox
          id={id}
          accept=".xlsx,.csv,.tsv,.txt"
          multiple
          aria-describedby={`${id}h`}
          disabled={bring.busy}
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])];
            // The same file may be chosen again after it was corrected.
            event.target.value = '';
            void take(chosen);
          }}
        />
      </div>
      <FailureNote failure={bring.failure} />
      <div role="status">{answer !== null && 'text' in answer ? <p>{t('forms.importDone')}</p> : null}</div>
      {answer !== null && 'problems' in answer ? (
        <div className="note warn stack tight" role="alert">
          <strong>{t('forms.importRefused')}</strong>
          <ul className="stack tight">
            {answer.problems.map(({ cell, code, detail }) => (
              <li key={`${cell} ${code} ${detail}`}>
                {cell === '' ? null : <bdi className="code">{cell}</bdi>}{' '}
                {t(`forms.cell.${code}`, { detail: isolate(detail) })}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </details>
  );
}
