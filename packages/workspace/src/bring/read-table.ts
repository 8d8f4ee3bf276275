import { guessHeadings, type Headings } from '@leeward/domain/bring/headings.ts';
import { type BroughtTable, tableOfJson, tableOfRows } from '@leeward/domain/bring/table.ts';
import { toHex, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import type { BringCommands, HowItWasRead, HowToRead, TableProblem } from './contract.ts';
import { decodeText } from './decode-text.ts';
import { type Lines, linesOfText, textOf } from './read-lines.ts';

/** More than any list of cases that somebody keeps by hand. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_ROWS = 10_000;
const MOST_CELLS = 1_000_000;

export type ReadTable = BringCommands['readTable'][1] | { readonly tooLarge: number };

type Read = { readonly table: BroughtTable; readonly how: HowItWasRead };
type Unread = { readonly problem: TableProblem };
const no = (problem: TableProblem): Unread => ({ problem });

const plainly: HowItWasRead = {
  sheets: [],
  sheet: 0,
  coding: null,
  headings: null,
  top: [],
  formulas: 0,
};

/**
 * Reads a table out of a file by what it is, whatever it is called: a spreadsheet, JSON, or text with separators.
 * Formulas are never computed; a cell counts with the value that the file holds for it.
 */
export async function readTableFile(file: ArrayBuffer, how: HowToRead = {}): Promise<ReadTable> {
  if (file.byteLength > MOST_BYTES) return { tooLarge: MOST_BYTES };
  const read = await readBytes(new Uint8Array(file), how);
  if ('problem' in read) return read;
  const { table } = read;
  if (table.rows.length > MOST_ROWS) return no('too-many-rows');
  if (table.rows.length * table.columns.length > MOST_CELLS) return no('too-many-cells');
  if (table.rows.length === 0) return no(table.columns.length === 0 ? 'not-a-table' : 'no-rows');
  // By this a row is known again where no column has a key.
  const rows = [];
  for (const row of table.rows) {
    const said = utf8(JSON.stringify([row.cells, row.inner]));
    rows.push({ ...row, digest: toHex(await sha256(said)).slice(0, 32) });
  }
  return { table: { ...table, rows }, how: read.how };
}

const begins = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, at) => bytes[at] === byte);

async function readBytes(bytes: Uint8Array<ArrayBuffer>, how: HowToRead): Promise<Read | Unread> {
  if (begins(bytes, 0x50, 0x4b)) return fromSpreadsheet(bytes, how);
  // Spreadsheets of before 2007 are such a container, and so are those that are locked with a password.
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return no('old-spreadsheet');
  const decoded = begins(bytes, 0x25, 0x50, 0x44, 0x46) ? null : decodeText(bytes, how.coding);
  if (decoded === null) return no('other-file');
  const { text, coding } = decoded;
  if (/^\ufeff?\s*(<!doctype|<html|<\?xml|\{\\rtf)/i.test(text.slice(0, 200))) return no('other-file');
  if (/^\ufeff?\s*[[{]/.test(text)) {
    const table = fromJson(text);
    return table === null ? no('not-a-table') : { table, how: plainly };
  }
  const lines = await linesOfText(text);
  return lines === null ? no('not-a-table') : ofLines(lines, { ...plainly, coding }, how.headings);
}

function fromJson(text: string): BroughtTable | null {
  try {
    return tableOfJson(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch {
    return null;
  }
}

/** How much of the first lines is shown, by which somebody finds the headings. */
const shownLines = 12;

function ofLines(lines: Lines, how: HowItWasRead, chosen: Headings | undefined): Read {
  const headings = chosen ?? guessHeadings(lines);
  const top = lines.slice(0, shownLines).map((line) =>
    line
      .filter((cell) => cell.trim() !== '')
      .slice(0, 4)
      .map((cell) => (cell.length > 24 ? `${cell.slice(0, 24)}…` : cell))
      .join(' · '),
  );
  return { table: tableOfRows(lines, headings), how: { ...how, headings, top } };
}

/** The form of a file in a container of the spreadsheets of free offices, as its first part says. */
const openDocument = 'application/vnd.oasis.opendocument.spreadsheet';

/** The sheet that was chosen, else the first one on view that has words. */
async function fromSpreadsheet(bytes: Uint8Array<ArrayBuffer>, how: HowToRead): Promise<Read | Unread> {
  const isOpen = new TextDecoder('latin1').decode(bytes.subarray(30, 120)).includes(openDocument);
  // Fetched when somebody brings a table: most desks never do.
  const read = isOpen ? (await import('hucre/ods')).readOds : (await import('hucre/xlsx')).readXlsx;
  try {
    const book = await read(bytes, { maxRows: MOST_ROWS + 40 });
    const sheets = book.sheets.map(({ name, rows, hidden, veryHidden, cells }, index) => ({
      index,
      name,
      isHidden: hidden === true || veryHidden === true,
      cells,
      lines: rows.map((row) => Array.from(row, textOf)),
    }));
    const written = sheets.filter(({ lines }) =>
      lines.some((line) => line.some((cell) => cell.trim() !== '')),
    );
    const sheet =
      written.find(({ index }) => index === how.sheet) ??
      written.find(({ isHidden, lines }) => !isHidden && lines.length > 1) ??
      written.find(({ isHidden }) => !isHidden) ??
      written[0];
    if (sheet === undefined) return no('not-a-table');
    const formulas = [...(sheet.cells?.values() ?? [])].filter(
      ({ type, value }) => type === 'formula' && (value === null || value === undefined),
    ).length;
    const listed = written.map(({ index, name, lines }) => ({ index, name, lines: lines.length }));
    return ofLines(sheet.lines, { ...plainly, sheets: listed, sheet: sheet.index, formulas }, how.headings);
  } catch {
    return no('other-file');
  }
}
