import {
  canDescribeTeam,
  canEndTeam,
  canFoundTeam,
  type OwnTeam,
} from '@leeward/domain/organisation/rules.ts';
import { type Refusal, refusal } from '@leeward/domain/shared/refusal.ts';
import { teamSecret } from '@leeward/sealed-log/log/keyring.ts';
import { grantTeam, newGeneration, type Recipient } from '@leeward/sealed-log/organisation/entries.ts';
import type { Operation } from '@leeward/sealed-log/wire/organisation.ts';
import { capabilities } from '@leeward/sealed-log/wire/organisation.ts';
import { currentGeneration, latestCapabilities, openMembers } from '@leeward/sealed-log/wire/skeleton.ts';
import type { Answer } from './contract.ts';
import { takeCutList } from './cut-lists.ts';
import type { Engine } from './engine.ts';
import { actorOf, organisationNow, orgOf } from './engine.ts';
import { bringKeys } from './pull.ts';
import { appended } from './questions.ts';
import { teamLog } from './records.ts';
import { rotateRecords } from './rotate-records.ts';
import type { OrganisationDraft } from './rotation.ts';
import { appendToOrganisation, ensureTeamFresh, rotateTeams, sealingKeyOf } from './rotation.ts';
import { bytesOf } from './send.ts';
import type { TeamCommands, TeamView } from './teams-contract.ts';

/*
 * Teams of the organisation's own, and who is in any team. Every act is one entry of the organisation's log: what the
 * relay must know (who holds a key) in the clear, names and reasons in its sealed part (section 5.3). Acts of authority
 * are asked anew on every conflict and never repeated blindly (rule 6).
 */

type Argument<C extends keyof TeamCommands> = TeamCommands[C][0];

const done: Answer<null> = { ok: true, value: null };
const no = (code: 'offline' | 'not-here'): Answer<never> => ({ ok: false, error: { code } });
const refused = (code: Parameters<typeof refusal>[0]): Answer<never> => ({
  ok: false,
  error: { code: 'refused', refusal: refusal(code) },
});

/** Founds a team with its first key, sealed to each of its members. The team's id is drawn by the screen: a second press founds no second one. */
export async function foundTeam(
  engine: Engine,
  { team, name, aim, members }: Argument<'foundTeam'>,
): Promise<Answer<null>> {
  const own: OwnTeam = { team, name: name.trim(), aim: aim.trim() };
  if (organisationNow(engine).teams.has(team)) return done;
  const allowed = canFoundTeam(organisationNow(engine), actorOf(engine), own);
  if (!allowed.ok) return { ok: false, error: { code: 'refused', refusal: allowed.error } };
  const recipients = await recipientsOf(engine, members);
  if (recipients === null || recipients.length === 0) return no('not-here');
  const outcome = await append(engine, async () => {
    const now = canFoundTeam(organisationNow(engine), actorOf(engine), own);
    if (!now.ok) return null;
    const { operation, blob } = await newGeneration(orgOf(engine), bytesOf(team), 1, recipients, null);
    return { operations: [operation], events: now.value, ...(blob === null ? {} : { grants: blob }) };
  });
  if (outcome !== null) return outcome;
  // What is sealed to this member may lie in a blob beside the entry.
  await bringKeys(engine);
  return organisationNow(engine).teams.has(team) ? done : no('not-here');
}

/** Those whom a key can be sealed to; null where one of them has left, lost a device, or shows no key that is hers. */
async function recipientsOf(
  engine: Engine,
  members: readonly string[],
): Promise<readonly Recipient[] | null> {
  const found: Recipient[] = [];
  for (const member of new Set(members)) {
    const facts = engine.organisation.skeleton.members.get(member);
    const sealingKey = await sealingKeyOf(engine, member);
    if (facts === undefined || facts.endedAt !== null || facts.exposedSince !== null) return null;
    if (sealingKey === null) return null;
    found.push({ id: facts.id, sealingKey });
  }
  return found;
}

/** Gives a team of one's own another name, or other words about what it is for. */
export async function describeTeam(
  engine: Engine,
  { team, name, aim }: Argument<'describeTeam'>,
): Promise<Answer<null>> {
  const ask = () =>
    canDescribeTeam(organisationNow(engine), actorOf(engine), { team, name: name.trim(), aim: aim.trim() });
  return say(engine, ask);
}

/** Ends a team of one's own. Nothing is taken from anybody by it, and records that others read too go on without it. */
export async function endTeam(engine: Engine, { team, reason }: Argument<'endTeam'>): Promise<Answer<null>> {
  const answer = await say(engine, () =>
    canEndTeam(organisationNow(engine), actorOf(engine), team, reason.trim()),
  );
  if (answer.ok) await rotateRecords(engine);
  return answer;
}

async function say(engine: Engine, ask: () => ReturnType<typeof canEndTeam>): Promise<Answer<null>> {
  const allowed = ask();
  if (!allowed.ok) return { ok: false, error: { code: 'refused', refusal: allowed.error } };
  let against = null as Refusal | null;
  let events: readonly unknown[] | null = allowed.value;
  const answer = await appended(engine, async () => {
    // Asked again where another entry came first, because it may have changed what is allowed.
    const now = events === null ? ask() : null;
    const say = now === null ? events : now.ok ? now.value : null;
    against = now?.ok === false ? now.error : null;
    events = null;
    return say === null ? null : { events: say, quoted: [] };
  });
  engine.announce('session');
  if (against !== null && against.code !== 'no_change')
    return { ok: false, error: { code: 'refused', refusal: against } };
  return answer;
}

