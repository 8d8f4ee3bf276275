import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { admitItems } from './admit.ts';
import { takeCheckpoints } from './checkpoints.ts';
import { renewDoor } from './door-settings.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import { beat } from './heartbeats.ts';
import { flush } from './outbox.ts';
import { pull } from './pull.ts';
import { postReplies } from './replies.ts';
import { recoverFromRollback } from './rollback.ts';
import { keepSnapshot } from './snapshot.ts';

/** One round: bring what is there, admit what came through the door, send what waits, keep the lists. */
export async function syncOnce(engine: Engine): Promise<void> {
  engine.connection = 'syncing';
  let pulled = await pull(engine);
  if (pulled === 'went-back') {
    await recoverFromRollback(engine);
    pulled = await pull(engine);
  }
  if (pulled === 'up-to-date') {
    engine.connection = 'online';
    await admitItems(engine);
    await flush(engine);
    for (const view of [...engine.records.values()]) await postReplies(engine, view);
    await renewDoor(engine, false);
    await beat(engine);
    await takeCheckpoints(engine);
    await flush(engine);
  } else engine.connection = 'offline';
  unsentAlert(engine);
  await keepSnapshot(engine);
  engine.announce('session');
}

const unsentAfter = 10 * 60 * 1000;

function unsentAlert(engine: Engine): void {
  const old = engine.outbox.filter(
    (item) => !item.silent && engine.now() - Math.max(item.since, item.notBefore) > unsentAfter,
  );
  if (old.length > 0) engine.alerts.raise('unsentWork', { count: old.length });
  else engine.alerts.clear('unsentWork');
}

/** Follows the relay until the session ends: at once when rows come, and now and then in any case. */
export function follow(engine: Engine, exclusively: (work: () => Promise<void>) => Promise<void>): void {
  const again = (): void => {
    if (!engine.stopping.aborted) void exclusively(() => syncOnce(engine));
  };
  void engine.client.live({
    org: orgOf(engine),
    after: engine.cursor,
    signer: engine.signer,
    signal: engine.stopping,
    onRows: (upTo) => {
      if (upTo > engine.cursor) again();
    },
    onState: ({ state }) => {
      if (state === 'open') again();
      else {
        engine.connection = 'offline';
        engine.announce('session');
      }
    },
  });
  const timer = setInterval(again, 60_000);
  engine.stopping.addEventListener('abort', () => clearInterval(timer), { once: true });
  again();
}

export const ownDevice = (engine: Engine): string => toHex(engine.keys.device.signingKey);
