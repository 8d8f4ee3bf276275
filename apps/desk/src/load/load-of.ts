import { isOver } from '@leeward/domain/case/order.ts';
import type { CaseLine } from '@leeward/workspace/desk/case-contract.ts';

/** What one officer carries, in numbers that everybody can count again. */
export type Carried = {
  /** Null for the cases that nobody is responsible for. */
  readonly member: string | null;
  readonly open: number;
  readonly byUrgency: Readonly<
    Record<'urg_immediate' | 'urg_urgent' | 'urg_high' | 'urg_standard' | 'urg_unset', number>
  >;
  /** Next steps whose day is over. */
  readonly overdue: number;
  readonly second: number;
  /** Cases that are offered to her. */
  readonly offered: number;
};

export const isOpen = (line: Pick<CaseLine, 'state'>): boolean => !isOver(line);

/** Who carries a case; null for nobody, and where whoever carried it works on cases no more. */
export const carrierOf = (
  { responsible }: Pick<CaseLine, 'responsible'>,
  officers: readonly string[],
): string | null => (responsible !== null && officers.includes(responsible) ? responsible : null);

/** Who carries how much, whoever carries most first; what nobody carries comes before all. */
export function loadOf(
  lines: readonly CaseLine[],
  officers: readonly string[],
  today: string,
): readonly Carried[] {
  const rows = new Map<string | null, Carried>(officers.map((member) => [member, none(member)]));
  const change = (member: string | null, part: (row: Carried) => Partial<Carried>): void => {
    const row = rows.get(member) ?? none(member);
    rows.set(member, { ...row, ...part(row) });
  };
  for (const line of lines.filter(isOpen)) {
    const date = line.next?.date ?? '';
    const late = date !== '' && date < today ? 1 : 0;
    change(carrierOf(line, officers), (row) => ({
      open: row.open + 1,
      overdue: row.overdue + late,
      byUrgency: { ...row.byUrgency, [line.urgency]: row.byUrgency[line.urgency] + 1 },
    }));
    if (line.second !== null && officers.includes(line.second))
      change(line.second, (row) => ({ second: row.second + 1 }));
    if (line.offered !== null && officers.includes(line.offered))
      change(line.offered, (row) => ({ offered: row.offered + 1 }));
  }
  return [...rows.values()].sort(
    (left, right) =>
      Number(right.member === null) - Number(left.member === null) ||
      right.open - left.open ||
      ((left.member ?? '') < (right.member ?? '') ? -1 : 1),
  );
}

const none = (member: string | null): Carried => ({
  member,
  open: 0,
  byUrgency: { urg_immediate: 0, urg_urgent: 0, urg_high: 0, urg_standard: 0, urg_unset: 0 },
  overdue: 0,
  second: 0,
  offered: 0,
});

/** How many open cases one officer usually carries (handbook 2): from here on a word is due. */
export const usual = { least: 20, most: 60 } as const;

/** The word that she reads about what she carries: kind, and no score. */
export function wordFor({ open, overdue }: Carried): 'none' | 'light' | 'usual' | 'late' | 'much' {
  if (open === 0) return 'none';
  if (open > usual.most) return 'much';
  if (overdue > open / 3 && overdue > 2) return 'late';
  return open < usual.least ? 'light' : 'usual';
}
