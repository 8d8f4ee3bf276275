import { holdsQuestions } from '@leeward/forms';
import { allOf, type BuiltForm, type BuiltQuestion, freeName } from './build-form.ts';

/* What can be done with questions in their order and their groups. Each gives the new list, or the same where nothing can. */

type List = readonly BuiltQuestion[];

/** The list with one question changed, wherever it stands. */
export function changed(list: List, name: string, change: (question: BuiltQuestion) => BuiltQuestion): List {
  return list.map((one) => {
    if (one.name === name) return change(one);
    if (one.inner.length === 0) return one;
    const inner = changed(one.inner, name, change);
    return inner.every((two, index) => two === one.inner[index]) ? one : { ...one, inner };
  });
}

/** The list without a question and all that stands in it. */
export function without(list: List, name: string): List {
  return list.flatMap((one) =>
    one.name === name ? [] : [one.inner.length === 0 ? one : { ...one, inner: without(one.inner, name) }],
  );
}

/** Applies something to the list in which a question stands. */
function within(list: List, name: string, act: (siblings: List, index: number) => List): List {
  const index = list.findIndex((one) => one.name === name);
  if (index !== -1) return act(list, index);
  return list.map((one) => {
    if (!allOf(one.inner).some((two) => two.name === name)) return one;
    return { ...one, inner: within(one.inner, name, act) };
  });
}

/** One place up or down among those that it stands with. */
export function shifted(list: List, name: string, by: -1 | 1): List {
  return within(list, name, (siblings, index) => {
    const other = siblings[index + by];
    const own = siblings[index];
    if (other === undefined || own === undefined) return siblings;
    return siblings.map((one, at) => (at === index ? other : at === index + by ? own : one));
  });
}

/** Into the group or repeat right above it; null where there is none. */
export function movedIn(list: List, name: string): List | null {
  let isMoved = false;
  const next = within(list, name, (siblings, index) => {
    const above = siblings[index - 1];
    const own = siblings[index];
    if (above === undefined || own === undefined || !holdsQuestions(above.type)) return siblings;
    isMoved = true;
    return siblings.flatMap((one, at) =>
      at === index ? [] : [at === index - 1 ? { ...one, inner: [...one.inner, own] } : one],
    );
  });
  return isMoved ? next : null;
}

/** Out of its group, to the place right below it; null where it stands in none. */
export function movedOut(list: List, name: string): List | null {
  if (list.some((one) => one.name === name)) return null;
  for (const [index, group] of list.entries()) {
    const own = group.inner.find((one) => one.name === name);
    if (own !== undefined) {
      const rest = { ...group, inner: group.inner.filter((one) => one.name !== name) };
      return [...list.slice(0, index), rest, own, ...list.slice(index + 1)];
    }
    const inner = movedOut(group.inner, name);
    if (inner !== null && allOf(group.inner).some((one) => one.name === name))
      return list.map((one, at) => (at === index ? { ...one, inner } : one));
  }
  return null;
}

/** Puts a new question right below another one, or last where that is not there; into an open group at its end. */
export function added(list: List, question: BuiltQuestion, below: string | null): List {
  if (below === null || !allOf(list).some((one) => one.name === below)) return [...list, question];
  return within(list, below, (siblings, index) => {
    const place = siblings[index];
    if (place !== undefined && holdsQuestions(place.type))
      return siblings.map((one, at) => (at === index ? { ...one, inner: [...one.inner, question] } : one));
    return [...siblings.slice(0, index + 1), question, ...siblings.slice(index + 1)];
  });
}

/** The same once more right below it, under names of its own; its rules speak of its own questions. */
export function duplicated(
  form: BuiltForm,
  name: string,
): { readonly questions: List; readonly made: string | null } {
  const original = allOf(form.questions).find((one) => one.name === name);
  if (original === undefined) return { questions: form.questions, made: null };
  const names = new Map<string, string>();
  for (const one of allOf([original])) names.set(one.name, freeName(form.questions, [...names.values()]));
  const renamed = (text: string): string =>
    text.replace(/\$\{\s*([A-Za-z0-9_-]+)\s*\}/g, (found, one: string) =>
      names.has(one) ? `\${${names.get(one)}}` : found,
    );
  const copy = (one: BuiltQuestion): BuiltQuestion => ({
    ...one,
    name: names.get(one.name) ?? one.name,
    when: {
      ...one.when,
      rules: one.when.rules.map((rule) => ({ ...rule, question: names.get(rule.question) ?? rule.question })),
    },
    expression: renamed(one.expression),
    checkExpression: renamed(one.checkExpression),
    workExpression: renamed(one.workExpression),
    work:
      one.work === null
        ? null
        : one.work.how === 'plus'
          ? { how: 'plus', of: one.work.of.map((of) => names.get(of) ?? of) }
          : { how: one.work.how, of: names.get(one.work.of) ?? one.work.of },
    inner: one.inner.map(copy),
  });
  const made = copy(original);
  const questions = within(form.questions, name, (siblings, index) => [
    ...siblings.slice(0, index + 1),
    made,
    ...siblings.slice(index + 1),
  ]);
  return { questions, made: made.name };
}

/** Where each question stands: `2`, or `2.1` in a group. */
export function numbersOf(list: List, before = ''): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [index, one] of list.entries()) {
    const own = `${before}${index + 1}`;
    found.set(one.name, own);
    for (const [name, number] of numbersOf(one.inner, `${own}.`)) found.set(name, number);
  }
  return found;
}

/** The questions that a rule of this one may name: before it, in no repeat that it does not stand in, and no repeat around it. */
export function namedBefore(list: List, name: string): List {
  const found: BuiltQuestion[] = [];
  const walk = (siblings: List, open: readonly string[]): boolean => {
    for (const one of siblings) {
      if (one.name === name) return true;
      const size = found.length;
      if (walk(one.inner, open)) return true;
      // What stands in a repeat that ended is several answers, and no rule can name one of them.
      if (one.type === 'repeat') found.splice(size);
      if (one.type !== 'note' && one.type !== 'group') found.push(one);
    }
    return false;
  };
  walk(list, []);
  return found;
}
