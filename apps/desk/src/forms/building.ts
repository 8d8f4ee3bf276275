import type { CompiledForm } from '@leeward/forms';
import { type FormProblem, type Question, type QuestionType, readFormValue } from '@leeward/forms';
import { useDeferredValue, useMemo, useState } from 'react';
import { allOf, type BuiltForm, type BuiltQuestion, formFrom, newQuestion } from './build-form.ts';
import { useHistory } from './history.ts';
import { added, changed, duplicated, movedIn, movedOut, shifted, without } from './move-questions.ts';

/** A form that is being built: what its screens show of it, and what they can do with it. */
export type Building = {
  readonly form: BuiltForm;
  /** What stands in the way of publishing it, each with the question that it is about. */
  readonly problems: readonly FormProblem[];
  /** The form as it would be published, a moment behind the typing; null while something stands in the way. */
  readonly compiled: CompiledForm | null;
  /** The form as it stands at this very moment, as it is published; null while something stands in the way. */
  readonly now: () => CompiledForm | null;
  /** Whether answers may be sealed for teams: in files, and not at the door. */
  readonly maySeal: boolean;
  /** The question that is opened. */
  readonly open: string | null;
  readonly setOpen: (name: string | null) => void;
  /** The question that takes the focus when it is drawn again. */
  readonly focus: string | null;
  readonly focused: () => void;
  readonly change: (part: Partial<BuiltForm>, field?: string) => void;
  readonly put: (name: string, part: Partial<BuiltQuestion>, field?: string) => void;
  readonly add: (type: QuestionType) => void;
  readonly remove: (name: string) => void;
  readonly shift: (name: string, by: -1 | 1) => void;
  readonly nest: (name: string, way: 'in' | 'out') => void;
  readonly duplicate: (name: string) => void;
  readonly history: {
    readonly canUndo: boolean;
    readonly canRedo: boolean;
    readonly turn: (way: 'back' | 'forward') => void;
  };
};

/** What a form would be, judged again only when it is another form. */
function useJudged(form: BuiltForm) {
  // A form of 1,400 questions is judged once the typing has stopped for a moment.
  const shown = useDeferredValue(form);
  const made = useMemo(() => JSON.stringify(formFrom(shown)), [shown]);
  return useMemo(() => readFormValue(JSON.parse(made) as Question), [made]);
}

/** Builds on a form that is kept as a draft elsewhere. */
export function useBuilding(form: BuiltForm, keep: (form: BuiltForm) => void, maySeal: boolean): Building {
  const judged = useJudged(form);
  const [open, setOpen] = useState<string | null>(null);
  const [focus, setFocus] = useState<string | null>(null);
  const history = useHistory(form, keep);
  const restructure = (questions: BuiltForm['questions'] | null, toFocus: string | null = null): void => {
    if (questions === null || questions === form.questions) return;
    history.change({ ...form, questions });
    setFocus(toFocus);
  };
  return {
    form,
    problems: judged.ok ? [] : judged.error,
    compiled: judged.ok ? judged.value : null,
    now: () => {
      const read = readFormValue(formFrom(form));
      return read.ok ? read.value : null;
    },
    maySeal,
    open,
    setOpen,
    focus,
    focused: () => setFocus(null),
    change: (part, field = '') => history.change({ ...form, ...part }, field),
    put: (name, part, field = '') =>
      history.change(
        { ...form, questions: changed(form.questions, name, (one) => ({ ...one, ...part })) },
        field === '' ? '' : `${name} ${field}`,
      ),
    add: (type) => {
      const question = newQuestion(form, type);
      const isThere = open !== null && allOf(form.questions).some(({ name }) => name === open);
      restructure(added(form.questions, question, isThere ? open : null), question.name);
      setOpen(question.name);
    },
    remove: (name) => {
      restructure(without(form.questions, name));
      if (open === name) setOpen(null);
    },
    shift: (name, by) => restructure(shifted(form.questions, name, by), name),
    nest: (name, way) => restructure((way === 'in' ? movedIn : movedOut)(form.questions, name), name),
    duplicate: (name) => {
      const { questions, made } = duplicated(form, name);
      restructure(questions, made);
      setOpen(made);
    },
    history,
  };
}
