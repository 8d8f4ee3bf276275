import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { currentGeneration } from '@leeward/sealed-log/wire/skeleton.ts';
import type { Engine } from './engine.ts';
import type { RecordView } from './record-view.ts';

/** Teams that are to read a case and that its present epoch was not made for. */
export function missingTeams({ organisation, ...engine }: Engine, view: RecordView): readonly string[] {
  const { folded, judgement } = view;
  if (folded.kind !== 'case' || judgement.epoch === null) return [];
  const { letIn } = folded.state.parts.readers;
  if (letIn.length === 0) return [];
  const opened = judgement.epoch.link.opened;
  const recipients = opened.type === 'epoch' ? (opened.body?.recipients ?? []) : [];
  const named = new Set(
    recipients.flatMap(({ recipient }) => (recipient.type === 'team' ? [toHex(recipient.team)] : [])),
  );
  const teams = engine.organisationStates.at(-1)?.teams;
  return letIn.flatMap(({ team }) => {
    if (named.has(team) || (teams?.get(team)?.ended ?? null) !== null) return [];
    const facts = organisation.skeleton.teams.get(team);
    // One whose next key does not stand yet must not keep the others from writing: it comes in when the key is there.
    const isFresh = facts !== undefined && (currentGeneration(facts)?.staleAt ?? null) === null;
    return isFresh ? [team] : [];
  });
}
