import type { Answers, Hurry } from './answers.ts';
import type { Kind, Opener } from './codes.ts';
import type { Condition } from './conditions/index.ts';
import { addMonths, dateOfDay, deadline, firstDay, lastDay } from './dates.ts';
import type { Entry } from './entry.ts';
import { either, type Finding, her, met, notMet, open, short, them } from './finding.ts';
import { anyWithin, isAbroad, judgeGate, judgeReturn, type Setting } from './judge-gate.ts';
import { judgeWork } from './judge-work.ts';
import { needs as allNeeds, type Need, servicesFor } from './needs.ts';
import { isWithin, type Place } from './places.ts';
import { isStay, takesSomewhere } from './stay.ts';

/*
 * Every aspect of a mechanism held against the answers, one function each. Each says met, not met, or not known with
 * the question that would settle it. Nothing here ranks, and nothing here composes words.
 */

/** Doors that are procedures set by law or treaty change slowly; everything else is an offer that runs out of money. */
const procedures: ReadonlySet<Kind> = new Set<Kind>([
  'un-mechanism',
  'regional-mechanism',
  'national-mechanism',
  'visa-route',
  'resettlement',
]);
const MONTHS_FRESH = { offer: 6, procedure: 12 } as const;

/** The first day on which what we know of it is too old to send anybody there without asking. */
export function staleFrom(entry: Entry): number {
  const read = firstDay(entry.readOn);
  const known = entry.checked ? Math.max(read, firstDay(entry.checked.on)) : read;
  return addMonths(known, procedures.has(entry.kind) ? MONTHS_FRESH.procedure : MONTHS_FRESH.offer);
}

/** Whether it takes requests today, and whether we still know that. */
export function judgeState(entry: Entry, answers: Answers, { today }: Setting): readonly Finding[] {
  const { is, calls, since } = entry.state;
  const said = answers.told?.[entry.id]?.['is-open-now'];
  if (is === 'closed') return [notMet('closed', since ? { date: since } : undefined)];
  if (is === 'paused') return [notMet('paused', since ? { date: since } : undefined)];
  if (said === 'no') return [notMet('closed')];
  if (said === 'yes') return [met('open')];
  const ask = them('is-open-now');
  if (today >= staleFrom(entry))
    return [open('read-long-ago', ask, { date: entry.checked?.on ?? entry.readOn })];
  if (is === 'open') return [met('open')];
  // Who proposes whom is judged with the openers; that it takes proposals is what the source says.
  if (is === 'nomination') return [met('nomination')];
  if (is === 'unknown') return [open('state-unknown', ask)];
  for (const { opens, closes } of calls) {
    if (closes === null || today > lastDay(closes)) continue;
    if (opens !== null && today < firstDay(opens)) return [open('call-later', ask, { date: opens })];
    if (today <= firstDay(closes) && (opens === null || today >= lastDay(opens)))
      return [met('call-open', { date: closes })];
  }
  return [open('call-unknown', ask)];
}

/** Where she must be, come from or have effect. One line of the entry is enough. */
export function judgeWhere(entry: Entry, answers: Answers): Finding {
  const [first, ...rest] = entry.where.map(({ basis, places }) => judgeBasis(basis, places, answers));
  return first ? either([first, ...rest]) : open('region-unseen', them('takes-my-region'));
}

function judgeBasis(
  basis: Entry['where'][number]['basis'],
  places: readonly Place[] | 'unknown',
  answers: Answers,
): Finding {
  const ask = them('takes-my-region');
  if (places === 'unknown') return open('region-unseen', ask);
  if (places.includes('any')) return met('anywhere');
  const { present, origin = [] } = answers;
  const here = present === undefined ? undefined : isWithin(present, places);
  const from = origin.length === 0 ? undefined : anyWithin(origin, places);
  const details = { places };
  if (basis === 'present') {
    if (here === undefined) return open('unanswered', short('present'), details);
    if (here === 'unknown') return open('region-unsure', ask, details);
    return here === 'yes' ? met('for-where-you-are', details) : notMet('region-not-yours', details);
  }
  if (basis === 'origin') {
    if (from === undefined) return open('unanswered', short('origin'), details);
    if (from === 'unknown') return open('region-unsure', ask, details);
    return from === 'yes' ? met('for-where-you-come-from', details) : notMet('region-not-yours', details);
  }
  if (here === undefined) return open('unanswered', short('present'), details);
  if (from === undefined) return open('unanswered', short('origin'), details);
  if (here === 'no' && from === 'no') return notMet('region-not-yours', details);
  // What she does has its effect, as a rule, where she comes from; whether elsewhere, the body itself decides.
  if (basis === 'impact')
    return from === 'yes' ? met('for-where-you-have-effect', details) : open('region-unsure', ask, details);
  return here === 'yes' && from === 'yes'
    ? met('region-matches', details)
    : open('region-unsure', ask, details);
}

