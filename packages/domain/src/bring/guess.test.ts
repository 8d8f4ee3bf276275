import { describe, expect, it } from 'vitest';
import { guessMapping } from './guess.ts';
import { tableOfJson, tableOfRows } from './table.ts';

const guess = (...columns: readonly string[]) =>
  guessMapping(tableOfRows([columns, columns.map(() => 'x')])).columns;

describe('a first guess of what a column holds', () => {
  it('[invariant 1] leaves names, numbers and papers of people out, in whatever script and with whatever words around', () => {
    const columns = [
      'Mother’s name',
      'Nom complet',
      'Adresse',
      'Teléfono',
      'الاسم الكامل',
      'اسم الأم',
      'رقم الهوية',
      'تاريخ الميلاد',
      'البريد الإلكتروني',
      'نام خانوادگی',
      'تلفن همراه',
      'ФИО',
      'Имя матери',
      'Паспорт, серия и номер',
    ];
    expect(Object.values(guess(...columns))).toEqual(columns.map(() => 'leaveOut'));
    // A word that only holds one of them is another word.
    expect(guess('Enamel', 'تسليم')).toEqual({ Enamel: 'note', تسليم: 'note' });
  });

  it('knows the words of a table with hamza and without, as people type them', () => {
    expect(guess('الأولوية', 'البلد', 'الجنسية', 'اللغة', 'الحالة', 'رقم الملف')).toEqual({
      الأولوية: 'urgency',
      البلد: 'place',
      الجنسية: 'nationality',
      اللغة: 'languages',
      الحالة: 'state',
      'رقم الملف': 'key',
    });
    expect(guess('الاولويه')).toEqual({ الاولويه: 'urgency' });
    expect(guess('Следующий шаг')).toEqual({ 'Следующий шаг': 'nextStep' });
  });

  it('[invariant 1] leaves the same out in a table inside of a row', () => {
    const table = tableOfJson([{ id: '1', family: [{ 'اسم الأخ': 'x', relation: 'brother', age: '12' }] }]);
    const [inner] = Object.values(table === null ? {} : guessMapping(table).inner);
    expect(inner?.columns).toEqual({ 'اسم الأخ': 'leaveOut', relation: 'relation', age: 'age' });
  });
});
