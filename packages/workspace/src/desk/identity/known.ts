import type { NameUse } from '@leeward/domain/identity/sheet.ts';
import type { IdentityState } from '@leeward/domain/identity/state.ts';
import type { AgeBand } from '@leeward/domain/people/events.ts';
import { isSameWay, plain } from '@leeward/domain/request/same-way.ts';
import { type InexactDate, overlapOf } from '@leeward/domain/shared/inexact-date.ts';
import { standing } from '@leeward/domain/shared/items.ts';
import { compareNames, type Grade, type NameMatch, type Way } from '@leeward/names';

/*
 * Whether somebody is known from an earlier case. Names are compared across scripts and spellings, dates as exactly as
 * they are known, and with them the people by whom she is known, papers, and ways to reach her. What speaks for it and
 * what speaks against it is said; nothing is added up to a number, and nothing is merged: a person decides.
 */

/** What is compared of an identity record: kept in the lists of those in custody, sealed like them. */
export type Likeness = {
  readonly names: readonly { readonly name: string; readonly use: NameUse }[];
  readonly born: readonly InexactDate[];
  readonly nationalities: readonly string[];
  readonly reaches: readonly string[];
  /** Numbers of documents, as they are compared. */
  readonly papers: readonly string[];
  readonly relatives: readonly { readonly relation: string; readonly name: string }[];
  /** Her relatives in the cases that she is a person of; asked for when it is compared, and kept nowhere. */
  readonly kin?: readonly KinLikeness[];
};

/** A relative as a case has her: under a label, with an age band, and with the names of her own identity if she has one. */
export type KinLikeness = {
  readonly relation: string;
  readonly label: string;
  readonly band: AgeBand;
  readonly names: readonly string[];
};

/** What two records have in common, told of the one that is open: what the other says stays closed. */
export type Ground =
  | {
      readonly kind: 'name';
      readonly grade: Exclude<Grade, 'different'>;
      readonly way: Way;
      readonly mine: string;
    }
  | { readonly kind: 'born'; readonly overlap: 'overlap' | 'near'; readonly mine: InexactDate }
  | { readonly kind: 'relative'; readonly relation: string; readonly mine: string }
  /** Relatives in both cases whose own identities are called alike; told by the label that the open case has for her. */
  | { readonly kind: 'kin'; readonly relation: string; readonly mine: string }
  /** The same family in both cases: as many of the same relation and age, told without anybody's name. */
  | {
      readonly kind: 'family';
      readonly mine: readonly { readonly relation: string; readonly band: AgeBand }[];
    }
  | { readonly kind: 'paper'; readonly mine: string }
  | { readonly kind: 'reach'; readonly mine: string }
  | { readonly kind: 'nationality'; readonly mine: string };

/** What speaks against it. Papers err, and so do people: it rules nothing out. */
export type Objection = { readonly kind: 'born'; readonly mine: InexactDate };

/**
 * `likely`: a paper or a way to reach her in common, or a name together with a birth or a relative. `possible`: less than
 * that.
 */
export type KnownPerson = {
  readonly standing: 'likely' | 'possible';
  readonly grounds: readonly Ground[];
  readonly against: readonly Objection[];
};

