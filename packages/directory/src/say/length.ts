import type { Mechanism } from '../mechanism.ts';
import { nameOf } from './label.ts';
import type { Speaker } from './speaker.ts';

/*
 * Lengths of time in the unit that people think in. A length is part of a sentence ("within {length}"), never a
 * sentence of its own, save those of a stay.
 */

type Unit = 'hours' | 'days' | 'working-days' | 'weeks' | 'months' | 'years';

/** "3 working days". Exactly as given: a deadline must not be made rounder than it is. */
export function sayUnits(speaker: Speaker, count: number, unit: Unit): string {
  return speaker.text(`length.${unit}`, { n: count });
}

/** Days as people say them: 14 are two weeks, 90 three months, 365 a year. */
export function sayDays(speaker: Speaker, days: number): string {
  const whole = Math.max(1, Math.round(days));
  if (whole % 365 === 0) return sayUnits(speaker, whole / 365, 'years');
  if (whole >= 90 && whole % 30 === 0) return sayUnits(speaker, whole / 30, 'months');
  if (whole <= 84 && whole % 7 === 0) return sayUnits(speaker, whole / 7, 'weeks');
  return sayUnits(speaker, whole, 'days');
}

/** Hours as people say them: 48 stay hours, 72 are three days. */
export function sayHours(speaker: Speaker, hours: number): string {
  if (hours >= 72 && hours % 24 === 0) return sayDays(speaker, hours / 24);
  return sayUnits(speaker, hours, 'hours');
}

/** Months as people say them: a quarter of a month is a week, 24 are two years. */
export function sayMonths(speaker: Speaker, months: number): string {
  if (months < 1) return sayDays(speaker, Math.max(1, Math.round((months * 28) / 7)) * 7);
  if (months % 12 === 0) return sayUnits(speaker, months / 12, 'years');
  return sayUnits(speaker, months, 'months');
}

/** How long a stay, place or support lasts; in words also where no source said it. */
export function sayLength(speaker: Speaker, { min, max }: Mechanism['gives']['months']): string {
  const length = (months: number): string => sayMonths(speaker, months);
  if (min === null && max === null) return speaker.text('stay.unknown');
  if (min !== null && max !== null) {
    return min === max
      ? speaker.text('stay.exactly', { length: length(min) })
      : speaker.text('stay.between', { min: length(min), max: length(max) });
  }
  return max !== null
    ? speaker.text('stay.most', { length: length(max) })
    : speaker.text('stay.least', { length: length(min ?? 0) });
}

const MOMENTS: ReadonlySet<string> = new Set(['final-decision', 'deadline', 'arrival', 'last-work']);

/** "Not later than 6 months after this: arrest." */
export function sayClock(speaker: Speaker, clock: Mechanism['clocks'][number]): string {
  return speaker.text(`clock.${clock.side}.${clock.hard ? 'hard' : 'soft'}`, {
    length: sayUnits(speaker, clock.within, clock.unit),
    moment: nameOf(speaker, MOMENTS.has(clock.of) ? 'moment' : 'event', clock.of),
  });
}

/** How fast it is, one sentence for each thing that a source said; one sentence where none did. */
export function saySpeed(speaker: Speaker, speed: Mechanism['speed']): readonly string[] {
  const lines: string[] = [];
  // "In about 0 hours" is said by nobody: a line that is answered day and night, or a guide that lies open.
  if (speed.answerHours === 0) lines.push(speaker.text('speed.answer.now'));
  else if (speed.answerHours !== null)
    lines.push(speaker.text('speed.answer', { length: sayHours(speaker, speed.answerHours) }));
  if (speed.urgentHours === 0) lines.push(speaker.text('speed.urgent.now'));
  else if (speed.urgentHours !== null)
    lines.push(speaker.text('speed.urgent', { length: sayHours(speaker, speed.urgentHours) }));
  const decision = sayDecision(speaker, speed.decisionDays);
  if (decision !== undefined) lines.push(decision);
  if (speed.helpDays === 0) lines.push(speaker.text('speed.help.now'));
  else if (speed.helpDays !== null)
    lines.push(speaker.text('speed.help', { length: sayDays(speaker, speed.helpDays) }));
  return lines.length > 0 ? lines : [speaker.text('speed.unknown')];
}

function sayDecision(speaker: Speaker, { min, max }: Mechanism['speed']['decisionDays']): string | undefined {
  const length = (days: number): string => sayDays(speaker, days);
  if (min !== null && max !== null) {
    return min === max
      ? speaker.text('speed.decision.about', { length: length(min) })
      : speaker.text('speed.decision.between', { min: length(min), max: length(max) });
  }
  if (max !== null) return speaker.text('speed.decision.most', { length: length(max) });
  return min === null ? undefined : speaker.text('speed.decision.least', { length: length(min) });
}
