import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../tests/support/size.ts';
import { examineAnswers } from './check.ts';
import type { CompiledForm, Node } from './compile.ts';
import { compileForm } from './compile.ts';
import { isAnswered, limits } from './form.ts';
import { type Place, type Run, startRun } from './run.ts';
import { anyForm, compiledOf, options, someValue } from './testing/forms.ts';

const today = '2026-11-21';
const at = (name: string, ...turns: readonly number[]): Place => ({ name, turns });

/** The same node, which says so when somebody reads under which condition it is asked. */
function seen(node: Node, tell: () => void): Node {
  return Object.defineProperty({ ...node }, 'relevant', {
    get: () => {
      tell();
      return node.relevant;
    },
  });
}

describe('answering a form', () => {
  it('asks what follows from an answer, and takes it back with it', () => {
    const form = compiledOf(
      { name: 'threatened', type: 'yesNoUnsure' },
      { name: 'by_whom', type: 'text', relevant: "${threatened} = 'yes'" },
      { name: 'told_police', type: 'yesNoUnsure', relevant: "${by_whom} != ''" },
    );
    const run = startRun(form, {}, today);
    expect(run.status(at('by_whom')).relevant).toBe(false);
    run.set(at('threatened'), 'yes');
    run.set(at('by_whom'), 'x');
    run.set(at('told_police'), 'no');
    run.set(at('threatened'), 'no');
    // One hidden question hides the next; what was typed is kept, and is not sent.
    expect(run.status(at('told_police')).relevant).toBe(false);
    expect(run.answers('asked')).toEqual({ threatened: 'no' });
    expect(run.answers('typed')).toEqual({ threatened: 'no', by_whom: 'x', told_police: 'no' });
    run.set(at('threatened'), 'yes');
    expect(run.answers('asked')).toEqual({ threatened: 'yes', by_whom: 'x', told_police: 'no' });
  });

  it('asks nothing on a rule that nobody can answer yet', () => {
    const form = compiledOf(
      { name: 'age', type: 'integer' },
      { name: 'child', type: 'text', relevant: '${age} < 18' },
      { name: 'adult', type: 'text', relevant: 'not(${age} < 18)' },
    );
    const run = startRun(form, {}, today);
    expect([run.status(at('child')).relevant, run.status(at('adult')).relevant]).toEqual([false, false]);
  });

  it('works values out, counts turns, and gathers over them', () => {
    const form = compiledOf(
      {
        name: 'children',
        type: 'repeat',
        questions: [
          { name: 'age', type: 'integer', label: { en: 'Age' }, constraint: '. >= 0 and . <= ${oldest}' },
          { name: 'minor', type: 'calculate', label: {}, calculate: '${age} < 18' },
        ],
      },
      { name: 'oldest', type: 'calculate', calculate: 'max(${age})' },
      { name: 'total', type: 'calculate', calculate: 'sum(${age}) + count(${children})' },
    );
    const run = startRun(form, {}, today);
    expect(run.status(at('total')).value).toBe(0);
    run.addTurn(at('children'));
    run.addTurn(at('children'));
    run.set(at('age', 0), 4);
    run.set(at('age', 1), 20);
    expect(run.status(at('total')).value).toBe(26);
    expect([run.status(at('minor', 0)).value, run.status(at('minor', 1)).value]).toEqual([true, false]);
    expect(run.set(at('age', 0), -4)).toBe(true);
    expect(run.status(at('age', 0)).violated).toBe(true);
    run.removeTurn(at('children'), 0);
    expect(run.answers('typed')).toEqual({ children: [{ age: 20 }] });
    expect(run.status(at('total')).value).toBe(21);
  });

  it('says what is required and missing, and what is not as it should be', () => {
    const form = compiledOf(
      { name: 'a', type: 'integer', required: true, constraint: '. > ${b}' },
      { name: 'b', type: 'integer' },
    );
    const run = startRun(form, {}, today);
    expect(run.status(at('a'))).toMatchObject({ missing: true, violated: false });
    run.set(at('a'), 3);
    expect(run.status(at('a'))).toMatchObject({ missing: false, violated: false });
    run.set(at('b'), 3);
    expect(run.status(at('a'))).toMatchObject({ missing: false, violated: true });
  });

  it('takes no value of another kind, and no more turns than there may be', () => {
    const form = compiledOf(
      { name: 'a', type: 'integer' },
      { name: 'o', type: 'selectMany', options },
      { name: 'd', type: 'date' },
      { name: 'r', type: 'repeat', questions: [{ name: 'x', type: 'text', label: { en: 'x' } }] },
    );
    const run = startRun(form, {}, today);
    expect(run.set(at('a'), 'x')).toBe(false);
    expect(run.set(at('a'), 1.5)).toBe(false);
    expect(run.set(at('o'), ['a', 'a'])).toBe(false);
    expect(run.set(at('o'), ['z'])).toBe(false);
    expect(run.set(at('d'), '2021-02-30')).toBe(false);
    expect(run.set(at('d'), '2021-22~')).toBe(true);
    for (let turn = 0; turn < limits.turns; turn += 1) expect(run.addTurn(at('r'))).toBe(true);
    expect(run.addTurn(at('r'))).toBe(false);
  });

  it('stays the same as a form evaluated from the beginning, whatever is typed in whatever order', () => {
    fc.assert(
      fc.property(
        anyForm,
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat({ max: 5 })), { maxLength: 25 }),
        (form, steps) => {
          const compiled = compileForm(form);
          if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
          const run = startRun(compiled.value, {}, today);
          for (const step of steps) {
            take(run, step);
            const anew = startRun(compiled.value, run.answers('typed'), today);
            expect(everything(run)).toEqual(everything(anew));
            expect(run.answers('asked')).toEqual(anew.answers('asked'));
          }
        },
      ),
      { numRuns: runs(150) },
    );
  });

  it('what a page may send is found whole and without a flag at the desk', () => {
    fc.assert(
      fc.property(
        anyForm,
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat({ max: 5 })), { maxLength: 25 }),
        (form, steps) => {
          const compiled = compileForm(form);
          if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
          const run = startRun(compiled.value, {}, today);
          for (const step of steps) take(run, step);
          const sent: unknown = JSON.parse(JSON.stringify(run.answers('asked')));
          const { answers, strange } = examineAnswers(compiled.value, sent, today);
          expect(strange).toEqual([]);
          expect(answers.filter(({ flags }) => flags.includes('hidden'))).toEqual([]);
        },
      ),
      { numRuns: runs(100) },
    );
  });

  it('stays quick with 1,400 fields on 93 pages: an answer costs what depends on it', () => {
    const form = compiledOf(
      ...Array.from({ length: 93 }, (_, page) => ({
        name: `page_${page}`,
        type: 'group' as const,
        questions: Array.from({ length: 15 }, (_, field) => ({
          name: `p${page}_${field}`,
          type: 'integer' as const,
          label: { en: 'x' },
          ...(field === 0 ? {} : { relevant: `\${p${page}_${field - 1}} > 0` }),
        })),
      })),
    );
    const looked = new Set<number>();
    const watched = { ...form, nodes: form.nodes.map((node) => seen(node, () => looked.add(node.index))) };
    const run = startRun(watched, {}, today);
    expect(looked.size).toBe(form.nodes.length);
    for (let page = 0; page < 93; page += 1) {
      looked.clear();
      run.set(at(`p${page}_0`), 1);
      // The question itself, the next one, which is asked now, and perhaps the one after it; not the other 1,392.
      expect(looked.size).toBeLessThanOrEqual(3);
    }
    expect(run.status(at('p5_1')).relevant).toBe(true);
  });
});

