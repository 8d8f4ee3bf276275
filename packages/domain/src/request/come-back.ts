import type { ConsentAsk } from '../consent/ask.ts';
import type { Consent } from '../consent/state.ts';
import { effectOf } from '../consent/state.ts';
import { type Context, memberOf } from '../shared/context.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { CheckInPlan } from './check-in.ts';
import type { ComeBackEvent } from './come-back-events.ts';
import type { GuestMessage } from './message.ts';
import type { HeldLine } from './reply.ts';
import type { ShownPlan, ShownRounds } from './shown-plan.ts';
import type { GuestItem, RequestState } from './state.ts';

/** Who said something of ours, when, and in which item it went to her. */
type Told = {
  readonly by: string;
  readonly claimedTime: number;
  readonly position: number;
  /** Hash of the item; she names it when she answers. */
  readonly hash: string;
};

/** What was put before her: what she says to it is read out of her items, in the order of her own numbers. */
export type ComeBack = {
  /** `droppedAt`: when the team said that it needs it no longer; null while it does. */
  readonly asks: readonly (Told & { readonly ask: ConsentAsk; readonly droppedAt: number | null })[];
  readonly next: readonly (Told & {
    readonly text: string;
    readonly day: string | null;
    readonly who: string;
  })[];
  readonly held: readonly (Told & { readonly note: string; readonly lines: readonly HeldLine[] })[];
  readonly plans: readonly (Told & { readonly plan: CheckInPlan; readonly endedAt: number | null })[];
  readonly questions: readonly (Told & {
    readonly question: string;
    readonly text: string;
    readonly choices: readonly string[];
    readonly form: string | null;
  })[];
  /** What she was shown of her plan, in the order in which it was sent: the last one stands. */
  readonly shown: readonly (Told & { readonly plan: ShownPlan })[];
  /** What she was told of agreements by word of mouth and of pauses: the last one stands. */
  readonly rounds: readonly (Told & { readonly rounds: ShownRounds })[];
  /** Somebody saw to a danger or a silence. */
  readonly alarms: readonly {
    readonly reason: string;
    readonly by: string;
    readonly claimedTime: number;
    readonly position: number;
  }[];
  /** The conversation in which this one goes on; null where it stands for itself. */
  readonly linkedTo: { readonly to: string; readonly checked: string; readonly by: string } | null;
};

export const noComeBack: ComeBack = {
  asks: [],
  next: [],
  held: [],
  plans: [],
  questions: [],
  shown: [],
  rounds: [],
  alarms: [],
  linkedTo: null,
};

/** Words of ours that stand in the conversation for what was sent. */
export function wordsOf(event: ComeBackEvent): string {
  switch (event.type) {
    case 'ConsentAsked':
      return event.ask.text;
    case 'NextTold':
    case 'QuestionAsked':
      return event.text;
    case 'CheckInProposed':
      return event.plan.silence;
    case 'PlanShown':
      return event.plan.measures.map(({ what }) => `• ${what}`).join('\n');
    default:
      return '';
  }
}

/** Folds what was put before her; that its item may be sent was judged before. */
export function foldComeBack(
  state: RequestState,
  event: ComeBackEvent,
  context: Context,
): Result<RequestState, Refusal> {
  const { comeBack } = state;
  const by = memberOf(context.author) ?? '';
  const { claimedTime, position } = context;
  const told = (hash: string): Told => ({ by, claimedTime, position, hash });
  const now = (change: Partial<ComeBack>): Result<RequestState, Refusal> =>
    ok({ ...state, comeBack: { ...comeBack, ...change } });
  switch (event.type) {
    case 'ConsentAsked':
      if (comeBack.asks.some(({ ask }) => ask.id === event.ask.id)) return err(refusal('exists'));
      return now({ asks: [...comeBack.asks, { ...told(event.sent.hash), ask: event.ask, droppedAt: null }] });
    case 'ConsentDropped': {
      const known = comeBack.asks.find(({ ask }) => ask.id === event.consent);
      if (known === undefined) return err(refusal('not_there'));
      if (known.droppedAt !== null) return err(refusal('no_change'));
      const dropped = { ...known, droppedAt: claimedTime };
      return now({ asks: comeBack.asks.map((one) => (one === known ? dropped : one)) });
    }
    case 'NextTold': {
      const { text, day, who } = event;
      return now({ next: [...comeBack.next, { ...told(event.sent.hash), text, day, who }] });
    }
    case 'HeldTold': {
      const { note, lines } = event;
      if (comeBack.held.some((known) => known.note === note)) return err(refusal('exists'));
      return now({ held: [...comeBack.held, { ...told(event.sent.hash), note, lines }] });
    }
    case 'CheckInProposed': {
      if (comeBack.plans.some(({ plan }) => plan.id === event.plan.id)) return err(refusal('exists'));
      const made = { ...told(event.sent.hash), plan: event.plan, endedAt: null };
      return now({ plans: [...comeBack.plans, made] });
    }
    case 'CheckInEnded': {
      const known = comeBack.plans.find(({ plan }) => plan.id === event.plan);
      if (known === undefined) return err(refusal('not_there'));
      if (known.endedAt !== null) return err(refusal('no_change'));
      const ended = { ...known, endedAt: claimedTime };
      return now({ plans: comeBack.plans.map((one) => (one === known ? ended : one)) });
    }
    case 'QuestionAsked': {
      const { question, text, choices, form } = event;
      if (comeBack.questions.some((known) => known.question === question)) return err(refusal('exists'));
      const asked = { ...told(event.sent.hash), question, text, choices, form };
      return now({ questions: [...comeBack.questions, asked] });
    }
    case 'PlanShown': {
      const { plan } = event;
      if (plan.risks !== null && !event.othersChecked) return err(refusal('others_not_checked'));
      if (comeBack.shown.some((known) => known.plan.id === plan.id)) return err(refusal('exists'));
      // Counted here, so that she and the team name the same one when they speak of it.
      if (plan.version !== comeBack.shown.length + 1)
        return err(refusal('number_taken', { expected: comeBack.shown.length + 1 }));
      return now({ shown: [...comeBack.shown, { ...told(event.sent.hash), plan }] });
    }
    case 'RoundsTold': {
      const { rounds } = event;
      if (comeBack.rounds.some((known) => known.rounds.id === rounds.id)) return err(refusal('exists'));
      return now({ rounds: [...comeBack.rounds, { ...told(event.sent.hash), rounds }] });
    }
    case 'AlarmAnswered': {
      const answered = { reason: event.reason, by, claimedTime, position };
      return now({ alarms: [...comeBack.alarms, answered] });
    }
    case 'ClosingTold':
      return ok(state);
    case 'ConversationLinked':
      if (comeBack.linkedTo !== null) return err(refusal('exists', { to: comeBack.linkedTo.to }));
      return now({ linkedTo: { to: event.to, checked: event.checked, by } });
  }
}

