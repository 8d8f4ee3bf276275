import { isCodeOf } from '@leeward/vocabulary/list.ts';
import { type RequestSource, requestSource } from '@leeward/vocabulary/lists/request-source.ts';
import { type SafeChannel, safeChannel } from '@leeward/vocabulary/lists/safe-channel.ts';
import { type SupportType, supportType } from '@leeward/vocabulary/lists/support-type.ts';
import { type Context, type EventRef, memberOf } from '../shared/context.ts';
import type { EventShapes } from '../shared/event.ts';
import {
  code,
  codeThat,
  flag,
  languageTag,
  listOf,
  object,
  oneOf,
  type Shape,
  sizes,
  text,
  textOrEmpty,
  whole,
} from '../shared/shape.ts';
import { type DeclineReason, declineReasons } from './decline-reasons.ts';
import { detailShapes } from './details-shape.ts';
import { type Details, messageLimits } from './message.ts';

/*
 * What reached the team, or went to her, by another way than the door: a call, a letter, a partner at the desk. Nobody's
 * signature stands under it but the officer's who wrote it down, and it is shown as that.
 */

export const waysIn = ['phone', 'mail', 'chat', 'person', 'partner', 'post', 'other'] as const;
/** How a request came that did not come through the door. */
export type WayIn = (typeof waysIn)[number];

/** What an officer wrote down of what somebody said. */
export type Account = {
  readonly way: WayIn;
  /** Who brought it, where it was not herself: a partner organisation, a cousin. May be empty. */
  readonly from: string;
  /** When she was heard, milliseconds since 1970: the clock runs from then, not from when it was typed. */
  readonly at: number;
  /** What was said, in the officer's words or hers. */
  readonly words: string;
  /** The language in which the words are written down, as a tag; `und` where nobody said. */
  readonly locale: string;
  readonly details: AccountDetails;
};
export type AccountDetails = Omit<Details, 'files'>;

export type OtherwiseEvent =
  /** The first event of a conversation without a mailbox: no guest, and none ever (her own mailbox founds its own record). */
  | ({ readonly type: 'RequestEntered'; readonly v: 1 } & Account)
  /** She was heard again. What it says takes the place of what was known; what must never be done only grows. */
  | ({ readonly type: 'WordEntered'; readonly v: 1 } & Account)
  /** Somebody of the team spoke with her, or wrote to her, by this way. */
  | {
      readonly type: 'ContactNoted';
      readonly v: 1;
      readonly channel: SafeChannel;
      readonly at: number;
      readonly words: string;
    }
  /** Declined by word of mouth, where there is no mailbox to write to. */
  | {
      readonly type: 'DeclineTold';
      readonly v: 1;
      readonly reason: DeclineReason;
      readonly words: string;
      readonly alternatives: readonly string[];
      readonly noneKnown: boolean;
      readonly wayBack: { readonly days: number };
      readonly channel: SafeChannel;
    };

const channelCode = codeThat((value): value is SafeChannel => isCodeOf(safeChannel, value));

/** An officer chooses from the list; codes of the organisation's own come with lists of its own. */
const accountDetails: Shape<AccountDetails> = object(
  {},
  {
    ...detailShapes,
    writtenBy: codeThat((value): value is RequestSource => isCodeOf(requestSource, value)),
    channels: listOf(
      object({ channel: channelCode, safe: flag }, { detail: textOrEmpty(messageLimits.detail) }),
      messageLimits.list,
    ),
    help: listOf(
      codeThat((value): value is SupportType => isCodeOf(supportType, value)),
      messageLimits.list,
    ),
  },
);

const account: Shape<Account> = object({
  way: oneOf(...waysIn),
  from: textOrEmpty(sizes.line),
  at: whole(sizes.time),
  words: text(sizes.body),
  locale: languageTag,
  details: accountDetails,
});

export const otherwiseShapes: EventShapes<OtherwiseEvent> = {
  RequestEntered: { v: 1, fields: account },
  WordEntered: { v: 1, fields: account },
  ContactNoted: {
    v: 1,
    fields: object({
      channel: channelCode,
      at: whole(sizes.time),
      words: text(sizes.body),
    }),
  },
  DeclineTold: {
    v: 1,
    fields: object({
      reason: code(declineReasons),
      words: text(sizes.body),
      alternatives: listOf(text(sizes.line), 32),
      noneKnown: flag,
      wayBack: object({ days: whole(3660) }),
      channel: channelCode,
    }),
  },
};

/** Where something stands in the record, who wrote it, and when by that person's clock. */
export type ActStamp = EventRef & {
  readonly position: number;
  readonly by: string;
  readonly claimedTime: number;
};

/** An account as it stands in the record; `first` where the request began with it. */
export type Heard = Account & ActStamp & { readonly first: boolean };

/** A word of ours that went to her by another way. */
export type ContactMade = ActStamp & {
  readonly channel: SafeChannel;
  readonly at: number;
  readonly words: string;
};

export function stampOf(context: Context): ActStamp {
  const { entry, index, position, author, claimedTime } = context;
  return { entry, index, position, by: memberOf(author) ?? '', claimedTime };
}

/** When she was heard: what the officer says, but never later than when it was written down. */
export function heardAt(heard: Heard): number {
  return Math.min(heard.at, heard.claimedTime);
}
