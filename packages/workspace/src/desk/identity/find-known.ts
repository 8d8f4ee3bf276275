import { samePerson, verdictsOn } from '@leeward/domain/team/custody.ts';
import { type NameFinder, nameFinder } from '@leeward/names';
import type { Engine } from '../engine.ts';
import type { KnownElsewhere } from './contract.ts';
import type { CustodyTeam } from './custody-team.ts';
import { kinLikeness } from './kin.ts';
import { compareLikeness, type Likeness } from './known.ts';
import { isOut, whose } from './whose.ts';

/** How many are shown: whoever is as common as that is not found by a name. */
const shownAtMost = 20;

type Held = { readonly finder: NameFinder<string>; readonly likeness: Map<string, Likeness> };
const held = new WeakMap<Engine, Held>();

/** Names read once for as long as a session is open; only those records whose likeness changed are read anew. */
function bring(engine: Engine): Held {
  const known = held.get(engine) ?? { finder: nameFinder<string>(), likeness: new Map<string, Likeness>() };
  held.set(engine, known);
  for (const [record, summary] of engine.summaries) {
    const likeness = summary.kind === 'identity' ? summary.likeness : null;
    if (likeness === null || likeness === undefined || known.likeness.get(record) === likeness) continue;
    known.likeness.set(record, likeness);
    known.finder.set({ id: record, names: likeness.names.map(({ name }) => name) });
  }
  for (const record of [...known.likeness.keys()])
    if (engine.summaries.get(record)?.kind !== 'identity') {
      known.likeness.delete(record);
      known.finder.delete(record);
    }
  return known;
}

/** Whom else the person of these records may be: among all records that custody holds, the likeliest first. */
export function findKnown(
  engine: Engine,
  { state }: CustodyTeam,
  records: readonly string[],
  said: Likeness,
): readonly KnownElsewhere[] {
  const { finder, likeness } = bring(engine);
  const mine = { ...said, kin: records.flatMap((record) => kinLikeness(engine, state, record)) };
  const cases = new Set(
    records.flatMap((record) => (state.custody.whose.get(record) ?? []).map(({ caseRecord }) => caseRecord)),
  );
  const candidates = new Set<string>();
  for (const { name } of mine.names) for (const { id } of finder.find(name, 200)) candidates.add(id);
  // Without a name in common: by papers, ways and relatives. They are few and quickly compared.
  if (mine.papers.length + mine.reaches.length + mine.relatives.length + mine.kin.length > 0)
    for (const record of likeness.keys()) candidates.add(record);
  const own = new Set(records.flatMap((record) => samePerson(state.custody, record)));
  const found: KnownElsewhere[] = [];
  for (const record of candidates) {
    const theirs = likeness.get(record);
    if (theirs === undefined || own.has(record) || isOut(engine, state, record)) continue;
    const compared = compareLikeness(mine, { ...theirs, kin: kinLikeness(engine, state, record, cases) });
    if (compared === null) continue;
    const verdicts = records.flatMap((one) => verdictsOn(state.custody, one, record));
    found.push({ ...compared, record, of: whose(engine, state, record), said: verdicts });
  }
  const order = ({ standing, grounds, against }: KnownElsewhere): number =>
    (standing === 'likely' ? 100 : 0) + grounds.length - against.length;
  return found
    .toSorted((left, right) => order(right) - order(left) || (left.record < right.record ? -1 : 1))
    .slice(0, shownAtMost);
}