describe('answers, evaluated again at the desk', () => {
  const form = compiledOf(
    { name: 'threatened', type: 'yesNoUnsure', required: true },
    { name: 'by_whom', type: 'text', relevant: "${threatened} = 'yes'" },
    { name: 'since', type: 'date', constraint: '. <= today()' },
  );

  it('marks an answer to a question that was not asked', () => {
    const { answers } = examineAnswers(form, { threatened: 'no', by_whom: 'forged' }, today);
    expect(answers.map(({ place, flags }) => [place.name, flags])).toEqual([
      ['threatened', []],
      ['by_whom', ['hidden']],
    ]);
  });

  it('marks what is missing and what is not as it should be', () => {
    const { answers } = examineAnswers(form, { since: '2030-01-01' }, today);
    expect(answers.map(({ place, flags }) => [place.name, flags])).toEqual([
      ['threatened', ['missing']],
      ['since', ['violated']],
    ]);
  });

  it('shows what is none of the form, and drops nothing', () => {
    const { answers, strange } = examineAnswers(form, { threatened: 7, other: ['x'], __proto__: 1 }, today);
    expect(answers.map(({ flags }) => flags)).toEqual([['missing']]);
    expect(strange).toEqual([
      { name: 'threatened', text: '7', why: 'wrong-value' },
      { name: 'other', text: '["x"]', why: 'unknown-question' },
    ]);
  });

  it('never throws on anything that may come, and loses none of it', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.dictionary(fc.constantFrom('threatened', 'by_whom', 'since', 'x'), fc.jsonValue()),
        (any, close) => {
          examineAnswers(form, any, today);
          const { answers, strange } = examineAnswers(form, close, today);
          const told = [
            ...answers.filter(({ value }) => value !== null).map(({ place }) => place.name),
            ...strange.map(({ name }) => name),
          ];
          expect(new Set(told)).toEqual(new Set(Object.keys(close)));
        },
      ),
      { numRuns: runs(300) },
    );
  });
});

/** One act of somebody who fills in a form: an answer, a turn more, a turn less. */
function take(run: Run, [which, seed, turn]: readonly [number, number, number]): void {
  const { nodes } = run.compiled;
  const node = nodes[which % nodes.length];
  if (node === undefined) return;
  const turns: number[] = [];
  for (const repeat of node.repeats) {
    const { name } = nodes[repeat]?.question ?? { name: '' };
    const many = run.turns({ name, turns });
    if (many === 0) {
      run.addTurn({ name, turns });
      return;
    }
    turns.push(turn % many);
  }
  const place = { name: node.question.name, turns };
  if (node.question.type === 'repeat') {
    if (seed % 3 === 0 && run.turns(place) > 0) run.removeTurn(place, seed % run.turns(place));
    else run.addTurn(place);
  } else if (isAnswered(node.question.type))
    expect(run.set(place, someValue(node.question, seed))).toBe(true);
}

function everything(run: Run): unknown {
  const found: unknown[] = [];
  const { nodes }: CompiledForm = run.compiled;
  const places = (repeats: readonly number[], turns: readonly number[]): readonly (readonly number[])[] => {
    const [repeat, ...rest] = repeats.slice(turns.length);
    if (repeat === undefined) return [turns];
    const many = run.turns({ name: nodes[repeat]?.question.name ?? '', turns });
    return Array.from({ length: many }, (_, turn) =>
      places([...repeats.slice(0, turns.length), repeat, ...rest], [...turns, turn]),
    ).flat();
  };
  for (const node of nodes)
    for (const turns of places(node.repeats, [])) {
      const place = { name: node.question.name, turns };
      found.push([place, run.status(place), run.answer(place)]);
    }
  return found;
}
