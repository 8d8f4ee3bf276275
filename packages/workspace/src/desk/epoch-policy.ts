import { lastMove, teamsMoved } from '@leeward/domain/readers/part.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { currentGeneration, openMembers } from '@leeward/sealed-log/wire/skeleton.ts';
import type { Engine } from './engine.ts';
import { organisationNow } from './engine.ts';
import type { RecordView } from './record-view.ts';

/*
 * For whom the next epoch of a record is made (rule 11): for those of the present one, with the teams that a case was
 * given to since, without those from which it was taken back, and without teams that were ended.
 */

/** A reader that the signed policy of a record gives. */
export type Policy = { readonly type: 'team' | 'member'; readonly id: string };

/** The readers of a record's current epoch, by id. */
export function policyOf({ judgement: { epoch } }: RecordView): readonly Policy[] {
  if (epoch === null || epoch.link.opened.type !== 'epoch') return [];
  return (epoch.link.opened.body?.recipients ?? []).map(({ recipient }) =>
    recipient.type === 'team'
      ? { type: 'team', id: toHex(recipient.team) }
      : { type: 'member', id: toHex(recipient.member) },
  );
}

/** Of those readers the ones for whom a record goes on. */
export function goingOn(engine: Engine, view: RecordView, policy: readonly Policy[]): readonly Policy[] {
  const { teams } = organisationNow(engine);
  const kept = without(engine, policy, (team) => isTakenOut(view, team));
  return without(engine, kept, (team) => (teams.get(team)?.ended ?? null) !== null);
}

/** Whether a team that reads now is to read nothing more, and this device can see to it. */
export function hasTeamsTakenOut(engine: Engine, view: RecordView): boolean {
  if (view.folded.kind !== 'case' || view.folded.state.parts.readers.moves.length === 0) return false;
  const policy = policyOf(view);
  return without(engine, policy, (team) => isTakenOut(view, team)).length < policy.length;
}

/** Whether a member reads through anybody of a policy. */
export const readsThrough = ({ organisation }: Engine, policy: readonly Policy[], member: string): boolean =>
  policy.some(({ type, id }) => {
    const team = type === 'team' ? organisation.skeleton.teams.get(id) : undefined;
    return type === 'member' ? id === member : team !== undefined && openMembers(team).includes(member);
  });

/**
 * Those teams stay where nobody else reads, and where this member reads through them alone: neither ending a team nor
 * taking a case back may close a record, or shut out whoever writes in it. Somebody who reads through others goes on.
 */
function without(
  engine: Engine,
  policy: readonly Policy[],
  isOut: (team: string) => boolean,
): readonly Policy[] {
  const left = policy.filter(({ type, id }) => type === 'member' || !isOut(id));
  return readsThrough(engine, left, toHex(engine.keys.member.id)) ? left : policy;
}

const isTakenOut = ({ folded }: RecordView, team: string): boolean =>
  folded.kind === 'case' && lastMove(folded.state.parts.readers, team)?.way === 'out';

/** Teams that are to read a case and that its present epoch was not made for. */
export function missingTeams(engine: Engine, view: RecordView): readonly string[] {
  const { folded, judgement } = view;
  if (folded.kind !== 'case' || judgement.epoch === null) return [];
  const { readers } = folded.state.parts;
  if (readers.moves.length === 0) return [];
  const named = new Set(policyOf(view).flatMap(({ type, id }) => (type === 'team' ? [id] : [])));
  const { teams } = organisationNow(engine);
  return teamsMoved(readers, 'in').filter((team) => {
    if (named.has(team) || (teams.get(team)?.ended ?? null) !== null) return false;
    const facts = engine.organisation.skeleton.teams.get(team);
    // One whose next key does not stand yet must not keep the others from writing: it comes in when the key is there.
    return facts !== undefined && (currentGeneration(facts)?.staleAt ?? null) === null;
  });
}
