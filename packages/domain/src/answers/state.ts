import { type Item, type Items, standing } from '../shared/items.ts';
import {
  type AnswersItemEvent,
  type AnswersValues,
  aboutField,
  answersAtOnce,
  formField,
  fromField,
} from './events.ts';

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

/** The sheet of an earlier version from which its answers were taken over; null where they were not. */
export const takenFrom = (sheet: AnswerSheet): string | null => textOf(sheet, fromField) || null;

/** What was filled in about somebody or something, in the order in which it was begun. */
export function sheetsAbout(state: AnswersState, about: string): readonly AnswerSheet[] {
  return standing(state).filter((sheet) => aboutOf(sheet) === about);
}

/** How many bytes of answers go into one entry at most, unless one answer alone has more. */
const bytesAtOnce = 15_000;
/** An entry quotes the keys of so many files. */
const filesAtOnce = 8;
const namesFile = (value: unknown): boolean => typeof value === 'string' && value.startsWith('{"blob":"');

/**
 * Cuts an edit of many answers into events that each fit an entry. The first begins the sheet, where it is new; they may
 * be written one after another, and what was written stands even where the last ones never come.
 */
export function inEntries(event: AnswersItemEvent): readonly AnswersItemEvent[] {
  if (!('set' in event)) return [event];
  const named = [formField, aboutField, fromField].filter((name) => event.set[name] !== undefined);
  const lots: string[][] = [[]];
  let size = 0;
  let files = 0;
  for (const path of Object.keys(event.set)) {
    if (named.includes(path)) continue;
    // Sealed for a team an answer takes more room: three bytes for a letter, padded, and written in base64.
    const own = path.length + 3 * JSON.stringify(event.set[path] ?? null).length;
    const lot = lots.at(-1) ?? [];
    const file = namesFile(event.set[path]) ? 1 : 0;
    const isFull = lot.length === answersAtOnce || size + own > bytesAtOnce || files + file > filesAtOnce;
    if (lot.length > 0 && isFull) {
      lots.push([path]);
      size = own;
      files = file;
    } else {
      lot.push(path);
      size += own;
      files += file;
    }
  }
  const pieces: AnswersItemEvent[] = [];
  for (const [at, lot] of lots.entries()) {
    const part = [...(at === 0 ? named : []), ...lot];
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
