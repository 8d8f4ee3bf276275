import { describe, expect, it } from 'vitest';
import type { Question } from './form.ts';
import { readFormValue } from './read.ts';
import { compiledOf, formOf } from './testing/forms.ts';

const team = '0a'.repeat(16);
const other = '0b'.repeat(16);
type Part = Partial<Question> & Pick<Question, 'name' | 'type'>;
const ill: Part = { name: 'ill', type: 'yesNoUnsure', sealedFor: [team, other] };
const problems = (...questions: readonly Part[]) => {
  const read = readFormValue(formOf(...questions));
  return read.ok ? [] : read.error.map(({ code, question, detail }) => [code, question, detail]);
};

describe('answers that only some teams can open', () => {
  it('are named in the form, and a group seals what stands in it', () => {
    const compiled = compiledOf({
      name: 'health',
      type: 'group',
      sealedFor: [team],
      questions: [
        { name: 'ill', type: 'text', label: { en: 'Ill?' } },
        { name: 'since', type: 'date', label: { en: 'Since?' } },
      ],
    });
    expect(compiled.nodes.map(({ audience }) => audience)).toEqual([[team], [team], [team]]);
  });

  it('are not given away by a question that others see and that is asked only after them', () => {
    const asked = (more: Partial<Question>): Part => ({
      name: 'doctor',
      type: 'text',
      relevant: "${ill} = 'yes'",
      ...more,
    });
    expect(problems(ill, asked({}))).toEqual([['gives-away', 'doctor', 'ill']]);
    expect(problems(ill, asked({ sealedFor: [team, '0c'.repeat(16)] }))).toHaveLength(1);
    expect(problems(ill, asked({ sealedFor: [other] }))).toEqual([]);
    expect(problems(ill, asked({ type: 'note' }))).toEqual([]);
  });

  it('are not given away through a value that is worked out, nor through a rule for an answer', () => {
    const points: Part = {
      name: 'points',
      type: 'calculate',
      label: {},
      calculate: "if(${ill} = 'yes', 1, 0)",
    };
    expect(problems(ill, points)).toEqual([]);
    expect(problems(ill, points, { name: 'more', type: 'text', relevant: '${points} > 0' })).toEqual([
      ['gives-away', 'more', 'ill'],
    ]);
    expect(problems(ill, { name: 'same', type: 'text', constraint: '. = ${ill}' })).toEqual([
      ['gives-away', 'same', 'ill'],
    ]);
  });

  it('are for no more people than the group around them', () => {
    const inner = { ...ill, label: { en: 'Ill?' } };
    const group: Part = { name: 'health', type: 'group', sealedFor: [team], questions: [inner] };
    expect(problems(group)).toEqual([['gives-away', 'ill', 'health']]);
  });

  it('name each team once, and at least one', () => {
    for (const sealedFor of [[], [team, team], ['everyone']])
      expect(problems({ ...ill, sealedFor })).toEqual([['wrong-type', 'ill', 'list']]);
  });
});
