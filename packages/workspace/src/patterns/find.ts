import type { IncidentTrace } from '@leeward/domain/incident/trace.ts';
import type { Pattern, PatternBasis, PatternsView, SharedMethod } from './contract.ts';
import { groupNames } from './same-names.ts';

/** A case with the traces of its incidents. */
export type TracedCase = {
  readonly record: string;
  readonly pseudonym: string;
  readonly traces: readonly IncidentTrace[];
};

type Event = {
  readonly number: number;
  readonly of: TracedCase;
  readonly trace: IncidentTrace;
  /** Groups of actors. */
  readonly actors: readonly number[];
};

/** Incidents so many days apart are of the same weeks; a run of them is no longer than this. */
const gap = 14;
const longest = 56;
/** A date that may be any of so many days says nothing about weeks. */
const widest = 31;
const shown = 100;
const dayOf = (day: string): number => Date.parse(day) / 86_400_000;

/**
 * What incidents of different cases have in common: the same actor, the same place, the same weeks, the same method. It
 * only counts and never weighs: every pattern says on what it rests.
 */
export function findPatterns(cases: readonly TracedCase[]): Omit<PatternsView, 'read'> {
  const flat = cases.flatMap((of) => of.traces.map((trace) => ({ of, trace })));
  const named = flat.flatMap(({ trace }) => trace.actors);
  const { groupOf, groups } = groupNames(named);
  let at = 0;
  const events = flat.map(({ of, trace }, number): Event => {
    const actors = trace.actors.map(() => groupOf[at++] ?? -1);
    return { number, of, trace, actors: [...new Set(actors)] };
  });
  const dated = events.filter(({ trace }) => isNear(trace));
  const regions = regionsOf(events);
  // A country alone is too wide to say anything.
  const methodsInRegions = (event: Event): readonly string[] => {
    const region = regions.get(event);
    return region === undefined ? [] : event.trace.methods.map((method) => `${region} ${method}`);
  };
  const patterns: Pattern[] = [];
  const told = new Set<string>();
  const tell = (bases: readonly PatternBasis[], members: readonly Event[], actor: Pattern['actor']): void => {
    if (new Set(members.map(({ of }) => of.record)).size < 2) return;
    const key = members
      .map(({ number }) => number)
      .toSorted((one, two) => one - two)
      .join(' ');
    if (told.has(key)) return;
    told.add(key);
    patterns.push(patternOf(bases, members, actor, regions));
  };

  for (const [group, members] of byKey(events, ({ actors }) => actors)) {
    const actor = groups.get(group) ?? null;
    for (const run of runsOf(members.filter(({ trace }) => isNear(trace))))
      tell(['actor', 'weeks'], run, actor);
    tell(['actor'], members, actor);
  }
  for (const [, members] of byKey(dated, methodsInRegions))
    for (const run of runsOf(members)) tell(['weeks', 'method', 'place'], run, null);

  const ordered = patterns.toSorted(
    (left, right) =>
      right.bases.length - left.bases.length ||
      right.cases.length - left.cases.length ||
      compare(right.last ?? '', left.last ?? '') ||
      compare(left.key, right.key),
  );
  return {
    patterns: ordered.slice(0, shown),
    total: ordered.length,
    cases: cases.filter(({ traces }) => traces.length > 0).length,
    incidents: flat.length,
    undated: events.length - dated.length,
  };
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Whether its date is known well enough to be held against weeks. */
function isNear({ first, last }: IncidentTrace): boolean {
  return first !== null && last !== null && dayOf(last) - dayOf(first) <= widest;
}

/** Events by every key that each has, those with one event left out. */
function byKey<Key>(
  events: readonly Event[],
  keysOf: (event: Event) => readonly Key[],
): readonly (readonly [Key, readonly Event[]])[] {
  const found = new Map<Key, Event[]>();
  for (const event of events)
    for (const key of keysOf(event)) {
      const known = found.get(key);
      if (known === undefined) found.set(key, [event]);
      else known.push(event);
    }
  return [...found].filter(([, members]) => members.length > 1);
}

/** Parts a list into stretches in which each is near the one before. */
function runsOf(events: readonly Event[]): readonly (readonly Event[])[] {
  const inOrder = events.toSorted((left, right) => compare(left.trace.first ?? '', right.trace.first ?? ''));
  const runs: Event[][] = [];
  let begins = 0;
  let ends = 0;
  for (const event of inOrder) {
    const [first, last] = [dayOf(event.trace.first ?? ''), dayOf(event.trace.last ?? '')];
    const run = runs.at(-1);
    if (run !== undefined && first - ends <= gap && last - begins <= longest) {
      run.push(event);
      ends = Math.max(ends, last);
    } else {
      runs.push([event]);
      begins = first;
      ends = last;
    }
  }
  return runs.filter((run) => run.length > 1);
}

/** Under which name the region of each incident stands, for all its spellings; null where none was named. */
function regionsOf(events: readonly Event[]): ReadonlyMap<Event, number> {
  const having = events.filter(({ trace }) => trace.area !== '');
  const { groupOf } = groupNames(
    having.map(({ trace }) => ({ names: [trace.area], country: trace.country ?? 'unknown' })),
  );
  return new Map(having.map((event, at) => [event, groupOf[at] ?? -1]));
}

function patternOf(
  bases: readonly PatternBasis[],
  members: readonly Event[],
  actor: Pattern['actor'],
  regions: ReadonlyMap<Event, number>,
): Pattern {
  const byCase = new Map<string, { record: string; pseudonym: string; incidents: string[] }>();
  for (const { of, trace } of members) {
    const known = byCase.get(of.record) ?? { record: of.record, pseudonym: of.pseudonym, incidents: [] };
    known.incidents.push(trace.id);
    byCase.set(of.record, known);
  }
  const methods = sharedMethods(members);
  const place = sharedPlace(members, regions);
  const days = members.flatMap(({ trace }) => (trace.first === null ? [] : [trace.first])).toSorted();
  const lasts = members.flatMap(({ trace }) => (trace.last === null ? [] : [trace.last])).toSorted();
  const found = new Set<PatternBasis>(bases);
  if (methods.length > 0) found.add('method');
  if (place !== null && place.areas.length > 0) found.add('place');
  return {
    key: members.map(({ of, trace }) => `${of.record.slice(0, 16)}${trace.id.slice(0, 8)}`).join(' '),
    bases: (['actor', 'weeks', 'method', 'place'] as const).filter((basis) => found.has(basis)),
    cases: [...byCase.values()],
    incidents: members.length,
    people: peopleIn(members),
    first: days[0] ?? null,
    last: lasts.at(-1) ?? null,
    actor,
    methods,
    place,
  };
}

/** People, each once in her case; somebody unnamed for a case that names nobody. */
function peopleIn(members: readonly Event[]): number {
  const named = new Set<string>();
  const unnamed = new Set<string>();
  for (const { of, trace } of members) {
    if (trace.people.length === 0) unnamed.add(of.record);
    for (const who of trace.people) named.add(`${of.record} ${who}`);
  }
  const counted = new Set([...named].map((one) => one.slice(0, one.indexOf(' '))));
  return named.size + [...unnamed].filter((record) => !counted.has(record)).length;
}

function sharedMethods(members: readonly Event[]): readonly SharedMethod[] {
  return byKey(members, ({ trace }) => trace.methods)
    .map(([code, having]) => ({
      code,
      cases: new Set(having.map(({ of }) => of.record)).size,
      people: peopleIn(having),
    }))
    .filter(({ cases }) => cases > 1)
    .toSorted((left, right) => right.cases - left.cases || right.people - left.people);
}

/** The place that all of them share: a region where all name it, else a country. */
function sharedPlace(members: readonly Event[], regions: ReadonlyMap<Event, number>): Pattern['place'] {
  const countries = new Set(members.map(({ trace }) => trace.country));
  const [country = null] = countries;
  if (countries.size > 1) return null;
  const shared = new Set(members.map((event) => regions.get(event)));
  if (shared.size === 1 && !shared.has(undefined))
    return { country, areas: [...new Set(members.map(({ trace }) => trace.area))] };
  return country === null ? null : { country, areas: [] };
}
