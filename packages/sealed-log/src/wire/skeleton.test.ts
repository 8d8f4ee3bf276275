import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import type { Bytes } from '../crypto/bytes.ts';
import { toHex } from '../crypto/bytes.ts';
import { signEntry } from '../log/seal.ts';
import { mutated, operationAbout } from '../testing/arbitraries.ts';
import type { Desk } from '../testing/index.ts';
import { admit, drafted, found, foundTeam, pullOrganisation } from '../testing/index.ts';
import { encode } from './codec.ts';
import type { Operation } from './organisation.ts';
import { organisationClear } from './organisation.ts';
import type { Skeleton } from './skeleton.ts';
import { devicesThatMay } from './skeleton.ts';
import { growSkeleton, readEntry } from './verify.ts';

let ada: Desk;
let ben: Desk;
let team: Bytes;

beforeAll(async () => {
  ada = await found('Ada');
  ben = await admit(ada, 'Ben');
  team = await foundTeam(ada, [ada, ben]);
  await pullOrganisation(ben);
});

const about = () =>
  operationAbout({
    members: [ada.member.id, ben.member.id],
    devices: [ada.device.signingKey, ben.device.signingKey],
    teams: [team],
  });

/** Everything that a void entry must leave as it was. */
const withoutHashes = ({ hashes: _, ...rest }: Skeleton) => structuredClone(rest);

async function sign(by: Desk, operations: readonly Operation[]): Promise<Bytes> {
  const { header } = await drafted(by, [{ type: 'heartbeat', time: 1 }]);
  const { adminHead } = by.log.skeleton;
  const clear = encode(organisationClear, { prevAdmin: adminHead, operations });
  return (await signEntry(by.device, header, clear, new Uint8Array(0), null)).bytes;
}

describe('the skeleton of an organisation', () => {
  it('takes whatever an administrator signs without falling over: in force as a whole, or void and unchanged [rule 5]', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(about(), { minLength: 1, maxLength: 3 }), async (operations) => {
        const skeleton = structuredClone(ada.log.skeleton);
        const before = withoutHashes(skeleton);
        const grown = await growSkeleton(skeleton, await sign(ada, operations));
        expect(grown.ok).toBe(true);
        if (grown.ok && grown.value.verdict !== 'in force') expect(withoutHashes(skeleton)).toEqual(before);
        // Whatever was signed, somebody can still administrate.
        expect(devicesThatMay(skeleton, 1).length).toBeGreaterThan(0);
      }),
      { numRuns: runs(150) },
    );
  });

  it('gives a member who is no administrator nothing but what is hers [rule 5][fault 12]', async () => {
    const hers = new Set([
      'heartbeat',
      'memberKeySet',
      'memberKeyShown',
      'memberKeyGiven',
      'teamLeft',
      'devicesEnded',
      'deviceAdmitted',
    ]);
    await fc.assert(
      fc.asyncProperty(about(), async (operation) => {
        const skeleton = structuredClone(ben.log.skeleton);
        const grown = await growSkeleton(skeleton, await sign(ben, [operation]));
        if (!grown.ok || grown.value.verdict !== 'in force') return;
        expect(hers).toContain(operation.type);
        const admin = skeleton.devices.get(toHex(ada.device.signingKey));
        expect(admin?.endedAt).toBeNull();
        expect(skeleton.members.size).toBe(2);
      }),
      { numRuns: runs(150) },
    );
  });

  it('is not touched by an entry that is not in the chain, whatever was done to its bytes [rule 5][fault 14]', async () => {
    const original = await sign(ada, [{ type: 'heartbeat', time: 1 }]);
    await fc.assert(
      fc.asyncProperty(mutated(original), async (bytes) => {
        fc.pre(toHex(bytes) !== toHex(original));
        const skeleton = structuredClone(ada.log.skeleton);
        const grown = await growSkeleton(skeleton, bytes);
        expect(grown.ok).toBe(false);
        expect(skeleton).toEqual(ada.log.skeleton);
      }),
      { numRuns: runs(200) },
    );
  });

  it('is never reached by bytes that are no entry [fault 14]', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
        expect((await readEntry(Uint8Array.from(bytes))).ok).toBe(false);
      }),
      { numRuns: runs(200) },
    );
  });
});
