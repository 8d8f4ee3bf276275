import type { SheetEvent, SheetTerms } from './events.ts';
import { sheetLimits } from './message.ts';
import { doesCount, type Sheet, type SheetAnswer, type SheetState } from './state.ts';

export const hour = 3_600_000;
export const day = 24 * hour;
/** A week, unless the officer says otherwise; a month at most: keys change, and so do people's lives. */
export const sheetDays = { usual: 7, most: 30 } as const;

/** What keeps a sheet from being sent. Some of it a person may overrule, knowing it; the rest nobody may. */
export type SheetHindrance = {
  readonly code:
    | 'no_questions'
    | 'too_many_questions'
    | 'question_empty'
    | 'nobody_named'
    | 'over_already'
    | 'too_long_open'
    /** Said by the verification: she asked that this person is not contacted. Nobody may overrule it. */
    | 'do_not_contact'
    /** Said by the verification: whoever is asked has not agreed to be asked. */
    | 'source_not_agreed';
};

/** What another part of the case knows against asking: a source that must not be contacted, or has not agreed. */
export type SheetCheck = (terms: Pick<SheetTerms, 'source' | 'whom' | 'about'>) => readonly SheetHindrance[];

/** Everything that stands against sending, each with its own words on the screen; an empty list lets it go. */
export function hindrances(
  terms: SheetTerms,
  now: number,
  checks: readonly SheetCheck[] = [],
): readonly SheetHindrance[] {
  const { questions, source, whom, until } = terms;
  const found: SheetHindrance[] = [];
  if (questions.length === 0) found.push({ code: 'no_questions' });
  if (questions.length > sheetLimits.questions) found.push({ code: 'too_many_questions' });
  if (questions.some(({ about }) => about.trim() === '')) found.push({ code: 'question_empty' });
  if (source === null && whom.trim() === '') found.push({ code: 'nobody_named' });
  if (until < now + hour) found.push({ code: 'over_already' });
  if (until > now + sheetDays.most * day + hour) found.push({ code: 'too_long_open' });
  return [...found, ...checks.flatMap((check) => check(terms))];
}

/** Where a sheet is in its life, at a time. */
export type SheetPhase = 'open' | 'answered' | 'ended' | 'expired';

export function phaseOf(sheet: Sheet, now: number): SheetPhase {
  if (sheet.ended !== null) return 'ended';
  if (now > sheet.until) return 'expired';
  return sheet.answers.some(doesCount) ? 'answered' : 'open';
}

/** Whether the link still opens and takes an answer, as far as honest relays and desks keep it. */
export const isLive = (sheet: Sheet, now: number): boolean => sheet.ended === null && now <= sheet.until;

export const unreadAnswers = (sheet: Sheet): readonly SheetAnswer[] =>
  sheet.answers.filter(({ read }) => read === null);

/** The sheets of a case, the one sent last first. */
export const newestFirst = (state: SheetState): readonly Sheet[] =>
  [...state.values()].toSorted((left, right) => right.sent.position - left.sent.position);

/** The sheets that were sent about one question or finding of the verification. */
export const sheetsAbout = (state: SheetState, about: string): readonly Sheet[] =>
  newestFirst(state).filter((sheet) => sheet.about === about);

/** The sheets that went to one source of the verification. */
export const sheetsTo = (state: SheetState, source: string): readonly Sheet[] =>
  newestFirst(state).filter((sheet) => sheet.source === source);

/** What lists show of the sheets of a case without opening it. */
export type SheetLine = {
  /** Answers that nobody has read. */
  readonly unread: number;
  /** Last moments of sheets that were not ended and have no answer that counts. */
  readonly open: readonly number[];
  /** Sheets that ended with the key of the team and were not sent anew; missing where there is none. */
  readonly again?: number;
};

export function sheetLine(state: SheetState): SheetLine {
  const sheets = [...state.values()];
  const waiting = sheets.filter((sheet) => sheet.ended === null && !sheet.answers.some(doesCount));
  const again = toSendAnew(state).length;
  return {
    ...(again === 0 ? {} : { again }),
    unread: sheets.reduce((sum, sheet) => sum + unreadAnswers(sheet).length, 0),
    open: waiting.map(({ until }) => until).toSorted((left, right) => left - right),
  };
}

/** End a sheet in one step. */
export const endSheet = (sheet: string, reason: string): SheetEvent => ({
  type: 'SheetEnded',
  v: 1,
  sheet,
  reason,
});

/** End a sheet whose answers are sealed to a key that the team has replaced. */
export const outdateSheet = (sheet: string, generation: number): SheetEvent => ({
  type: 'SheetOutdated',
  v: 1,
  sheet,
  generation,
});

/** Sheets that ended with the key of the team, unanswered and not sent anew since: somebody has to ask again. */
export const toSendAnew = (state: SheetState): readonly Sheet[] =>
  newestFirst(state).filter(
    (sheet) =>
      sheet.ended?.byKey === true &&
      !sheet.answers.some(doesCount) &&
      ![...state.values()].some(
        (other) =>
          other.sent.position > sheet.sent.position &&
          other.source === sheet.source &&
          other.whom === sheet.whom,
      ),
  );

/** Say that an answer was read. */
export const readAnswer = (sheet: string, hash: string): SheetEvent => ({
  type: 'SheetAnswerRead',
  v: 1,
  sheet,
  hash,
});

/** Let an answer count that did not count by itself, with the reason. */
export const countAnswer = (sheet: string, hash: string, reason: string): SheetEvent => ({
  type: 'SheetAnswerCounted',
  v: 1,
  sheet,
  hash,
  reason,
});
