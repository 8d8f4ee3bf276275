import { nearKeptAway } from '@leeward/domain/people/circles.ts';
import { refusal } from '@leeward/domain/shared/refusal.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { teamRecord } from '@leeward/sealed-log/wire/hashes.ts';
import { openMembers } from '@leeward/sealed-log/wire/skeleton.ts';
import { actOnCase, withOwnActs } from './case-acts.ts';
import type { Answer } from './contract.ts';
import type { Engine } from './engine.ts';
import { organisationNow, orgOf } from './engine.ts';
import { missingTeams } from './missing-teams.ts';
import type { NewItem } from './outbox.ts';
import { openRecord } from './records.ts';
import { bytesOf } from './send.ts';
import type { TeamCommands } from './teams-contract.ts';
import { appendNext } from './write.ts';

/*
 * Giving a case to a further team: the case says so, the team's own list names it, and the next epoch is made for the
 * team as well. Any device that reads the case makes that epoch as soon as it has seen the event.
 */

/** Makes the epochs by which teams that were let in can read: without waiting for the next word in the case. */
export async function openToTeams(engine: Engine): Promise<void> {
  for (const view of [...engine.records.values()]) {
    if (missingTeams(engine, view).length === 0) continue;
    const done = await appendNext(engine, view.id, [], async () => ({ type: 'none', why: 'only-the-epoch' }));
    if (done.type === 'offline') return;
  }
}

/** What is written when a case is given to a further team. Only somebody in the team can write in its list. */
export async function giveCaseItems(
  engine: Engine,
  { record, team, reason }: TeamCommands['giveCase'][0],
): Promise<Answer<readonly NewItem[]>> {
  const view = await openRecord(engine, record);
  const known = organisationNow(engine).teams.get(team);
  const facts = engine.organisation.skeleton.teams.get(team);
  const no = (code: Parameters<typeof refusal>[0], name?: string): Answer<never> => ({
    ok: false,
    error: { code: 'refused', refusal: name === undefined ? refusal(code) : refusal(code, { person: name }) },
  });
  if (view.folded.kind !== 'case' || known === undefined || facts === undefined)
    return { ok: false, error: { code: 'not-here' } };
  if (known.ended !== null) return no('team_ended');
  if (known.purpose === 'everyone' || known.purpose === 'custody') return no('other_team');
  const members = openMembers(facts);
  if (!members.includes(toHex(engine.keys.member.id))) return no('not_in_team');
  const { parts } = withOwnActs(engine, view, view.folded.state);
  // Somebody from whom the case is to be kept may be a colleague, and in this team.
  const names = members.map((member) => organisationNow(engine).members.get(member)?.name ?? '');
  const near = nearKeptAway(
    parts.people,
    names.filter((name) => name !== ''),
  ).find(({ grade }) => grade === 'sure');
  if (near !== undefined) return no('kept_from');
  const log = toHex(await teamRecord(orgOf(engine), bytesOf(team)));
  const event = { type: 'TeamLetIn', v: 1, team, reason: reason.trim() } as const;
  return {
    ok: true,
    value: [
      { record, command: actOnCase, args: { events: [event] } },
      {
        record: log,
        command: 'listRecord',
        args: { listed: record, kind: 'case' },
        creates: { kind: 'team', teams: [team] },
        silent: true,
      },
    ],
  };
}