/** Whether somebody who has left her country is helped. */
export function judgeExile(entry: Entry, answers: Answers): Finding {
  if (entry.exile === 'yes') return met('exile-welcome');
  const abroad = isAbroad(answers);
  if (abroad === false) return met('region-matches');
  if (abroad === undefined)
    return open('unanswered', short(answers.present === undefined ? 'present' : 'origin'));
  if (entry.exile === 'no') return notMet('exile-excluded');
  return answerOf(entry, answers, 'takes-people-in-exile', 'exile-unseen', 'exile-welcome', 'exile-excluded');
}

/** Alone, with family, as a group. A family matters where somebody is taken somewhere. */
export function judgeParty(entry: Entry, answers: Answers): readonly Finding[] {
  const findings: Finding[] = [];
  const { party } = answers;
  if (entry.parties) {
    if (party === undefined) findings.push(open('unanswered', short('party'), { codes: entry.parties }));
    else if (entry.parties.includes(party) || comesAlone(answers, entry.parties))
      findings.push(met('party-welcome', { codes: entry.parties }));
    else if (party === 'family' && entry.parties.includes('alone'))
      findings.push(open('family-excluded', her('come-alone')));
    else findings.push(notMet('party-excluded', { codes: entry.parties }));
  }
  if (!takesSomewhere(entry) || party === 'alone' || party === 'group' || party === 'body') return findings;
  if (entry.family === 'yes') findings.push(met('family-welcome'));
  else if (party === undefined) findings.push(open('unanswered', short('party')));
  else if (answers.details?.['come-alone'] === 'yes')
    findings.push(met('party-welcome', { codes: ['alone'] }));
  else if (entry.family === 'no') {
    const alone = answers.details?.['come-alone'];
    findings.push(alone === 'no' ? notMet('family-excluded') : open('family-excluded', her('come-alone')));
  } else {
    const code = entry.family === 'case-by-case' ? 'family-by-case' : 'family-unseen';
    findings.push(answerOf(entry, answers, 'takes-families', code, 'family-welcome', 'family-excluded'));
  }
  return findings;
}

const comesAlone = (answers: Answers, parties: readonly string[]): boolean =>
  answers.party === 'family' && parties.includes('alone') && answers.details?.['come-alone'] === 'yes';

/** Going back afterwards, where it takes her somewhere for a time. */
export function judgeGoingBack(entry: Entry, answers: Answers): Finding | undefined {
  if (entry.return === 'expected') return judgeReturn('willing', answers);
  if (entry.return === 'impossible') return judgeReturn('cannot', answers);
  const temporary = isStay(entry) && (entry.gives.months.max ?? 99) <= 12;
  if (entry.return === 'open' || !temporary || answers.canReturn === undefined || answers.canReturn === 'yes')
    return undefined;
  const said = answers.told?.[entry.id]?.['return-expected'];
  if (said === 'yes')
    return answers.canReturn === 'no'
      ? notMet('return-expected')
      : open('return-expected', short('canReturn'));
  return said === 'no' ? undefined : open('return-unseen', them('return-expected'));
}

/** What goes some of the way counts for so much. */
const PART = 0.35;

