import type { Mapping, Mends } from '@leeward/domain/bring/mapping.ts';
import { type PlannedRow, planRow, type Words, withDoubles } from '@leeward/domain/bring/plan-row.ts';
import type { BroughtRow, BroughtTable } from '@leeward/domain/bring/table.ts';
import { useEffect, useMemo, useState } from 'react';
import { newId } from '../cases/new-id.ts';
import { useView } from '../session/use-session.tsx';

/** What the rows of a table would become. */
export type Plan = {
  /** All of them, those that are cases already too. */
  readonly planned: readonly PlannedRow[];
  /** Those that are no case yet. */
  readonly fresh: readonly PlannedRow[];
  readonly ready: readonly PlannedRow[];
  /** Those that are cases already, and of whose people the table says what belongs into an identity. */
  readonly named: readonly PlannedRow[];
  /** Whether something was changed that is not planned yet: nothing is brought before it is. */
  readonly isBehind: boolean;
};

/** How many rows are planned with every letter that somebody types; more wait until she pauses. */
const plannedAtOnce = 1000;
const pause = 400;

const plain = (name: string): string => name.normalize('NFC').trim().toLowerCase();

type Input = {
  readonly table: BroughtTable | null;
  readonly mapping: Mapping | null;
  readonly mends: Mends;
  readonly source: string;
  readonly words: Words;
};

/** What is to be planned, as it was when she last paused; another table is not waited for. */
function useSettled(now: Input): Input {
  const [settled, setSettled] = useState(now);
  const waits = (now.table?.rows.length ?? 0) > plannedAtOnce;
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => setSettled(now), pause);
    return () => clearTimeout(timer);
  }, [now, waits]);
  return waits && settled.table === now.table ? settled : now;
}

/** For how many milliseconds rows of a long table are planned before the page answers again. */
const slice = 10;

/** The rows of a table as planned: a short one at once, a long one in slices, with the plan of before until the last. */
function usePlanned(input: Input): { readonly planned: readonly PlannedRow[]; readonly isWhole: boolean } {
  const [planOne] = useState(createPlanner);
  const rows = input.table === null || input.mapping === null ? none : input.table.rows;
  const isLong = rows.length > plannedAtOnce;
  const short = useMemo(
    () => (isLong ? none : rows.map((row) => planOne(input, row))),
    [isLong, rows, input, planOne],
  );
  const [long, setLong] = useState<{ readonly of: Input; readonly planned: readonly PlannedRow[] } | null>(
    null,
  );
  useEffect(() => {
    if (!isLong) return;
    const planned: PlannedRow[] = [];
    const go = (): void => {
      const end = performance.now() + slice;
      for (const row of rows.slice(planned.length)) {
        planned.push(planOne(input, row));
        if (performance.now() > end) break;
      }
      if (planned.length === rows.length) setLong({ of: input, planned });
      else timer = setTimeout(go);
    };
    let timer = setTimeout(go);
    return () => clearTimeout(timer);
  }, [isLong, rows, input, planOne]);
  if (!isLong) return { planned: short, isWhole: true };
  const isHere = long !== null && long.of.table === input.table;
  return { planned: isHere ? long.planned : none, isWhole: long?.of === input };
}

const none: readonly never[] = [];

/** Plans rows, and remembers what became of each: who mends one row of thousands has one row planned anew. */
function createPlanner(): (input: Input, row: BroughtRow) => PlannedRow {
  type Kept = { readonly mend: Mends[number] | undefined; readonly plan: PlannedRow };
  let [mapping, words]: [Mapping | null, Words | null] = [null, null];
  let kept = new WeakMap<BroughtRow, Kept>();
  return (input, row) => {
    if (input.mapping === null) throw new Error('nothing to plan by');
    if (input.mapping !== mapping || input.words !== words) {
      [mapping, words] = [input.mapping, input.words];
      kept = new WeakMap();
    }
    const mend = input.mends[row.number];
    const before = kept.get(row);
    if (before !== undefined && before.mend === mend) return before.plan;
    const plan = planRow(row, input.mapping, input.mends, input.words, { newId });
    kept.set(row, { mend, plan });
    return plan;
  };
}

/** Plans a table, and holds it against what is here already. */
export function usePlan(given: Input): Plan {
  const { table: its, mapping: chosen, mends: mended, source: called, words: said } = given;
  const now = useMemo(
    () => ({ table: its, mapping: chosen, mends: mended, source: called, words: said }),
    [its, chosen, mended, called, said],
  );
  const settled = useSettled(now);
  const { mapping, source } = settled;
  const cases = useView('cases', {});
  const known = useView('broughtKeys', {});
  const taken = useMemo(
    () => new Set((cases?.ok === true ? cases.value : []).map(({ pseudonym }) => plain(pseudonym))),
    [cases],
  );
  const before = useMemo(
    () =>
      new Set(
        (known?.ok === true ? known.value : []).flatMap((one) => (one.source === source ? [one.key] : [])),
      ),
    [known, source],
  );
  const { planned, isWhole } = usePlanned(settled);
  const fresh = useMemo(
    () =>
      withDoubles(
        planned.filter(({ key }) => !before.has(key)),
        (name) => taken.has(plain(name)),
        Object.entries(mapping?.columns ?? {}).find(([, target]) => target === 'pseudonym')?.[0],
      ),
    [planned, before, taken, mapping],
  );
  return {
    isBehind: settled !== now || !isWhole,
    planned,
    fresh,
    ready: fresh.filter(({ problems }) => problems.length === 0),
    named: planned.filter(
      ({ key, identity, people, problems }) =>
        before.has(key) && identity.length + people.length > 0 && problems.length === 0,
    ),
  };
}
