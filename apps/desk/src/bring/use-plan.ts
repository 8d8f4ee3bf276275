import type { Mapping, Mends } from '@leeward/domain/bring/mapping.ts';
import { type PlannedRow, planRow, type Words, withDoubles } from '@leeward/domain/bring/plan-row.ts';
import type { BroughtTable } from '@leeward/domain/bring/table.ts';
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

/** What is to be planned, as it was when she last paused; another table is planned at once. */
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

/** Plans a table, and holds it against what is here already. */
export function usePlan(given: Input): Plan {
  const { table: its, mapping: chosen, mends: mended, source: called, words: said } = given;
  const now = useMemo(
    () => ({ table: its, mapping: chosen, mends: mended, source: called, words: said }),
    [its, chosen, mended, called, said],
  );
  const settled = useSettled(now);
  const { table, mapping, mends, source, words } = settled;
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
  const planned = useMemo(() => {
    if (table === null || mapping === null) return [];
    return table.rows.map((row) => planRow(row, mapping, mends, words, { newId }));
  }, [table, mapping, mends, words]);
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
    isBehind: settled !== now,
    planned,
    fresh,
    ready: fresh.filter(({ problems }) => problems.length === 0),
    named: planned.filter(
      ({ key, identity, people, problems }) =>
        before.has(key) && identity.length + people.length > 0 && problems.length === 0,
    ),
  };
}