/** How much of what she needs it gives: 1 all of it, 0 nothing. */
export function reach(entry: Entry, needs: readonly Need[]): number {
  if (needs.length === 0) return 0;
  const gives = new Set(entry.gives.services);
  const each = needs.map((need): number => {
    const full = servicesFor[need].full.filter((service) => gives.has(service));
    // Whoever pays for a move gives money, not a place to live.
    if (full.some((service) => need !== 'place' || service !== 'relocation' || isStay(entry))) return 1;
    if (full.length > 0) return PART;
    return servicesFor[need].part.some((service) => gives.has(service)) ? PART : 0;
  });
  return each.reduce((sum, one) => sum + one, 0) / needs.length;
}
export function judgeNeeds(entry: Entry, answers: Answers): Finding | undefined {
  const needs = answers.needs ?? [];
  if (needs.length === 0) return undefined;
  if (!entry.gives.servicesSeen)
    return answerOf(entry, answers, 'gives-what-i-need', 'gives-unseen', 'gives-all', 'gives-other');
  const met_ = needs.filter((need) => reach(entry, [need]) === 1);
  const touched = needs.filter((need) => reach(entry, [need]) > 0);
  if (met_.length === needs.length) return met('gives-all', { codes: met_ });
  if (met_.length > 0) return met('gives-some', { codes: met_ });
  if (touched.length > 0) return met('gives-part', { codes: touched });
  return notMet('gives-other', { codes: entry.gives.services });
}

/** Whether a stay can be as long, or as short, as she needs. Only for somebody who needs a place or a rest. */
export function judgeLength(entry: Entry, answers: Answers): readonly Finding[] {
  const { months, atMost, needs = allNeeds } = answers;
  if (!isStay(entry) || !needs.some((need) => need === 'place' || need === 'rest' || need === 'leave'))
    return [];
  const { min, max } = entry.gives.months;
  const findings: Finding[] = [];
  const ask = (): Finding =>
    answerOf(entry, answers, 'long-enough', 'length-unseen', 'length-fits', 'length-wrong');
  if (months !== undefined) {
    if (max !== null)
      findings.push(
        max < months ? notMet('length-too-short', { months: max }) : met('length-fits', { months: max }),
      );
    else findings.push(min !== null && min >= months ? met('length-fits', { months: min }) : ask());
  }
  if (atMost !== undefined) {
    if (min !== null)
      findings.push(
        min > atMost ? notMet('length-too-long', { months: min }) : met('length-fits', { months: min }),
      );
    else findings.push(max !== null && max <= atMost ? met('length-fits', { months: max }) : ask());
  }
  return findings;
}

/** Days that she can wait at most, and from which known delay on it would be waiting in vain. */
const hurryDays: Readonly<Record<Exclude<Hurry, 'later'>, { readonly good: number; readonly vain: number }>> =
  {
    hours: { good: 2, vain: 7 },
    week: { good: 7, vain: 30 },
    month: { good: 30, vain: 120 },
  };

/** Days until help comes, as far as they are known: at best, and at the latest. */
export function daysUntilHelp(entry: Entry): { readonly best?: number; readonly latest?: number } {
  const { urgentHours, decisionDays, answerHours, helpDays } = entry.speed;
  const help = helpDays ?? 0;
  const best =
    urgentHours !== null
      ? urgentHours / 24 + help
      : decisionDays.min !== null
        ? decisionDays.min + help
        : undefined;
  const latest = decisionDays.max !== null ? decisionDays.max + help : undefined;
  if (best === undefined && latest === undefined && answerHours !== null) return { best: answerHours / 24 };
  return { ...(best !== undefined && { best }), ...(latest !== undefined && { latest }) };
}

/** The number to reckon with: the best that is known, else the bound within which it comes. */
export function fastestDays(entry: Entry): number | undefined {
  const { best, latest } = daysUntilHelp(entry);
  return best ?? latest;
}

