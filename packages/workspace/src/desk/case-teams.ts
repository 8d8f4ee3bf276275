import { nearKeptAway } from '@leeward/domain/people/circles.ts';
import { lastMove, teamsMoved } from '@leeward/domain/readers/part.ts';
import { latest } from '@leeward/domain/shared/field.ts';
import { refusal } from '@leeward/domain/shared/refusal.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { teamRecord } from '@leeward/sealed-log/wire/hashes.ts';
import { openMembers } from '@leeward/sealed-log/wire/skeleton.ts';
import { actOnCase, withOwnActs } from './case-acts.ts';
import type { Answer } from './contract.ts';
import type { Engine } from './engine.ts';
import { organisationNow, orgOf } from './engine.ts';
import { hasTeamsTakenOut, missingTeams, policyOf, readsThrough } from './epoch-policy.ts';
import type { NewItem } from './outbox.ts';
import { listedRecords, loadTeams, openRecord, refoldRecord, teamLog } from './records.ts';
import { bytesOf } from './send.ts';
import type { TeamCommands } from './teams-contract.ts';
import { appendNext } from './write.ts';

/*
 * Giving a case to a further team, and taking it back: the case says so, the team's own list names it or does no longer,
 * and the next epoch is made for the team or without it. Any device that reads the case, and goes on reading it, makes
 * that epoch as soon as it has seen the event.
 */

/** Makes the epochs by which teams that were let in can read, and those that were taken out cannot: without waiting for the next word in the case. */
export async function openToTeams(engine: Engine): Promise<void> {
  for (const view of [...engine.records.values()]) {
    if (missingTeams(engine, view).length === 0 && !hasTeamsTakenOut(engine, view)) continue;
    const done = await appendNext(engine, view.id, [], async () => ({ type: 'none', why: 'only-the-epoch' }));
    if (done.type === 'offline') return;
  }
}

const no = (code: Parameters<typeof refusal>[0]): Answer<never> => ({
  ok: false,
  error: { code: 'refused', refusal: refusal(code) },
});
const notHere: Answer<never> = { ok: false, error: { code: 'not-here' } };

/** What is written when a case is given to a further team. Only somebody in the team can write in its list. */
export async function giveCaseItems(
  engine: Engine,
  { record, team, reason }: TeamCommands['giveCase'][0],
): Promise<Answer<readonly NewItem[]>> {
  const view = await openRecord(engine, record);
  const known = organisationNow(engine).teams.get(team);
  const facts = engine.organisation.skeleton.teams.get(team);
  if (view.folded.kind !== 'case' || known === undefined || facts === undefined) return notHere;
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

/**
 * What is written when a case is taken back from a team. Only somebody who goes on reading it through another team can:
 * she makes the key by which that team reads no more, so there is always a team left. And whoever is responsible for the
 * case goes on reading it, or somebody else becomes responsible first.
 */
export async function takeCaseBackItems(
  engine: Engine,
  { record, team, reason }: TeamCommands['takeCaseBack'][0],
): Promise<Answer<readonly NewItem[]>> {
  const view = await openRecord(engine, record);
  if (view.folded.kind !== 'case') return notHere;
  const state = withOwnActs(engine, view, view.folded.state);
  const { readers } = state.parts;
  if (lastMove(readers, team)?.way === 'out') return no('no_change');
  const { teams } = organisationNow(engine);
  const left = policyOf(view).filter(
    ({ type, id }) =>
      type === 'member' ||
      (id !== team && lastMove(readers, id)?.way !== 'out' && (teams.get(id)?.ended ?? null) === null),
  );
  const isGiven = lastMove(readers, team)?.way === 'in' || policyOf(view).some(({ id }) => id === team);
  if (!isGiven) return no('not_there');
  if (!readsThrough(engine, left, toHex(engine.keys.member.id))) return no('only_reader');
  if (state.responsible !== null && !readsThrough(engine, left, state.responsible))
    return no('responsible_there');
  const event = { type: 'TeamTakenOut', v: 1, team, reason: reason.trim() } as const;
  return { ok: true, value: [{ record, command: actOnCase, args: { events: [event] } }] };
}

/** What teams' lists lack of the cases that were given to them, and what they hold of those that were taken back. */
export async function listingItems(engine: Engine): Promise<readonly NewItem[]> {
  const items: NewItem[] = [];
  for (const { id: record, folded } of [...engine.records.values()]) {
    if (folded.kind !== 'case' || folded.state.parts.readers.moves.length === 0) continue;
    for (const way of ['in', 'out'] as const)
      for (const team of teamsMoved(folded.state.parts.readers, way)) {
        const log = await ownLog(engine, team);
        if (log === null || (way === 'in') === log.lists(record)) continue;
        const command = way === 'in' ? 'listRecord' : 'unlistRecord';
        const args = way === 'in' ? { listed: record, kind: 'case' } : { listed: record };
        const waits = engine.outbox.some(
          (one) => one.record === log.id && one.command === command && one.args['listed'] === record,
        );
        if (!waits)
          items.push({
            record: log.id,
            command,
            args,
            creates: { kind: 'team', teams: [team] },
            silent: true,
          });
      }
  }
  return items;
}

/** The log of a team that this member is of and that was not ended: only its members write in it. */
async function ownLog(engine: Engine, team: string) {
  const facts = engine.organisation.skeleton.teams.get(team);
  if (facts === undefined || !isMember(engine, team)) return null;
  if ((organisationNow(engine).teams.get(team)?.ended ?? null) !== null) return null;
  const { id, folded } = await teamLog(engine, facts.id);
  if (folded.kind !== 'team') return null;
  return { id, lists: (record: string): boolean => folded.state.records.has(record) };
}

function isMember({ organisation, keys }: Engine, team: string): boolean {
  const facts = organisation.skeleton.teams.get(team);
  return facts !== undefined && openMembers(facts).includes(toHex(keys.member.id));
}

/**
 * Puts out of sight what no team of this member lists any more. What she read she has read; she is told once that there
 * is nothing more to read, and why the case is in no list.
 */
export async function dropUnlisted(engine: Engine): Promise<void> {
  for (const view of [...engine.records.values()]) {
    if (view.folded.kind !== 'case') continue;
    const { pseudonym, parts } = view.folded.state;
    const gone = teamsMoved(parts.readers, 'out');
    if (gone.length === 0 || engine.outbox.some(({ args }) => args['listed'] === view.id)) continue;
    await loadTeams(engine);
    if (listedRecords(engine).includes(view.id)) continue;
    await refoldRecord(engine, { ...view, kind: 'unknown' });
    const mine = gone.find((team) => isMember(engine, team)) ?? '';
    engine.alerts.raise('caseTakenBack', { names: latest(pseudonym) ?? '', team: mine }, view.id);
    engine.announce('cases', `record:${view.id}`);
  }
}
