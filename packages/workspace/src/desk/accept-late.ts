import type { Answer } from './contract.ts';
import type { Engine } from './engine.ts';
import { appendToOrganisation } from './rotation.ts';
import { bytesOf } from './send.ts';

/** Lets an entry in that somebody who was removed wrote beyond the cut: an administrator's signed word, the only way (rule 1). */
export async function acceptLate(engine: Engine, record: string, entry: string): Promise<Answer<null>> {
  const outcome = await appendToOrganisation(engine, async () =>
    engine.organisation.skeleton.acceptedLate.has(entry)
      ? null
      : {
          operations: [{ type: 'lateEntryAccepted', record: bytesOf(record), entry: bytesOf(entry) }],
          events: [],
        },
  );
  if (outcome === 'done') return { ok: true, value: null };
  return { ok: false, error: { code: outcome === 'offline' ? 'offline' : 'not-here' } };
}
