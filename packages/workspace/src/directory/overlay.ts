import type { Answers } from '@leeward/directory/answers.ts';
import { type Condition, conditions } from '@leeward/directory/conditions/index.ts';
import { dateOfDay, firstDay } from '@leeward/directory/dates.ts';
import { staleFrom } from '@leeward/directory/judge.ts';
import type { Mechanism } from '@leeward/directory/mechanism.ts';
import type { FullRelease } from '@leeward/directory/release.ts';
import { validate } from '@leeward/directory/validate.ts';
import { canonical } from '@leeward/domain/directory/hurtful.ts';
import type { Check, DirectoryState, LocalEntry, Version } from '@leeward/domain/directory/state.ts';
import type {
  CheckView,
  Conflict,
  DueCheck,
  Orphan,
  ShownChange,
  ShownEntry,
  ToldView,
  Written,
} from './contract.ts';
import { fieldOf, isField, withField } from './fields.ts';

/*
 * The directory as an organisation sees it: the public release, and over it what its members know better. Nothing here
 * changes either: a newer release goes under the same work, and where both say something new, both are shown.
 */

export type Shown = {
  readonly entries: readonly ShownEntry[];
  readonly orphans: readonly Orphan[];
  readonly withdrawn: readonly {
    readonly mechanism: string;
    readonly name: string;
    readonly by: string;
    readonly reason: string;
  }[];
  readonly due: readonly DueCheck[];
  readonly told: NonNullable<Answers['told']>;
};

/** How long before it is due a check is listed, in days. */
const listedBefore = 30;

/**
 * What the organisation sees on a day. Pure: the same release, state and day give the same view on every desk.
 * @param today `2026-11-21`; a check or an answer of a later day does not count yet
 * @param nameOf the name of a member, for entries that say who checked them
 */
export function shownDirectory(
  release: FullRelease | null,
  state: DirectoryState,
  today: string,
  nameOf: (member: string) => string,
): Shown {
  const seen: Seeing = { state, today, nameOf, openOf: openByMechanism(state) };
  const released = (release?.entries ?? []).map((entry) => shownRelease(seen, entry));
  const inRelease = new Set(released.map(({ entry }) => entry.id));
  const localShown = [...state.local.values()].flatMap((one) =>
    one.withdrawn === null ? [shownLocal(seen, one, inRelease)] : [],
  );
  const entries = [...released, ...localShown.flatMap((one) => ('entry' in one ? [one] : []))].sort(
    (left, right) => (left.entry.id < right.entry.id ? -1 : 1),
  );
  return {
    entries,
    orphans: [
      ...[...state.versions].flatMap(([mechanism, of]) =>
        inRelease.has(mechanism) ? [] : [orphanOf(state, mechanism, of)],
      ),
      ...localShown.flatMap((one) => ('entry' in one ? [] : [one])),
    ],
    withdrawn: [...state.local.values()].flatMap((one) =>
      one.withdrawn === null
        ? []
        : [
            {
              mechanism: one.mechanism,
              name: nameIn(one),
              by: one.withdrawn.by,
              reason: one.withdrawn.reason,
            },
          ],
    ),
    due: entries.flatMap((one) => dueOf(one, today)).sort(bySoonest),
    told: Object.fromEntries(
      entries.flatMap(({ entry, told }) => {
        const counting = told.filter(({ old }) => !old).map(({ condition, answer }) => [condition, answer]);
        return counting.length === 0 ? [] : [[entry.id, Object.fromEntries(counting)]];
      }),
    ),
  };
}

type Seeing = {
  readonly state: DirectoryState;
  readonly today: string;
  readonly nameOf: (member: string) => string;
  readonly openOf: ReadonlyMap<string, readonly string[]>;
};

function openByMechanism(state: DirectoryState): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { proposal, mechanism, status } of state.proposals.values())
    if (status === 'open') found.set(mechanism, [...(found.get(mechanism) ?? []), proposal]);
  return found;
}

