import { type CompiledForm, readForm } from '@leeward/forms';
import { useEffect, useState } from 'react';
import { useSession, useView } from '../session/use-session.tsx';

/** The forms that are asked in files, each fetched once. */
export function usePlacedForms(): ReadonlyMap<string, CompiledForm> {
  const { session } = useSession();
  const placed = useView('placedQuestions', {});
  const wanted = placed?.ok === true ? [...new Set(placed.value.map(({ form }) => form))].join(' ') : '';
  const [forms, setForms] = useState<ReadonlyMap<string, CompiledForm>>(new Map());
  useEffect(() => {
    let gone = false;
    const load = async (): Promise<void> => {
      const found = new Map<string, CompiledForm>();
      for (const form of wanted.split(' ').filter((one) => one !== '')) {
        const answer = await session.call('formText', { form });
        const read = answer.ok ? readForm(answer.value.text) : null;
        if (read?.ok === true) found.set(form, read.value);
      }
      if (!gone) setForms(found);
    };
    void load();
    return () => {
      gone = true;
    };
  }, [session, wanted]);
  return forms;
}
