import { readForm, writeForm } from '@leeward/forms';
import { exportXlsForm } from '@leeward/forms/xlsform/export.ts';
import { importXlsForm, type Sheets } from '@leeward/forms/xlsform/import.ts';
import { decodeText } from '../bring/decode-text.ts';
import type { Answer } from './contract.ts';
import type { ImportedQuestions } from './questions-contract.ts';

/** More than any form that people fill in; what is above it is refused before anything of it is read. */
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_ROWS = 10_000;

type File = { readonly name: string; readonly bytes: ArrayBuffer };
type Rows = readonly (readonly string[])[];
type SheetName = keyof Sheets;
const sheetNames: readonly SheetName[] = ['survey', 'choices', 'settings'];

const refused = (code: 'not-a-spreadsheet' | 'two-sheets' | 'which-sheet', detail: string) => ({
  problems: [{ cell: '', code, detail }],
});

/**
 * Reads an XLSForm from a spreadsheet, or from its sheets as text files with separators. Nothing is kept: the builder gets
 * the form, or the cells that stand in its way. Formulas are never computed; a cell counts with the value that the file
 * holds for it.
 */
export async function importQuestions(files: readonly File[]): Promise<Answer<ImportedQuestions>> {
  const size = files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  if (size > MOST_BYTES) return { ok: false, error: { code: 'file-too-large', limit: MOST_BYTES } };
  const read = await sheetsIn(files);
  if ('problems' in read) return { ok: true, value: read };
  const form = importXlsForm(read);
  return { ok: true, value: form.ok ? { text: writeForm(form.value.form) } : { problems: form.error } };
}

async function sheetsIn(files: readonly File[]): Promise<Sheets | ReturnType<typeof refused>> {
  const [first] = files;
  if (first === undefined) return refused('not-a-spreadsheet', '');
  const isPacked = ({ bytes }: File): boolean => {
    const [p, k] = new Uint8Array(bytes.slice(0, 2));
    return p === 0x50 && k === 0x4b;
  };
  if (files.length === 1 && isPacked(first)) {
    const sheets = await spreadsheet(first);
    return sheets ?? refused('not-a-spreadsheet', first.name);
  }
  const found: { [Name in SheetName]?: Rows } = {};
  for (const file of files) {
    const rows = isPacked(file) ? null : await separated(file);
    if (rows === null) return refused('not-a-spreadsheet', file.name);
    const name = sheetOf(file.name, rows);
    if (name === null) return refused('which-sheet', file.name);
    if (found[name] !== undefined) return refused('two-sheets', name);
    found[name] = rows;
  }
  return { survey: found.survey ?? [], choices: found.choices ?? [], settings: found.settings ?? [] };
}

async function spreadsheet({ bytes }: File): Promise<Sheets | null> {
  // Fetched when somebody brings a form: most desks never do.
  const { readXlsx } = await import('hucre/xlsx');
  try {
    const { sheets } = await readXlsx(new Uint8Array(bytes), { maxRows: MOST_ROWS });
    const rowsOf = (name: string): Rows =>
      (sheets.find((sheet) => sheet.name.trim().toLowerCase() === name)?.rows ?? []).map((row) =>
        Array.from(row as readonly unknown[], textOf),
      );
    return { survey: rowsOf('survey'), choices: rowsOf('choices'), settings: rowsOf('settings') };
  } catch {
    return null;
  }
}

async function separated({ bytes }: File): Promise<Rows | null> {
  const text = decodeText(new Uint8Array(bytes))?.text ?? '';
  if (text.trim() === '') return null;
  const { detectDelimiter, parseCsv } = await import('hucre/csv');
  try {
    const rows = parseCsv(text, { delimiter: detectDelimiter(text) });
    return rows.slice(0, MOST_ROWS).map((row) => Array.from(row as readonly unknown[], textOf));
  } catch {
    return null;
  }
}

/** Which sheet a file is: by what its columns are called, and where they say nothing by its own name. */
function sheetOf(name: string, [header = []]: Rows): SheetName | null {
  const heads = header.map((cell) => (cell.split('::')[0] ?? '').trim().toLowerCase().replace(/[ -]/g, '_'));
  if (heads.includes('list_name')) return 'choices';
  if (heads.includes('type')) return 'survey';
  if (heads.some((head) => ['form_title', 'form_id', 'default_language'].includes(head))) return 'settings';
  return sheetNames.find((one) => name.toLowerCase().includes(one)) ?? null;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'object' ? '' : String(value);
}

/** A form as an XLSForm in a spreadsheet, to be read by other programs or brought to another organisation. */
export async function exportQuestions(
  text: string,
): Promise<{ readonly name: string; readonly bytes: ArrayBuffer } | null> {
  const read = readForm(text);
  if (!read.ok) return null;
  const { form } = read.value;
  const sheets = exportXlsForm(form);
  const { writeXlsx } = await import('hucre/xlsx');
  const bytes = await writeXlsx({
    sheets: sheetNames
      .filter((name) => sheets[name].length > 0)
      .map((name) => ({ name, rows: sheets[name].map((row) => [...row]) })),
  });
  return { name: `${form.name}.xlsx`, bytes: bytes.slice().buffer as ArrayBuffer };
}
