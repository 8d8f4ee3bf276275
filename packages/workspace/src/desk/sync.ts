import { admitItems } from './admit.ts';
import { askAgain } from './ask-again.ts';
import { tellOwnClock } from './believable-time.ts';
import { keepWakes } from './calls.ts';
import { dropUnlisted, listingItems, openToTeams } from './case-teams.ts';
import { takeCheckpoints } from './checkpoints.ts';
import { showOwnKey, tellOldFile } from './device-keys.ts';
import { noticeDevices } from './device-notices.ts';
import { renewDoor } from './door-settings.ts';
import { wasEnded } from './ended.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import { settleForks } from './forks.ts';
import { beat } from './heartbeats.ts';
import { holdBack } from './held-back.ts';
import { overItems, rekeyIdentities } from './identity/let-in.ts';
import { letInAgain, renewMemberKey } from './member-key.ts';
import { flush, keep } from './outbox.ts';
import { isUnsent } from './outbox-item.ts';
import type { Pulled } from './pull.ts';
import { bringKeys, pull } from './pull.ts';
import { readmitDisplaced } from './readmissions.ts';
import { postReplies } from './replies.ts';
import { isPending, recoverFromRollback } from './rollback.ts';
import { rotateTeams } from './rotation.ts';
import { sayAgain } from './say-again.ts';
import { takeSheetAnswers } from './sheet-answers.ts';
import { endOutdatedSheets } from './sheet-outdated.ts';
import { postSheets } from './sheet-post.ts';
import { keepSnapshot } from './snapshot.ts';
import { tellTombstones } from './take-boxes.ts';
import { verifyMeanwhile } from './verify.ts';

/** One round: bring what is there, settle what differs, admit what came through the door, send what waits, keep the lists. */
export async function syncOnce(engine: Engine): Promise<Pulled> {
  engine.connection = 'syncing';
  const pulled = await bring(engine);
  // At once, and again at the end: what was verified now is listed the next time, however slow the relay is from here
  // on. A disk that is full keeps no lists, and nothing of a person's own work waits for that.
  await keepSnapshot(engine).catch(() => undefined);
  // With more still to come a person's own work goes out all the same: it is written anew where it has to be.
  if (pulled === 'up-to-date' || pulled === 'more') {
    engine.connection = 'online';
    tellTombstones(engine);
    await settleForks(engine);
    await readmitDisplaced(engine);
    await sayAgain(engine);
    await renewMemberKey(engine);
    await showOwnKey(engine);
    await tellOldFile(engine);
    await noticeDevices(engine);
    await rotateTeams(engine);
    await letInAgain(engine);
    await admitItems(engine);
    await takeSheetAnswers(engine);
    await endOutdatedSheets(engine);
    await holdBack(engine);
    await flush(engine);
    for (const view of [...engine.records.values()]) await postReplies(engine, view);
    await postSheets(engine);
    await renewDoor(engine, false);
    await beat(engine);
    await takeCheckpoints(engine);
    const over = [...(await overItems(engine)), ...(await listingItems(engine))];
    if (over.length > 0) await keep(engine, over);
    await flush(engine);
    await rekeyIdentities(engine);
    await openToTeams(engine);
    await dropUnlisted(engine);
    if (pulled === 'up-to-date') await keepWakes(engine);
  } else {
    engine.connection = 'offline';
    await holdBack(engine);
  }
  unsentAlert(engine);
  tellOwnClock(engine);
  await keepSnapshot(engine).catch(() => undefined);
  engine.announce('session');
  return pulled;
}

/** Pulls; gives back to the relay what it has lost; asks again for what did not fit. */
async function bring(engine: Engine): Promise<Pulled> {
  let pulled: Pulled = (await isPending(engine)) ? 'went-back' : await pull(engine);
  if (pulled === 'went-back') {
    if (!(await recoverFromRollback(engine))) return 'offline';
    pulled = await pull(engine);
  }
  if (pulled === 'up-to-date') await askAgain(engine);
  if (pulled === 'up-to-date' || pulled === 'more') await bringKeys(engine);
  return pulled;
}

const unsentAfter = 10 * 60 * 1000;

