import { type CompiledForm, readForm } from '@leeward/forms';
import type { Answer } from '@leeward/workspace/desk/contract.ts';
import { useMemo } from 'react';
import { useView } from '../../session/use-session.tsx';

/** A kept form by its hash: undefined while it is fetched, null where it is not here or cannot be read. */
export function useCompiledForm(form: string): CompiledForm | null | undefined {
  const answer: Answer<{ readonly text: string }> | undefined = useView('formText', { form });
  const text = answer?.ok === true ? answer.value.text : null;
  const compiled = useMemo(() => {
    const read = text === null ? null : readForm(text);
    return read?.ok === true ? read.value : null;
  }, [text]);
  return answer === undefined ? undefined : compiled;
}
