import type { Clock as CaseClock } from '@leeward/domain/clock/clock.ts';
import type { CheckInStanding } from '@leeward/domain/request/alarm.ts';
import type { ReachedBy } from '@leeward/domain/request/message.ts';
import type { WayIn } from '@leeward/domain/request/otherwise.ts';
import type { Clock, Phase } from '@leeward/domain/request/queue.ts';
import type { Said } from '@leeward/domain/request/said.ts';
import type { RequestState } from '@leeward/domain/request/state.ts';
import type { Urgency } from '@leeward/vocabulary/lists/urgency.ts';
import type { PendingEdit, RefusedEntry } from './contract.ts';
import type { JoinedLine } from './requests-contract.ts';

/** A line of the queue: enough to triage by, no more than needed. */
export type QueueLine = {
  readonly record: string;
  readonly phase: Phase;
  readonly urgency: Urgency;
  readonly suggested: Urgency | null;
  readonly clock: Clock | null;
  readonly waitingSince: number | null;
  readonly unread: number;
  readonly missing: number;
  readonly claimedBy: string | null;
  /** The beginning of her words; empty where this device cannot open them. */
  readonly excerpt: string;
  readonly locale: string;
  readonly callName: string | null;
  readonly country: string | null;
  readonly forOther: boolean;
  readonly files: number;
  readonly never: readonly string[];
  readonly case: string | null;
  /** How it came, where it did not come through the door. */
  readonly way: WayIn | null;
  /** When it reached the team. */
  readonly began: number | null;
  /** When somebody of the team last did something about it. */
  readonly touched: number | null;
  /** Handed to a colleague who has not seen that yet. */
  readonly handedOver: { readonly by: string; readonly to: string; readonly since: number } | null;
  /** Two people judged its urgency apart, and nobody has chosen. */
  readonly undecided: boolean;
  /** How many other requests are known to be of the same person. */
  readonly joined: number;
  /** Her signs of life, to be held against the time: see `alarmAt`. */
  readonly checkIn: CheckInStanding;
  /** Since when she wishes that her signs of life end, while nobody has carried it out; missing where she does not. */
  readonly endWished?: number;
  /** What ends by itself: promises to her, consents of hers; missing where there is nothing. */
  readonly clocks?: readonly CaseClock[];
};

export type RequestView = {
  readonly record: string;
  readonly state: RequestState;
  readonly said: Said;
  readonly phase: Phase;
  readonly clock: Clock | null;
  readonly suggested: Urgency | null;
  readonly missing: number;
  /** Ways that she called safe and unsafe. */
  readonly channels: readonly ReachedBy[];
  /** Own edits that are not confirmed yet, oldest first. */
  readonly pending: readonly PendingEdit[];
  /** Why writing is stopped here, or null. */
  readonly stopped: string | null;
  readonly refused: readonly RefusedEntry[];
  readonly checkWords: readonly string[];
  /** Other requests of the same person. */
  readonly joined: readonly JoinedLine[];
  /** To whom it can be handed over: who reads it and may work on it. */
  readonly colleagues: readonly string[];
};

/** What a screen may ask about conversations: the queue, and what is done in one of them. */
export type ConversationCommands = {
  queue: [Record<string, never>, readonly QueueLine[]];
  request: [{ readonly record: string }, RequestView];
  /** Opening is an act: she reads "opened by the team". */
  noteOpened: [{ readonly record: string }, null];
  claim: [{ readonly record: string }, null];
  release: [{ readonly record: string }, null];
  /** `seen`: the judgements that stood on her screen when she began; one that came since stands beside hers. */
  setUrgency: [
    {
      readonly record: string;
      readonly urgency: Urgency;
      readonly reason: string;
      readonly seen?: readonly { readonly entry: string; readonly index: number }[];
    },
    null,
  ];
  reply: [{ readonly record: string; readonly text: string; readonly files: readonly File[] }, null];
  decline: [
    {
      readonly record: string;
      readonly reason: string;
      readonly words: string;
      readonly alternatives: readonly string[];
      readonly noneKnown: boolean;
      readonly wayBackDays: number;
    },
    null,
  ];
  takeUpAgain: [{ readonly record: string; readonly reason: string }, null];
  setAside: [{ readonly records: readonly string[]; readonly reason: string }, null];
  putBack: [{ readonly record: string }, null];
  openCase: [
    {
      readonly record: string;
      readonly pseudonym: string;
      readonly teams: readonly string[];
      readonly urgent: boolean;
    },
    { readonly case: string },
  ];
};
