import type { DraftedCommand } from '@leeward/workspace/desk/contract.ts';
import { useCallback, useState, useSyncExternalStore } from 'react';
import { isSame } from './same.ts';
import type { Keeping } from './typed-forms.ts';
import { useSession } from './use-session.tsx';

/** A form that outlives its screen, a lock, a reload and a crash. */
export type UsedForm<Form> = {
  readonly form: Form;
  /** Where what was typed is; null while the form is as it was at first. */
  readonly keeping: Keeping | null;
  /** Types something; a function where it follows from what stands there by then, such as after a wait. */
  readonly change: (part: Partial<Form> | ((now: Form) => Partial<Form>)) => void;
  /** Throws away what was typed. */
  readonly discard: () => void;
  /** To be called when the command was given with `form`; `next` is what the form holds from then on. */
  readonly given: (next?: Form) => void;
};

/**
 * The form of a command, about a record or about none. `first` is what it holds before anything is typed; a form that
 * is like that again is no draft.
 */
export function useForm<Form extends object>(
  command: DraftedCommand,
  record: string | null,
  first: () => Form,
): UsedForm<Form> {
  const { forms } = useSession();
  const [empty, setEmpty] = useState(first);
  const watched = useCallback(() => forms.peek(command, record), [forms, command, record]);
  const typed = useSyncExternalStore(forms.watch, watched);
  // What an older version kept may lack a field; what was typed comes first.
  const form: Form = typed === undefined ? empty : { ...empty, ...(typed.form as Partial<Form>) };

  const change: UsedForm<Form>['change'] = (part) => {
    // Asked anew: two changes may come before the screen is drawn again.
    const before = forms.peek(command, record)?.form as Partial<Form> | undefined;
    const now: Form = { ...empty, ...before };
    const after = { ...now, ...(typeof part === 'function' ? part(now) : part) };
    if (isSame(after, empty)) forms.discard(command, record);
    else forms.type(command, record, after);
  };
  const discard = (): void => {
    setEmpty(first());
    forms.discard(command, record);
  };
  const given = (next?: Form): void => {
    setEmpty(next ?? first());
    forms.given(command, record, typed?.form);
  };
  return { form, keeping: typed?.keeping ?? null, change, discard, given };
}

/** Whether a form was begun and not given. */
export function useBegun(command: DraftedCommand, record: string | null): boolean {
  const { forms } = useSession();
  return useSyncExternalStore(forms.watch, () => forms.peek(command, record) !== undefined);
}

/** Whether anything about this record was begun and not given. */
export function useBegunIn(record: string): boolean {
  const { forms } = useSession();
  return useSyncExternalStore(forms.watch, () => forms.begunIn(record));
}
