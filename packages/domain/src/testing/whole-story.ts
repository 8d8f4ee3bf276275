import type { CaseEvent, OpenState } from '../case/events.ts';
import { canChangeState, canOpenCase } from '../case/rules.ts';
import { type CaseState, caseNoun, emptyCase, foldCase } from '../case/state.ts';
import { unfinishedIn } from '../case/unfinished.ts';
import { clocksIn } from '../clock/all.ts';
import { type CaseUse, canShare, mayShare } from '../consent/share.ts';
import { type Voices, voicesOf } from '../consent/voices.ts';
import { factsIn } from '../eligibility/of-case.ts';
import { argue } from '../eligibility/rules.ts';
import { type MeasureValues, measureItems } from '../plan/events.ts';
import { planGaps } from '../plan/gaps.ts';
import { canNoteHerAnswer, type HerAnswer } from '../plan/rules.ts';
import { judgeProgramme } from '../programme/evaluate.ts';
import type { Rule, Test } from '../programme/events.ts';
import { consentsIn } from '../request/come-back.ts';
import type { SetUrgency } from '../request/judgement.ts';
import { canClaim, canCloseChannel, canLinkCase, canSetUrgency } from '../request/rules.ts';
import type { RequestState } from '../request/state.ts';
import { cellsOf } from '../risk/assessment.ts';
import { assessmentsIn } from '../risk/whom.ts';
import type { Actor } from '../shared/context.ts';
import { propose } from '../shared/fold.ts';
import { baseOf, editOf, type ItemKind, type Items, type Values } from '../shared/items.ts';
import type { Refusal } from '../shared/refusal.ts';
import type { Result } from '../shared/result.ts';
import type { Question, Telling } from '../verification/events.ts';
import { mayAskIn, newEventsIn } from '../verification/of-case.ts';
import { questionPicture } from '../verification/picture.ts';
import { officer, sealed, story } from './conversation.ts';
import { dayAt } from './danger-of-a-case.ts';
import { at, days, hash, id, item } from './people.ts';

/*
 * Whole stories: from somebody's first words at the door to the end of her case, through the very folds and rules that
 * desks run. Whatever a rule does not allow stops the story with its code. Days count from 1 March 2026; all are made up.
 */

const first = Date.parse('2026-03-01T10:00:00Z');
const door = hash(60);
export const caseRecord = hash(61);
const timeOf = (day: number): number => first + day * days;

type Ask = {
  readonly number: number;
  readonly purpose: CaseUse['purpose'];
  readonly recipient: string;
  readonly fields: readonly string[];
};