function unsentAlert(engine: Engine): void {
  const old = engine.outbox.filter(
    (item) =>
      isUnsent(item, engine.now()) && engine.now() - Math.max(item.since, item.notBefore) > unsentAfter,
  );
  if (old.length > 0) engine.alerts.raise('unsentWork', { count: old.length });
  else engine.alerts.clear('unsentWork');
}

/** How long a relay has to wait that has announced rows and had none, in milliseconds; twice as long each time. */
const firstDoubt = 500;
const longestDoubt = 30_000;

/** A round that had no line is tried again after so long, in milliseconds; twice as long each time. */
const firstRetry = 2000;
const longestRetry = 60_000;

/**
 * Follows the relay until the session ends: at once when rows come, and now and then in any case. Gives back the way to
 * ask for a round. However often the relay calls or a person acts, one round is under way and one waits behind it.
 */
export function follow(
  engine: Engine,
  exclusively: (work: () => Promise<void>) => Promise<void>,
  onEnded: () => Promise<void> = async () => undefined,
): () => void {
  let waiting = false;
  const verify = verifyMeanwhile(engine, exclusively);
  const later = retries(engine, () => again());
  const again = (after?: () => void): void => {
    if (waiting || engine.stopping.aborted) return;
    waiting = true;
    const round = exclusively(async () => {
      waiting = false;
      if (engine.stopping.aborted) return;
      const pulled = await syncOnce(engine);
      if (
        pulled !== 'up-to-date' &&
        pulled !== 'more' &&
        !engine.stopping.aborted &&
        (await wasEnded(engine))
      ) {
        await onEnded();
        return;
      }
      const more = pulled === 'more';
      later.after(pulled === 'offline');
      after?.();
      if (more) again();
      else verify();
    });
    void round.catch(() => {
      // A device that could not keep something, for want of room above all, says so by itself; another round tries again.
      later.after(true);
      engine.announce('session');
    });
  };
  const announced = announcements(engine, again);
  void engine.client.live({
    org: orgOf(engine),
    after: engine.cursor,
    signer: engine.signer,
    signal: engine.stopping,
    onRows: announced,
    onState: (now) => {
      if (now.state === 'open') again();
      else {
        // It may have been ended: a round finds out, and what the relay says is verified there.
        if (now.problem?.code === 'not-a-device') again();
        engine.connection = 'offline';
        engine.announce('session');
      }
    },
  });
  const timer = setInterval(again, 60_000);
  engine.stopping.addEventListener('abort', () => clearInterval(timer), { once: true });
  again();
  return () => again();
}

/** Tries again what had no line: that the relay still announces, or is silent, says nothing of whether it answers. */
function retries(engine: Engine, again: () => void): { readonly after: (failed: boolean) => void } {
  let wait = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  engine.stopping.addEventListener('abort', stop, { once: true });
  return {
    after: (failed) => {
      if (!failed) {
        stop();
        wait = 0;
      } else if (timer === null && !engine.stopping.aborted) {
        // However often somebody acts meanwhile: what they do makes a round of its own, and the wait no longer.
        wait = Math.min(Math.max(firstRetry, wait * 2), longestRetry);
        const next = (): void => {
          timer = null;
          again();
        };
        // Spread out, so that a hundred desks do not come back in the same second.
        timer = setTimeout(next, wait * (0.75 + Math.random() / 2));
      }
    },
  };
}

/** Does a round for what the relay announces; who announces what is not there is heard less and less often (fault 14). */
function announcements(engine: Engine, again: (after: () => void) => void): (upTo: number) => void {
  let doubt = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  engine.stopping.addEventListener('abort', () => timer !== null && clearTimeout(timer), { once: true });
  const ask = (): void => {
    timer = null;
    const before = engine.cursor;
    again(() => {
      doubt = engine.cursor > before ? 0 : Math.min(Math.max(firstDoubt, doubt * 2), longestDoubt);
    });
  };
  return (upTo) => {
    if (upTo <= engine.cursor || timer !== null) return;
    if (doubt === 0) ask();
    else timer = setTimeout(ask, doubt);
  };
}
