export * from './answers/events.ts';
export * from './answers/state.ts';
export * from './answers/tree.ts';
export * from './case/events.ts';
export * from './case/part.ts';
export * from './case/parts.ts';
export * from './case/rules.ts';
export * from './case/state.ts';
export * from './check-in/events.ts';
export * from './check-in/silence.ts';
export * from './check-in/state.ts';
export * from './check-in/watch.ts';
export * from './clock/all.ts';
export {
  type Clock as CaseClock,
  type ClockKind,
  clockKey,
  clockKinds,
  isRaised,
  makeClock,
  warnsFrom,
  warnsOf,
} from './clock/clock.ts';
export * from './clock/days.ts';
export * from './consent/ask.ts';
export * from './consent/irreversible.ts';
export * from './consent/rules.ts';
export * from './consent/state.ts';
export * from './directory/events.ts';
export * from './directory/rules.ts';
export * from './directory/state.ts';
export * from './identity/events.ts';
export * from './identity/rules.ts';
export * from './identity/state.ts';
export * from './organisation/alike.ts';
export * from './organisation/events.ts';
export * from './organisation/permissions.ts';
export * from './organisation/rules.ts';
export * from './organisation/state.ts';
export * from './plan/events.ts';
export * from './plan/measures.ts';
export * from './plan/rules.ts';
export * from './plan/state.ts';
export * from './rebase.ts';
export * from './request/alarm.ts';
export * from './request/check-in.ts';
export * from './request/come-back.ts';
export * from './request/come-back-events.ts';
export * from './request/come-back-rules.ts';
export * from './request/events.ts';
export * from './request/fold.ts';
export * from './request/joins.ts';
export { type JudgementEvent, standingJudgements } from './request/judgement.ts';
export * from './request/message.ts';
export * from './request/otherwise.ts';
export * from './request/queue.ts';
export * from './request/read-message.ts';
export * from './request/reply.ts';
export * from './request/routing.ts';
export * from './request/rules.ts';
export * from './request/said.ts';
export * from './request/shown-plan.ts';
export * from './request/shown-to-her.ts';
export * from './request/state.ts';
export type { Actor, Author, Context, EventRef, FileNote, OpenedItem } from './shared/context.ts';
export type { AnyEvent, UnknownEvent } from './shared/event.ts';
export { type Field, inConflict, latest, seenIn, type Written } from './shared/field.ts';
export type { Base, Kept, Noun } from './shared/fold.ts';
export type { Refusal, RefusalCode } from './shared/refusal.ts';
export type { Result } from './shared/result.ts';
export type { Malformed } from './shared/shape.ts';
export * from './task/events.ts';
export * from './task/open.ts';
export * from './task/repeat.ts';
export * from './task/rules.ts';
export * from './task/state.ts';
export * from './team/checkpoints.ts';
export * from './team/events.ts';
export * from './team/list-events.ts';
export * from './team/list-rules.ts';
export * from './team/rules.ts';
export * from './team/state.ts';
export { type Upcast, upcast } from './upcast.ts';
