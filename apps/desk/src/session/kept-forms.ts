import { useCallback, useState } from 'react';

/** What is typed into forms, by form and record, for as long as the session is open: going back and forth loses nothing. */
const kept = new Map<string, unknown>();

/** The last state of drafts of replies, which the session keeps sealed as well: what it last said may be a moment old. */
export const typedDrafts = new Map<string, string>();

/** Forgets all forms, when the session locks. */
export function forgetForms(): void {
  kept.clear();
  typedDrafts.clear();
}

/** The state of a form that outlives its screen. */
export function useKeptForm<Form>(
  name: string,
  first: () => Form,
): readonly [Form, (part: Partial<Form>) => void, () => void] {
  const [form, setForm] = useState<Form>(() => (kept.get(name) as Form | undefined) ?? first());
  const change = useCallback(
    (part: Partial<Form>) =>
      setForm((before) => {
        const after = { ...before, ...part };
        kept.set(name, after);
        return after;
      }),
    [name],
  );
  const done = useCallback(() => {
    kept.delete(name);
  }, [name]);
  return [form, change, done];
}
