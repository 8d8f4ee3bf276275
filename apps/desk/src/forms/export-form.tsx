import type { ReactNode } from 'react';
import { saveBytes } from '../files/save.ts';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { useAction } from '../session/use-session.tsx';

/** Gives a kept form out as an XLSForm; brought back it is the same form. */
export function ExportForm({ form }: { readonly form: string }): ReactNode {
  const { t } = useSpeech();
  const action = useAction('exportQuestions');
  const give = async (): Promise<void> => {
    const answer = await action.run({ form });
    if (answer.ok) saveBytes(answer.value.bytes, answer.value.name);
  };
  return (
    <>
      <button type="button" className="button quiet small" disabled={action.busy} onClick={() => void give()}>
        {t('forms.export')}
      </button>
      <FailureNote failure={action.failure} />
    </>
  );
}
