import type { OwnCode } from '@leeward/vocabulary/list.ts';
import { type ConsentChannel, consentChannel } from '@leeward/vocabulary/lists/consent-channel.ts';
import { consentScope } from '@leeward/vocabulary/lists/consent-scope.ts';
import type { EventShapes } from '../shared/event.ts';
import {
  code,
  day,
  flag,
  hash32,
  id16,
  listOf,
  object,
  oneOf,
  orNull,
  type Shape,
  sizes,
  text,
  textOrEmpty,
  token,
} from '../shared/shape.ts';
import { type ConsentAsk, consentAsk } from './ask.ts';

/*
 * What a case holds of consents: those that an officer has witnessed, what was withdrawn by word, what was shared, and
 * the separate record of acts without consent. Consents signed at the door stand in the conversation and are never
 * copied here: her own word is read where she wrote it.
 */

/** What an officer makes sure of before she writes a yes down. All of it, or it is none. */
export const assurances = ['understood', 'no_costs_nothing', 'may_withdraw', 'no_pressure'] as const;
export type Assurance = (typeof assurances)[number];

/** How a second officer heard it: she was there, or she called back herself. */
export const secondHow = ['present', 'called_back'] as const;
export type SecondHow = (typeof secondHow)[number];

/** Why people act without consent. Each is a reason of its own and none of them is consent. */
export const vitalGrounds = ['child_in_danger', 'vital_interest', 'law'] as const;
export type VitalGround = (typeof vitalGrounds)[number];

/** A yes that an officer heard or saw on paper. */
export type WitnessedYes = {
  /** What was put to her, word for word; its id is the consent's. */
  readonly ask: ConsentAsk;
  /** Whose consent it is. */
  readonly person: string;
  /** Who said it, where it is for a child: those who care for her. Empty where the person said it herself. */
  readonly saidBy: readonly string[];
  /** What the child herself thinks of it, in her words. */
  readonly childView: string;
  readonly how: ConsentChannel | OwnCode;
  readonly on: string;
  /** Her own words; may be empty. */
  readonly words: string;
  /** Who interpreted; empty for nobody. Never a legal name. */
  readonly interpreter: string;
  readonly assured: readonly Assurance[];
};

/** What is, or was, done with facts about people. */
export type SharedUse = {
  readonly purpose: ConsentAsk['purpose'];
  readonly recipient: string;
  readonly fields: readonly string[];
  readonly persons: readonly string[];
};

/** On what a sharing rests: consents by id, each with the hash of her signed item where it came by the door. */
export type SharingBasis = {
  readonly consents: readonly { readonly id: string; readonly proof: string | null }[];
  /** The act without consent that it rests on; null for none. */
  readonly vital: string | null;
};

