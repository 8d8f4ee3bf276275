import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { csvOf, harmless } from '../tables/csv.ts';
import { exportDirectory } from './export.ts';
import { parseRelease } from './release-file.ts';
import { columns, tableOf } from './table.ts';
import { full, organisation, release, today } from './testing/organisation.ts';

const entries = organisation(
  release(
    '2026.10.0',
    full({ id: 'a-fund', name: '=HYPERLINK("https://example.net")', organisation: 'Says "yes", or no\r\n;' }),
    full({ id: 'b-fund', name: 'صندوق تجريبي', otherNames: [] }),
  ),
).change('family', 'case-by-case', undefined, 'b-fund').shown.entries;
const exported = (format: 'json' | 'csv' | 'xlsx', mechanisms: readonly string[] | null = null) =>
  exportDirectory(entries, null, today, { format, mechanisms, words: null });
const textOf = (bytes: ArrayBuffer) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** Reads CSV as RFC 4180 says, by hand: another reader than the writer. */
function parsed(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    if (text[at] !== '"') throw new Error(`not quoted at ${at}`);
    let cell = '';
    for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
      cell += text[at];
      if (text[at] === '"') at += 1;
    }
    rows.at(-1)?.push(cell);
    at += 1;
    if (text.startsWith('\r\n', at)) {
      at += 2;
      if (at < text.length) rows.push([]);
    } else if (text[at] === ',') at += 1;
    else throw new Error(`neither comma nor end at ${at}`);
  }
  return rows;
}

describe('a table of the directory', () => {
  it('has a column for what people look up, with words where there are some', () => {
    const words = {
      headings: { name: 'Name' },
      codes: { 'case-by-case': 'each case by itself' },
      sheet: 'x',
      rightToLeft: false,
    };
    const [heading, , second] = tableOf(entries, words);
    expect(heading?.slice(0, 2)).toEqual(['Name', 'organisation']);
    expect(second?.[columns.indexOf('family')]).toBe('each case by itself');
    expect(second?.[columns.indexOf('changedHere')]).toBe('family');
  });

  it('comes back from CSV as it was, but for what a spreadsheet would take for a formula', async () => {
    const { bytes, name } = await exported('csv');
    expect(name).toBe('directory-2026-11-21.csv');
    const rows = parsed(textOf(bytes));
    expect(rows).toHaveLength(3);
    expect(rows[1]?.[0]).toBe(`'=HYPERLINK("https://example.net")`);
    expect(rows[1]?.[1]).toBe('Says "yes", or no\r\n;');
    expect(rows[2]?.[0]).toBe('صندوق تجريبي');
  });

  it('lets no cell of CSV be a formula, however it is hidden', () => {
    const sign = fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '−');
    const hidden = fc.string({
      unit: fc.constantFrom(' ', '\t', '\r', '\n', '\u200f', '\u00a0', '\ufeff'),
      maxLength: 3,
    });
    fc.assert(
      fc.property(hidden, sign, fc.string(), (before, first, rest) => {
        expect(harmless(`${before}${first}${rest}`)).toBe(`'${before}${first}${rest}`);
      }),
      { numRuns: runs(200) },
    );
    for (const plain of ['', 'Fund', '1–12', "'quoted", 'a=b', 'صندوق']) expect(harmless(plain)).toBe(plain);
  });

  it('comes back from CSV whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 }), {
          minLength: 1,
          maxLength: 5,
        }),
        (table) => {
          expect(parsed(csvOf(table))).toEqual(table.map((row) => row.map(harmless)));
        },
      ),
      { numRuns: runs(100) },
    );
  });

  it('is a spreadsheet in which nothing is a formula', async () => {
    const { bytes, mediaType } = await exported('xlsx', ['b-fund', 'a-fund', 'gone']);
    expect(mediaType).toContain('spreadsheetml');
    const { sheets, properties } = await readXlsx(new Uint8Array(bytes));
    const rows = sheets[0]?.rows ?? [];
    expect(rows.map((row) => row[0])).toEqual(['name', 'صندوق تجريبي', '=HYPERLINK("https://example.net")']);
    for (const cell of sheets[0]?.cells?.values() ?? []) expect(cell.formula).toBeUndefined();
    expect(properties?.creator).toBeUndefined();
  });

  it('opens as a spreadsheet whatever characters stand in an entry', async () => {
    const odd = organisation(release('2026.10.0', full({ id: 'a-fund', name: 'a\u0000b\u0007c\ud800d<&>"' })))
      .shown.entries;
    const { bytes } = await exportDirectory(odd, null, today, {
      format: 'xlsx',
      mechanisms: null,
      words: null,
    });
    const { sheets } = await readXlsx(new Uint8Array(bytes));
    expect(sheets[0]?.rows[1]?.[0]).toBe('abcd<&>"');
  });
});

describe('an export as JSON', () => {
  it('holds what the organisation sees, and cannot be imported as a public release', async () => {
    const { bytes } = await exported('json');
    const json = JSON.parse(textOf(bytes));
    expect(json).toMatchObject({
      exportedOn: today,
      entries: [
        { id: 'a-fund', origin: 'release', changedHere: [] },
        { id: 'b-fund', family: 'case-by-case', changedHere: [{ field: 'family', released: 'yes' }] },
      ],
    });
    expect(await parseRelease(new Uint8Array(bytes))).toMatchObject({ error: { why: 'other-format' } });
  });
});
