import type { BringCommands, TableProblem } from '@leeward/workspace/bring/contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FileBox } from '../parts/file-box.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { useAction } from '../session/use-session.tsx';

/** A file that was read, with how. */
export type ReadFile = Exclude<BringCommands['readTable'][1], { readonly problem: unknown }>;

/** Takes a file that holds a table; what is no table is said to be none. */
export function ChooseFile({
  onTable,
}: {
  readonly onTable: (read: ReadFile, file: File) => void;
}): ReactNode {
  const { t } = useSpeech();
  const read = useAction('readTable');
  const [problem, setProblem] = useState<TableProblem | null>(null);
  const box = useId();
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setProblem(null);
    const answer = await read.run({ file: await file.arrayBuffer(), name: file.name });
    if (!answer.ok) return;
    if ('problem' in answer.value) setProblem(answer.value.problem);
    else onTable(answer.value, file);
  };
  return (
    <section className="card form-card stack tight">
      <h2>{t('bring.choose')}</h2>
      <div className="field">
        <label htmlFor={box}>{t('bring.fileKinds')}</label>
        <span className="hint" id={`${box}h`}>
          {t('bring.fileHere')}
        </span>
        <FileBox
          id={box}
          accept=".csv,.tsv,.txt,.xlsx,.ods,.json"
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
