import type { Rhythm } from '../request/check-in.ts';
import { rhythm } from '../request/rhythm-shape.ts';
import type { EventShapes } from '../shared/event.ts';
import { defineItems, type ItemEvent } from '../shared/items.ts';
import {
  flag,
  id16,
  languageTag,
  object,
  oneOf,
  orNull,
  sizes,
  text,
  textOrEmpty,
  whole,
} from '../shared/shape.ts';

/*
 * Check-ins as the file holds them (handbook 3.6): agreements that run by voice or by hand where the door cannot be used,
 * the ladder that silence climbs, pauses, and who looks after it while somebody is away. What she agreed to at the door
 * stands in the conversation; both are held against the time by the same rules.
 */

const time = whole(sizes.time);
/** Times far past any life of a plan: 14 days. */
const minutes = whole(14 * 24 * 60);

/** Signs of life that were agreed by word of mouth. Times are milliseconds since 1970. */
export type AgreedCheckIn = {
  readonly rhythm: Rhythm;
  readonly from: number;
  readonly until: number | null;
  /** How long after its time a round counts as missed, in minutes. */
  readonly grace: number;
  /** By which way she gives the sign. */
  readonly way: string;
  /** What we do when she is silent, in the words that both agreed, and their language. */
  readonly silence: string;
  readonly language: string;
  /** The word by which we know that it is she and that she is free; empty where none was agreed. */
  readonly safeWord: string;
  /** The word that she says when somebody forces her. */
  readonly forceWord: string;
};

export const checkInItems = defineItems<'CheckIn', AgreedCheckIn>({
  noun: 'CheckIn',
  needed: ['rhythm', 'from', 'grace'],
  limit: 200,
  fields: {
    rhythm,
    from: time,
    until: orNull(time),
    grace: minutes,
    way: textOrEmpty(sizes.line),
    silence: textOrEmpty(2000),
    language: languageTag,
    safeWord: textOrEmpty(sizes.name),
    forceWord: textOrEmpty(sizes.name),
  },
});

/** One rung of what silence climbs: how long after a sign of life is late, what is done, by whom, and whom that one calls. */
export type LadderStep = {
  readonly after: number;
  readonly what: string;
  /** Null for whoever looks after the check-ins then. */
  readonly who: string | null;
  /** Whom to call, in words that mean nothing to others. */
  readonly whom: string;
  /** An emergency contact of the plan. */
  readonly contact: string | null;
};

export const ladderItems = defineItems<'LadderStep', LadderStep>({
  noun: 'LadderStep',
  needed: ['after', 'what'],
  limit: 60,
  fields: {
    after: minutes,
    what: text(sizes.line),
    who: orNull(id16),
    whom: textOrEmpty(sizes.line),
    contact: orNull(id16),
  },
});

/** Rounds between two moments are not asked for: she travels, or goes where no line is. */
export type CheckInPause = {
  readonly from: number;
  readonly until: number;
  readonly why: string;
  /** How she agreed to it: nobody pauses her safety for her. */
  readonly agreed: string;
};

export const pauseItems = defineItems<'CheckInPause', CheckInPause>({
  noun: 'CheckInPause',
  needed: ['from', 'until', 'why'],
  limit: 500,
  fields: { from: time, until: time, why: text(sizes.line), agreed: textOrEmpty(sizes.line) },
});

/** A colleague looks after it from one moment to another. */
export type CheckInCover = { readonly member: string; readonly from: number; readonly until: number };

export const coverItems = defineItems<'CheckInCover', CheckInCover>({
  noun: 'CheckInCover',
  needed: ['member', 'from', 'until'],
  limit: 500,
  fields: { member: id16, from: time, until: time },
});

/** What she said of the agreed words: the one, the other, neither although one was agreed, or none was agreed. */
export const saidWords = ['safe', 'force', 'missing', 'none_agreed'] as const;
export type SaidWord = (typeof saidWords)[number];

/** How a silence ended, other than by her own word. */
export const silenceEnds = ['found', 'detained', 'hospital', 'other'] as const;
export type SilenceEnd = (typeof silenceEnds)[number];

export type CheckInEvent =
  | ItemEvent<'CheckIn', AgreedCheckIn>
  | ItemEvent<'LadderStep', LadderStep>
  | ItemEvent<'CheckInPause', CheckInPause>
  | ItemEvent<'CheckInCover', CheckInCover>
  | {
      /** A sign of life that came elsewhere than at the door, or the opposite. */
      readonly type: 'SignHeard';
      readonly v: 1;
      readonly at: number;
      readonly safe: boolean;
      readonly word: SaidWord;
      readonly way: string;
      readonly note: string;
    }
  | {
      /** A rung of the ladder was climbed, for the silence that began with this round. */
      readonly type: 'LadderStepDone';
      readonly v: 1;
      readonly step: string;
      readonly round: number;
      readonly on: number;
      readonly note: string;
    }
  | {
      readonly type: 'SilenceEnded';
      readonly v: 1;
      readonly round: number;
      readonly on: number;
      readonly how: SilenceEnd;
      readonly note: string;
    };

export const checkInShapes: EventShapes<CheckInEvent> = {
  ...checkInItems.shapes,
  ...ladderItems.shapes,
  ...pauseItems.shapes,
  ...coverItems.shapes,
  SignHeard: {
    v: 1,
    fields: object({
      at: time,
      safe: flag,
      word: oneOf(...saidWords),
      way: textOrEmpty(sizes.line),
      note: textOrEmpty(2000),
    }),
  },
  LadderStepDone: {
    v: 1,
    fields: object({ step: id16, round: time, on: time, note: textOrEmpty(2000) }),
  },
  SilenceEnded: {
    v: 1,
    fields: object({ round: time, on: time, how: oneOf(...silenceEnds), note: text(2000) }),
  },
};
