import { describe, expect, it } from 'vitest';
import type { HowToRead } from './contract.ts';
import { readTableFile } from './read-table.ts';

/* Files as people have them: from any program, in any coding, with titles, gaps and merged cells. */

type Bytes = Uint8Array<ArrayBuffer>;
const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const fileOf = (bytes: Bytes): ArrayBuffer => bytes.slice().buffer;
const read = async (bytes: Bytes, how?: HowToRead) => readTableFile(fileOf(bytes), how);
async function table(bytes: Bytes, how?: HowToRead) {
  const answer = await read(bytes, how);
  if (!('table' in answer)) throw new Error(JSON.stringify(answer));
  return answer;
}
async function problem(bytes: Bytes, how?: HowToRead): Promise<string> {
  const answer = await read(bytes, how);
  return 'problem' in answer ? answer.problem : 'read';
}
/** Text in a coding of one byte for each letter, of which the platform only knows the way back. */
function coded(text: string, coding: string): Bytes {
  const letters = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1)
    letters.set(new TextDecoder(coding).decode(new Uint8Array([byte])), byte);
  return Uint8Array.from(text, (letter) => letters.get(letter) ?? 0x3f);
}
const arabic = 'الاسم;البلد;ملاحظات\r\nشجرة;كينيا;تتكلم بهدوء\r\nوردة;أوغندا;انتقلت إلى مدينة أخرى\r\n';
const russian = 'Дело;Страна;Заметка\r\nА-1;Кения;Говорит тихо\r\nБ-2;Уганда;Переехала в другой город\r\n';
const french = 'Dossier;Pays;Remarques\r\nA-1;Kenya;A été menacée près de chez elle\r\n';

describe('the letters of a text', () => {
  it('are read as its bytes say: UTF-8 and UTF-16, with their marks and without', async () => {
    const said = { columns: ['الاسم', 'البلد', 'ملاحظات'], rows: [{ cells: { البلد: 'كينيا' } }, {}] };
    const wide = (mark: boolean, isBig: boolean): Bytes => {
      const units = Array.from(`${mark ? '\ufeff' : ''}${arabic}`, (letter) => letter.charCodeAt(0));
      return Uint8Array.from(
        units.flatMap((unit) => (isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])),
      );
    };
    for (const bytes of [
      utf8(arabic),
      utf8(`\ufeff${arabic}`),
      wide(true, false),
      wide(true, true),
      wide(false, false),
      wide(false, true),
    ])
      expect(await table(bytes)).toMatchObject({ table: said, how: { coding: null } });
  });

  it('of older programs are guessed, said, and read anew as somebody chooses', async () => {
    for (const [text, coding] of [
      [arabic, 'windows-1256'],
      [russian, 'windows-1251'],
      [french, 'windows-1252'],
      ['ชื่อ;ประเทศ\r\nต้นไม้;เคนยา\r\n', 'windows-874'],
    ] as const) {
      const { table: found, how } = await table(coded(text, coding));
      expect(how.coding, coding).toBe(coding);
      expect([...found.columns, ...Object.values(found.rows[0]?.cells ?? {})].join(';')).toBe(
        text.split('\r\n').slice(0, 2).join(';'),
      );
    }
    const wrong = await table(coded(arabic, 'windows-1256'), { coding: 'windows-1251' });
    expect(wrong.how.coding).toBe('windows-1251');
    expect(wrong.table.columns).not.toContain('الاسم');
    // A few broken bytes do not make another language of it.
    const bytes = utf8(arabic.repeat(20));
    bytes[bytes.length - 8] = 0xff;
    expect(await table(bytes)).toMatchObject({
      how: { coding: 'utf-8' },
      table: { columns: ['الاسم', 'البلد', 'ملاحظات'] },
    });
  });
});

describe('a text with separators', () => {
  it('is divided by what divides most of its lines alike, also below a title and with commas in its words', async () => {
    const lines =
      'List, of last year\n\nNo;Country;Remarks\n1;Kenya;"Said, twice; and more"\n2;Uganda;a, b, c, d\n';
    const { table: found, how } = await table(utf8(lines));
    expect(how.headings).toEqual({ line: 3, lines: 1 });
    expect(found.columns).toEqual(['No', 'Country', 'Remarks']);
    expect(found.rows.map(({ cells }) => cells['Remarks'])).toEqual(['Said, twice; and more', 'a, b, c, d']);
    expect((await table(utf8('sep=|\r\na|b\r\n1,5|2,5\r\n'))).table.columns).toEqual(['a', 'b']);
    expect((await table(utf8('a\tb\n1\t2\n'))).table.columns).toEqual(['a', 'b']);
  });

  it('has its headings where somebody says', async () => {
    const lines = utf8('Person,,Place\nName,Age,\nAlder,36,Kenya\n');
    expect((await table(lines)).table.columns).toEqual(['Person/Name', 'Person/Age', 'Place']);
    const other = await table(lines, { headings: { line: 2, lines: 1 } });
    expect(other.table.columns).toEqual(['Name', 'Age', 'Column 3']);
    expect(other.how).toMatchObject({
      headings: { line: 2, lines: 1 },
      top: ['Person · Place', 'Name · Age', 'Alder · 36 · Kenya'],
    });
  });
});

