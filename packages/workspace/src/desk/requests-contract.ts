import type { SetUrgency } from '@leeward/domain/request/judgement.ts';
import type { Account } from '@leeward/domain/request/otherwise.ts';
import type { Clock, Phase } from '@leeward/domain/request/queue.ts';
import type { FileNote } from '@leeward/domain/shared/context.ts';
import type { PreparedWords } from '@leeward/domain/team/events.ts';
import type { SafeChannel } from '@leeward/vocabulary/lists/safe-channel.ts';
import type { Urgency } from '@leeward/vocabulary/lists/urgency.ts';

/** What a screen may ask about requests beyond the conversation itself. */
export type RequestCommands = {
  /** Ends what is being uploaded; whoever began it is told, and nothing of it is sent. */
  readonly stopUpload: [Record<string, never>, null];
  /** Gives a request to a colleague, without having to say why. */
  handOver: [{ readonly record: string; readonly member: string }, null];
  /** Says that one has seen what a colleague handed over. */
  seeHandOver: [{ readonly record: string }, null];
  /** Takes back one's own last judgement of the urgency: what was before stands again. */
  takeBackUrgency: [{ readonly record: string }, null];
  /** Chooses between judgements that were made apart; all of them stay in the history. */
  settleUrgency: [{ readonly record: string; readonly urgency: Urgency; readonly reason: string }, null];
  /** Puts back all of these at once: one act, however many. */
  putBackAll: [{ readonly records: readonly string[] }, null];
  /** A request that came by another way than the door. */
  enterRequest: [EnteredRequest, { readonly record: string }];
  /** She was heard again by another way. */
  enterWord: [{ readonly record: string; readonly account: Account }, null];
  /** Somebody of the team has spoken with her by another way. */
  noteContact: [
    {
      readonly record: string;
      readonly channel: SafeChannel;
      readonly at: number;
      readonly words: string;
    },
    null,
  ];
  /** Declines where there is no mailbox: she is told by a way that she called safe. */
  tellDecline: [
    {
      readonly record: string;
      readonly reason: string;
      readonly words: string;
      readonly alternatives: readonly string[];
      readonly noneKnown: boolean;
      readonly wayBackDays: number;
      readonly channel: SafeChannel;
    },
    null,
  ];
  /**
   * Keeps a copy of an attachment on which something was blacked out, beside it. What is no plain picture is not taken:
   * the page that made it holds a stranger's file.
   */
  keepCopy: [
    {
      readonly record: string;
      readonly of: FileNote;
      readonly name: string;
      readonly bytes: ArrayBuffer;
    },
    null,
  ];
  /** Says that requests are of one person. Each conversation keeps its own channel. */
  joinRequests: [{ readonly record: string; readonly with: string }, null];
  /** Lets a request stand alone again; the others of the same person stay together. */
  unjoinRequest: [{ readonly record: string }, null];
  /** Whom a name, a way to reach somebody, or first words may mean, among everything that one may read. */
  possibleMatches: [
    {
      readonly callName: string;
      readonly words: string;
      readonly reach: readonly string[];
      readonly country: string | null;
      /** Not this one. */
      readonly except: string | null;
    },
    readonly PossibleMatch[],
  ];
  preparedWords: [Record<string, never>, readonly PreparedField[]];
  /** Keeps prepared words for the team; empty words go back to what came with Leeward. */
  keepWords: [PreparedWords, null];
  /** One's own acts, in any record, that met a conflict or were refused: nothing of hers is lost out of sight. */
  unsettled: [Record<string, never>, readonly Unsettled[]];
  /** What waits in the directory for whoever asks. */
  directoryErrands: [Record<string, never>, DirectoryErrands];
};

export type EnteredRequest = {
  readonly account: Account;
  /** What she was told at once; null where nobody has answered yet. */
  readonly answered: { readonly channel: SafeChannel; readonly words: string } | null;
  readonly judged: { readonly urgency: SetUrgency; readonly reason: string } | null;
  readonly claim: boolean;
  /** A request of the same person, where one was found; null for none. */
  readonly joinWith: string | null;
};

/** Why somebody may be meant: the same number or address, a like name, or like words. */
export type MatchReason = 'reach' | 'name' | 'words';

export type PossibleMatch = {
  readonly record: string;
  readonly kind: 'request' | 'case';
  readonly why: readonly MatchReason[];
  /** 0 to 1; to put the likeliest first, and nothing else. */
  readonly score: number;
  /** The name to be called by, or the pseudonym of a case. */
  readonly name: string;
  readonly excerpt: string;
  readonly locale: string;
  readonly country: string | null;
  readonly phase: Phase | null;
  readonly waitingSince: number | null;
};

/** Prepared words as they stand; more than one version where they were kept apart. */
export type PreparedField = {
  readonly occasion: string;
  readonly code: string;
  readonly language: string;
  readonly versions: readonly {
    readonly text: string;
    readonly by: string;
    readonly claimedTime: number;
  }[];
};

/** Another request of the same person, beside the one that is open. */
export type JoinedLine = {
  readonly record: string;
  /** Whether it is on this device and may be read. */
  readonly here: boolean;
  readonly callName: string | null;
  readonly excerpt: string;
  readonly locale: string;
  readonly phase: Phase | null;
  readonly clock: Clock | null;
  readonly unread: number;
  readonly since: number | null;
};

/** An act of one's own that waits for a decision of one's own. */
export type Unsettled = {
  readonly action: string;
  readonly record: string;
  readonly kind: 'request' | 'case' | 'other';
  readonly command: string;
  readonly delivery: 'conflict' | 'refused';
  readonly since: number;
};

export type DirectoryErrands = {
  /** Proposals of one's own that wait for a second pair of eyes, and since when the oldest has waited. */
  readonly mine: number;
  readonly mineSince: number | null;
  /** Proposals of colleagues that one may decide. */
  readonly others: number;
  readonly othersSince: number | null;
};
