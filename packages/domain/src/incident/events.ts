import { isCountry } from '@leeward/vocabulary/countries.ts';
import type { OwnCode } from '@leeward/vocabulary/list.ts';
import { type ActType, actType } from '@leeward/vocabulary/lists/act-type.ts';
import { type Confidence, confidence } from '@leeward/vocabulary/lists/confidence.ts';
import { type EvidenceType, evidenceType } from '@leeward/vocabulary/lists/evidence-type.ts';
import { type IncidentChannel, incidentChannel } from '@leeward/vocabulary/lists/incident-channel.ts';
import { type IncidentKind, incidentKind } from '@leeward/vocabulary/lists/incident-kind.ts';
import { type IncidentPlace, incidentPlace } from '@leeward/vocabulary/lists/incident-place.ts';
import { type Involvement, involvement } from '@leeward/vocabulary/lists/involvement.ts';
import { type KnownThrough, knownThrough } from '@leeward/vocabulary/lists/known-through.ts';
import { type TnrMethod, tnrMethod } from '@leeward/vocabulary/lists/tnr-method.ts';
import { type Affected, affected } from '../shared/affected.ts';
import { type InexactDate, inexactDate } from '../shared/inexact-date.ts';
import { defineItems, type ItemEvent } from '../shared/items.ts';
import {
  code,
  codeThat,
  day,
  flag,
  id16,
  listOf,
  object,
  oneOf,
  orNull,
  type Shape,
  sizes,
  text,
  textOrEmpty,
  whole,
} from '../shared/shape.ts';

/** Whether an incident has to do with the work. "Not known" is an answer, and never counts against anybody. */
export const linksToWork = ['link_clear', 'link_likely', 'link_unknown', 'link_unlikely'] as const;
export type LinkToWork = (typeof linksToWork)[number];

/** Something that supports what is told. It may be one of her messages or a document of the file, or lie elsewhere. */
export type Evidence = {
  readonly kind: EvidenceType | OwnCode;
  readonly what: string;
  /** A document of this file. */
  readonly document: string | null;
  /** The number of her message in the conversation that the case comes from. */
  readonly message: number | null;
};

/** To whom it was reported, and what came of it. */
export type Reported = { readonly to: string; readonly on: string | null; readonly answer: string };

/**
 * One event of the incident log. What was done to whom by whom stands in its acts: one event may hold many. A kind of
 * place and a region, and never an address: that belongs to the identity record (invariant 1).
 */
export type IncidentValues = {
  readonly kind: IncidentKind | OwnCode;
  readonly when: InexactDate | null;
  /** The hour as it was told, `21:40`; empty where nobody knows. */
  readonly hour: string;
  /** How sure we are of when. */
  readonly sure: Confidence;
  readonly place: IncidentPlace | OwnCode | null;
  readonly country: string | null;
  /** A region or a town, as it is written in any script. */
  readonly area: string;
  readonly happened: string;
  /** Hidden until it is opened: somebody may be hurt by reading it. */
  readonly graphic: boolean;
  readonly channel: IncidentChannel | OwnCode | null;
  readonly witnesses: string;
  readonly evidence: readonly Evidence[];
  readonly link: LinkToWork;
  readonly linkWhy: string;
  readonly known: readonly (KnownThrough | OwnCode)[];
  readonly knownNote: string;
  readonly reaction: string;
  readonly reported: readonly Reported[];
};

/** What part an actor is said to have taken. Always alleged, unless a court found it. */
export type AllegedPart = { readonly actor: string; readonly part: Involvement | OwnCode };

/** One act within an incident: what was done, to whom, by whom as it is said. */
export type ActValues = {
  readonly incident: string;
  readonly what: ActType | OwnCode;
  /** How it reached across borders, where it did. */
  readonly methods: readonly (TnrMethod | OwnCode)[];
  readonly victims: readonly Affected[];
  readonly by: readonly AllegedPart[];
  readonly note: string;
};

/** An hour of the day, `07:05`, or nothing. */
const hour: Shape<string> = (json, path) => {
  const read = textOrEmpty(5)(json, path);
  if (!read.ok || read.value === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(read.value)) return read;
  return { ok: false, error: { problem: 'wrong', path } };
};

const several = 40;

export const incidentItems = defineItems<'Incident', IncidentValues>({
  noun: 'Incident',
  needed: ['kind', 'happened'],
  limit: 1000,
  fields: {
    kind: code(incidentKind),
    when: orNull(inexactDate),
    hour,
    sure: code(confidence),
    place: orNull(code(incidentPlace)),
    country: orNull(codeThat(isCountry)),
    area: textOrEmpty(sizes.name),
    happened: text(sizes.body),
    graphic: flag,
    channel: orNull(code(incidentChannel)),
    witnesses: textOrEmpty(2000),
    evidence: listOf(
      object({
        kind: code(evidenceType),
        what: textOrEmpty(sizes.line),
        document: orNull(id16),
        message: orNull(whole(sizes.number)),
      }),
      several,
    ),
    link: oneOf(...linksToWork),
    linkWhy: textOrEmpty(2000),
    known: listOf(code(knownThrough), 20),
    knownNote: textOrEmpty(sizes.line),
    reaction: textOrEmpty(2000),
    reported: listOf(
      object({ to: text(sizes.name), on: orNull(day), answer: textOrEmpty(sizes.line) }),
      several,
    ),
  },
});

export const actItems = defineItems<'IncidentAct', ActValues>({
  noun: 'IncidentAct',
  needed: ['incident', 'what'],
  limit: 4000,
  fields: {
    incident: id16,
    what: code(actType),
    methods: listOf(code(tnrMethod), several),
    victims: listOf(affected, 200),
    by: listOf(object({ actor: id16, part: code(involvement) }), several),
    note: textOrEmpty(2000),
  },
});

export type IncidentEvent = ItemEvent<'Incident', IncidentValues> | ItemEvent<'IncidentAct', ActValues>;
