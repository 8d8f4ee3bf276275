import { readForm } from '@leeward/forms';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { importQuestions } from './import-form.ts';

const fileOf = async (survey: readonly (readonly (string | number)[])[]): Promise<ArrayBuffer> => {
  const choices = [
    ['list_name', 'name', 'label'],
    ['n', 1, 'One'],
    ['n', 2, 'Two'],
  ];
  const bytes = await writeXlsx({
    sheets: [
      { name: 'survey', rows: survey.map((row) => [...row]) },
      { name: 'choices', rows: choices },
    ],
  });
  return bytes.slice().buffer as ArrayBuffer;
};

describe('an XLSForm in a spreadsheet', () => {
  it('becomes a form, numbers in cells included', async () => {
    const file = await fileOf([
      ['type', 'name', 'label'],
      ['select_one n', 'how_many', 'How many?'],
    ]);
    const read = await importQuestions(file);
    if (!read.ok || !('text' in read.value)) throw new Error(JSON.stringify(read));
    const form = readForm(read.value.text);
    expect(form.ok && form.value.form.questions).toMatchObject([
      { name: 'how_many', type: 'selectOne', options: [{ value: '1' }, { value: '2' }] },
    ]);
  });

  it('is refused by the address of the cell', async () => {
    const file = await fileOf([
      ['type', 'name', 'label'],
      ['text', 'a', 'A'],
      ['geopoint', 'place', 'Where?'],
    ]);
    expect(await importQuestions(file)).toMatchObject({
      value: { problems: [{ cell: 'survey!A3', code: 'unknown-type', detail: 'geopoint' }] },
    });
  });

  it('is called no spreadsheet where it is none, and too large before it is opened', async () => {
    const nothing = new TextEncoder().encode('type,name,label').buffer as ArrayBuffer;
    expect(await importQuestions(nothing)).toMatchObject({
      value: { problems: [{ code: 'not-a-spreadsheet' }] },
    });
    expect(await importQuestions(new ArrayBuffer(5 * 1024 * 1024))).toMatchObject({
      error: { code: 'file-too-large' },
    });
  });
});