/** Puts somebody into a team: she opens what is sealed for it from now on, and all that was before. */
export async function putInTeam(
  engine: Engine,
  { team, member }: Argument<'putInTeam'>,
): Promise<Answer<null>> {
  const known = organisationNow(engine).teams.get(team);
  if (known === undefined) return no('not-here');
  if (known.ended !== null) return refused('team_ended');
  if (isIn(engine, team, member)) return done;
  if (!mayPutIn(engine, team)) return refused('not_in_team');
  const fresh = await ensureTeamFresh(engine, team);
  if (fresh === 'offline') return no('offline');
  if (fresh !== 'fresh') return refused('team_changes');
  const outcome = await append(engine, async () => {
    const [to] = (await recipientsOf(engine, [member])) ?? [];
    const facts = engine.organisation.skeleton.teams.get(team);
    const generation = facts === undefined ? null : currentGeneration(facts);
    if (to === undefined || facts === undefined || generation === null || isIn(engine, team, member))
      return null;
    const secret = teamSecret(engine.organisation.keyring, facts.id, generation.generation);
    if (secret === null || generation.staleAt !== null) return null;
    const granted = await grantTeam(orgOf(engine), facts.id, generation.generation, secret, to);
    return { operations: [granted], events: [] };
  });
  if (outcome !== null) return outcome;
  return isIn(engine, team, member) ? done : no('not-here');
}

/** Takes somebody out of a team, or oneself: its key changes before anything new is sealed for it (rule 9). */
export async function takeOutOfTeam(
  engine: Engine,
  { team, member }: Argument<'takeOutOfTeam'>,
): Promise<Answer<null>> {
  const known = organisationNow(engine).teams.get(team);
  if (known === undefined) return no('not-here');
  // Names and roles are sealed for all: out of that team goes whoever leaves the organisation.
  if (known.purpose === 'everyone') return refused('other_team');
  if (!isIn(engine, team, member)) return done;
  const { member: me } = actorOf(engine);
  if (member !== me && !isAdministrator(engine, me)) return refused('not_in_team');
  // Nobody could give it another key, or let anybody in, ever again.
  if (membersNow(engine, team).length < 2) return refused('last_of_team');
  const outcome = await append(engine, async () => {
    if (!isIn(engine, team, member) || membersNow(engine, team).length < 2) return null;
    // The list of this very moment: between two attempts she may have seen more.
    const cut = await takeCutList(engine);
    const left: Operation = { type: 'teamLeft', team: bytesOf(team), member: bytesOf(member), ...cut };
    return { operations: [left], events: [] };
  });
  if (outcome !== null) return outcome;
  if (isIn(engine, team, member)) return refused('last_of_team');
  await rotateTeams(engine);
  await rotateRecords(engine);
  return done;
}

/** Who is in which team now, and what this member may do there. */
export async function teamViews(engine: Engine): Promise<readonly TeamView[]> {
  const { member: me } = actorOf(engine);
  const views: TeamView[] = [];
  for (const { team } of organisationNow(engine).teams.values())
    views.push({
      team,
      members: membersNow(engine, team),
      isStale: isStale(engine, team),
      mayPutIn: mayPutIn(engine, team),
      mayTakeOut: isAdministrator(engine, me),
      cases: await casesOf(engine, team),
    });
  return views;
}

/** How many cases stand in a team's own log; null where this member is not of it. */
async function casesOf(engine: Engine, team: string): Promise<number | null> {
  if (!isIn(engine, team, actorOf(engine).member)) return null;
  const { folded } = await teamLog(engine, bytesOf(team));
  if (folded.kind !== 'team') return null;
  return [...folded.state.records.values()].filter(({ kind }) => kind === 'case').length;
}

const membersNow = ({ organisation }: Engine, team: string): readonly string[] => {
  const facts = organisation.skeleton.teams.get(team);
  return facts === undefined ? [] : openMembers(facts);
};

const isIn = (engine: Engine, team: string, member: string): boolean =>
  membersNow(engine, team).includes(member);

function isStale({ organisation }: Engine, team: string): boolean {
  const facts = organisation.skeleton.teams.get(team);
  return facts !== undefined && (currentGeneration(facts)?.staleAt ?? null) !== null;
}

const isAdministrator = ({ organisation }: Engine, member: string): boolean =>
  (latestCapabilities(organisation.skeleton, member) & capabilities.administrator) !== 0;

/** As the log judges it: an administrator among the members, or any member where none of them is one. */
function mayPutIn(engine: Engine, team: string): boolean {
  const { member: me } = actorOf(engine);
  const members = membersNow(engine, team);
  if (!members.includes(me)) return false;
  return isAdministrator(engine, me) || !members.some((one) => isAdministrator(engine, one));
}

/** Appends; null when it stands, or what stands is what was wanted. */
async function append(
  engine: Engine,
  make: () => Promise<OrganisationDraft | null>,
): Promise<Answer<null> | null> {
  const outcome = await appendToOrganisation(engine, make);
  engine.announce('session');
  return outcome === 'done' ? null : no(outcome === 'offline' ? 'offline' : 'not-here');
}
