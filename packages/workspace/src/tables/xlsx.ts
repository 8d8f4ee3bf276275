import { writeXlsx } from 'hucre/xlsx';
import type { SheetWords, Table } from './table.ts';

/** What one cell of a spreadsheet holds at most, in UTF-16 units. */
const cellAtMost = 32_767;
/** What a sheet may be called: short, and without what spreadsheets use to point at sheets. */
const nameAtMost = 31;

/**
 * A table as a spreadsheet. Every cell is a text and none is a formula, whatever it begins with; the file says nothing
 * of who made it, and of the time only the day.
 */
export async function xlsxOf(table: Table, words: SheetWords | null, today: string): Promise<ArrayBuffer> {
  const name =
    (words?.sheet ?? '')
      .replace(/[\\/*?:[\]]/g, ' ')
      .trim()
      .slice(0, nameAtMost) || 'list';
  const bytes = await writeXlsx({
    properties: { modified: new Date(`${today}T00:00:00Z`) },
    sheets: [
      {
        name,
        columns: (table[0] ?? []).map(() => ({ width: 24 })),
        rows: table.map((row) => row.map(written)),
        freezePane: { rows: 1 },
        view: { rightToLeft: words?.rightToLeft ?? false },
      },
    ],
  });
  return bytes.slice().buffer as ArrayBuffer;
}

/** Without characters that XML cannot hold: a spreadsheet with one of them does not open at all. */
function written(text: string): string {
  const clean = text.replace(unwritable, '');
  return clean.length > cellAtMost ? `${clean.slice(0, cellAtMost - 1).replace(unwritable, '')}…` : clean;
}

const unwritable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
