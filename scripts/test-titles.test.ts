import { describe, expect, it } from 'vitest';
import { describeSoak, renderDocument } from './generate-docs.ts';
import { INVARIANTS } from './invariants.ts';
import { FAULTS, RULES } from './rules-and-faults.ts';
import { readMarks, readTitles } from './test-titles.ts';

describe('Titles of tests', () => {
  it('carry one mark or several, of rules, of faults and of invariants', () => {
    expect(readMarks('A story [rule 8] with [fault 14], [invariant 3] and [rules 1, 2]')).toEqual([
      { kind: 'rule', number: 8 },
      { kind: 'fault', number: 14 },
      { kind: 'invariant', number: 3 },
      { kind: 'rule', number: 1 },
      { kind: 'rule', number: 2 },
    ]);
    expect(readMarks('No mark: rule 8, [Rule 8], [rule eight]')).toEqual([]);
  });

  it('are found in a file with the groups around them, whatever way the test is written', () => {
    const text = `
      describe('A relay [fault 2]', () => {
        it('drops one', () => {});
        it.each([1, 2])(\`drops \${1} of them [rule 5]\`, async () => {});
        test.concurrent('keeps ' + 'all', () => {});
      });
      it('has no mark', () => {});
    `;
    expect(
      readTitles('a.test.ts', text).map(({ title, marks }) => [title, marks.map((mark) => mark.number)]),
    ).toEqual([
      ['A relay: drops one', [2]],
      ['A relay: drops … of them', [2, 5]],
      ['A relay: keeps all', [2]],
    ]);
  });

  it('make a document that names the tests, and what is not built yet', () => {
    const tests = readTitles('a.test.ts', `it('Never forgets [rule 6]', () => {});`);
    const text = renderDocument('rule', RULES, tests, ['# Rules']);
    expect(text).toContain('- `a.test.ts`\n  - Never forgets');
    expect(text).toContain('1 of 28 have tests today.');
    expect(text.match(/Not built yet\./g)).toHaveLength(27);
  });

  it('say before the tests of a number what of it cannot be held yet', () => {
    const tests = readTitles('a.test.ts', `it('Counts apart [invariant 6]', () => {});`);
    const chapters = [{ title: 'One', items: [[6, 'Apart', 'Grants are not built yet.']] }] as const;
    expect(renderDocument('invariant', chapters, tests, [])).toContain(
      '### 6. Apart\n\nGrants are not built yet.\n\n- `a.test.ts`\n  - Counts apart',
    );
  });

  it('may not name a number that does not exist', () => {
    const tests = readTitles('a.test.ts', `it('Never forgets [fault 5]', () => {});`);
    expect(() => renderDocument('fault', FAULTS, tests, [])).toThrow('a.test.ts names fault 5');
  });

  it('stand under numbers that occur once, in order', () => {
    for (const chapters of [RULES, FAULTS, INVARIANTS]) {
      const numbers = chapters.flatMap(({ items }) => items.map(([number]) => number));
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    }
  });

  it('are followed by what the last full run was', () => {
    const soak = {
      commit: 'a'.repeat(40),
      unchanged: true,
      date: '2030-01-02',
      passed: 3,
      failed: 0,
      seconds: 7200,
      times: 5,
    };
    expect(describeSoak(soak)).toContain(
      '2030-01-02, at commit `aaaaaaaaaaaa`: 3 passed, 0 failed, in 2.0 hours',
    );
    expect(describeSoak({ ...soak, unchanged: false })).toContain('changes not committed');
    expect(describeSoak(undefined)).toContain('none yet');
  });
});
