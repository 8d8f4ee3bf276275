import { parseEvents } from '@leeward/sealed-log/log/events-json.ts';
import type { Effect } from '@leeward/sealed-log/log/judge.ts';
import { capabilities } from '@leeward/sealed-log/wire/organisation.ts';
import { deviceMay } from '@leeward/sealed-log/wire/skeleton.ts';
import type { Engine } from './engine.ts';

/**
 * Events that never touch authority. Whatever is not among them grants or takes away access (a role, a guest's channel,
 * a place in a team's list), says yes for somebody, or was written by a newer Leeward and may be anything: after a fork
 * a person decides (rule 2c).
 */
const ordinary: ReadonlySet<string> = new Set([
  'GuestItemAdmitted',
  'ReplyWritten',
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
  'CustodyIndexed',
]);

/** Whether an effect grants or revokes access, or is a consent, an approval, a payment or a disclosure. */
export function holdsAuthority(effect: Effect): boolean {
  const events = parseEvents(effect.body.events);
  if (!events.ok) return false;
  return events.value.some((event) => {
    const { type } = event as { readonly type?: unknown };
    return typeof type !== 'string' || !ordinary.has(type);
  });
}

/** Whether this person may say how to go on after a fork that touches authority. */
export function mayResolve(engine: Engine): boolean {
  const { skeleton } = engine.organisation;
  const own = engine.keys.device.signingKey;
  return deviceMay(skeleton, own, capabilities.administrator, skeleton.hashes.length - 1);
}
