import { type Condition, conditions } from '../conditions/index.ts';
import type { Finding, ReasonCode, ReasonDetails, Truth } from '../finding.ts';
import { sayAge } from './gate.ts';
import { type CodeList, namesOf } from './label.ts';
import { sayDays, sayMonths } from './length.ts';
import type { Speaker } from './speaker.ts';
import { sayPlaces } from './where.ts';

const yes = ['yes'] as const;
const no = ['no'] as const;
const unknown = ['unknown'] as const;
const noOrUnknown = ['no', 'unknown'] as const;
const any = ['yes', 'no', 'unknown'] as const;

/** With which truths a reason is ever given: for each of them there is a sentence, and for no other. */
export const truthsOf: Readonly<Record<ReasonCode, readonly [Truth, ...Truth[]]>> = {
  open: yes,
  'call-open': yes,
  'call-later': unknown,
  'call-unknown': unknown,
  nomination: yes,
  paused: no,
  closed: no,
  'state-unknown': unknown,
  'read-long-ago': unknown,
  anywhere: yes,
  'for-where-you-are': yes,
  'for-where-you-come-from': yes,
  'for-where-you-have-effect': yes,
  'region-matches': yes,
  'region-unsure': unknown,
  'region-not-yours': no,
  'region-unseen': unknown,
  'exile-welcome': yes,
  'exile-excluded': no,
  'exile-unseen': unknown,
  'present-required': no,
  'present-excluded': no,
  'abroad-required': no,
  'home-required': no,
  'origin-required': no,
  'origin-excluded': no,
  'away-too-long': noOrUnknown,
  'away-too-short': noOrUnknown,
  away: yes,
  'for-everybody': yes,
  'for-your-work': yes,
  'for-other-work': no,
  'work-unsure': unknown,
  'for-bodies-only': no,
  'work-required': no,
  'status-required': ['yes', 'no'],
  'status-excluded': no,
  'party-welcome': yes,
  'party-excluded': no,
  'family-welcome': yes,
  'family-by-case': unknown,
  'family-excluded': noOrUnknown,
  'family-unseen': unknown,
  'age-required': ['yes', 'no'],
  'language-required': ['yes', 'no'],
  'danger-required': ['yes', 'no'],
  'danger-too-long-ago': noOrUnknown,
  'clock-passed': noOrUnknown,
  'clock-running': ['yes', 'unknown'],
  condition: any,
  either: any,
  'return-expected': any,
  'return-impossible': any,
  'return-unseen': unknown,
  'gives-all': yes,
  'gives-some': yes,
  'gives-part': yes,
  'gives-other': no,
  'gives-unseen': unknown,
  'length-fits': yes,
  'length-too-short': no,
  'length-too-long': no,
  'length-wrong': no,
  'length-unseen': unknown,
  'fast-enough': yes,
  'too-slow': noOrUnknown,
  'speed-unseen': unknown,
  'apply-yourself': yes,
  'opener-found': yes,
  'opener-needed': noOrUnknown,
  'opener-unseen': unknown,
  unanswered: unknown,
};

/** Which list the codes of a reason are from. */
const listOf: Readonly<Partial<Record<ReasonCode, CodeList>>> = {
  'for-your-work': 'profile',
  'for-other-work': 'profile',
  'work-unsure': 'profile',
  'for-bodies-only': 'profile',
  'work-required': 'profile',
  'status-required': 'status',
  'status-excluded': 'status',
  'party-welcome': 'party',
  'party-excluded': 'party',
  'language-required': 'language',
  'danger-required': 'event',
  'danger-too-long-ago': 'event',
  'clock-passed': 'event',
  'clock-running': 'event',
  'gives-all': 'need',
  'gives-some': 'need',
  'gives-part': 'need',
  'gives-other': 'service',
  'opener-found': 'opener',
  'opener-needed': 'opener',
};

/** Why an aspect is met, not met, or not known, in one or two sentences to the person whom it is about. */
export function sayFinding(speaker: Speaker, finding: Finding): string {
  const { code, truth, question, details = {} } = finding;
  if (code === 'unanswered' && question?.of === 'short') return speaker.text(`depends.${question.code}`);
  if (code === 'condition') return sayCondition(speaker, truth, details.condition);
  return speaker.text(`reason.${code}.${truth}`, valuesOf(speaker, finding, details));
}

function sayCondition(speaker: Speaker, truth: Truth, code: ReasonDetails['condition']): string {
  if (code === undefined) return speaker.text(`reason.either.${truth}`);
  const isTheirs = code in conditions && conditions[code as Condition].about === 'them';
  const condition = speaker.text(`condition.${code}.is`);
  return speaker.text(`reason.condition.${truth}${truth === 'no' && isTheirs ? '.them' : ''}`, { condition });
}

/** Every sentence is given every value: which of them it needs is a matter of its language. */
function valuesOf(
  speaker: Speaker,
  { code }: Finding,
  details: ReasonDetails,
): Readonly<Record<string, string>> {
  const { places = [], codes = [], date, months, days, years } = details;
  const list = listOf[code];
  const isAge = code === 'age-required';
  const length = isAge
    ? ''
    : months !== undefined
      ? sayMonths(speaker, months)
      : days !== undefined
        ? sayDays(speaker, days)
        : '';
  return {
    date: date === undefined ? '' : speaker.date(date),
    dated: date === undefined ? 'no' : 'yes',
    places: sayPlaces(speaker, places),
    codes: list === undefined ? '' : namesOf(speaker, list, codes, 'or'),
    length,
    age: isAge ? sayAge(speaker, years, months === undefined ? undefined : months / 12) : '',
    which: whichOf(code, places, codes, length),
  };
}

/** What a sentence can name that would otherwise speak in general. */
function whichOf(
  code: ReasonCode,
  places: readonly string[],
  codes: readonly string[],
  length: string,
): 'places' | 'codes' | 'length' | 'none' {
  if (places.length > 0) return 'places';
  if (listOf[code] !== undefined && codes.length > 0) return 'codes';
  return length === '' ? 'none' : 'length';
}
