import { isCountry } from '@leeward/vocabulary/countries.ts';
import type { OwnCode } from '@leeward/vocabulary/list.ts';
import { familyRelation } from '@leeward/vocabulary/lists/family-relation.ts';
import { type PersonRole, personRole } from '@leeward/vocabulary/lists/person-role.ts';
import { type SafeChannel, safeChannel } from '@leeward/vocabulary/lists/safe-channel.ts';
import type { EventShapes } from '../shared/event.ts';
import { type InexactDate, inexactDate } from '../shared/inexact-date.ts';
import { defineItems, type ItemEvent } from '../shared/items.ts';
import {
  code,
  codeThat,
  day,
  flag,
  hash32,
  id16,
  languageTag,
  listOf,
  object,
  oneOf,
  orNull,
  type Shape,
  sizes,
  text,
  textOrEmpty,
} from '../shared/shape.ts';
import { otherTies, type Tie } from './ties.ts';

/** Coarse on purpose: a date of birth belongs to the identity record. The first three are children. */
export const ageBands = ['0_4', '5_11', '12_17', '18_24', '25_59', '60_up', 'unknown'] as const;
export type AgeBand = (typeof ageBands)[number];

/** Answers to what is asked about a person, where "nobody has asked" must not look like "no". */
export const maybe = ['yes', 'no', 'undecided', 'unknown'] as const;
export type Maybe = (typeof maybe)[number];

/** Whether somebody knows that there is a case: all of it, something, nothing. */
export const knowing = ['all', 'part', 'nothing', 'unknown'] as const;
export type Knowing = (typeof knowing)[number];

/** Whether this person may be written to or called: herself, only through another person, never, nobody has asked. */
export const contactWays = ['self', 'through', 'never', 'unknown'] as const;
export type ContactWay = (typeof contactWays)[number];

/** Whether this person is in danger too: seen so, looked at and not seen, nobody has looked. */
export const dangers = ['yes', 'not_seen', 'unknown'] as const;
export type Danger = (typeof dangers)[number];

/**
 * A person of a case, under a label that means nothing to anybody outside. There is no field for a legal name, a date of
 * birth, a number or an address: these belong to the identity record with its own key (rule 14, invariant 1).
 */
export type PersonValues = {
  readonly label: string;
  readonly roles: readonly (PersonRole | OwnCode)[];
  /** Somebody who asked for help, for herself or for another (fact 2). */
  readonly applied: boolean;
  readonly ageBand: AgeBand;
  readonly languages: readonly string[];
  /** The country where this person is now; null where it is not known. */
  readonly country: string | null;
  /** Whether this person goes along if the defender moves. */
  readonly travelling: Maybe;
  readonly knows: Knowing;
  readonly danger: Danger;
  readonly contact: ContactWay;
  /** The person through whom alone this one is reached; null where there is none. */
  readonly through: string | null;
  readonly channels: readonly (SafeChannel | OwnCode)[];
  /** When and how, in words; no number and no address. */
  readonly howToContact: string;
  readonly needs: string;
  readonly note: string;
  /** The conversations in which this person writes: what is consented there is this person's consent. */
  readonly doors: readonly string[];
};

export const persons = defineItems<'Person', PersonValues>({
  noun: 'Person',
  needed: ['label'],
  limit: 500,
  fields: {
    label: text(60),
    roles: listOf(code(personRole), 20),
    applied: flag,
    ageBand: oneOf(...ageBands),
    languages: listOf(languageTag, 16),
    country: orNull(codeThat(isCountry)),
    travelling: oneOf(...maybe),
    knows: oneOf(...knowing),
    danger: oneOf(...dangers),
    contact: oneOf(...contactWays),
    through: orNull(id16),
    channels: listOf(code(safeChannel), 16),
    howToContact: textOrEmpty(1000),
    needs: textOrEmpty(2000),
    note: textOrEmpty(4000),
    doors: listOf(hash32, 32),
  },
});