/** Begins a story: what she writes, and how urgent an officer judges it. */
export function wholeStory(words: string, urgency: SetUrgency, why: string) {
  let entry = 100;
  let sequence = 0;
  let talk: RequestState = story().state;
  let state: CaseState = emptyCase;

  const stamp = (day: number, author: Actor) => {
    entry += 1;
    return at(entry, author, { claimedTime: timeOf(day) });
  };
  const must = <Value>(result: Result<Value, Refusal>): Value => {
    if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.details ?? {})}`);
    return result.value;
  };
  const inTalk = (day: number, json: unknown, author: Actor = officer): void => {
    talk = story(talk).event(entry + 1, author, json, { claimedTime: timeOf(day) }).state;
    entry += 1;
  };
  /** What she writes in the conversation. */
  const says = (day: number, message: object): void => {
    const opened = item(sequence, { v: 1, ...message }, { claimedTime: timeOf(day) });
    sequence += 1;
    entry += 1;
    talk = story(talk).item(entry, officer, opened).state;
  };
  const by = (author: Actor, day: number, ...events: readonly (CaseEvent | null)[]): void => {
    const real = events.filter((event) => event !== null);
    must(propose(caseNoun, state, author, real));
    const context = stamp(day, author);
    state = real.reduce<CaseState>((now, event, index) => foldCase(now, event, { ...context, index }), state);
    if (state.kept.length > 0) throw new Error(`kept without effect: ${JSON.stringify(state.kept[0])}`);
  };
  const voices = (): Voices => voicesOf(state, [{ conversation: door, consents: consentsIn(talk) }]);

  says(0, { type: 'request', what: words, locale: 'en' });
  for (const event of must(canSetUrgency(talk, officer, { urgency, reason: why, replaces: [] })))
    inTalk(0, event);
  for (const event of must(canClaim(talk, officer))) inTalk(0, event);
  const clockOf = () => talk;

  return {
    state: () => state,
    talk: clockOf,
    voices,
    says,
    by,
    /** What happens in the file on a day, by the officer who runs it. */
    on: (day: number, ...events: readonly (CaseEvent | null)[]) => by(officer, day, ...events),
    /** What a rule has allowed. */
    let: (day: number, allowed: Result<readonly CaseEvent[], Refusal>, author: Actor = officer) =>
      by(author, day, ...must(allowed)),
    /** Why the rules refuse it; null where they do not. */
    refuses: (event: CaseEvent | null, author: Actor = officer): string | null => {
      if (event === null) return 'no_change';
      const allowed = propose(caseNoun, state, author, [event]);
      return allowed.ok ? null : allowed.error.code;
    },
    /** A case is opened from the conversation, with the urgency that was judged there. */
    open: (day: number, pseudonym: string, ...people: readonly (CaseEvent | null)[]) => {
      const opening = { pseudonym, fromConversation: door, teams: [], responsible: officer.member };
      by(
        officer,
        day,
        ...must(canOpenCase(officer, { ...opening, urgency: { urgency, reason: why } }, () => false)),
        ...people,
      );
      for (const event of must(canLinkCase(talk, officer, caseRecord))) inTalk(day, event);
    },
    /** She is asked at her door, and answers there in her own words. */
    consents: (day: number, asked: Ask, answer: 'given' | 'refused' = 'given') => {
      const ask = {
        id: id(asked.number),
        purpose: asked.purpose,
        recipient: asked.recipient,
        fields: asked.fields,
        text: 'May we?',
        version: 1,
        language: 'en',
        until: null,
      };
      inTalk(day, { type: 'ConsentAsked', v: 1, ask, sent: sealed(talk) });
      const put = talk.comeBack.asks.at(-1);
      says(day, { type: 'consent', id: ask.id, asked: put?.hash ?? '', answer });
    },
    /** Her words were seized: nothing that comes by them counts any more. */
    closesDoor: (day: number) => {
      const closing = { mailbox: hash(9000), reason: 'seized' } as const;
      for (const event of must(canCloseChannel(talk, officer, closing))) inTalk(day, event);
    },
    /** She takes a consent back at her door. */
    withdraws: (day: number, number: number) => {
      const put = talk.comeBack.asks.find(({ ask }) => ask.id === id(number));
      says(day, { type: 'consent', id: id(number), asked: put?.hash ?? '', answer: 'withdrawn' });
    },
    /** Whether facts may go out: on what it rests, or the first reason against it. */
    may: (day: number, use: CaseUse): string => {
      const may = mayShare(voices(), use, dayAt(day));
      return may.ok ? may.value.rests : (may.error[0]?.code ?? '');
    },
    /** Facts go out, on what covers them. */
    shares: (day: number, number: number, use: CaseUse, what: string) => {
      const shared = canShare(voices(), use, { id: id(number), what, act: 'referral' }, dayAt(day));
      if (!shared.ok) throw new Error(shared.error[0]?.code);
      by(officer, day, ...shared.value);
    },
    /** What speaks against asking a source, and what asks for care. */
    asking: (day: number, number: number, told: readonly Telling[] = ['pen_name', 'work']) => {
      const verdict = mayAskIn(state, voices(), id(number), told, dayAt(day));
      return {
        never: verdict.never.map(({ code }) => code),
        careful: verdict.careful.map(({ code }) => code),
      };
    },
    stands: (day: number, question: Question) =>
      questionPicture(state.parts.verification, question, dayAt(day), newEventsIn(state)),
    /** An argued test of eligibility. */
    argues: (day: number, test: Test, verdict: 'yes' | 'not_yet' | 'no', argued: string) =>
      by(officer, day, argue(state.parts.eligibility, { test, verdict, words: argued, evidence: [] })),
    /** Whether a programme fits on a day. */
    fits: (day: number, rules: readonly Pick<Rule, 'code' | 'terms'>[], programme = 'A grant') =>
      judgeProgramme(
        rules.map((rule, index) => ({ ...rule, id: id(900 + index), must: true, words: '' })),
        factsIn(state, dayAt(day), { voices: voices(), programme }),
        dayAt(day),
      ),
    /** The bands that count, by person and setting. */
    bands: () =>
      cellsOf(assessmentsIn(state)).map(({ who, setting, counts }) => [who, setting, counts.band] as const),
    /** What ends or falls due up to a day, by its kind. */
    due: (day: number) =>
      clocksIn(state)
        .filter(({ until }) => until <= dayAt(day))
        .map(({ kind }) => kind),
    measure: (number: number, values: Partial<MeasureValues>) =>
      changed(measureItems, state.parts.plan.measures, number, values),
    /** What she says to a measure, as it stands. */
    answers: (day: number, number: number, said: Pick<HerAnswer, 'answer' | 'words'>) => {
      const measure = state.parts.plan.measures.get(id(number));
      if (measure === undefined) throw new Error('no such measure');
      by(
        officer,
        day,
        must(canNoteHerAnswer(measure, { ...said, on: dayAt(day), way: 'At her door', item: null })),
      );
    },
    gaps: () => planGaps(state.parts.plan),
    moves: (day: number, to: OpenState, reason: string) =>
      by(officer, day, ...must(canChangeState(state, officer, { state: to, reason, closure: null }))),
    unfinished: () => unfinishedIn(state).map(({ what }) => what),
    closes: (
      day: number,
      closure: Extract<CaseEvent, { readonly type: 'StateChanged' }>['closure'],
      reason: string,
    ) =>
      by(
        officer,
        day,
        ...must(
          canChangeState(state, officer, { state: 'case_closed', reason, closure, date: dayAt(day + 365) }),
        ),
      ),
  };
}

/** The edit of a thing of a case as it stands, or a new one. */
export function changed<Noun extends string, V extends Values>(
  kind: ItemKind<Noun, V>,
  items: Items<V>,
  number: number,
  values: Partial<V>,
) {
  return editOf(kind, baseOf(items.get(id(number)), id(number)), values);
}

export const point = (day: number) => ({ kind: 'point', at: dayAt(day), about: false, said: '' }) as const;
