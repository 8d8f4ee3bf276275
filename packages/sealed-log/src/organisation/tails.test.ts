import { beforeEach, describe, expect, it } from 'vitest';
import type { Bytes } from '../crypto/bytes.ts';
import { equal } from '../crypto/bytes.ts';
import { sign } from '../crypto/ed25519.ts';
import { unwrap } from '../crypto/result.ts';
import { emptyChain, extendChainBy } from '../log/chain.ts';
import type { Desk, SharedLog } from '../testing/index.ts';
import {
  act,
  admit,
  branchOf,
  chainOf,
  entriesOf,
  found,
  foundTeam,
  openRecord,
  orgOf,
  pull,
  pullOrganisation,
  remove,
  teamReader,
  write,
} from '../testing/index.ts';
import { signedBytes } from '../wire/hashes.ts';
import type { Operation } from '../wire/organisation.ts';
import { capabilities } from '../wire/organisation.ts';
import type { OrganisationFork } from './tails.ts';
import { citingRejected, compareOrganisationTails, moveOver, resolutionOf } from './tails.ts';

const heartbeat = (time: number): Operation => ({ type: 'heartbeat', time });

/** Three administrators; the relay shows Ada one organisation log and Ben and Cleo another. */
let ada: Desk;
let ben: Desk;
let cleo: Desk;
let adasBranch: SharedLog;
let bensBranch: SharedLog;

beforeEach(async () => {
  ada = await found('Ada');
  ben = await admit(ada, 'Ben', capabilities.administrator);
  cleo = await admit(ada, 'Cleo', capabilities.administrator);
  await pull(ada, ben, cleo);
  adasBranch = ada.shared;
  bensBranch = branchOf(adasBranch);
  ben.shared = bensBranch;
  cleo.shared = bensBranch;
});

async function split(): Promise<void> {
  await act(ada, [heartbeat(1)]);
  await act(ben, [heartbeat(2)]);
  await pullOrganisation(cleo);
}

async function forkSeenBy(desk: Desk, other: SharedLog): Promise<OrganisationFork> {
  const plan = await compareOrganisationTails(desk.log, other.organisation);
  if (plan.type !== 'fork') throw new Error(`expected a fork, got ${plan.type}`);
  return plan;
}

/** Ben resolves on his own branch, with a second administrator. */
async function resolve(second: Desk, fork: OrganisationFork): Promise<string> {
  const ancestor = fork.ancestor;
  const chosen = ben.log.skeleton.hashes.at(-1)!;
  const rejected = ada.log.skeleton.hashes.at(-1)!;
  const message = signedBytes.forkResolution(orgOf(ben), ancestor, chosen, rejected);
  const secondSignature = await sign(second.device.signingSeed, message);
  const { signingKey } = second.device;
  return act(ben, [
    { type: 'orgForkResolved', ancestor, chosen, rejected, second: signingKey, secondSignature },
  ]);
}

describe('my organisation log against the relay’s', () => {
  it('is the same, behind, or sent again byte for byte where the relay went back [rule 4][fault 8]', async () => {
    expect(await compareOrganisationTails(ada.log, adasBranch.organisation)).toEqual({ type: 'same' });
    await act(ada, [heartbeat(1)]);
    expect(await compareOrganisationTails(ben.log, adasBranch.organisation)).toMatchObject({
      type: 'relay-ahead',
      fresh: adasBranch.organisation.slice(-1),
    });
    expect(await compareOrganisationTails(ada.log, bensBranch.organisation)).toEqual({
      type: 'relay-behind',
      reupload: adasBranch.organisation.slice(-1),
    });
  });

  it('never heals by itself: two tails are shown with their proof, and each stays on its own [rule 4][fault 3]', async () => {
    await split();
    const before = [...ada.log.skeleton.hashes];
    const fork = await forkSeenBy(ada, bensBranch);
    expect(ada.log.skeleton.hashes).toEqual(before);
    expect(fork.mine).toHaveLength(1);
    expect(fork.theirs.links).toHaveLength(bensBranch.organisation.length);
    expect(fork.proof).toEqual({
      position: fork.common + 1,
      mine: adasBranch.organisation.at(-1),
      theirs: bensBranch.organisation.at(-1),
    });
    expect(resolutionOf(ada.log, fork)).toEqual({ ok: false, error: 'no-resolution' });
  });

  it('sees no fork in bytes that nobody with an admitted key signed [rule 4][rule 5]', async () => {
    await split();
    const forged = bensBranch.organisation.map((bytes) => bytes.slice());
    forged.at(-1)![100]! ^= 1;
    expect((await compareOrganisationTails(ada.log, forged)).type).toBe('relay-unverified');
  });
});