const family: Shape<Tie> = code(familyRelation);
const other: Shape<Tie> = oneOf(...otherTies);
const tie: Shape<Tie> = (json, path) => {
  const read = other(json, path);
  return read.ok ? read : family(json, path);
};

/** Who is what to whom: `who` is the `tie` of `whom`. A thing of its own, so that nothing else hangs on it. */
export type RelationValues = {
  readonly who: string;
  readonly tie: Tie;
  readonly whom: string;
  readonly since: InexactDate | null;
  readonly until: InexactDate | null;
  readonly note: string;
};

export const relations = defineItems<'Relation', RelationValues>({
  noun: 'Relation',
  needed: ['who', 'tie', 'whom'],
  limit: 2000,
  fields: {
    who: id16,
    tie,
    whom: id16,
    since: orNull(inexactDate),
    until: orNull(inexactDate),
    note: textOrEmpty(2000),
  },
});

/** A person or a circle that must not learn of the case, or must never be contacted about anything. */
export const barKinds = ['must_not_learn', 'never_contact'] as const;
export type BarKind = (typeof barKinds)[number];

/** Who must be kept away, and why. Either a person of this case, or people outside of it in words. */
export type BarValues = {
  readonly kind: BarKind;
  readonly person: string | null;
  /** "His family", "everybody at the union": a circle in words; empty where a person is named. */
  readonly circle: string;
  readonly why: string;
};

export const bars = defineItems<'Bar', BarValues>({
  noun: 'Bar',
  needed: ['kind', 'why'],
  limit: 500,
  fields: {
    kind: oneOf(...barKinds),
    person: orNull(id16),
    circle: textOrEmpty(sizes.line),
    why: text(2000),
  },
});

export const guardianBases = ['parent', 'court', 'custom', 'authority', 'other'] as const;
export type GuardianBasis = (typeof guardianBases)[number];

/** Whether a guardian may consent for the child: alone, only together with the others, not, or it is disputed. */
export const guardianVoices = ['alone', 'together', 'no', 'disputed'] as const;
export type GuardianVoice = (typeof guardianVoices)[number];

/** Who cares for a child in law or custom, and may say yes or no for her. */
export type GuardianValues = {
  readonly child: string;
  readonly guardian: string;
  readonly basis: GuardianBasis;
  readonly voice: GuardianVoice;
  readonly from: string | null;
  readonly until: string | null;
  /** What shows it, and who says otherwise. */
  readonly note: string;
};

export const guardianships = defineItems<'Guardianship', GuardianValues>({
  noun: 'Guardianship',
  needed: ['child', 'guardian', 'basis', 'voice'],
  limit: 200,
  fields: {
    child: id16,
    guardian: id16,
    basis: oneOf(...guardianBases),
    voice: oneOf(...guardianVoices),
    from: orNull(day),
    until: orNull(day),
    note: textOrEmpty(2000),
  },
});

/** Two persons of one case turn out to be one, or were wrongly taken for one. */
export type MergeEvent =
  | {
      readonly type: 'PersonsMerged';
      readonly v: 1;
      /** The person under whom both are shown from now on. */
      readonly into: string;
      readonly other: string;
      readonly reason: string;
    }
  | { readonly type: 'PersonsParted'; readonly v: 1; readonly other: string; readonly reason: string };

const mergeShapes: EventShapes<MergeEvent> = {
  PersonsMerged: { v: 1, fields: object({ into: id16, other: id16, reason: text(sizes.line) }) },
  PersonsParted: { v: 1, fields: object({ other: id16, reason: text(sizes.line) }) },
};

export type PeopleEvent =
  | ItemEvent<'Person', PersonValues>
  | ItemEvent<'Relation', RelationValues>
  | ItemEvent<'Bar', BarValues>
  | ItemEvent<'Guardianship', GuardianValues>
  | MergeEvent;

export const peopleShapes: EventShapes<PeopleEvent> = {
  ...persons.shapes,
  ...relations.shapes,
  ...bars.shapes,
  ...guardianships.shapes,
  ...mergeShapes,
};
