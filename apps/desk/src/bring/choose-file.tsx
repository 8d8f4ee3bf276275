import type { BroughtTable } from '@leeward/domain/bring/table.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { useAction } from '../session/use-session.tsx';

/** Takes a file that holds a table; what is no table is said to be none. */
export function ChooseFile({
  onTable,
}: {
  readonly onTable: (table: BroughtTable, name: string) => void;
}): ReactNode {
  const { t } = useSpeech();
  const read = useAction('readTable');
  const [problem, setProblem] = useState<'not-a-table' | 'too-many-rows' | 'no-rows' | null>(null);
  const box = useId();
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setProblem(null);
    const answer = await read.run({ file: await file.arrayBuffer(), name: file.name });
    if (!answer.ok) return;
    if ('problem' in answer.value) setProblem(answer.value.problem);
    else if (answer.value.table.rows.length === 0) setProblem('no-rows');
    else onTable(answer.value.table, file.name.replace(/\.[a-z0-9]{1,5}$/i, ''));
  };
  return (
    <section className="card form-card stack tight">
      <h2>{t('bring.choose')}</h2>
      <div className="field">
        <label htmlFor={box}>{t('bring.file')}</label>
        <span className="hint" id={`${box}h`}>
          {t('bring.fileHint')}
        </span>
        <input
          id={box}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,.json"
          aria-describedby={`${box}h`}
          disabled={read.busy}
          onChange={(event) => {
            const file = event.target.files?.[0];
            // The same file may be chosen again after it was corrected.
            event.target.value = '';
            void take(file);
          }}
        />
      </div>
      {problem === null ? null : (
        <p className="note warn" role="alert">
          {t(`bring.problem.${problem}`)}
        </p>
      )}
      <FailureNote failure={read.failure} />
    </section>
  );
}
