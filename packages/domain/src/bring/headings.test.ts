import { describe, expect, it } from 'vitest';
import { guessHeadings } from './headings.ts';
import { tableOfRows } from './table.ts';

const read = (text: string) => {
  const lines = text.split('\n').map((line) => line.split(','));
  const headings = guessHeadings(lines);
  return { ...headings, ...tableOfRows(lines, headings) };
};

describe('the headings of a sheet', () => {
  it('are the first line of most', () => {
    expect(read('No,Country,Since\n1,Kenya,2021\n2,,')).toMatchObject({ line: 1, lines: 1 });
    expect(read('No\n1\n2')).toMatchObject({ line: 1, lines: 1, columns: ['No'] });
    // A heading that was forgotten makes no second line of headings out of the first case.
    expect(read('No,Country,,Since\nA,Kenya,Ok,2021')).toMatchObject({ line: 1, lines: 1 });
    expect(read('No,Country,,Need\nA,Kenya,Words,More')).toMatchObject({ line: 1, lines: 1 });
  });

  it('stand below titles and empty lines, which are no cases', () => {
    const table = read('Case list,,\n,,\nprinted in 2025,,\nNo,Country,Since\n1,Kenya,2021');
    expect(table).toMatchObject({ line: 4, lines: 1, columns: ['No', 'Country', 'Since'] });
    expect(table.rows).toHaveLength(1);
  });

  it('may be two lines with merged cells: a column is named by both', () => {
    const grouped = read('Person,,Contact,,\nName,Age,Phone,Mail,Remarks\nA,3,1,a@b,x');
    expect(grouped).toMatchObject({
      line: 1,
      lines: 2,
      columns: ['Person/Name', 'Person/Age', 'Contact/Phone', 'Contact/Mail', 'Contact/Remarks'],
    });
    const mixed = read('List of cases,,,\nNo,Person,,Country\n,Name,Age,\nA-1,Alder,36,Kenya');
    expect(mixed).toMatchObject({
      line: 2,
      lines: 2,
      columns: ['No', 'Person/Name', 'Person/Age', 'Country'],
    });
    expect(mixed.rows.map(({ number, cells }) => [number, cells['Person/Age']])).toEqual([[1, '36']]);
  });

  it('are found above rows that say more than they do', () => {
    const table = read(
      'Cases,,,,,,\n,,,,,,\nNo,Person,,,Country,Next,\n,Name,Age,Born,,Due,\nA-1,Alder,36,1989,Kenya,2026,x\n',
    );
    expect(table).toMatchObject({
      line: 3,
      lines: 2,
      columns: ['No', 'Person/Name', 'Person/Age', 'Person/Born', 'Country', 'Next/Due', 'Column 7'],
    });
  });

  it('leave out columns without a heading and without words, wherever they stand, and keep words without a heading', () => {
    const table = read('A,,B,,,\n1,,2,,,\n\n,,,,beyond,\n');
    expect(table.columns).toEqual(['A', 'B', 'Column 5']);
    expect(table.rows.map(({ number }) => number)).toEqual([1, 3]);
  });
});
