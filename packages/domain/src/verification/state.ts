import type { Context } from '../shared/context.ts';
import { applyItem, type Item, type Items, standing, valueIn, withItems } from '../shared/items.ts';
import type { Refusal } from '../shared/refusal.ts';
import type { Result } from '../shared/result.ts';
import {
  type AnswerValues,
  type AskingValues,
  answerItems,
  askingItems,
  type FindingValues,
  findingItems,
  type Question,
  type SourceValues,
  sourceItems,
  type VerificationEvent,
} from './events.ts';

export type Source = Item<SourceValues>;
export type Asking = Item<AskingValues>;
export type SourceAnswer = Item<AnswerValues>;
export type Finding = Item<FindingValues>;

/** What was checked about a person, with whom, and what was found. */
export type VerificationState = {
  readonly sources: Items<SourceValues>;
  readonly askings: Items<AskingValues>;
  readonly answers: Items<AnswerValues>;
  readonly findings: Items<FindingValues>;
};

export const emptyVerification: VerificationState = {
  sources: new Map(),
  askings: new Map(),
  answers: new Map(),
  findings: new Map(),
};

type Applied = Result<VerificationState, Refusal>;

/** What an event makes of it; the very same state where it changes nothing. */
export function applyVerification(
  state: VerificationState,
  event: VerificationEvent,
  context: Context,
): Applied {
  switch (event.type) {
    case 'VerificationSourceKept':
    case 'VerificationSourcePutAway':
    case 'VerificationSourceTakenBack':
      return withItems(state, 'sources', applyItem(sourceItems, state.sources, event, context));
    case 'VerificationAskingKept':
    case 'VerificationAskingPutAway':
    case 'VerificationAskingTakenBack':
      return withItems(state, 'askings', applyItem(askingItems, state.askings, event, context));
    case 'VerificationAnswerKept':
    case 'VerificationAnswerPutAway':
    case 'VerificationAnswerTakenBack':
      return withItems(state, 'answers', applyItem(answerItems, state.answers, event, context));
    case 'VerificationFindingKept':
    case 'VerificationFindingPutAway':
    case 'VerificationFindingTakenBack':
      return withItems(state, 'findings', applyItem(findingItems, state.findings, event, context));
  }
}

/** The answers to a question that stand, in the order of the log. */
export function answersTo(state: VerificationState, question: Question): readonly SourceAnswer[] {
  return standing(state.answers).filter((answer) => valueIn(answer, 'question') === question);
}

/** What a source answered to a question, the latest word in the order of its days last. */
export function answersOf(
  state: VerificationState,
  source: string,
  question: Question,
): readonly SourceAnswer[] {
  return answersTo(state, question)
    .filter((answer) => valueIn(answer, 'source') === source)
    .toSorted((left, right) => (valueIn(left, 'on') ?? '').localeCompare(valueIn(right, 'on') ?? ''));
}

/** The findings about a question that stand, the newest day first. */
export function findingsAbout(state: VerificationState, question: Question): readonly Finding[] {
  return standing(state.findings)
    .filter((finding) => valueIn(finding, 'question') === question)
    .toSorted((left, right) => (valueIn(right, 'on') ?? '').localeCompare(valueIn(left, 'on') ?? ''));
}

/** How often and when a source was asked. */
export function askingsOf(state: VerificationState, source: string): readonly Asking[] {
  return standing(state.askings).filter((asking) => valueIn(asking, 'source') === source);
}

/** The source through which, at the beginning, one source came: itself, where nobody brought us to it. */
export function rootOf(state: VerificationState, source: string): string {
  const seen = new Set<string>();
  let at = source;
  while (!seen.has(at)) {
    seen.add(at);
    const item = state.sources.get(at);
    const through = item === undefined ? null : (valueIn(item, 'through') ?? null);
    if (through === null || !state.sources.has(through)) return at;
    at = through;
  }
  // They name each other in a circle: the smallest id stands for all, so that every desk says the same.
  return [...seen].toSorted()[0] ?? source;
}

/** All sources on the way back from a source to the first that brought us there, itself left out. */
export function broughtBy(state: VerificationState, source: string): readonly string[] {
  const way: string[] = [];
  let at = source;
  for (;;) {
    const item = state.sources.get(at);
    const through = item === undefined ? null : (valueIn(item, 'through') ?? null);
    if (through === null || through === source || way.includes(through) || !state.sources.has(through))
      return way;
    way.push(through);
    at = through;
  }
}
