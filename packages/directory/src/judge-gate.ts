import type { Country } from '@leeward/vocabulary';
import type { Answers } from './answers.ts';
import { conditions } from './conditions/index.ts';
import { firstDay, lastDay } from './dates.ts';
import { either, type Finding, her, met, notMet, open, short, them } from './finding.ts';
import type { Gate, SingleGate } from './gate.ts';
import { isImplied } from './implied.ts';
import { judgeWork } from './judge-work.ts';
import { isWithin, type Place } from './places.ts';

/** What a gate needs beside the answers: which mechanism it is of, and what day it is (in days since 1970). */
export type Setting = { readonly id: string; readonly today: number };

/** Holds one hard condition or wish against the answers. */
export function judgeGate(gate: Gate, answers: Answers, setting: Setting): Finding {
  if (gate.on === 'either') {
    const [first, ...rest] = gate.of.map((one) => judgeSingle(one, answers, setting));
    return first ? either([first, ...rest]) : met('condition');
  }
  return judgeSingle(gate, answers, setting);
}

function judgeSingle(gate: SingleGate, answers: Answers, setting: Setting): Finding {
  switch (gate.on) {
    case 'present':
      return judgePresent(gate, answers);
    case 'origin':
      return judgeOrigin(gate, answers);
    case 'work': {
      const found = judgeWork(gate.any, answers);
      return found.truth === 'no' ? notMet('work-required', { codes: gate.any }) : found;
    }
    case 'status':
      return judgeStatus(gate, answers);
    case 'party':
      if (answers.party === undefined) return open('unanswered', short('party'), { codes: gate.any });
      return gate.any.includes(answers.party)
        ? met('party-welcome', { codes: gate.any })
        : notMet('party-excluded', { codes: gate.any });
    case 'age':
      return judgeAge(gate, answers);
    case 'danger':
      return judgeDanger(gate, answers, setting.today);
    case 'away':
      return judgeAway(gate, answers, setting.today);
    case 'return':
      return judgeReturn(gate.is, answers);
    case 'language':
      if (answers.languages === undefined) return open('unanswered', short('languages'), { codes: gate.any });
      return gate.any.some((one) => answers.languages?.includes(one))
        ? met('language-required', { codes: gate.any })
        : notMet('language-required', { codes: gate.any });
    case 'detail': {
      const about = conditions[gate.code].about;
      const answer = about === 'her' ? answers.details?.[gate.code] : answers.told?.[setting.id]?.[gate.code];
      const details = { condition: gate.code };
      if (answer === 'yes' || (answer === undefined && isImplied(gate.code, answers)))
        return met('condition', details);
      if (answer === 'no') return notMet('condition', details);
      return open('condition', about === 'her' ? her(gate.code) : them(gate.code), details);
    }
  }
}

/** Whether she is outside her own country; `unknown` until both are said. */
export function isAbroad(answers: Answers): boolean | undefined {
  if (answers.present === undefined || answers.origin === undefined || answers.origin.length === 0)
    return undefined;
  return !answers.origin.includes(answers.present);
}

function judgePresent(gate: Extract<SingleGate, { on: 'present' }>, answers: Answers): Finding {
  const { present } = answers;
  if (present === undefined) return open('unanswered', short('present'));
  if (gate.in) {
    const inside = isWithin(present, gate.in);
    if (inside === 'no') return notMet('present-required', { places: gate.in });
    if (inside === 'unknown') return open('region-unsure', them('takes-my-region'), { places: gate.in });
  }
  if (gate.notIn) {
    const inside = isWithin(present, gate.notIn);
    if (inside === 'yes') return notMet('present-excluded', { places: gate.notIn });
    if (inside === 'unknown') return open('region-unsure', them('takes-my-region'), { places: gate.notIn });
  }
  if (gate.abroad !== undefined) {
    const abroad = isAbroad(answers);
    if (abroad === undefined) return open('unanswered', short('origin'));
    if (abroad !== gate.abroad) return notMet(gate.abroad ? 'abroad-required' : 'home-required');
  }
  return met('for-where-you-are', gate.in ? { places: gate.in } : undefined);
}

