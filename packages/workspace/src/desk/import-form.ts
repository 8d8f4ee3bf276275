import { writeForm } from '@leeward/forms';
import { importXlsForm } from '@leeward/forms/xlsform/import.ts';
import type { Answer, ImportedQuestions } from './contract.ts';

/** More than any form that people fill in; a spreadsheet above it is refused before anything of it is read. */
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_ROWS = 10_000;

/**
 * Reads an XLSForm from a spreadsheet. Nothing is kept: the builder gets the form, or the cells that stand in its way.
 * Formulas are never computed; a cell counts with the value that the file holds for it.
 */
export async function importQuestions(file: ArrayBuffer): Promise<Answer<ImportedQuestions>> {
  if (file.byteLength > MOST_BYTES)
    return { ok: false, error: { code: 'file-too-large', limit: MOST_BYTES } };
  // Fetched when somebody brings a form: most desks never do.
  const { readXlsx } = await import('hucre/xlsx');
  let sheets: readonly { readonly name: string; readonly rows: readonly (readonly unknown[])[] }[];
  try {
    sheets = (await readXlsx(new Uint8Array(file), { maxRows: MOST_ROWS })).sheets;
  } catch {
    return { ok: true, value: { problems: [{ cell: '', code: 'not-a-spreadsheet', detail: '' }] } };
  }
  const rowsOf = (name: string): readonly (readonly string[])[] =>
    (sheets.find((sheet) => sheet.name.trim().toLowerCase() === name)?.rows ?? []).map((row) =>
      Array.from(row, textOf),
    );
  const read = importXlsForm({
    survey: rowsOf('survey'),
    choices: rowsOf('choices'),
    settings: rowsOf('settings'),
  });
  return { ok: true, value: read.ok ? { text: writeForm(read.value.form) } : { problems: read.error } };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'object' ? '' : String(value);
}