/** What there is to compare in a record. Values that stand apart are all compared. */
export function likenessOf({ sheet, names, facts, contacts }: IdentityState): Likeness {
  const all = <Value>(field: readonly { readonly value: Value }[] | undefined): readonly Value[] =>
    (field ?? []).map(({ value }) => value);
  const old = names.flatMap(({ value }) => [
    { name: value.call, use: 'call' as const },
    ...(value.legal === null ? [] : [{ name: value.legal, use: 'documents' as const }]),
    ...value.others.map((name) => ({ name, use: 'other' as const })),
    ...value.scripts.map(({ name }) => ({ name, use: 'other' as const })),
  ]);
  const particulars = standing(sheet.particulars).map(({ fields }) => fields);
  return {
    names: [
      ...standing(sheet.names).flatMap(({ fields }) =>
        all(fields.name).map((name) => ({ name, use: all(fields.use).at(-1) ?? ('other' as const) })),
      ),
      ...standing(sheet.documents).flatMap(({ fields }) =>
        all(fields.name).map((name) => ({ name, use: 'documents' as const })),
      ),
      ...old,
    ].filter(({ name }) => name.trim() !== ''),
    born: particulars.flatMap(({ born }) => all(born).filter((one) => one !== null)),
    nationalities: [...new Set(particulars.flatMap(({ nationalities }) => all(nationalities).flat()))],
    reaches: [
      ...standing(sheet.reaches).flatMap(({ fields }) => all(fields.detail)),
      ...[...contacts.values()].flatMap((field) => all(field).map(({ detail }) => detail)),
    ].filter((one) => one !== ''),
    papers: [
      ...standing(sheet.documents).flatMap(({ fields }) => all(fields.number)),
      ...[...facts].flatMap(([fact, field]) => (fact.endsWith('_number') ? all(field) : [])),
    ].flatMap((number) => paperOf(number) ?? []),
    relatives: standing(sheet.relatives).flatMap(({ fields }) =>
      all(fields.name).map((name) => ({ name, relation: all(fields.relation).at(-1) ?? '' })),
    ),
  };
}

/** The number of a paper as it is compared; null where it is too short to tell anybody apart. */
function paperOf(number: string): string | null {
  const written = plain(number);
  return [...written].length >= 5 ? written : null;
}

/** Why these may be one person; null where nothing telling speaks for it. */
export function compareLikeness(mine: Likeness, theirs: Likeness): KnownPerson | null {
  const named = bestName(mine.names, theirs.names);
  const papers = mine.papers.filter((one) => theirs.papers.includes(one));
  const reaches = mine.reaches.filter((one) => theirs.reaches.some((other) => isSameWay(one, other)));
  const relatives = sharedRelatives(mine, theirs);
  const family = sameFamily(mine.kin ?? [], theirs.kin ?? []);
  const births = birthsOf(mine.born, theirs.born);
  const born = births.find((one) => one.overlap !== 'apart');
  const isNamed = named !== null && named.match.grade !== 'possible';
  const isTelling = papers.length + reaches.length > 0;
  const isLikely = isTelling || (isNamed && (born !== undefined || relatives.length > 0));
  // A family of the same shape says little by itself: it stands beside a name, and makes nothing likely.
  const supported = named !== null && (born !== undefined || relatives.length > 0 || family !== null);
  const isRelated = relatives.length > 1 || (relatives.length > 0 && born !== undefined);
  if (!isLikely && !isNamed && !supported && !isRelated) return null;
  const grounds: readonly Ground[] = [
    ...papers.map((one): Ground => ({ kind: 'paper', mine: one })),
    ...reaches.map((one): Ground => ({ kind: 'reach', mine: one })),
    ...(named === null ? [] : [nameGround(named)]),
    ...(born === undefined ? [] : [{ kind: 'born', overlap: born.overlap, mine: born.mine } as Ground]),
    ...relatives,
    ...(family === null ? [] : [family]),
    ...mine.nationalities
      .filter((one) => theirs.nationalities.includes(one))
      .map((one): Ground => ({ kind: 'nationality', mine: one })),
  ];
  const apart = births.length > 0 && born === undefined ? births[0] : undefined;
  return {
    standing: isLikely ? 'likely' : 'possible',
    grounds,
    against: apart === undefined ? [] : [{ kind: 'born', mine: apart.mine }],
  };
}

type NamedAs = { readonly mine: string; readonly match: NameMatch };

function bestName(mine: Likeness['names'], theirs: Likeness['names']): NamedAs | null {
  let best: NamedAs | null = null;
  for (const one of mine)
    for (const other of theirs) {
      const match = compareNames(one.name, other.name);
      if (match.grade !== 'different' && match.score > (best?.match.score ?? 0))
        best = { mine: one.name, match };
    }
  return best;
}

/** How loosely two names are one: by the loosest of the ways in which their words are. */
const looseness: readonly Way[] = ['same', 'marks', 'script', 'sound', 'slip', 'start'];

