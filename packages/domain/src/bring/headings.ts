/*
 * Where the headings of a sheet are. People put a title above them, leave lines empty, and set two lines of headings on
 * top of each other with merged cells ("Person" over "Name" and "Age"). It is a guess that somebody sees and changes.
 */

/** The line, from 1, in which the headings begin, and how many lines they take. */
export type Headings = { readonly line: number; readonly lines: 1 | 2 };

type Line = readonly string[];

/** How far down anybody looks for headings. */
const farthest = 20;

const isFilled = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== '';
const countIn = (line: readonly (string | undefined)[]): number => line.filter(isFilled).length;
/** Headings are words; a number, a date or an address is what stands below them. */
const isWords = (cell: string): boolean => /\p{L}/u.test(cell) && !/\d{3}|@/.test(cell) && cell.length <= 120;

/** Where the headings probably are. */
export function guessHeadings(lines: readonly Line[]): Headings {
  const first = lines.slice(0, farthest);
  const width = Math.max(0, ...lines.slice(0, 100).map(countIn));
  const enough = Math.max(1, width * 0.6);
  for (const [at, line] of first.entries()) {
    const next = first[at + 1] ?? [];
    const both = Array.from({ length: Math.max(line.length, next.length) }, (_, cell) =>
      isFilled(line[cell]) ? line[cell] : next[cell],
    );
    // Names of groups above names of columns: the two fill each other's gaps.
    if (countIn(line) > 1 && countIn(both) >= enough && isOver(line, next) && hasGaps(line, next))
      return { line: at + 1, lines: 2 };
    if (countIn(line) >= enough) return { line: at + 1, lines: 1 };
  }
  return { line: 1, lines: 1 };
}

/** Whether the lower line names the columns that the upper one puts in groups: words alone, where the upper one has gaps. */
function isOver(upper: Line, lower: Line): boolean {
  const size = Math.max(upper.length, lower.length);
  const columns = Array.from({ length: size }, (_, at) => at);
  const gaps = columns.filter((at) => !isFilled(upper[at]) && isFilled(lower[at]));
  const words = [...upper, ...lower].filter(isFilled);
  return gaps.length > 0 && words.every(isWords) && gaps.every((at) => upper.slice(0, at).some(isFilled));
}

/** The two lines fill each other's gaps: neither would do as headings alone. */
function hasGaps(upper: Line, lower: Line): boolean {
  const isAlone = upper.some((cell, index) => isFilled(cell) && !isFilled(lower[index]));
  return isAlone || countIn(lower) > countIn(upper) + 1;
}

/** The names of the columns, empty where there is none. Of two lines both: `Person/Name`, the group for all it stands over. */
export function headingsOf(lines: readonly Line[], { line, lines: count }: Headings): readonly string[] {
  const [upper = [], lower = []] = [lines[line - 1], lines[line]].map((one) =>
    (one ?? []).map((cell) => cell.replace(/\s+/g, ' ').trim()),
  );
  if (count === 1) return upper;
  let group = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const [over = '', under = ''] = [upper[at], lower[at]];
    if (over !== '') group = over;
    if (under === '') return over;
    return group === '' || group === under ? under : `${group}/${under}`;
  });
}
