import {
  type AnswersEvent,
  type AnswerValue,
  aboutField,
  formField,
} from '@leeward/domain/answers/events.ts';
import { type AnswerSheet, inEntries } from '@leeward/domain/answers/state.ts';
import { valuesIn } from '@leeward/domain/answers/tree.ts';
import type { EventRef } from '@leeward/domain/shared/context.ts';
import { seenIn } from '@leeward/domain/shared/field.ts';
import type { Failure } from '@leeward/workspace/desk/contract.ts';
import { useMemo } from 'react';
import { type UsedForm, useForm } from '../../session/use-form.ts';
import { useAction } from '../../session/use-session.tsx';

/** What is kept of a form that was begun: enough to find it again where it was never saved. */
export type TypedSheet = {
  readonly form: string;
  readonly about: string;
  readonly changes: { readonly [path: string]: AnswerValue };
  /** What its author saw of each answer when she began to change it. */
  readonly seen: { readonly [path: string]: readonly EventRef[] };
};

/** A form that is being filled in for a case. */
export type FilledSheet = {
  /** What is kept, with what was typed since on top of it. */
  readonly values: ReadonlyMap<string, AnswerValue>;
  readonly set: (changes: { readonly [path: string]: AnswerValue }) => void;
  /** Gives what was typed; true once it is kept. */
  readonly save: () => Promise<boolean>;
  readonly draft: Pick<UsedForm<object>, 'keeping' | 'discard'>;
  readonly busy: boolean;
  readonly failure: Failure | null;
};

/** The name under which what is typed into a sheet is kept. */
export const sheetDraft = 'case:answers:';

/** Fills in a form about somebody or something: a sheet that was begun, or one that is new under this id. */
export function useSheet(
  record: string,
  id: string,
  sheet: AnswerSheet | undefined,
  form: string,
  about: string,
): FilledSheet {
  const action = useAction('actOnCase');
  const command = `${sheetDraft}${id}` as const;
  const draft = useForm<TypedSheet>(command, record, () => ({ form, about, changes: {}, seen: {} }));
  const { changes, seen } = draft.form;
  const kept = useMemo(() => valuesIn(sheet), [sheet]);
  const values = useMemo(() => {
    const all = new Map(kept);
    for (const [path, value] of Object.entries(changes)) {
      // A turn that is put back comes where it was; one that is new comes last.
      if (value === null) all.delete(path);
      else all.set(path, value);
    }
    return all;
  }, [kept, changes]);
  const save = async (): Promise<boolean> => {
    const set: { [path: string]: AnswerValue } =
      sheet === undefined ? { [formField]: form, [aboutField]: about } : {};
    const replaces: { [path: string]: readonly EventRef[] } = {};
    for (const [path, value] of Object.entries(changes)) {
      set[path] = value;
      replaces[path] = seen[path] ?? [];
    }
    const event: AnswersEvent = { type: 'AnswersKept', v: 1, id, set, replaces };
    const pieces = inEntries(event);
    for (const [index, piece] of pieces.entries()) {
      const last = index === pieces.length - 1;
      const answer = await action.run({ record, events: [piece], form: last ? command : null });
      if (!answer.ok) return false;
    }
    draft.given({ form, about, changes: {}, seen: {} });
    return true;
  };
  return {
    values,
    set: (more) => {
      const next = { ...seen };
      for (const path of Object.keys(more)) next[path] ??= seenIn(sheet?.fields[path] ?? []);
      draft.change({ changes: { ...changes, ...more }, seen: next });
    },
    save,
    draft,
    busy: action.busy,
    failure: action.failure,
  };
}