/** What an item of hers says, where this version can read it. */
export function messageIn<Type extends GuestMessage['type']>(
  item: GuestItem,
  type: Type,
): Extract<GuestMessage, { readonly type: Type }> | null {
  if (item.content?.kind !== 'read' || item.content.message.type !== type) return null;
  return item.content.message as Extract<GuestMessage, { readonly type: Type }>;
}

/**
 * Every consent that was asked, with all that she said to it: in the order of her own numbers, channel by channel. What
 * came by a channel after it was closed stands last in its own place in the record: a stop by old words must not be
 * undone by a yes from before it.
 */
export function consentsIn(state: RequestState): readonly Consent[] {
  const items = inTheirOrder(state);
  return state.comeBack.asks.map(({ ask, hash, by, claimedTime, droppedAt }): Consent => {
    const said = items.flatMap((item, place) => {
      const message = messageIn(item, 'consent');
      if (message === null || message.id !== ask.id) return [];
      const effect = effectOf(message.answer, {
        sameText: message.asked === hash,
        byOpenChannel: item.verdict === 'counts',
        readmitted: item.readmitted,
      });
      const { answer, words = '' } = message;
      return [{ answer, at: timeOf(item), place, item: item.hash, words, effect }];
    });
    const asked = { ask, askedIn: hash, askedBy: by, askedAt: claimedTime, history: said };
    return droppedAt === null ? asked : { ...asked, droppedAt };
  });
}

function inTheirOrder(state: RequestState): readonly GuestItem[] {
  const regular = state.items.filter((item) => item.verdict !== 'after_close');
  const late = state.items
    .filter((item) => item.verdict === 'after_close')
    .toSorted((left, right) => left.position - right.position || left.index - right.index);
  const order = [...regular];
  for (const item of late) {
    const place = order.findIndex((other) => other.position > item.position);
    order.splice(place === -1 ? order.length : place, 0, item);
  }
  return order;
}

/** What she asks to be corrected or deleted, oldest first. */
export function wishesIn(state: RequestState): readonly (Extract<GuestMessage, { readonly type: 'held' }> & {
  readonly at: number;
  readonly item: string;
})[] {
  return state.items.flatMap((item) => {
    const message = messageIn(item, 'held');
    return message === null ? [] : [{ ...message, at: timeOf(item), item: item.hash }];
  });
}

/** Her answer to a question; undefined while there is none. */
export function answerTo(state: RequestState, question: string): string | undefined {
  const said = state.items.flatMap((item) => {
    const message = item.verdict === 'counts' ? messageIn(item, 'answer') : null;
    return message?.question === question ? [message.value] : [];
  });
  return said.at(-1);
}

export type SignOfLife = { readonly safe: boolean; readonly word: string; readonly text: string };

/** A sign of life or its opposite, in either of the forms that pages have written. */
export function signOfLife(item: GuestItem): SignOfLife | null {
  const checkIn = messageIn(item, 'checkIn');
  if (checkIn !== null) return { safe: checkIn.safe, word: checkIn.word ?? '', text: checkIn.text ?? '' };
  const answer = messageIn(item, 'answer');
  if (answer?.question !== 'check-in') return null;
  return answer.value === 'safe' || answer.value === 'not-safe'
    ? { safe: answer.value === 'safe', word: '', text: '' }
    : null;
}

/** Where her word on a plan stands; null while she has said nothing. */
export function planAnswer(state: RequestState, id: string): 'accepted' | 'declined' | 'ended' | null {
  const said = state.items.flatMap((item) => {
    const message = messageIn(item, 'plan');
    if (message === null || message.plan !== id) return [];
    // Taking on needs a channel that may; ending does not.
    const counts = message.answer !== 'accepted' || (item.verdict === 'counts' && !item.readmitted);
    return counts ? [message.answer] : [];
  });
  return said.at(-1) ?? null;
}

const believable = 14 * 24 * 60 * 60 * 1000;

/** A phone's clock may be wrong: it is believed where it is a little earlier than our own, as the post takes time. */
export function timeOf(item: GuestItem): number {
  const { claimedTime, admittedTime } = item;
  if (claimedTime === null || claimedTime > admittedTime) return admittedTime;
  return admittedTime - claimedTime > believable ? admittedTime : claimedTime;
}