/** What can happen to the consents of a case. There is no event that sets a consent aside. */
export type ConsentEvent =
  | ({ readonly type: 'ConsentWitnessed'; readonly v: 1 } & WitnessedYes)
  /** A second officer heard it too. Needed for what cannot be undone. */
  | {
      readonly type: 'ConsentSeconded';
      readonly v: 1;
      readonly consent: string;
      readonly how: SecondHow;
      readonly on: string;
      readonly words: string;
      /** Why it could not wait until the next day; empty where it did. */
      readonly urgent: string;
    }
  | {
      readonly type: 'ConsentRefused';
      readonly v: 1;
      readonly id: string;
      readonly person: string;
      readonly purpose: ConsentAsk['purpose'];
      readonly recipient: string;
      readonly on: string;
      readonly words: string;
    }
  /** Stops consents at once, whoever wrote them down and however they were given. */
  | {
      readonly type: 'ConsentsWithdrawn';
      readonly v: 1;
      readonly id: string;
      /** Whose word it is; null where nobody in the file is named: a stop never waits for a file to be filled in. */
      readonly person: string | null;
      /** Those that stop; all of this person's with `all`, and all there are where no person is named. */
      readonly consents: readonly string[];
      readonly all: boolean;
      readonly how: ConsentChannel | OwnCode;
      readonly on: string;
      readonly words: string;
    }
  /** Facts went out. It is written down whatever it rests on: a sharing that happened is not undone by being denied. */
  | {
      readonly type: 'SharingNoted';
      readonly v: 1;
      readonly id: string;
      readonly use: SharedUse;
      readonly what: string;
      /** By what act: `export`, `sheet`, `referral`, `told`. */
      readonly act: string;
      readonly on: string;
      readonly basis: SharingBasis;
    }
  /** Whoever received it was told to stop and to delete. */
  | {
      readonly type: 'RecipientTold';
      readonly v: 1;
      readonly sharing: string;
      readonly on: string;
      readonly answer: string;
    }
  | {
      readonly type: 'VitalProposed';
      readonly v: 1;
      readonly id: string;
      readonly ground: VitalGround;
      readonly use: SharedUse;
      /** What happens if nobody acts; for `law`, which law. */
      readonly danger: string;
      readonly whyNoConsent: string;
      readonly from: string;
      readonly until: string;
    }
  | { readonly type: 'VitalSeconded'; readonly v: 1; readonly id: string; readonly words: string }
  | { readonly type: 'VitalRefused'; readonly v: 1; readonly id: string; readonly words: string }
  /** She was told what was done without her. */
  | {
      readonly type: 'VitalTold';
      readonly v: 1;
      readonly id: string;
      readonly on: string;
      readonly words: string;
    };

const purpose = code(consentScope);
const channel = code(consentChannel);
const someFields: Shape<readonly string[]> = (json, path) => {
  const read = listOf(token, 32)(json, path);
  return read.ok && read.value.length === 0 ? { ok: false, error: { problem: 'empty', path } } : read;
};
const use: Shape<SharedUse> = object({
  purpose,
  recipient: text(300),
  fields: someFields,
  persons: listOf(id16, 500),
});

export const consentShapes: EventShapes<ConsentEvent> = {
  ConsentWitnessed: {
    v: 1,
    fields: object({
      ask: consentAsk,
      person: id16,
      saidBy: listOf(id16, 16),
      childView: textOrEmpty(2000),
      how: channel,
      on: day,
      words: textOrEmpty(4000),
      interpreter: textOrEmpty(sizes.name),
      assured: listOf(oneOf(...assurances), 8),
    }),
  },
  ConsentSeconded: {
    v: 1,
    fields: object({
      consent: id16,
      how: oneOf(...secondHow),
      on: day,
      words: textOrEmpty(2000),
      urgent: textOrEmpty(sizes.line),
    }),
  },
  ConsentRefused: {
    v: 1,
    fields: object({
      id: id16,
      person: id16,
      purpose,
      recipient: text(300),
      on: day,
      words: textOrEmpty(4000),
    }),
  },
  ConsentsWithdrawn: {
    v: 1,
    fields: object({
      id: id16,
      person: orNull(id16),
      consents: listOf(id16, 500),
      all: flag,
      how: channel,
      on: day,
      words: textOrEmpty(4000),
    }),
  },
  SharingNoted: {
    v: 1,
    fields: object({
      id: id16,
      use,
      what: text(sizes.line),
      act: token,
      on: day,
      basis: object({
        consents: listOf(object({ id: id16, proof: orNull(hash32) }), 500),
        vital: orNull(id16),
      }),
    }),
  },
  RecipientTold: { v: 1, fields: object({ sharing: id16, on: day, answer: textOrEmpty(2000) }) },
  VitalProposed: {
    v: 1,
    fields: object({
      id: id16,
      ground: oneOf(...vitalGrounds),
      use,
      danger: text(4000),
      whyNoConsent: text(4000),
      from: day,
      until: day,
    }),
  },
  VitalSeconded: { v: 1, fields: object({ id: id16, words: text(2000) }) },
  VitalRefused: { v: 1, fields: object({ id: id16, words: text(2000) }) },
  VitalTold: { v: 1, fields: object({ id: id16, on: day, words: textOrEmpty(2000) }) },
};
