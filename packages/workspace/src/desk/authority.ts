import { actionOfPart, givingPartEvents, type PartEvent, partShapes } from '@leeward/domain/case/parts.ts';
import { sheetKinds } from '@leeward/domain/identity/sheet.ts';
import type { Action } from '@leeward/domain/organisation/permissions.ts';
import { may } from '@leeward/domain/organisation/permissions.ts';
import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { parseEvents } from '@leeward/sealed-log/log/events-json.ts';
import type { Effect } from '@leeward/sealed-log/log/judge.ts';
import type { AuthorityReason } from '@leeward/sealed-log/log/tails.ts';
import { capabilities } from '@leeward/sealed-log/wire/organisation.ts';
import { deviceMay, openMembers } from '@leeward/sealed-log/wire/skeleton.ts';
import type { Engine } from './engine.ts';
import { actorOf } from './engine.ts';
import type { RecordView } from './record-view.ts';

/**
 * Events that never touch authority. Whatever is not among them grants or takes away access (a role, a guest's channel,
 * a place in a team's list), says yes for somebody, or was written by a newer Leeward and may be anything: after a fork
 * a person decides (rule 2c).
 */
const ordinary: ReadonlySet<string> = new Set([
  'GuestItemAdmitted',
  'ReplyWritten',
  'QuestionsSent',
  'OpenedNoted',
  'ConversationConfirmed',
  'RequestClaimed',
  'RequestReleased',
  'UrgencySet',
  'RequestDeclined',
  'RequestTakenUpAgain',
  'RequestSetAside',
  'RequestReturned',
  'CaseOpened',
  'PseudonymChanged',
  'StateChanged',
  'CaseReopened',
  'ResponsibleSet',
  'NoteWritten',
  'NextStepSet',
  'SummaryKept',
  'IdentityOpened',
  'NamesKept',
  'FactKept',
  'ContactKept',
  'AccessNoted',
  'RecordListed',
  'CheckpointTaken',
  // Asking her gives nobody anything; her answer does, and is signed by herself.
  'ConsentAsked',
  // It lets go of what she gave, and takes nothing from anybody.
  'ConsentDropped',
  'NextTold',
  'HeldTold',
  'CheckInProposed',
  'CheckInEnded',
  'PlanShown',
  'RoundsTold',
  'QuestionAsked',
  'AlarmAnswered',
  'CustodyIndexed',
  'FileMarked',
  'QuietHoursSet',
  // Of the parts of a case, those that give nothing.
  ...Object.keys(partShapes).filter(
    (type) => !(givingPartEvents as ReadonlySet<string>).has(type) && !stopsOrDiscloses(type),
  ),
  // What an identity record says, and what was found about two of them.
  ...Object.values(sheetKinds).flatMap(({ shapes }) => Object.keys(shapes)),
  'PersonsCompared',
  'ComparisonWithdrawn',
]);

/** Events of the parts of a case that touch authority. */
const partsWithAuthority = Object.keys(partShapes).filter((type) => !ordinary.has(type));

/** Takes a consent back, or says what went out: neither gives anything, and a fork must not lose either unseen (rule 2c). */
function stopsOrDiscloses(type: string): boolean {
  return ['ConsentRefused', 'ConsentsWithdrawn', 'SharingNoted', 'VitalProposed', 'VitalRefused'].includes(
    type,
  );
}

/** Whether an effect grants or revokes access, or is a consent, an approval, a payment or a disclosure. */
export function holdsAuthority(effect: Effect): boolean {
  return typesIn(effect).some((type) => !ordinary.has(type));
}

/** What somebody must be allowed to do who says how to go on after a fork (rule 2c). */
export type Need = 'reader' | 'forget' | 'administrator' | Action;

const actionOf: ReadonlyMap<string, Action> = new Map([
  ['RoleGiven', 'organisation.manage'],
  ['MemberLeft', 'organisation.manage'],
  ['RecoveryPolicySet', 'organisation.manage'],
  ['PermissionsRaised', 'organisation.manage'],
  ['GuestNamed', 'conversation.admit'],
  ['GuestClosed', 'conversation.channel'],
  ['GuestReplaced', 'conversation.channel'],
  ['ClosingTold', 'conversation.channel'],
  ['ConversationLinked', 'conversation.channel'],
  ['RecordUnlisted', 'team.list'],
  // Of the parts of a case: whoever may write it may say which version stands.
  ...partsWithAuthority.map((type) => [type, actionOfPart({ type } as PartEvent)] as const),
  ['ReaderLetIn', 'identity.edit'],
  ['ReaderLetGo', 'identity.edit'],
  ['IdentityAccessGiven', 'custody.index'],
  ['IdentityAccessOver', 'custody.index'],
]);

/**
 * The rights behind what a fork touches: whoever may do it may say which version stands. An epoch may be posted by
 * everybody who reads the record; what this device cannot read, or does not know, only an administrator answers for.
 */
export function needsOf(because: readonly AuthorityReason[], effects: readonly Effect[]): readonly Need[] {
  const needs = new Set<Need>();
  for (const { hash, what } of because) {
    if (what === 'epoch') needs.add('reader');
    else if (what === 'forget') needs.add('forget');
    else if (what === 'unknown') needs.add('administrator');
    else
      for (const effect of effects.filter((one) => equal(one.hash, hash)))
        for (const type of typesIn(effect))
          if (!ordinary.has(type)) needs.add(actionOf.get(type) ?? 'administrator');
  }
  return [...needs];
}

function typesIn(effect: Effect): readonly string[] {
  const events = parseEvents(effect.body.events);
  return events.ok ? events.value.map((event) => String(event['type'])) : [];
}

/** Whether this person has all of these rights in a record. */
export function mayResolve(engine: Engine, view: RecordView, needs: readonly Need[]): boolean {
  const { role, permissions } = actorOf(engine);
  return needs.every((need) => {
    if (need === 'reader') return isReader(engine, view);
    if (need === 'administrator') return deviceHas(engine, capabilities.administrator);
    if (need === 'forget') return deviceHas(engine, capabilities.forget | capabilities.administrator);
    return may(role, need, permissions).ok;
  });
}

function deviceHas({ organisation, keys }: Engine, capability: number): boolean {
  const { skeleton } = organisation;
  return deviceMay(skeleton, keys.device.signingKey, capability, skeleton.hashes.length - 1);
}

/** Whether this person is still among those for whom the record's present epoch was made. */
function isReader({ organisation, keys }: Engine, { judgement }: RecordView): boolean {
  const own = toHex(keys.member.id);
  const opened = judgement.epoch?.link.opened;
  const recipients = opened?.type === 'epoch' ? (opened.body?.recipients ?? []) : [];
  return recipients.some(({ recipient }) => {
    if (recipient.type === 'member') return toHex(recipient.member) === own;
    const team = organisation.skeleton.teams.get(toHex(recipient.team));
    return team !== undefined && openMembers(team).includes(own);
  });
}
