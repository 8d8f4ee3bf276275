import type { DeskKey } from '@leeward/ui';
import type { DraftedCommand } from '@leeward/workspace/desk/contract.ts';
import { addressOfDue } from '../due/address.ts';
import { identityAt } from '../identity/identity-at.ts';
import { addressOf, type Route } from '../router/route.ts';
import type { BegunErrand, Errand } from './today-of.ts';

/** What to do about a line of the day: one word for it, and where it is done. */
export type WhatNow = { readonly label: DeskKey; readonly href: string };

export function whatNow(errand: Errand): WhatNow {
  switch (errand.kind) {
    case 'notSafe':
    case 'missed':
      return { label: 'today.do.look', href: requestAt(errand.line.record) };
    case 'handed':
      return { label: 'today.do.take', href: requestAt(errand.line.record) };
    case 'overdue':
    case 'waiting':
      return {
        label: errand.line.claimedBy === null ? 'today.do.look' : 'today.do.answer',
        href: requestAt(errand.line.record),
      };
    case 'triage':
    case 'unclaimed':
    case 'late':
    case 'stale':
      return { label: 'today.do.look', href: requestAt(errand.line.record) };
    case 'undecided':
      return { label: 'today.do.decide', href: requestAt(errand.line.record) };
    case 'endWished':
      return {
        label: 'today.do.look',
        href:
          errand.line.case === null
            ? requestAt(errand.line.record)
            : addressOf({ name: 'case', record: errand.line.case, part: 'checkins' }),
      };
    case 'sheetAnswer':
      return {
        label: 'today.do.sheetAnswer',
        href: addressOf({ name: 'case', record: errand.line.record, part: 'sheets' }),
      };
    case 'silence':
      return {
        label: errand.silence.stage === 'coming' ? 'today.do.look' : 'today.do.act',
        href:
          errand.file !== null
            ? addressOf({ name: 'case', record: errand.file.record, part: 'checkins' })
            : requestAt(errand.request?.record ?? ''),
      };
    case 'due':
      return { label: 'today.do.look', href: addressOfDue(errand.due) };
    case 'identityAsked':
      return { label: 'custody.answer', href: addressOf(identityAt(errand.asked)) };
    case 'nextStep':
      return { label: 'today.do.look', href: addressOf({ name: 'case', record: errand.line.record }) };
    case 'offered':
    case 'relief':
    case 'alone':
      return {
        label: 'today.do.look',
        href: addressOf({ name: 'case', record: errand.line.record, part: 'carry' }),
      };
    case 'begun':
      return { label: 'today.do.finish', href: addressOf(placeOf(errand)) };
    case 'unsettled':
      return {
        label: 'today.do.decide',
        href:
          errand.edit.kind === 'case'
            ? addressOf({ name: 'case', record: errand.edit.record })
            : errand.edit.kind === 'request'
              ? requestAt(errand.edit.record)
              : addressOf({ name: 'directory', part: 'work' }),
      };
    case 'proposed':
    case 'toConfirm':
      return { label: 'today.do.look', href: addressOf({ name: 'directory', part: 'work' }) };
    case 'door':
    case 'doorClosed':
      return { label: 'today.do.renew', href: addressOf({ name: 'door' }) };
    case 'recovery':
      return { label: 'today.do.make', href: addressOf({ name: 'settings' }) };
  }
}

const requestAt = (record: string): string => addressOf({ name: 'request', record, part: 'talk' });

/** Where a form that was begun stands. */
function placeOf({ command, record }: Pick<BegunErrand, 'command' | 'record'>): Route {
  if (record !== null && command.startsWith('identity:')) {
    const person = command.slice(command.lastIndexOf(':') + 1);
    return identityAt({ caseRecord: record, person: person === 'her' ? null : person });
  }
  // Ending an access belongs to no case.
  if (command.startsWith('identity:')) return { name: 'custody' };
  if (record !== null && onRequest.has(command))
    return {
      name: 'request',
      record,
      part: command === 'decline' ? 'decline' : command === 'openCase' ? 'case' : 'talk',
    };
  if (record !== null && onCase.has(command)) return { name: 'case', record };
  if (record !== null && command.startsWith('case:')) return { name: 'case', record, ...partOf(command) };
  switch (command) {
    case 'keepView:requests':
    case 'takeOut:requests':
      return { name: 'requests', tab: 'now' };
    case 'keepView:cases':
    case 'takeOut:cases':
      return { name: 'cases' };
    case 'setCall':
    case 'setQuiet':
      return { name: 'settings' };
    case 'publishQuestions':
      return { name: 'questions' };
    case 'enterRequest':
      return { name: 'enter' };
    case 'keepWords':
      return { name: 'words' };
    case 'invite':
      return { name: 'members' };
    case 'publishDoor':
      return { name: 'door' };
    case 'shortlist':
      return { name: 'directory', part: 'list', record };
    default:
      return { name: 'directory', part: 'work' };
  }
}

const onRequest: ReadonlySet<DraftedCommand> = new Set<DraftedCommand>([
  'reply',
  'decline',
  'takeUpAgain',
  'setUrgency',
  'openCase',
  'enterWord',
  'noteContact',
  'sendQuestions',
  'askConsent',
  'tellNext',
  'tellHeld',
  'proposeCheckIn',
  'askQuestion',
  'answerAlarm',
  'linkConversation',
  'closeChannel',
]);
const onCase: ReadonlySet<DraftedCommand> = new Set<DraftedCommand>(['addNote', 'setNextStep']);

/** The part of the file in which a form stands. */
function partOf(command: DraftedCommand): { readonly part?: string } {
  const [, noun = ''] = command.split(':');
  const parts: Readonly<Record<string, string>> = {
    state: 'stages',
    Stage: 'stages',
    Situation: 'situation',
    Document: 'documents',
    'hand-over': 'carry',
    task: 'tasks',
    Task: 'tasks',
    Measure: 'plan',
    EmergencyContact: 'plan',
    PlanPage: 'plan',
    answer: 'plan',
    CheckIn: 'checkins',
    LadderStep: 'checkins',
    CheckInPause: 'checkins',
    CheckInCover: 'checkins',
    rung: 'checkins',
    sign: 'checkins',
    silence: 'checkins',
  };
  const part = Object.hasOwn(parts, noun) ? parts[noun] : undefined;
  return part === undefined ? {} : { part };
}
