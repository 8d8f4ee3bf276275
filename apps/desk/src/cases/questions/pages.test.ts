import { startRun } from '@leeward/forms';
import { compiledOf } from '@leeward/forms/testing/forms.ts';
import { describe, expect, it } from 'vitest';
import { childrenOf, pagesOf, progressOf } from './pages.ts';

const questions = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, number) => ({
    name: `${prefix}_${number}`,
    type: 'text' as const,
    label: { en: `${prefix} ${number}` },
  }));

describe('a long form', () => {
  it('of 93 groups and 1,400 questions has 93 pages, and none asks more than can be seen', () => {
    const compiled = compiledOf(
      ...Array.from({ length: 93 }, (_, page) => ({
        name: `page_${page}`,
        type: 'group' as const,
        label: { en: `Page ${page}` },
        questions: questions(`q_${page}`, 15),
      })),
    );
    const pages = pagesOf(compiled);
    expect(pages.length).toBe(93);
    expect(pages.every(({ nodes }) => nodes.length === 1)).toBe(true);
  });

  it('without groups is cut by itself, and so is a group that is too long; nothing is on two pages or on none', () => {
    const compiled = compiledOf(...questions('top', 45), {
      name: 'long',
      type: 'group',
      questions: questions('inner', 50),
    });
    const pages = pagesOf(compiled);
    expect(pages.map(({ nodes, part }) => [nodes.length, part])).toEqual([
      [20, 1],
      [20, 2],
      [5, 3],
      [20, 1],
      [20, 2],
      [10, 3],
    ]);
    const names = pages.flatMap(({ nodes }) => nodes.map(({ question }) => question.name));
    expect(new Set(names).size).toBe(95);
  });

  it('counts what is asked, answered and still needed, in every turn', () => {
    const compiled = compiledOf(
      { name: 'has', type: 'yesNoUnsure', required: true },
      { name: 'why', type: 'text', relevant: `\${has} = 'yes'` },
      {
        name: 'children',
        type: 'repeat',
        questions: [{ name: 'age', type: 'integer', label: { en: 'Age' }, required: true }],
      },
    );
    const run = startRun(compiled, { children: [{ age: 4 }, {}] }, '2026-11-21');
    const children = childrenOf(compiled);
    expect(progressOf(run, children.get(null) ?? [], children)).toEqual({
      asked: 3,
      answered: 1,
      missing: 2,
    });
    run.set({ name: 'has', turns: [] }, 'yes');
    expect(progressOf(run, children.get(null) ?? [], children)).toEqual({
      asked: 4,
      answered: 2,
      missing: 1,
    });
  });
});
