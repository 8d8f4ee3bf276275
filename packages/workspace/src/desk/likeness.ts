import { grades, type NameFinder, nameFinder } from '@leeward/names';
import type { Engine } from './engine.ts';

/** Somebody by whom a record is known: the name to be called by, or the pseudonym of a case. */
export type Named = { readonly record: string; readonly name: string };

type Known = { readonly finder: NameFinder<string>; readonly names: Map<string, string> };

/** Names read once for as long as a session is open: ten thousand are not read anew at every letter that is typed. */
const known = new WeakMap<Engine, Known>();

/** How like each record's name is to this one, from 0 to 1, in whatever script and spelling; only those that may be meant. */
export function likeNames(
  engine: Engine,
  among: readonly Named[],
  name: string,
): ReadonlyMap<string, number> {
  const held = known.get(engine) ?? { finder: nameFinder<string>(), names: new Map<string, string>() };
  known.set(engine, held);
  bring(held, among);
  return likenesses(held.finder, name);
}

/** The same for a list that is not kept. */
export function likeNamesIn(among: readonly Named[], name: string): ReadonlyMap<string, number> {
  return likenesses(nameFinder(among.map(({ record, name: own }) => ({ id: record, names: [own] }))), name);
}

function bring({ finder, names }: Known, among: readonly Named[]): void {
  const here = new Set<string>();
  for (const { record, name } of among) {
    here.add(record);
    if (names.get(record) === name) continue;
    finder.set({ id: record, names: [name] });
    names.set(record, name);
  }
  for (const record of [...names.keys()])
    if (!here.has(record)) {
      finder.delete(record);
      names.delete(record);
    }
}

const askedAtMost = 50;

function likenesses(finder: NameFinder<string>, name: string): ReadonlyMap<string, number> {
  if ([...name.trim()].length < 2) return new Map();
  const found = finder.find(name, askedAtMost);
  return new Map(
    found.filter(({ match }) => match.score >= grades.possible).map(({ id, match }) => [id, match.score]),
  );
}
