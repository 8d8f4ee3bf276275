import { type Item, type Items, standing } from '../shared/items.ts';
import { type AnswersEvent, type AnswersValues, aboutField, answersAtOnce, formField } from './events.ts';

/** Every form that was filled in for a case. */
export type AnswersState = Items<AnswersValues>;
export type AnswerSheet = Item<AnswersValues>;

const textOf = (sheet: AnswerSheet, name: string): string => {
  const value = sheet.fields[name]?.at(-1)?.value;
  return typeof value === 'string' ? value : '';
};

/** The hash of the form that was filled in. */
export const formOf = (sheet: AnswerSheet): string => textOf(sheet, formField);
/** Whom or what it is about: `case`, `person:` and an id ... */
export const aboutOf = (sheet: AnswerSheet): string => textOf(sheet, aboutField);

/** What was filled in about somebody or something, in the order in which it was begun. */
export function sheetsAbout(state: AnswersState, about: string): readonly AnswerSheet[] {
  return standing(state).filter((sheet) => aboutOf(sheet) === about);
}

/**
 * Cuts an edit of many answers into events that each fit an entry. The first begins the sheet, where it is new; they may
 * be written one after another, and what was written stands even where the last ones never come.
 */
export function inEntries(event: AnswersEvent): readonly AnswersEvent[] {
  if (!('set' in event)) return [event];
  const named = [formField, aboutField].filter((name) => event.set[name] !== undefined);
  const paths = Object.keys(event.set).filter((path) => !named.includes(path));
  const pieces: AnswersEvent[] = [];
  for (let at = 0; at === 0 || at < paths.length; at += answersAtOnce) {
    const part = [...(at === 0 ? named : []), ...paths.slice(at, at + answersAtOnce)];
    const pick = <Value>(from: { readonly [name: string]: Value | undefined }) =>
      Object.fromEntries(
        part.flatMap((name) => {
          const value = from[name];
          return value === undefined ? [] : [[name, value] as const];
        }),
      );
    pieces.push({ ...event, set: pick(event.set), replaces: pick(event.replaces) });
  }
  return pieces;
}