function nameGround({ mine, match }: NamedAs): Ground {
  const ways = match.words.map(({ way }) => looseness.indexOf(way));
  const scripts = match.words.some(({ way }) => way === 'script');
  // Two scripts are worth more words than a letter that differs in one of them.
  const way = scripts ? 'script' : (looseness[Math.max(0, ...ways)] ?? 'sound');
  const grade = match.grade === 'different' ? 'possible' : match.grade;
  return { kind: 'name', grade, way, mine };
}

/** Whether two people are called alike by any of their names. */
const areAlike = (mine: readonly string[], theirs: readonly string[]): boolean =>
  mine.some((one) => theirs.some((other) => ['same', 'likely'].includes(compareNames(one, other).grade)));

type Relative = { readonly relation: string; readonly names: readonly string[]; readonly ground: Ground };

/**
 * The relatives that an identity names, and those that a case knows under a label and that have an identity of their own,
 * each once where both know them. Of a closed identity nothing is quoted: there the label of the case stands.
 */
function relativesIn({ relatives, kin = [] }: Likeness): readonly Relative[] {
  const found: Relative[] = relatives.map(({ relation, name }) => ({
    relation,
    names: [name],
    ground: { kind: 'relative', relation, mine: name },
  }));
  for (const { relation, names, label } of kin) {
    const at = found.findIndex(
      (one) => relationOf(one.relation) === relationOf(relation) && areAlike(names, one.names),
    );
    const known = found[at];
    if (known === undefined) found.push({ relation, names, ground: { kind: 'kin', relation, mine: label } });
    else found[at] = { ...known, names: [...known.names, ...names] };
  }
  return found;
}

/**
 * Relatives of both who are called alike, each of them once: two spellings of one brother are not two brothers. As many
 * as can be paired, so that it is the same from both sides.
 */
function sharedRelatives(mine: Likeness, theirs: Likeness): readonly Ground[] {
  const [here, there] = [relativesIn(mine), relativesIn(theirs)];
  const taken = new Map<number, number>();
  const pair = (at: number, tried: Set<number>): boolean =>
    there.some((other, place) => {
      const one = here[at];
      if (one === undefined || tried.has(place) || !isSameRelative(one, other)) return false;
      tried.add(place);
      const holder = taken.get(place);
      if (holder !== undefined && !pair(holder, tried)) return false;
      taken.set(place, at);
      return true;
    });
  for (const at of here.keys()) pair(at, new Set());
  const paired = new Set(taken.values());
  return here.flatMap(({ ground }, at) => (paired.has(at) ? [ground] : []));
}

const isSameRelative = (one: Relative, other: Relative): boolean =>
  relationOf(one.relation) === relationOf(other.relation) && areAlike(one.names, other.names);

/** Families of the same shape: at least two relatives of known age, and every one of the smaller family in the other. */
function sameFamily(mine: readonly KinLikeness[], theirs: readonly KinLikeness[]): Ground | null {
  const known = (kin: readonly KinLikeness[]) => kin.filter(({ band }) => band !== 'unknown');
  const [one, other] = [known(mine), known(theirs)];
  const left = other.map(({ relation, band }) => `${relationOf(relation)} ${band}`);
  const both = one.filter(({ relation, band }) => {
    const at = left.indexOf(`${relationOf(relation)} ${band}`);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  if (both.length < 2 || both.length < Math.min(one.length, other.length)) return null;
  return { kind: 'family', mine: both.map(({ relation, band }) => ({ relation, band })) };
}

/** A child grows up, and a partner may be called a spouse: these are compared as one. */
const relationOf = (code: string): string =>
  ({ fam_adult_child: 'fam_child', fam_partner: 'fam_spouse' })[code] ?? code;

function birthsOf(mine: readonly InexactDate[], theirs: readonly InexactDate[]) {
  const order = ['overlap', 'near', 'apart'];
  return mine
    .flatMap((one) => theirs.map((other) => ({ mine: one, overlap: overlapOf(one, other) })))
    .toSorted((left, right) => order.indexOf(left.overlap) - order.indexOf(right.overlap));
}
