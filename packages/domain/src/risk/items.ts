import { isCountry } from '@leeward/vocabulary/countries.ts';
import type { OwnCode } from '@leeward/vocabulary/list.ts';
import { type CapacityFactor, capacityFactor } from '@leeward/vocabulary/lists/capacity-factor.ts';
import { type IncidentChannel, incidentChannel } from '@leeward/vocabulary/lists/incident-channel.ts';
import { type PerpetratorType, perpetratorType } from '@leeward/vocabulary/lists/perpetrator-type.ts';
import { type RiskTrigger, riskTrigger } from '@leeward/vocabulary/lists/risk-trigger.ts';
import { type StateLink, stateLink } from '@leeward/vocabulary/lists/state-link.ts';
import {
  type VulnerabilityFactor,
  vulnerabilityFactor,
} from '@leeward/vocabulary/lists/vulnerability-factor.ts';
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
  oneOf,
  orNull,
  sizes,
  text,
  textOrEmpty,
} from '../shared/shape.ts';
import { type Argued, argued, type Conclusion, conclusion } from './argued.ts';

/** Who may do harm, judged by history, capability and intent. Alleged, unless a court found it. */
export type ActorValues = {
  readonly name: string;
  /** As others write it, in any script: the same actor is found again by them. */
  readonly otherNames: readonly string[];
  readonly kind: PerpetratorType | OwnCode;
  readonly link: StateLink | OwnCode;
  readonly linkWhy: string;
  readonly country: string | null;
  readonly history: Argued;
  readonly capability: Argued;
  readonly intent: Argued;
};

/** Declared: it was announced to her. Possible: somebody near her was threatened, and she may be next. */
export const threatKinds = ['threat_declared', 'threat_possible'] as const;
export type ThreatKind = (typeof threatKinds)[number];

/** A threat, thought through in five steps: facts, pattern over time, objective, source, conclusion. */
export type ThreatValues = {
  readonly kind: ThreatKind;
  /** One line: what is feared. */
  readonly what: string;
  readonly whom: readonly Affected[];
  readonly facts: string;
  /** The incidents on which it rests. */
  readonly incidents: readonly string[];
  readonly pattern: string;
  /** What they want by it, tied to what her work changes for them. */
  readonly objective: string;
  /** By which way it is expressed. */
  readonly means: readonly (IncidentChannel | OwnCode)[];
  readonly actor: string | null;
  /** Why we think that it comes from there. */
  readonly source: string;
  readonly conclusion: Conclusion;
  readonly since: InexactDate | null;
  /** It is over, and stays to be read. */
  readonly over: boolean;
};

/** What something does to her danger. A public profile may protect or expose: it is asked, never supposed. */
export const effects = ['effect_unknown', 'effect_protects', 'effect_exposes', 'effect_both'] as const;
export type Effect = (typeof effects)[number];

/** Something that exposes, or that protects. */
export type FactorValues = {
  readonly factor: VulnerabilityFactor | CapacityFactor | OwnCode;
  readonly side: 'vulnerability' | 'capacity';
  readonly whom: readonly Affected[];
  readonly effect: Effect;
  readonly note: string;
  /** She was asked about it herself. */
  readonly asked: boolean;
};

/** What makes a risk be judged anew, where nothing else in the file says so. */
export const changeKinds = [
  'change_move',
  'change_leadership',
  'change_law',
  'change_location',
  'change_other',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export type ChangeValues = {
  readonly kind: ChangeKind;
  /** The words that programmes have for it, where it is why help is sought now. */
  readonly trigger: RiskTrigger | OwnCode | null;
  /** When it happened, or will: a move is judged before it. */
  readonly on: string | null;
  readonly note: string;
};

const people = listOf(affected, 200);

export const actorItems = defineItems<'RiskActor', ActorValues>({
  noun: 'RiskActor',
  needed: ['name', 'kind'],
  limit: 300,
  fields: {
    name: text(sizes.name),
    otherNames: listOf(text(sizes.name), 30),
    kind: code(perpetratorType),
    link: code(stateLink),
    linkWhy: textOrEmpty(2000),
    country: orNull(codeThat(isCountry)),
    history: argued,
    capability: argued,
    intent: argued,
  },
});

export const threatItems = defineItems<'Threat', ThreatValues>({
  noun: 'Threat',
  needed: ['kind', 'what'],
  limit: 300,
  fields: {
    kind: oneOf(...threatKinds),
    what: text(sizes.line),
    whom: people,
    facts: textOrEmpty(4000),
    incidents: listOf(id16, 200),
    pattern: textOrEmpty(4000),
    objective: textOrEmpty(4000),
    means: listOf(code(incidentChannel), 20),
    actor: orNull(id16),
    source: textOrEmpty(4000),
    conclusion,
    since: orNull(inexactDate),
    over: flag,
  },
});

const factorCode = {
  ...vulnerabilityFactor,
  name: 'risk_factor',
  items: [...vulnerabilityFactor.items, ...capacityFactor.items],
} as const;

export const factorItems = defineItems<'RiskFactor', FactorValues>({
  noun: 'RiskFactor',
  needed: ['factor', 'side'],
  limit: 500,
  fields: {
    factor: code(factorCode),
    side: oneOf('vulnerability', 'capacity'),
    whom: people,
    effect: oneOf(...effects),
    note: textOrEmpty(2000),
    asked: flag,
  },
});

export const changeItems = defineItems<'RiskChange', ChangeValues>({
  noun: 'RiskChange',
  needed: ['kind'],
  limit: 500,
  fields: {
    kind: oneOf(...changeKinds),
    trigger: orNull(code(riskTrigger)),
    on: orNull(day),
    note: textOrEmpty(2000),
  },
});

export type RiskItemEvent =
  | ItemEvent<'RiskActor', ActorValues>
  | ItemEvent<'Threat', ThreatValues>
  | ItemEvent<'RiskFactor', FactorValues>
  | ItemEvent<'RiskChange', ChangeValues>;
