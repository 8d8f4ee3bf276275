import type { PlainAnswer } from '@leeward/domain/answers/events.ts';
import { treeOf } from '@leeward/domain/answers/tree.ts';
import { readFormValue, startRun } from '@leeward/forms';
import { anyForm, compiledOf } from '@leeward/forms/testing/forms.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../../tests/support/size.ts';
import { follow } from './use-run.ts';

const today = '2026-11-21';
const answers = (values: Readonly<Record<string, PlainAnswer>>) => new Map(Object.entries(values));

describe('a form that is filled in', () => {
  it('follows one answer after another, and says the same as if all were worked out anew', () => {
    fc.assert(
      fc.property(
        anyForm,
        fc.array(fc.tuple(fc.nat({ max: 40 }), fc.constantFrom<PlainAnswer>('yes', 'no', 'a', 3, 7, null)), {
          maxLength: 12,
        }),
        (form, steps) => {
          const read = readFormValue(form);
          if (!read.ok) return;
          const compiled = read.value;
          const flat = compiled.nodes.filter(({ repeats }) => repeats.length === 0);
          let values: ReadonlyMap<string, PlainAnswer> = new Map();
          let run = startRun(compiled, treeOf(values), today);
          for (const [which, value] of steps) {
            const name = flat[which % flat.length]?.question.name ?? '';
            const next = new Map(values);
            if (value === null) next.delete(name);
            else next.set(name, value);
            if (!follow(run, values, next)) run = startRun(compiled, treeOf(next), today);
            values = next;
            const fresh = startRun(compiled, treeOf(values), today);
            for (const { question } of flat) {
              const place = { name: question.name, turns: [] };
              expect(run.status(place)).toEqual(fresh.status(place));
            }
          }
        },
      ),
      { numRuns: runs(60) },
    );
  });

  it('finds an answer in a turn of a repeat, and begins anew where a turn comes or goes', () => {
    const compiled = compiledOf(
      {
        name: 'children',
        type: 'repeat',
        questions: [{ name: 'age', type: 'integer', label: { en: 'Age' } }],
      },
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the rules of forms name questions so
      { name: 'all', type: 'calculate', label: {}, calculate: 'sum(${age})' },
    );
    const before = answers({
      'children/0a0a0a0a': true,
      'children/0b0b0b0b': true,
      'children/0b0b0b0b/age': 4,
    });
    const run = startRun(compiled, treeOf(before), today);
    const after = new Map(before).set('children/0a0a0a0a/age', 5);
    expect(follow(run, before, after)).toBe(true);
    expect(run.status({ name: 'all', turns: [] }).value).toBe(9);
    const fewer = new Map(after);
    fewer.delete('children/0b0b0b0b');
    expect(follow(run, after, fewer)).toBe(false);
    expect(follow(run, after, new Map(after).set('children/0c0c0c0c', true))).toBe(false);
  });
});