function judgeOrigin(gate: Extract<SingleGate, { on: 'origin' }>, answers: Answers): Finding {
  const origin = answers.origin ?? [];
  if (origin.length === 0) return open('unanswered', short('origin'));
  if (gate.in) {
    const inside = anyWithin(origin, gate.in);
    if (inside === 'no') return notMet('origin-required', { places: gate.in });
    if (inside === 'unknown') return open('region-unsure', them('takes-my-region'), { places: gate.in });
  }
  if (gate.notIn) {
    const { notIn } = gate;
    const each = origin.map((one) => isWithin(one, notIn));
    const shutOut = gate.notOnly ? each.every((one) => one === 'yes') : each.includes('yes');
    if (shutOut) return notMet('origin-excluded', { places: notIn });
    const unsure = gate.notOnly ? !each.includes('no') : each.includes('unknown');
    if (unsure) return open('region-unsure', them('takes-my-region'), { places: notIn });
  }
  return met('for-where-you-come-from', gate.in ? { places: gate.in } : undefined);
}

/** Whether any of several countries lies within the places. */
export function anyWithin(countries: readonly Country[], places: readonly Place[]): 'yes' | 'no' | 'unknown' {
  const each = countries.map((one) => isWithin(one, places));
  if (each.includes('yes')) return 'yes';
  return each.includes('unknown') ? 'unknown' : 'no';
}

function judgeStatus(gate: Extract<SingleGate, { on: 'status' }>, answers: Answers): Finding {
  if (answers.status === undefined)
    return open('unanswered', short('status'), { codes: gate.any ?? gate.none ?? [] });
  if (gate.any && !gate.any.includes(answers.status)) return notMet('status-required', { codes: gate.any });
  if (gate.none?.includes(answers.status)) return notMet('status-excluded', { codes: gate.none });
  return met('status-required', gate.any ? { codes: gate.any } : undefined);
}

function judgeAge(gate: Extract<SingleGate, { on: 'age' }>, answers: Answers): Finding {
  const { age } = answers;
  const details = {
    ...(gate.min !== undefined && { years: gate.min }),
    ...(gate.max !== undefined && { months: gate.max * 12 }),
  };
  if (age === undefined) return open('unanswered', short('age'), details);
  const inside = age >= (gate.min ?? 0) && age <= (gate.max ?? Number.POSITIVE_INFINITY);
  return inside ? met('age-required', details) : notMet('age-required', details);
}

function judgeDanger(gate: Extract<SingleGate, { on: 'danger' }>, answers: Answers, today: number): Finding {
  const { happened, happenedOn } = answers;
  const details = { codes: gate.any ?? [], ...(gate.withinDays !== undefined && { days: gate.withinDays }) };
  if (happened === undefined) return open('unanswered', short('happened'), details);
  const found = gate.any ? gate.any.filter((one) => happened.includes(one)) : happened;
  if (found.length === 0) return notMet('danger-required', details);
  if (gate.withinDays === undefined) return met('danger-required', { codes: found });
  if (happenedOn === undefined) return open('unanswered', short('happenedOn'), details);
  if (today - lastDay(happenedOn) > gate.withinDays) return notMet('danger-too-long-ago', details);
  // A month of which only some days are recent enough: the exact day decides.
  if (today - firstDay(happenedOn) > gate.withinDays)
    return open('danger-too-long-ago', short('happenedOn'), details);
  return met('danger-required', { ...details, codes: found });
}

function judgeAway(gate: Extract<SingleGate, { on: 'away' }>, answers: Answers, today: number): Finding {
  const limit = gate.maxMonths ?? gate.minMonths ?? 0;
  const abroad = isAbroad(answers);
  if (abroad === false)
    return gate.minMonths ? notMet('away-too-short', { months: limit }) : met('away', { months: limit });
  if (answers.leftOn === undefined) return open('unanswered', short('leftOn'), { months: limit });
  const longest = (today - firstDay(answers.leftOn)) / 30.44;
  const shortest = (today - lastDay(answers.leftOn)) / 30.44;
  if (gate.maxMonths !== undefined) {
    if (shortest > gate.maxMonths) return notMet('away-too-long', { months: limit });
    if (longest > gate.maxMonths) return open('away-too-long', short('leftOn'), { months: limit });
  }
  if (gate.minMonths !== undefined) {
    if (longest < gate.minMonths) return notMet('away-too-short', { months: limit });
    if (shortest < gate.minMonths) return open('away-too-short', short('leftOn'), { months: limit });
  }
  return met('away', { months: limit });
}

/** `willing`: she would have to go back; `cannot`: only for whoever cannot. */
export function judgeReturn(is: 'willing' | 'cannot', answers: Answers): Finding {
  const code = is === 'willing' ? 'return-expected' : 'return-impossible';
  if (answers.canReturn === undefined || answers.canReturn === 'unsure')
    return open(code, short('canReturn'));
  const fits = is === 'willing' ? answers.canReturn === 'yes' : answers.canReturn === 'no';
  return fits ? met(code) : notMet(code);
}
