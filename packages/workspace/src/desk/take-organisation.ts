import { equal } from '@leeward/sealed-log/crypto/bytes.ts';
import { extendOrganisationLog } from '@leeward/sealed-log/organisation/log.ts';
import type { NotInChain } from '@leeward/sealed-log/wire/verify.ts';
import type { Engine } from './engine.ts';
import type { Incoming } from './incoming.ts';
import { byPosition, letWait, nameOf } from './incoming.ts';
import { settleBranches } from './organisation-fork.ts';
import { foldOrganisationLog } from './organisation-view.ts';
import { logNames } from './store/device-store.ts';

/**
 * Takes entries of the organisation log in, in whatever order they come. What nobody admitted signed is ignored and
 * said (fault 12); what stands against this device's log may be the proof of a fork (rule 4).
 * Returns whether the log grew.
 */
export async function takeOrganisationEntries(
  engine: Engine,
  entries: readonly Incoming[],
): Promise<boolean> {
  const pool = engine.waitingForOrganisation;
  const fresh: Incoming[] = [];
  const against: Incoming[] = [];
  for (const one of [...pool.values(), ...entries].sort(byPosition)) {
    const held = engine.organisation.skeleton.hashes[one.read.header.position];
    if (held === undefined) fresh.push(one);
    else if (!equal(held, one.read.hash)) against.push(one);
  }
  pool.clear();
  const before = engine.organisation.links.length;
  const problem = await grow(engine, fresh, against);
  const { links } = engine.organisation;
  // What came for a later place waits; what did not fit where it claims to belong does not.
  for (const one of fresh)
    if (one.read.header.position > links.length) {
      letWait([pool], pool, one);
      engine.askAgainFrom = 0;
    }
  if (links.length > before) {
    for (const link of links.slice(before))
      engine.unsaved.push({
        log: logNames.organisation,
        position: link.read.header.position,
        bytes: link.bytes,
      });
    engine.organisationStates = foldOrganisationLog(engine.organisation);
  }
  tell(engine, problem);
  if (against.length > 0 || links.length > before) await settleBranches(engine, against);
  return links.length > before;
}

type Problem = { readonly why: NotInChain; readonly position: number };

/** Extends the log as far as it goes, trying every entry that claims the next place. */
async function grow(
  engine: Engine,
  fresh: readonly Incoming[],
  against: Incoming[],
): Promise<Problem | null> {
  let problem: Problem | null = null;
  const refused = new Set<string>();
  for (;;) {
    const run = nextRun(engine, fresh, refused);
    if (run.length === 0) return stillOpen(engine, problem);
    const { log, stopped } = await extendOrganisationLog(
      engine.organisation,
      run.map((one) => one.bytes),
    );
    engine.organisation = log;
    const stoppedBy = stopped === null ? undefined : run[stopped.at];
    if (stopped === null || stoppedBy === undefined) {
      collectOthers(engine, fresh, against);
      return stillOpen(engine, problem);
    }
    refused.add(nameOf(stoppedBy));
    // Another predecessor and a good signature may be another branch: looked at with the others.
    if (stopped.why === 'wrong-prev') against.push(stoppedBy);
    problem = { why: stopped.why, position: stoppedBy.read.header.position };
  }
}

/** One entry for each place from the next on: where several claim a place, the first that was not refused. */
function nextRun(
  engine: Engine,
  fresh: readonly Incoming[],
  refused: ReadonlySet<string>,
): readonly Incoming[] {
  const run: Incoming[] = [];
  let position = engine.organisation.links.length;
  for (const one of fresh) {
    if (one.read.header.position !== position || refused.has(nameOf(one))) continue;
    run.push(one);
    position += 1;
  }
  return run;
}

/** Entries for places that were free when they came and are taken by others now. */
function collectOthers(engine: Engine, fresh: readonly Incoming[], against: Incoming[]): void {
  for (const one of fresh) {
    const held = engine.organisation.skeleton.hashes[one.read.header.position];
    if (held !== undefined && !equal(held, one.read.hash)) against.push(one);
  }
}

/** A problem at a place that a good entry has taken is none. */
const stillOpen = (engine: Engine, problem: Problem | null): Problem | null =>
  problem !== null && problem.position >= engine.organisation.links.length ? problem : null;

function tell(engine: Engine, problem: Problem | null): void {
  const { keyring } = engine.organisation;
  if (keyring.problems.length > 0) engine.alerts.raise('badGrant', { count: keyring.problems.length });
  if (problem === null) return;
  engine.askAgainFrom = 0;
  const unsigned = problem.why === 'key-not-admitted' || problem.why === 'bad-signature';
  engine.alerts.raise(unsigned ? 'unlistedDevice' : 'notInChain', { ...problem });
}
