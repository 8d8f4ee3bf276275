import type { CompiledForm } from '@leeward/forms';
import { readForm } from '@leeward/forms';
import { isolate } from '@leeward/ui';
import type { ImportedQuestions } from '@leeward/workspace/desk/contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { useAction } from '../session/use-session.tsx';

/** Takes questions from an XLSForm into the fields; what stands in the way is named by its cell. */
export function ImportForm({
  onForm,
  done = 'forms.importDone',
}: {
  readonly onForm: (form: CompiledForm) => void;
  /** What is said once it was read. */
  readonly done?: 'forms.importDone' | 'filled.importDone';
}): ReactNode {
  const { t } = useSpeech();
  const bring = useAction('importQuestions');
  const [answer, setAnswer] = useState<ImportedQuestions | null>(null);
  const id = useId();

  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setAnswer(null);
    const read = await bring.run({ file: await file.arrayBuffer() });
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
        <input
          id={id}
          type="file"
          accept=".xlsx"
          aria-describedby={`${id}h`}
          disabled={bring.busy}
          onChange={(event) => {
            const file = event.target.files?.[0];
            // The same file may be chosen again after it was corrected.
            event.target.value = '';
            void take(file);
          }}
        />
      </div>
      <FailureNote failure={bring.failure} />
      <div role="status">{answer !== null && 'text' in answer ? <p>{t(done)}</p> : null}</div>
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
