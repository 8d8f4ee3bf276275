import type { Quiet } from '@leeward/domain/team/quiet.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { teamRecord } from '@leeward/sealed-log/wire/hashes.ts';
import type { QuietView } from './care-contract.ts';
import type { Engine } from './engine.ts';
import { actorOf, orgOf, teamIdFor } from './engine.ts';
import type { NewItem } from './outbox.ts';
import { openRecord } from './records.ts';

/* Hours in which a colleague is not to be disturbed: they stand in the log of everybody, sealed to the organisation alone. */

/** The log that the whole organisation reads; null for a member who is not told of it. */
async function everybodysLog(
  engine: Engine,
): Promise<{ readonly record: string; readonly team: string } | null> {
  const team = teamIdFor(engine, 'everyone');
  if (team === null || !engine.organisation.keyring.teams.has(toHex(team))) return null;
  return { record: toHex(await teamRecord(orgOf(engine), team)), team: toHex(team) };
}

/** Everybody's quiet hours, by member. */
async function quietOfAll(engine: Engine): Promise<ReadonlyMap<string, Quiet>> {
  const log = await everybodysLog(engine);
  if (log === null) return new Map();
  const { folded } = await openRecord(engine, log.record);
  return folded.kind === 'team' ? folded.state.quiet : new Map();
}

/** What this device's owner set, with what of it waits to be sent. */
export async function ownQuiet(engine: Engine): Promise<Quiet | undefined> {
  const waits = engine.outbox.findLast(({ command }) => command === setQuiet);
  if (waits !== undefined && waits.state !== 'refused')
    return { ...(waits.args['quiet'] as Omit<Quiet, 'claimedTime'>), claimedTime: waits.since };
  return (await quietOfAll(engine)).get(actorOf(engine).member);
}

/** The command under which it waits in the outbox. */
export const setQuiet = 'setQuiet';

/** As screens show it. */
export async function quietView(engine: Engine): Promise<QuietView> {
  const own = await ownQuiet(engine);
  const all = new Map(await quietOfAll(engine));
  if (own !== undefined) all.set(actorOf(engine).member, own);
  return { members: [...all].map(([member, { hours, exceptDanger }]) => ({ member, hours, exceptDanger })) };
}

/** What the outbox keeps of a change; null where this member reads no such log. */
export async function quietItem(engine: Engine, quiet: Omit<Quiet, 'claimedTime'>): Promise<NewItem | null> {
  const log = await everybodysLog(engine);
  if (log === null) return null;
  const { record, team } = log;
  return { record, command: setQuiet, args: { quiet }, creates: { kind: 'team', teams: [team] } };
}