export function judgeSpeed(entry: Entry, answers: Answers): Finding | undefined {
  if (answers.soon === undefined || answers.soon === 'later') return undefined;
  const { good, vain } = hurryDays[answers.soon];
  const { best, latest } = daysUntilHelp(entry);
  if (latest !== undefined && latest <= good) return met('fast-enough', { days: Math.ceil(latest) });
  if (best === undefined) {
    // "Up to a year" bars nobody: it may be fast. Over weeks, what was not seen is a warning; over days, a question.
    if (answers.soon === 'month') return undefined;
    return answerOf(entry, answers, 'fast-enough', 'speed-unseen', 'fast-enough', 'too-slow');
  }
  const details = { days: Math.ceil(best) };
  if (best > vain) return notMet('too-slow', details);
  if (best > good)
    return answerOf(entry, answers, 'fast-enough', 'too-slow', 'fast-enough', 'too-slow', details);
  return met('fast-enough', details);
}

/** The condition under which somebody else opens the door for her. */
const openerCondition: Readonly<Record<Exclude<Opener, 'self' | 'relative-or-representative'>, Condition>> = {
  host: 'has-host',
  university: 'has-university-host',
  'local-organisation': 'has-local-organisation',
  referrer: 'has-referrer',
  member: 'known-to-member',
  embassy: 'embassy-reachable',
};

/** Who may open the door. One way is enough. */
export function judgeOpeners(entry: Entry, answers: Answers): Finding {
  if (entry.openers.length === 0) {
    return answerOf(entry, answers, 'self-application', 'opener-unseen', 'apply-yourself', 'opener-needed');
  }
  const [first, ...rest] = entry.openers.map((opener): Finding => {
    if (opener === 'self' || opener === 'relative-or-representative') return met('apply-yourself');
    const condition = openerCondition[opener];
    const answer = answers.details?.[condition];
    if (answer === 'yes') return met('opener-found', { codes: [opener] });
    if (answer === 'no') return notMet('opener-needed', { codes: entry.openers });
    return open('opener-needed', her(condition), { codes: entry.openers });
  });
  return first ? either([first, ...rest]) : met('apply-yourself');
}

/** Deadlines that run from something that happened to her. */
export function judgeClocks(entry: Entry, answers: Answers, { today }: Setting): readonly Finding[] {
  const findings: Finding[] = [];
  for (const clock of entry.clocks) {
    if (clock.side !== 'after' || !clock.hard) continue;
    const event = answers.happened?.find((one) => one === clock.of);
    if (event === undefined) continue;
    const details = { codes: [clock.of] };
    if (answers.happenedOn === undefined) {
      findings.push(open('clock-running', short('happenedOn'), details));
      continue;
    }
    const latest = deadline(lastDay(answers.happenedOn), clock.within, clock.unit);
    const earliest = deadline(firstDay(answers.happenedOn), clock.within, clock.unit);
    const dated = { ...details, date: dateOfDay(earliest) };
    if (today > latest) findings.push(notMet('clock-passed', { ...details, date: dateOfDay(latest) }));
    else if (today > earliest) findings.push(open('clock-passed', short('happenedOn'), dated));
    else findings.push(met('clock-running', dated));
  }
  return findings;
}

/** What the organisation said when it was asked; else the question to it. */
function answerOf(
  entry: Entry,
  answers: Answers,
  condition: Condition,
  ...[unseen, yes, no, details]: readonly [
    Finding['code'],
    Finding['code'],
    Finding['code'],
    Finding['details']?,
  ]
): Finding {
  const said = answers.told?.[entry.id]?.[condition];
  if (said === 'yes') return met(yes, details);
  if (said === 'no') return notMet(no, details);
  return open(unseen, them(condition), details);
}

/** All aspects, in the order in which a reader wants them: can I, am I meant, does it help, in time, how do I get in. */
export function judgeAll(entry: Entry, answers: Answers, setting: Setting): readonly Finding[] {
  const findings: readonly (Finding | undefined)[] = [
    ...judgeState(entry, answers, setting),
    judgeWhere(entry, answers),
    judgeExile(entry, answers),
    judgeWork(entry.who, answers),
    ...judgeParty(entry, answers),
    ...entry.gates.map((gate) => judgeGate(gate, answers, setting)),
    ...judgeClocks(entry, answers, setting),
    judgeGoingBack(entry, answers),
    judgeNeeds(entry, answers),
    ...judgeLength(entry, answers),
    judgeSpeed(entry, answers),
    judgeOpeners(entry, answers),
  ];
  return findings.filter((one) => one !== undefined);
}
