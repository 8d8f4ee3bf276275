import { isCountry } from '@leeward/vocabulary/countries.ts';
import type { OwnCode } from '@leeward/vocabulary/list.ts';
import { type FamilyRelation, familyRelation } from '@leeward/vocabulary/lists/family-relation.ts';
import { type SafeChannel, safeChannel } from '@leeward/vocabulary/lists/safe-channel.ts';
import { type TravelDocument, travelDocument } from '@leeward/vocabulary/lists/travel-document.ts';
import { type InexactDate, inexactDate } from '../shared/inexact-date.ts';
import { defineItems, type ItemEvent } from '../shared/items.ts';
import {
  code,
  codeThat,
  flag,
  languageTag,
  listOf,
  oneOf,
  orNull,
  type Shape,
  sizes,
  text,
  textOrEmpty,
} from '../shared/shape.ts';
import { identityScans, type ScanEvent } from './scans.ts';

/*
 * What an identity record says of a person. Everything here may be unknown: nobody needs a legal name, a date of birth or
 * a paper to be helped (invariant 1). Each thing is a thing of its own, so that two people's edits made apart both stay.
 */

/** What a name is used for. A pen name may be the only one that is safe to say; a name in documents is what borders read. */
export const nameUses = ['call', 'documents', 'birth', 'former', 'pen', 'alias', 'other'] as const;
export type NameUse = (typeof nameUses)[number];

export type NameValues = {
  readonly name: string;
  readonly use: NameUse;
  /** ISO 15924, such as `Arab`; empty where nobody said. */
  readonly script: string;
  readonly note: string;
};

/** An ISO 15924 code, or nothing. */
const script: Shape<string> = (json, path) => {
  const read = textOrEmpty(4)(json, path);
  return !read.ok || /^([A-Z][a-z]{3})?$/.test(read.value)
    ? read
    : { ok: false, error: { problem: 'wrong', path } };
};

export const identityNames = defineItems<'IdentityName', NameValues>({
  noun: 'IdentityName',
  needed: ['name', 'use'],
  limit: 64,
  action: 'identity.edit',
  fields: { name: text(sizes.name), use: oneOf(...nameUses), script, note: textOrEmpty(sizes.line) },
});

export type ParticularsValues = {
  readonly born: InexactDate | null;
  /** Where she was born, as exactly as she says: it stands here and nowhere else. */
  readonly birthPlace: string;
  readonly languages: readonly string[];
  /** ISO 3166-1; none for a person without any nationality, and none where nobody asked. */
  readonly nationalities: readonly string[];
  /** Said by herself or her papers that no state calls her its own. */
  readonly stateless: boolean;
  /** Where she lives now, as exactly as those must know who go there. */
  readonly address: string;
  readonly note: string;
};

/** The one thing of this kind in a record has this id, so that nobody makes a second. */
export const theParticulars = '0'.repeat(32);

export const identityParticulars = defineItems<'IdentityParticulars', ParticularsValues>({
  noun: 'IdentityParticulars',
  needed: [],
  limit: 1,
  action: 'identity.edit',
  fields: {
    born: orNull(inexactDate),
    birthPlace: textOrEmpty(sizes.line),
    languages: listOf(languageTag, 16),
    nationalities: listOf(codeThat(isCountry), 8),
    stateless: flag,
    address: textOrEmpty(sizes.line),
    note: textOrEmpty(2000),
  },
});

/** Who has a paper in hand. A passport that a state keeps is no passport at a border. */
export const documentHolders = [
  'herself',
  'relative',
  'trusted',
  'us',
  'authority',
  'lost',
  'unknown',
] as const;
export type DocumentHolder = (typeof documentHolders)[number];

export type DocumentValues = {
  readonly kind: TravelDocument | OwnCode | 'doc_birth_certificate' | 'doc_other';
  readonly number: string;
  /** The name as the document has it. */
  readonly name: string;
  /** The state or body that issued it: ISO 3166-1, or null. */
  readonly country: string | null;
  readonly place: string;
  readonly from: InexactDate | null;
  readonly until: InexactDate | null;
  readonly holder: DocumentHolder;
  readonly note: string;
};

const documentKind: Shape<DocumentValues['kind']> = (json, path) =>
  json === 'doc_birth_certificate' || json === 'doc_other'
    ? { ok: true, value: json }
    : code(travelDocument)(json, path);

export const identityDocuments = defineItems<'IdentityDocument', DocumentValues>({
  noun: 'IdentityDocument',
  needed: ['kind'],
  limit: 64,
  action: 'identity.edit',
  fields: {
    kind: documentKind,
    number: textOrEmpty(sizes.name),
    name: textOrEmpty(sizes.name),
    country: orNull(codeThat(isCountry)),
    place: textOrEmpty(sizes.line),
    from: orNull(inexactDate),
    until: orNull(inexactDate),
    holder: oneOf(...documentHolders),
    note: textOrEmpty(sizes.line),
  },
});

export type ReachValues = {
  readonly channel: SafeChannel | OwnCode;
  readonly detail: string;
  /** Whether she called it safe. What the conversation says of it binds; this does not replace it (invariant 2). */
  readonly safe: boolean;
  readonly note: string;
};

export const identityReaches = defineItems<'IdentityReach', ReachValues>({
  noun: 'IdentityReach',
  needed: ['channel', 'detail', 'safe'],
  limit: 64,
  action: 'identity.edit',
  fields: {
    channel: code(safeChannel),
    detail: text(sizes.line),
    safe: flag,
    note: textOrEmpty(sizes.line),
  },
});

/** Somebody by whom she is known: in many places a father's or grandfather's name says more than a day of birth. */
export type RelativeValues = {
  readonly relation: FamilyRelation | OwnCode;
  readonly name: string;
  readonly born: InexactDate | null;
  readonly note: string;
};

export const identityRelatives = defineItems<'IdentityRelative', RelativeValues>({
  noun: 'IdentityRelative',
  needed: ['relation', 'name'],
  limit: 64,
  action: 'identity.edit',
  fields: {
    relation: code(familyRelation),
    name: text(sizes.name),
    born: orNull(inexactDate),
    note: textOrEmpty(sizes.line),
  },
});

/** The kinds of things in an identity record, by the name of their collection in its state. */
export const sheetKinds = {
  names: identityNames,
  particulars: identityParticulars,
  documents: identityDocuments,
  reaches: identityReaches,
  relatives: identityRelatives,
  scans: identityScans,
} as const;
export type SheetName = keyof typeof sheetKinds;

export type SheetEvent =
  | ItemEvent<'IdentityName', NameValues>
  | ItemEvent<'IdentityParticulars', ParticularsValues>
  | ItemEvent<'IdentityDocument', DocumentValues>
  | ItemEvent<'IdentityReach', ReachValues>
  | ItemEvent<'IdentityRelative', RelativeValues>
  | ScanEvent;
