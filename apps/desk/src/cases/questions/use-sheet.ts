import {
  type AnswersItemEvent,
  aboutField,
  formField,
  isBoxed,
  type PlainAnswer,
} from '@leeward/domain/answers/events.ts';
import { type AnswerSheet, inEntries } from '@leeward/domain/answers/state.ts';
import { type OpenBox, readable, valuesIn } from '@leeward/domain/answers/tree.ts';
import type { EventRef } from '@leeward/domain/shared/context.ts';
import { type Field, seenIn } from '@leeward/domain/shared/field.ts';
import type { Failure } from '@leeward/workspace/desk/contract.ts';
import { useCallback, useMemo } from 'react';
import { type UsedForm, useForm } from '../../session/use-form.ts';
import { useAction, useView } from '../../session/use-session.tsx';

/** What is kept of a form that was begun: enough to find it again where it was never saved. */
export type TypedSheet = {
  readonly form: string;
  readonly about: string;
  readonly changes: { readonly [path: string]: PlainAnswer };
  /** What its author saw of each answer when she began to change it. */
  readonly seen: { readonly [path: string]: readonly EventRef[] };
};

/** A form that is being filled in for a case. */
export type FilledSheet = {
  /** What is kept, with what was typed since on top of it. */
  readonly values: ReadonlyMap<string, PlainAnswer>;
  /** All versions of an answer, each as this person can read it; undefined where it is sealed for others. */
  readonly field: (path: string) => Field<PlainAnswer | undefined> | undefined;
  /** Whether the answer that stands is sealed for others, and nothing was typed since. */
  readonly isClosed: (path: string) => boolean;
  /** Whether what stands there was typed and not saved yet. */
  readonly isTyped: (path: string) => boolean;
  readonly set: (changes: { readonly [path: string]: PlainAnswer }) => void;
  /** Gives what was typed; true once it is kept. */
  readonly save: () => Promise<boolean>;
  readonly draft: Pick<UsedForm<object>, 'keeping' | 'discard'>;
  readonly busy: boolean;
  readonly failure: Failure | null;
};

/** The name under which what is typed into a sheet is kept. */
export const sheetDraft = 'case:answers:';

/** What this person can open of the sealed answers of one sheet. */
export function useOpenBoxes(record: string, sheet: string): OpenBox {
  const opened = useView('openedAnswers', { record, sheet });
  const boxes = opened?.ok === true ? opened.value : null;
  return useCallback((path, { at }) => boxes?.[`${at.entry}:${at.index}`]?.[path], [boxes]);
}

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
  const open = useOpenBoxes(record, id);
  const kept = useMemo(() => valuesIn(sheet, open), [sheet, open]);
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
    const set: { [path: string]: PlainAnswer } =
      sheet === undefined ? { [formField]: form, [aboutField]: about } : {};
    const replaces: { [path: string]: readonly EventRef[] } = {};
    for (const [path, value] of Object.entries(changes)) {
      set[path] = value;
      replaces[path] = seen[path] ?? [];
    }
    const event: AnswersItemEvent = { type: 'AnswersKept', v: 1, id, set, replaces };
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
    field: (path) => sheet?.fields[path]?.map((one) => ({ ...one, value: readable(path, one, open) })),
    isClosed: (path) => {
      const last = sheet?.fields[path]?.at(-1);
      const isSealed = last !== undefined && isBoxed(last.value) && open(path, last) === undefined;
      return isSealed && !Object.hasOwn(changes, path);
    },
    isTyped: (path) => Object.hasOwn(changes, path),
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
