import type { Answers } from '../answers.ts';
import type { Entry } from '../entry.ts';
import type { Finding } from '../finding.ts';
import type { Remark } from '../mechanism.ts';
import type { Verdict } from '../reason.ts';
import { isStay, takesSomewhere } from '../stay.ts';
import { sayFinding } from './finding.ts';
import { sayGate } from './gate.ts';
import { type CodeList, labelOf, namesOf, sayField, sayLabel } from './label.ts';
import { sayClock, sayLength, saySpeed } from './length.ts';
import { sayQuestion } from './question.ts';
import { sayRemark } from './remark.ts';
import { sayKnowledge } from './source.ts';
import type { Speaker } from './speaker.ts';
import { sayStanding } from './standing.ts';
import { sayState } from './state.ts';
import { saySum } from './sum.ts';
import { sayWarning } from './warning.ts';
import { sayHostedIn, sayWhere } from './where.ts';

/** A verdict, and the answers that it was made from. */
export type Judged = { readonly verdict: Verdict; readonly answers: Answers };

/**
 * The whole entry as plain text, to be copied or printed: all that the screen says and nothing more. With a verdict also
 * what it means for her; without one it says nothing about whoever copied it.
 */
export function sayMechanismAsText(speaker: Speaker, entry: Entry, judged?: Judged): string {
  const sections = [
    about(speaker, entry),
    judged ? forHer(speaker, entry, judged) : undefined,
    gives(speaker, entry),
    whom(speaker, entry),
    howToAsk(speaker, entry),
    knowledge(speaker, entry),
  ];
  return `${sections.filter((one) => one !== undefined).join('\n\n')}\n`;
}

function about(speaker: Speaker, entry: Entry): string {
  return [
    entry.name,
    `${labelOf(speaker, 'kind', entry.kind)} · ${entry.organisation}`,
    ...(entry.otherNames.length > 0 ? [sayField(speaker, 'otherNames', entry.otherNames.join(' · '))] : []),
    sayRemarkLine(speaker, entry.summary),
    ...sayState(speaker, entry.state),
    ...part(
      speaker,
      'dangers',
      entry.dangers.map((danger) => speaker.text(`danger.${danger}`)),
    ),
  ].join('\n');
}

function forHer(speaker: Speaker, entry: Entry, { verdict, answers }: Judged): string {
  const group = (truth: Finding['truth']): readonly string[] =>
    verdict.findings.filter((one) => one.truth === truth).map((one) => sayFinding(speaker, one));
  // Dangers and what is not paid stand below for everybody: said once.
  const warnings = verdict.warnings.filter(({ code }) => code !== 'danger' && code !== 'not-covered');
  return [
    sayField(speaker, 'verdict', speaker.text(`list.${verdict.list}`)),
    ...part(speaker, 'notMet', group('no')),
    ...part(speaker, 'unclear', group('unknown')),
    ...part(
      speaker,
      'questions',
      verdict.questions.map((question) => sayQuestion(speaker, question, entry.name)),
    ),
    ...part(speaker, 'met', group('yes')),
    ...part(
      speaker,
      'warnings',
      warnings.map((warning) => sayWarning(speaker, warning)),
    ),
    ...part(speaker, 'standing', sayStanding(speaker, verdict.standing, entry, answers)),
  ].join('\n');
}

function gives(speaker: Speaker, entry: Entry): string {
  const given = entry.gives;
  const isLong = given.months.min !== null || given.months.max !== null;
  const hosted = sayHostedIn(speaker, given);
  return [
    ...names(speaker, 'gives', 'service', given.services),
    ...(given.servicesSeen ? [] : [sayLabel(speaker, 'givesUnseen')]),
    ...part(
      speaker,
      'sums',
      given.sums.map((sum) => saySum(speaker, sum)),
    ),
    ...(isLong || isStay(entry) ? [sayField(speaker, 'length', sayLength(speaker, given.months))] : []),
    ...(hosted === undefined ? [] : [hosted]),
    ...names(speaker, 'notCovered', 'notCovered', given.notCovered),
  ].join('\n');
}

function whom(speaker: Speaker, entry: Entry): string {
  // Whoever takes nobody anywhere leaves out family and going back: not to know it is no news there.
  const isMove = takesSomewhere(entry);
  return [
    ...names(speaker, 'who', 'profile', entry.who),
    ...part(speaker, 'where', sayWhere(speaker, entry)),
    speaker.text(`exile.${entry.exile}`),
    ...(entry.parties ? names(speaker, 'parties', 'party', entry.parties) : []),
    ...(isMove || entry.family !== 'unknown' ? [speaker.text(`family.${entry.family}`)] : []),
    ...(isMove || entry.return !== 'unknown' ? [speaker.text(`return.${entry.return}`)] : []),
    ...part(
      speaker,
      'gates',
      entry.gates.map((gate) => sayGate(speaker, gate)),
    ),
    ...part(
      speaker,
      'wishes',
      entry.wishes.map((wish) => sayGate(speaker, wish)),
    ),
    ...part(
      speaker,
      'clocks',
      entry.clocks.map((clock) => sayClock(speaker, clock)),
    ),
  ].join('\n');
}

function howToAsk(speaker: Speaker, entry: Entry): string {
  const { contact, speed } = entry;
  return [
    ...(entry.openers.length > 0
      ? names(speaker, 'openers', 'opener', entry.openers)
      : [sayLabel(speaker, 'openersUnseen')]),
    ...(entry.sameForm === null ? [] : [sayLabel(speaker, 'sameForm')]),
    ...remarkField(speaker, 'application', entry.application),
    ...names(speaker, 'asks', 'ask', entry.asks),
    ...(contact.ways.length > 0
      ? names(speaker, 'contact', 'contact', contact.ways)
      : [sayLabel(speaker, 'contactUnseen')]),
    speaker.text(`secure.${contact.secure}`),
    ...(contact.words ? [sayRemarkLine(speaker, contact.words)] : []),
    ...names(speaker, 'languages', 'language', entry.languages),
    ...part(speaker, 'speed', saySpeed(speaker, speed)),
    ...(speed.words ? [sayRemarkLine(speaker, speed.words)] : []),
    sayField(speaker, 'link', speaker.text(entry.link.own ? 'link.own' : 'link.about')),
    entry.link.url,
  ].join('\n');
}

function knowledge(speaker: Speaker, entry: Entry): string {
  return [
    ...part(speaker, 'knowledge', sayKnowledge(speaker, entry)),
    ...part(
      speaker,
      'remarks',
      entry.remarks.map((remark) => sayRemarkLine(speaker, remark)),
    ),
  ].join('\n');
}

/** A heading and its lines; nothing at all where there are none. */
function part(speaker: Speaker, name: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  return [
    `${sayLabel(speaker, name)}:`,
    ...[...new Set(lines)].map((text) => speaker.text('item', { text })),
  ];
}

function names(speaker: Speaker, name: string, list: CodeList, codes: readonly string[]): readonly string[] {
  return codes.length === 0 ? [] : [sayField(speaker, name, namesOf(speaker, list, codes))];
}

function remarkField(speaker: Speaker, name: string, remark: Remark | null): readonly string[] {
  return remark === null ? [] : [sayField(speaker, name, sayRemarkLine(speaker, remark))];
}

function sayRemarkLine(speaker: Speaker, remark: Remark): string {
  const { text, mark } = sayRemark(speaker, remark);
  return mark === undefined ? text : `${text} [${mark}]`;
}
