import type { Engine } from './engine.ts';
import type { SaidAgain } from './organisation-fork.ts';
import { keep } from './outbox.ts';

/** Puts words that fell with a rejected branch of the organisation's log into the outbox: their author's device says them again (rule 4). */
export async function sayAgain(engine: Engine): Promise<void> {
  for (const { name, value } of await engine.store.values('again:')) {
    const said = (await engine.local.open('again', value)) as SaidAgain | null;
    const record = name.split(':')[1] ?? '';
    if (said !== null) {
      const { action, claimedTime, events, quoted } = said;
      // Under its own action: however often this is begun, it stands once (rule 3).
      const known = engine.outbox.some((item) => item.action === action);
      if (!known)
        await keep(engine, [
          { record, command: 'sayAgain', args: { events, quoted }, action, since: claimedTime, silent: true },
        ]);
    }
    await engine.store.delete(name);
  }
}
