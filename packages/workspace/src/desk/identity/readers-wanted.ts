import { readersAt } from '@leeward/domain/identity/readers.ts';
import type { Engine } from '../engine.ts';
import { actorOf } from '../engine.ts';
import type { RecordView } from '../record-view.ts';
import { sealingKeyOf } from '../rotation.ts';
import { custodyTeam } from './custody-team.ts';
import { namedMembers } from './named-members.ts';

/**
 * Who is to read an identity record besides custody: whom custody has let in, as long as that lasts. Null where this
 * device leaves the readers as they are: of any other record, and where it is not of custody itself.
 */
export async function wantedMembers(engine: Engine, view: RecordView): Promise<readonly string[] | null> {
  if (view.folded.kind !== 'identity' || actorOf(engine).custody !== true) return null;
  // Custody's log says the end as well: a relay that keeps it back in one of the two logs keeps nobody in.
  const given = (await custodyTeam(engine))?.state.custody.given;
  const wanted = new Set<string>();
  for (const { member, grant } of readersAt(view.folded.state.readers, engine.now())) {
    if ((given?.get(grant)?.over ?? null) !== null) continue;
    const facts = engine.organisation.skeleton.members.get(member);
    const isHere = facts !== undefined && facts.endedAt === null && facts.exposedSince === null;
    // Whose key is not known cannot be given one: she is not waited for in vain.
    if (isHere && (await sealingKeyOf(engine, member)) !== null) wanted.add(member);
  }
  return [...wanted].toSorted();
}

/** Whether the record's epoch is for others than those who are to read it: it needs another one before anybody writes. */
export async function hasOtherReaders(engine: Engine, view: RecordView): Promise<boolean> {
  if (view.judgement.epoch === null) return false;
  const wanted = await wantedMembers(engine, view);
  return wanted !== null && wanted.join() !== namedMembers(view).join();
}
