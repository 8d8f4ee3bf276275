import type { TeamMessage } from './reply.ts';

/*
 * How long what we write can be read at her page. Words can be found or seized, and whoever holds them reads what lies
 * there: so everything has a last day, after which nobody reads it there any more (fault 50). Our own record keeps it.
 */

/** So many days an answer can be read, unless the organisation says otherwise. */
export const usualAnswerDays = 90;
/** What an organisation may choose from. */
export const answerDaysChoices = [14, 30, 60, 90, 180, 365] as const;

/**
 * What stands on her page rather than being said once: what she agreed to, her plan, what is held about her, what was
 * opened. It has longer, because it must be there when she comes back after a year.
 */
const standingDays = 400;
/** What has a last day of its own can be read for some time after it. */
const daysAfter = 30;

const standing: ReadonlySet<TeamMessage['type']> = new Set([
  'opened',
  'closed',
  'consent',
  'consentDropped',
  'held',
  'checkIn',
  'checkInEnded',
  'shownPlan',
  'rounds',
]);

/** Whether this stands on her page until something newer takes its place. */
export const isStanding = (type: TeamMessage['type']): boolean => standing.has(type);

const day = 86_400_000;
const dayNumber = (milliseconds: number): number => Math.floor(milliseconds / day);

/**
 * The last day on which a message can be read at her page, in whole days since 1970, UTC.
 * @param now milliseconds since 1970. @param answerDays what the organisation chose for its answers.
 */
export function lastDayAtHerPage(message: TeamMessage, now: number, answerDays: number): number {
  const days = isStanding(message.type) ? Math.max(standingDays, answerDays) : answerDays;
  const usual = dayNumber(now) + days;
  const own = ownEndOf(message);
  // A date far away is no reason to leave something readable for ever.
  const farthest = dayNumber(now) + 5 * 366;
  return own === null ? usual : Math.min(Math.max(usual, dayNumber(own) + daysAfter), farthest);
}

/** The last day that the message itself speaks of, in milliseconds since 1970. */
function ownEndOf(message: TeamMessage): number | null {
  if (message.type === 'declined') return message.until;
  if (message.type === 'checkIn') return message.until;
  if (message.type === 'consent') return endOfDay(message.until);
  return message.type === 'next' ? endOfDay(message.day) : null;
}

function endOfDay(text: string | null): number | null {
  const time = text === null ? Number.NaN : Date.parse(`${text}T23:59:59Z`);
  return Number.isNaN(time) ? null : time;
}

/** A day as it is counted here, as a date: `2026-11-21`. */
export const dateOfDay = (number: number): string => new Date(number * day).toISOString().slice(0, 10);
