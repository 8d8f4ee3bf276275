import { messageIn, timeOf } from './come-back.ts';
import {
  type HerMeasureAnswer,
  type ShownMeasure,
  type ShownNote,
  type ShownPlan,
  sameMeasure,
  sameNote,
} from './shown-plan.ts';
import type { GuestItem, RequestState } from './state.ts';

/*
 * Her word on what she was shown. As with consents, it is read where she wrote it and never copied into an event of ours:
 * her signed item is the proof, and it names the very item in which the measure was put to her.
 */

/** One word of hers on a measure, in the order of her own numbers. */
export type DoorWord = {
  readonly answer: HerMeasureAnswer;
  readonly words: string;
  readonly at: number;
  /** Hash of her item: the proof. */
  readonly item: string;
  /** Hash of the item in which it had been put to her. */
  readonly plan: string;
  /** The version of the plan that she had before her; null where no such one was ever sent. */
  readonly version: number | null;
  /** How often the measure had been written when that version was put to her. */
  readonly seen: number;
  /** The newest version puts this measure to her in other words, or no more. */
  readonly outdated: boolean;
  /**
   * Whether it takes effect. A yes must come by a channel that is open, answer what was put to her, and not stand by
   * readmission; a no and a doubt count however they came.
   */
  readonly effect: 'counts' | 'other_text' | 'channel' | 'to_renew';
};

/** Her words on what she was shown, by measure; a note on her dangers is answered as a measure is. */
export function doorWordsIn(state: RequestState): ReadonlyMap<string, readonly DoorWord[]> {
  const found = new Map<string, DoorWord[]>();
  const newest = state.comeBack.shown.at(-1)?.plan;
  for (const item of state.items) {
    const message = messageIn(item, 'measure');
    if (message === null) continue;
    const { answer, measure: id, text: words = '' } = message;
    const plan = state.comeBack.shown.find(({ hash }) => hash === message.plan)?.plan;
    const shown = plan?.measures.find((one) => one.id === id);
    const note = plan?.risks?.id === id ? plan.risks : undefined;
    const word: DoorWord = {
      answer,
      words,
      at: timeOf(item),
      item: item.hash,
      plan: message.plan,
      version: plan?.version ?? null,
      seen: shown?.seen ?? 0,
      outdated: !isStill(newest, shown, note),
      effect: effectOf(answer, shown !== undefined || note !== undefined, item),
    };
    found.set(id, [...(found.get(id) ?? []), word]);
  }
  return found;
}

/** Whether the newest plan still puts to her what she spoke of, in the same words. */
function isStill(
  newest: ShownPlan | undefined,
  shown: ShownMeasure | undefined,
  note: ShownNote | undefined,
): boolean {
  if (note !== undefined) return newest?.risks != null && sameNote(note, newest.risks);
  const now = newest?.measures.find(({ id }) => id === shown?.id);
  return shown !== undefined && now !== undefined && sameMeasure(shown, now);
}

function effectOf(answer: HerMeasureAnswer, isKnown: boolean, item: GuestItem): DoorWord['effect'] {
  if (answer !== 'agreed') return 'counts';
  if (item.verdict !== 'counts') return 'channel';
  if (!isKnown) return 'other_text';
  return item.readmitted ? 'to_renew' : 'counts';
}

/**
 * What she wishes of her check-ins, and what nobody has answered since. A pause is answered by words as well; an end only
 * by what ends or by telling her anew what goes on: "we see to it" has ended nothing.
 */
export type CheckInWish = {
  readonly wants: 'pause' | 'end';
  readonly agreed: string | null;
  readonly from: number | null;
  readonly until: number | null;
  readonly text: string;
  readonly at: number;
  readonly item: string;
  readonly answered: boolean;
};

const settling: ReadonlySet<string> = new Set(['rounds', 'checkInEnded']);

/** The last wish for an end that nobody has carried out; null where there is none. */
export const endWished = (state: RequestState): CheckInWish | null =>
  checkInWishesIn(state).findLast(({ wants, answered }) => wants === 'end' && !answered) ?? null;

export function checkInWishesIn(state: RequestState): readonly CheckInWish[] {
  return state.items.flatMap((item): readonly CheckInWish[] => {
    const message = messageIn(item, 'checkInWish');
    if (message === null) return [];
    const { wants, agreed = null, from = null, until = null, text = '' } = message;
    const answered = state.sent.some(
      ({ kind, position }) =>
        position > item.position && (settling.has(kind) || (kind === 'reply' && wants !== 'end')),
    );
    return [{ wants, agreed, from, until, text, at: timeOf(item), item: item.hash, answered }];
  });
}

/** The plan that stands for her, and when it was sent; null where she was shown none. */
export function shownNow(
  state: RequestState,
): { readonly plan: ShownPlan; readonly at: number; readonly by: string; readonly hash: string } | null {
  const last = state.comeBack.shown.at(-1);
  return last === undefined ? null : { plan: last.plan, at: last.claimedTime, by: last.by, hash: last.hash };
}
