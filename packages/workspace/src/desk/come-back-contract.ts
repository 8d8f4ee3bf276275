import type { ConsentAsk } from '@leeward/domain/consent/ask.ts';
import type { CheckInPlan } from '@leeward/domain/request/check-in.ts';
import type { HeldLine } from '@leeward/domain/request/reply.ts';
import type { ShownPlan } from '@leeward/domain/request/shown-plan.ts';
import type { ClosingReason } from './closing-steps.ts';

/** What a desk may do for somebody who comes back, for her silence, and for words that were lost or seized. */
export type ComeBackCommands = {
  askConsent: [{ readonly record: string; readonly ask: Omit<ConsentAsk, 'id'> }, null];
  /** The team needs a consent no longer: neither asked, nor used if it was given. */
  dropConsent: [{ readonly record: string; readonly consent: string }, null];
  tellNext: [
    { readonly record: string; readonly text: string; readonly day: string | null; readonly who: string },
    null,
  ];
  tellHeld: [{ readonly record: string; readonly lines: readonly HeldLine[] }, null];
  proposeCheckIn: [{ readonly record: string; readonly plan: Omit<CheckInPlan, 'id'> }, null];
  endCheckIn: [{ readonly record: string; readonly plan: string }, null];
  /**
   * Shows her the plan of a case, as a whole and in the place of what she was shown before; `rounds` says whether she is
   * also told how the check-ins of the case stand.
   */
  showPlan: [
    {
      readonly record: string;
      readonly case: string;
      readonly plan: Omit<ShownPlan, 'id' | 'version'>;
      /** Whoever sends it has made sure that the note on her dangers is about nobody else. */
      readonly othersChecked: boolean;
      readonly rounds: boolean;
    },
    null,
  ];
  /** Tells her how the check-ins of a case stand: agreements by word of mouth, and pauses of any. */
  tellRounds: [{ readonly record: string; readonly case: string }, null];
  /** Ends every sign of life that runs, where she wished it at her door, and tells her. `reason` stands in the file. */
  endAtHerWish: [{ readonly record: string; readonly case: string | null; readonly reason: string }, null];
  askQuestion: [
    { readonly record: string; readonly text: string; readonly choices: readonly string[] },
    null,
  ];
  /** Says what was done about her danger or her silence. */
  answerAlarm: [{ readonly record: string; readonly reason: string }, null];
  /**
   * Closes the mailbox that is open. Where the words were lost or seized, what lies there for her is taken away and nothing
   * more goes to it; where the work is finished, or she asked for it, she is told so first.
   */
  closeChannel: [{ readonly record: string; readonly reason: ClosingReason }, null];
  /** Ties a conversation that new words began (`from`) to this one, and closes the mailbox of the old words. */
  linkConversation: [{ readonly record: string; readonly from: string; readonly checked: string }, null];
  /** Destroys a conversation for good: the record with its keys, and all that lies on the relay for its mailboxes. */
  forgetConversation: [{ readonly record: string }, null];
  /** Destroys a case for good: the record with its keys, and all that lies on the relay for its question sheets. */
  forgetCase: [{ readonly record: string; readonly identities: readonly string[] }, null];
  /** Forgets identities that were left when their case was forgotten. */
  forgetIdentities: [{ readonly caseRecord: string; readonly identities: readonly string[] }, null];
};

/** Those with a form in which something can be lost. */
export type ComeBackDraft =
  | 'askConsent'
  | 'tellNext'
  | 'tellHeld'
  | 'proposeCheckIn'
  | 'askQuestion'
  | 'answerAlarm'
  | 'closeChannel'
  | 'linkConversation';