describe('a fork of the organisation', () => {
  it('ends when two administrators choose, and the others move over with what was theirs in sight [rule 4]', async () => {
    await split();
    const fork = await forkSeenBy(ada, bensBranch);
    expect(await resolve(cleo, fork)).toBe('in force');
    const resolved = await forkSeenBy(ada, bensBranch);
    const resolution = unwrap(resolutionOf(ada.log, resolved));
    expect(resolution.chosen).toBe('theirs');
    expect(resolution.rejected.map((one) => one.operations)).toEqual([[heartbeat(1)]]);
    ada.log = unwrap(await moveOver(resolved, ada.log.keyring));
    ada.shared = bensBranch;
    // She goes on where the others are.
    expect(await act(ada, [heartbeat(3)])).toBe('in force');
    await pullOrganisation(ben);
    expect(ben.log.skeleton.hashes).toEqual(ada.log.skeleton.hashes);
  });

  it('is seen from the branch that was chosen as ended, too [rule 4]', async () => {
    await split();
    await resolve(cleo, await forkSeenBy(ada, bensBranch));
    const seen = await forkSeenBy(ben, adasBranch);
    expect(unwrap(resolutionOf(ben.log, seen)).chosen).toBe('mine');
  });

  it('is not ended by somebody who was removed on either branch [rule 4]', async () => {
    await act(ada, [heartbeat(1)]);
    await remove(ada, [cleo]);
    await act(ben, [heartbeat(2)]);
    await pullOrganisation(cleo);
    // On Ben’s branch Cleo is an administrator as before; on Ada’s she was removed.
    expect(await resolve(cleo, await forkSeenBy(ada, bensBranch))).toBe('in force');
    expect(resolutionOf(ada.log, await forkSeenBy(ada, bensBranch))).toEqual({
      ok: false,
      error: 'signer-removed-here',
    });
  });

  it('is not ended by one administrator, nor by a resolution of another fork [rule 4]', async () => {
    await split();
    const fork = await forkSeenBy(ada, bensBranch);
    expect(await resolve(ben, fork)).toBe('bad-second-signature');
    expect(resolutionOf(ada.log, await forkSeenBy(ada, bensBranch))).toMatchObject({
      error: 'no-resolution',
    });
    const earlier = { ...fork, ancestor: ben.log.skeleton.hashes[fork.common - 1]! };
    expect(await resolve(cleo, earlier)).toBe('in force');
    expect(resolutionOf(ada.log, await forkSeenBy(ada, bensBranch))).toMatchObject({
      error: 'not-this-fork',
    });
  });

  it('leaves words that were written under the rejected branch to be said again by who wrote them [rule 4]', async () => {
    ada.shared = branchOf(adasBranch);
    const team = await foundTeam(ada, [ada, ben]);
    const record = await openRecord(ada, [teamReader(ada, team)]);
    await write(ada, record, 'before the fork');
    const resumed = branchOf(ada.shared);
    for (const desk of [ben, cleo]) desk.shared = resumed;
    bensBranch = resumed;
    await pull(ben, cleo);
    await split();
    await write(ada, record, 'citing the rejected head');
    await write(ada, record, 'standing on it');
    await resolve(cleo, await forkSeenBy(ada, bensBranch));
    const fork = await forkSeenBy(ada, bensBranch);
    const log = unwrap(await moveOver(fork, ada.log.keyring));
    const own = citingRejected(chainOf(ada, record), log.skeleton, ada.device.signingKey);
    expect(own.sayAgain.map((link) => link.header.position)).toEqual([2, 3]);
    expect(own.ofOthers).toEqual([]);
    const served = entriesOf(ada.shared, record) as readonly Bytes[];
    const { stopped } = await extendChainBy(
      emptyChain(orgOf(ada), record),
      served,
      log.skeleton,
      log.keyring,
    );
    expect(stopped).toEqual({ at: 2, why: 'wrong-organisation-head' });
    expect(equal(own.sayAgain[0]!.header.orgHead, log.skeleton.hashes.at(-1)!)).toBe(false);
  });
});