function shownRelease(seen: Seeing, released: Mechanism): ShownEntry {
  const { state } = seen;
  const of = [...(state.versions.get(released.id) ?? [])].filter(([field]) => isField(field));
  const standing = of.map(([field, versions]) => standingOf(state, released, field, versions));
  const { entry, unfit } = withAll(released, standing);
  const shown = new Set(unfit.map(({ field }) => field));
  return {
    ...known(seen, entry),
    origin: 'release',
    changes: standing.flatMap(({ change }) => (change === null || shown.has(change.field) ? [] : [change])),
    conflicts: standing.flatMap(({ conflict }) => (conflict === null ? [] : [conflict])),
    unfit,
    awaitsSecond: false,
  };
}

type Standing = {
  readonly field: string;
  readonly change: ShownChange | null;
  readonly conflict: Conflict | null;
};

/** What stands in one field: the last version, beside what the release says and what was written apart. */
function standingOf(
  state: DirectoryState,
  entry: Mechanism,
  field: string,
  versions: readonly Version[],
): Standing {
  const released = fieldOf(entry, field);
  const last = versions.at(-1);
  if (last === undefined) return { field, change: null, conflict: null };
  const same = (left: Version['value'], right: Version['value']) => canonical(left) === canonical(right);
  // Who chose what the release said wants to follow the release, whatever it says later.
  const follows = same(last.value, last.base);
  const shown = follows ? released : last.value;
  const kinds: Conflict['kinds'][number][] = [];
  if (!follows && !same(last.value, released) && !same(last.base, released)) kinds.push('release');
  if (new Set(versions.map(({ value }) => canonical(value))).size > 1) kinds.push('colleagues');
  const mine = versions.map((version) => ({
    ...writtenIn(state, version.proposal),
    value: version.value,
    base: version.base,
  }));
  return {
    field,
    change: same(shown, released)
      ? null
      : { ...writtenIn(state, last.proposal), field, value: shown, released },
    conflict: kinds.length === 0 ? null : { field, kinds, shown, released, mine },
  };
}

/** The entry with every change that fits the form together with the others; what does not is set apart, not lost. */
function withAll(
  released: Mechanism,
  standing: readonly Standing[],
): { readonly entry: Mechanism; readonly unfit: ShownEntry['unfit'] } {
  const changes = standing.flatMap(({ change }) => (change === null ? [] : [change]));
  const put = (entry: Mechanism, { field, value }: ShownChange): Mechanism =>
    isField(field) ? withField(entry, field, value as Version['value']) : entry;
  const together = validate([changes.reduce(put, released)]);
  if (together.ok) return { entry: together.mechanisms[0] ?? released, unfit: [] };
  let entry = released;
  const unfit: ShownEntry['unfit'][number][] = [];
  for (const change of changes) {
    const tried = validate([put(entry, change)]);
    if (tried.ok) entry = tried.mechanisms[0] ?? entry;
    else unfit.push({ field: change.field, value: change.value, flaws: tried.flaws });
  }
  return { entry, unfit };
}

function shownLocal(seen: Seeing, local: LocalEntry, inRelease: ReadonlySet<string>): ShownEntry | Orphan {
  const { state } = seen;
  const last = local.versions.at(-1);
  const read = validate([last?.entry]);
  const [entry] = read.ok ? read.mechanisms : [];
  const mine = local.versions.map((version) => ({
    ...writtenIn(state, version.proposal),
    field: '',
    value: version.entry,
    base: null,
  }));
  if (entry === undefined || entry.id !== local.mechanism || inRelease.has(entry.id))
    return { mechanism: local.mechanism, changes: mine };
  return {
    ...known(seen, entry),
    origin: 'local',
    changes: [],
    conflicts:
      mine.length < 2 ? [] : [{ field: '', kinds: ['colleagues'], shown: entry, released: null, mine }],
    unfit: [],
    awaitsSecond: !local.confirmed,
  };
}

