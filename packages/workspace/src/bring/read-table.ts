import { type BroughtTable, tableOfJson, tableOfRows } from '@leeward/domain/bring/table.ts';
import { toHex, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';

/** More than any list of cases that somebody keeps by hand. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_ROWS = 10_000;

export type ReadTable =
  | { readonly table: BroughtTable }
  | { readonly problem: 'not-a-table' | 'too-many-rows' }
  | { readonly tooLarge: number };

/**
 * Reads a table out of a file by what it is, whatever it is called: a spreadsheet, JSON, or text with separators.
 * Formulas are never computed; a cell counts with the value that the file holds for it.
 */
export async function readTableFile(file: ArrayBuffer): Promise<ReadTable> {
  if (file.byteLength > MOST_BYTES) return { tooLarge: MOST_BYTES };
  const bytes = new Uint8Array(file);
  const read = bytes[0] === 0x50 && bytes[1] === 0x4b ? await fromSpreadsheet(bytes) : await fromText(bytes);
  if (read === null || (read.rows.length === 0 && read.columns.length === 0))
    return { problem: 'not-a-table' };
  if (read.rows.length > MOST_ROWS) return { problem: 'too-many-rows' };
  // By this a row is known again where no column has a key.
  const rows = [];
  for (const row of read.rows) {
    const said = utf8(JSON.stringify([row.cells, row.inner]));
    rows.push({ ...row, digest: toHex(await sha256(said)).slice(0, 32) });
  }
  return { table: { ...read, rows } };
}

/** The first sheet that has rows. */
async function fromSpreadsheet(bytes: Uint8Array<ArrayBuffer>): Promise<BroughtTable | null> {
  // Fetched when somebody brings a table: most desks never do.
  const { readXlsx } = await import('hucre/xlsx');
  try {
    const { sheets } = await readXlsx(bytes, { maxRows: MOST_ROWS + 2 });
    const rows = sheets.find((sheet) => sheet.rows.length > 1)?.rows ?? sheets[0]?.rows ?? [];
    return tableOfRows(rows.map((row) => Array.from(row, textOf)));
  } catch {
    return null;
  }
}

async function fromText(bytes: Uint8Array<ArrayBuffer>): Promise<BroughtTable | null> {
  const text = decodeText(bytes);
  if (text === null) return null;
  if (/^\s*[[{]/.test(text)) {
    try {
      return tableOfJson(JSON.parse(text));
    } catch {
      return null;
    }
  }
  const { detectDelimiter, parseCsv } = await import('hucre/csv');
  try {
    const rows = parseCsv(text, { delimiter: detectDelimiter(text) });
    return tableOfRows(rows.map((row) => Array.from(row as readonly unknown[], textOf)));
  } catch {
    return null;
  }
}

/** Text as it was written: UTF-8, UTF-16 with its mark, else as Windows in western Europe writes it. Null for no text. */
export function decodeText(bytes: Uint8Array): string | null {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'object' ? '' : String(value);
}
