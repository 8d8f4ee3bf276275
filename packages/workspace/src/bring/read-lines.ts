/** The lines of a text with separators, or of one sheet. */
export type Lines = readonly (readonly string[])[];

const separators = [',', ';', '\t', '|'] as const;

/** Cells of a text with separators: whichever of them divides most lines alike. */
export async function linesOfText(text: string): Promise<Lines | null> {
  // Fetched when somebody brings a table: most desks never do.
  const { parseCsv } = await import('hucre/csv');
  // The most used spreadsheet writes its separator into the first line.
  const said = /^\ufeff?sep=(.)\r?\n/i.exec(text);
  const body = said === null ? text : text.slice(said[0].length);
  const parse = (part: string, delimiter: string): Lines =>
    parseCsv(part, { delimiter }).map((line) => Array.from(line as readonly unknown[], textOf));
  try {
    const sample = body.slice(0, 64 * 1024);
    const begin = sample.length < body.length ? sample.slice(0, sample.lastIndexOf('\n') + 1) : sample;
    const rated = separators.map((one) => [one, ratingOf(parse(begin, one))] as const);
    const best = rated.toSorted(([, left], [, right]) => right - left)[0]?.[0] ?? ',';
    return parse(body, said?.[1] ?? best);
  } catch {
    return null;
  }
}

/** How many lines have as many cells as most lines with more than one, and how many cells those are. */
function ratingOf(lines: Lines): number {
  const counts = new Map<number, number>();
  for (const { length } of lines) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  let best = 0;
  for (const [length, count] of counts) best = Math.max(best, count * count * Math.log2(length));
  return best;
}

/** A cell as text. Days stay days; an hour that a cell has is kept; nothing is computed. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return textOfDate(value);
  return typeof value === 'object' ? '' : String(value);
}

function textOfDate(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  // Spreadsheets keep hours as parts of a day, and their sums have tiny errors.
  const iso = new Date(Math.round(value.getTime() / 60_000) * 60_000).toISOString();
  const [day = '', hours = ''] = [iso.slice(0, 10), iso.slice(11, 16)];
  if (hours === '00:00') return day;
  // An hour without a day is counted from the day before the first one.
  return day < '1900-01-02' ? hours : `${day} ${hours}`;
}
