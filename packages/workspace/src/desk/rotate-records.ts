import type { Engine } from './engine.ts';
import { appendNext } from './write.ts';

/**
 * Gives a new epoch to every loaded record whose present one somebody who left can open (rule 9). Others get theirs when
 * somebody next writes in them: it is enforced, because content under a stale epoch is refused.
 */
export async function rotateRecords(engine: Engine): Promise<void> {
  for (const view of [...engine.records.values()]) {
    if (!view.judgement.epochIsStale) continue;
    // Nothing is said: making ready to write is all that is wanted.
    const done = await appendNext(engine, view.id, [], async () => ({ type: 'none', why: 'only-the-epoch' }));
    if (done.type === 'offline') return;
  }
}