/** What is the same for released and local entries: checks, answers, when it must be checked again. */
function known(
  seen: Seeing,
  entry: Mechanism,
): Pick<ShownEntry, 'entry' | 'checks' | 'told' | 'dueOn' | 'open'> {
  const { state, today, nameOf, openOf } = seen;
  const checks = (state.checks.get(entry.id) ?? []).filter(({ on }) => on <= today);
  const open = openOf.get(entry.id) ?? [];
  const settled = [...state.proposals.values()].flatMap((one) =>
    one.mechanism === entry.id && one.status === 'confirmed' ? [one.decided?.position ?? -1] : [],
  );
  const fresh = checks.filter((check, index) => {
    if (check.outcome === 'unchanged' || check.outcome === 'closed') return true;
    // What it found to have changed must be written down first: until then what is shown is known to be wrong.
    const since = checks[index - 1]?.position ?? -1;
    return check.outcome === 'changed' && open.length === 0 && settled.some((position) => position > since);
  });
  const latest = fresh.reduce<Check | null>(
    (best, check) => (best === null || check.on >= best.on ? check : best),
    null,
  );
  const checked = checkedBy(entry, latest, nameOf);
  return {
    entry: { ...entry, checked },
    checks: checks.map(checkView).reverse(),
    told: toldAbout(seen, entry),
    dueOn: dateOfDay(staleFrom({ ...entry, checked })),
    open,
  };
}

function checkedBy(
  entry: Mechanism,
  check: Check | null,
  nameOf: (member: string) => string,
): Mechanism['checked'] {
  if (check === null || firstDay(check.on) < firstDay(entry.readOn)) return entry.checked;
  if (entry.checked !== null && entry.checked.on >= check.on) return entry.checked;
  return { on: check.on, by: nameOf(check.by) || check.by };
}

const checkView = ({ on, by, outcome, source, claimedTime }: Check): CheckView => ({
  on,
  by,
  outcome,
  source,
  claimedTime,
});

function toldAbout({ state, today }: Seeing, entry: Mechanism): readonly ToldView[] {
  return [...(state.told.get(entry.id) ?? [])].flatMap(([condition, { answer, on, by, source }]) => {
    if (!isGeneral(condition)) return [];
    const counted = { ...entry, readOn: on, checked: null };
    const old = on > today || firstDay(today) >= staleFrom(counted);
    return [{ condition, answer, on, by, source, old }];
  });
}

/** What a mechanism can answer for everybody who asks; the rest depends on who asks, and belongs to that request alone. */
export const generalConditions = [
  'is-open-now',
  'takes-people-in-exile',
  'takes-families',
  'return-expected',
  'self-application',
  'finds-a-host',
  'by-invitation',
  'longer-exile-accepted',
] as const;

export const isGeneral = (condition: string): condition is Condition =>
  (generalConditions as readonly string[]).includes(condition) && Object.hasOwn(conditions, condition);

function dueOf({ entry, dueOn, checks }: ShownEntry, today: string): readonly DueCheck[] {
  // A closed door is not on anybody's list: it opens again by a proposal, which needs a source.
  if (entry.state.is === 'closed') return [];
  const overdue = firstDay(today) - firstDay(dueOn);
  if (overdue < -listedBefore) return [];
  return [{ mechanism: entry.id, name: entry.name, dueOn, overdue, lastTried: checks[0] ?? null }];
}

const bySoonest = (left: DueCheck, right: DueCheck): number =>
  right.overdue - left.overdue || (left.mechanism < right.mechanism ? -1 : 1);

function orphanOf(
  state: DirectoryState,
  mechanism: string,
  of: ReadonlyMap<string, readonly Version[]>,
): Orphan {
  return {
    mechanism,
    changes: [...of].flatMap(([field, versions]) =>
      versions.map(({ proposal, value }) => ({ ...writtenIn(state, proposal), field, value })),
    ),
  };
}

function writtenIn(state: DirectoryState, id: string): Written {
  const proposal = state.proposals.get(id);
  return {
    proposal: id,
    by: proposal?.by ?? '',
    claimedTime: proposal?.claimedTime ?? 0,
    confirmedBy: proposal?.status === 'confirmed' ? (proposal.decided?.by ?? '') : '',
    source: proposal?.source ?? '',
    sourceDate: proposal?.sourceDate ?? null,
    note: proposal?.note ?? '',
  };
}

function nameIn({ versions }: LocalEntry): string {
  const entry = versions.at(-1)?.entry as { readonly name?: unknown } | null | undefined;
  return typeof entry?.name === 'string' ? entry.name : '';
}
