import { may } from '@leeward/domain/organisation/permissions.ts';
import { roleOf } from '@leeward/domain/organisation/state.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { openMembers } from '@leeward/sealed-log/wire/skeleton.ts';
import type { Engine } from './engine.ts';
import { actorOf, organisationNow, teamIdFor } from './engine.ts';
import type { RecordView } from './record-view.ts';

/** Members to whom a request can be handed: those who hold its key and whose role lets them work on it; never oneself. */
export function colleaguesFor(engine: Engine, view: RecordView): readonly string[] {
  const organisation = organisationNow(engine);
  const { member: me, permissions } = actorOf(engine);
  const readers = new Set<string>();
  const addTeam = (id: string): void => {
    const team = engine.organisation.skeleton.teams.get(id);
    if (team !== undefined) for (const member of openMembers(team)) readers.add(member);
  };
  const opened = view.judgement.epoch?.link.opened;
  const recipients = opened?.type === 'epoch' ? (opened.body?.recipients ?? []) : [];
  for (const { recipient } of recipients)
    if (recipient.type === 'team') addTeam(toHex(recipient.team));
    else readers.add(toHex(recipient.member));
  // Not in the log yet: it will be the intake team's.
  const intake = teamIdFor(engine, 'intake');
  if (recipients.length === 0 && intake !== null) addTeam(toHex(intake));
  return [...readers]
    .filter((member) => member !== me)
    .filter((member) => may(roleOf(organisation, member), 'conversation.triage', permissions).ok)
    .sort();
}