describe('a spreadsheet', () => {
  const book = async (sheets: readonly Record<string, unknown>[], dateSystem: '1900' | '1904' = '1900') => {
    const { writeXlsx } = await import('hucre/xlsx');
    return new Uint8Array(await writeXlsx({ dateSystem, sheets: sheets as never })) as Bytes;
  };

  it('keeps its days in both systems of counting them, and hours where it has any', async () => {
    for (const system of ['1900', '1904'] as const) {
      const rows = [
        ['Due', 'Call', 'Number'],
        [new Date('2026-03-14T00:00:00Z'), new Date('2026-03-14T14:30:00Z'), 44270],
      ];
      const { table: found } = await table(await book([{ name: 'A', rows }], system));
      expect(found.rows[0]?.cells).toEqual({ Due: '2026-03-14', Call: '2026-03-14 14:30', Number: '44270' });
    }
  });

  it('has a title, merged headings, empty lines and columns without words; none of them becomes a case', async () => {
    const rows = [
      ['Cases of the year', null, null, null, null, null],
      [null, null, null, null, null, null],
      ['No', 'Person', null, 'Country', null, ''],
      [null, 'Name', 'Age', null, null, ''],
      ['A-1', 'Alder', 36, 'Kenya', null, ''],
      [null, null, null, null, null, ''],
      ['A-2', 'Birch', 41, 'Uganda', null, ''],
    ];
    const { table: found, how } = await table(await book([{ name: 'A', rows }]));
    expect(how.headings).toEqual({ line: 3, lines: 2 });
    expect(found.columns).toEqual(['No', 'Person/Name', 'Person/Age', 'Country']);
    expect(found.rows.map(({ number, cells }) => [number, cells['No']])).toEqual([
      [1, 'A-1'],
      [3, 'A-2'],
    ]);
  });

  it('with several sheets says so, and reads the one that is chosen; the first one that is on view otherwise', async () => {
    const bytes = await book([
      { name: 'Hidden', hidden: true, rows: [['q'], ['r']] },
      { name: 'Cases', rows: [['No'], ['A-1']] },
      { name: 'Empty', rows: [] },
      { name: 'Family', rows: [['Of'], ['A-1'], ['A-1']] },
    ]);
    const first = await table(bytes);
    expect(first.table.columns).toEqual(['No']);
    expect(first.how.sheets.map(({ name, lines }) => [name, lines])).toEqual([
      ['Hidden', 2],
      ['Cases', 2],
      ['Family', 3],
    ]);
    expect((await table(bytes, { sheet: 3 })).table.columns).toEqual(['Of']);
  });

  it('counts with the values of its formulas, and says how many have none', async () => {
    const rows = [
      ['No', 'Sum'],
      ['A-1', null],
      ['A-2', null],
    ];
    const cells = new Map([
      ['1,1', { formula: '1+1', value: 2, formulaResult: 2 }],
      ['2,1', { formula: '1+2' }],
    ]);
    const { table: found, how } = await table(await book([{ name: 'A', rows, cells }]));
    expect(found.rows.map((row) => row.cells['Sum'])).toEqual(['2', '']);
    expect(how.formulas).toBe(1);
  });

  it('of a free office is one too', async () => {
    const { writeOds } = await import('hucre/ods');
    const bytes = await writeOds({
      sheets: [
        {
          name: 'A',
          rows: [
            ['No', 'Due'],
            ['A-1', new Date('2026-03-14T00:00:00Z')],
          ],
        },
      ],
    });
    const { table: found } = await table(new Uint8Array(bytes));
    expect(found.rows[0]?.cells).toEqual({ No: 'A-1', Due: '2026-03-14' });
  });
});

describe('a file that cannot be brought', () => {
  it('is said to be what it is', async () => {
    expect(await problem(utf8(''))).toBe('not-a-table');
    expect(await problem(utf8('{"a":'))).toBe('not-a-table');
    expect(await problem(utf8('[]'))).toBe('not-a-table');
    expect(await problem(utf8('No,Country\n'))).toBe('no-rows');
    expect(await problem(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe(
      'old-spreadsheet',
    );
    for (const bytes of [
      utf8('%PDF-1.7 ...'),
      utf8('<!DOCTYPE html><table><tr><td>A</td></tr></table>'),
      utf8('{\\rtf1 text}'),
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]),
      new Uint8Array([0x50, 0x4b, 1, 2]),
    ])
      expect(await problem(bytes)).toBe('other-file');
  });

  it('of 20,000 rows is refused whole, and nothing of it is cut off', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `A-${index},Kenya`).join('\n');
    expect(await problem(utf8(`No,Country\n${many}`))).toBe('too-many-rows');
    const { writeXlsx } = await import('hucre/xlsx');
    const rows = [['No'], ...Array.from({ length: 10_020 }, (_, index) => [`A-${index}`])];
    expect(await problem(new Uint8Array(await writeXlsx({ sheets: [{ name: 'A', rows }] })))).toBe(
      'too-many-rows',
    );
  });

  it('as wide as a wall is refused too', async () => {
    const wide = Array.from({ length: 1200 }, (_, index) => `c${index}`).join(',');
    expect(await problem(utf8(`${wide}\n${'1\n'.repeat(900)}`))).toBe('too-many-cells');
  });
});
