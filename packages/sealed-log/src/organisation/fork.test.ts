import { describe, expect, it } from 'vitest';
import { sign } from '../crypto/ed25519.ts';
import type { Desk } from '../testing/index.ts';
import { act, admit, drafted, found, pullOrganisation, send, skeletonOf } from '../testing/index.ts';
import { signedBytes, zeros32 } from '../wire/hashes.ts';
import type { Operation } from '../wire/organisation.ts';
import { capabilities } from '../wire/organisation.ts';
import { extendOrganisationLog } from './log.ts';

const heartbeat: Operation = { type: 'heartbeat', time: 1_700_000_000 };

describe('an organisation of which the relay shows two', () => {
  it('stops at the branch that does not follow, and keeps the one that it acknowledged [rule 4]', async () => {
    const ada = await found('Ada');
    const ben = await admit(ada, 'Ben');
    const here = await drafted(ada, [heartbeat]);
    const there = await drafted(ada, [{ ...heartbeat, time: 5 }]);
    await send(ada, here);
    const { log, stopped } = await extendOrganisationLog(ben.log, [there.bytes, here.bytes]);
    expect(stopped).toEqual({ at: 1, why: 'wrong-position' });
    expect(log.links.at(-1)?.read.hash).toEqual(there.hash);
    const after = await drafted(ada, [heartbeat]);
    expect((await extendOrganisationLog(log, [after.bytes])).stopped?.why).toBe('wrong-prev');
  });

  it('is ended only by two administrators, with what stands as chosen and what does not as rejected [rule 4]', async () => {
    const ada = await found('Ada');
    const ben = await admit(ada, 'Ben', capabilities.administrator);
    const cleo = await admit(ada, 'Cleo');
    await pullOrganisation(ada);
    const ancestor = skeletonOf(ada).hashes.at(-1)!;
    const org = skeletonOf(ada).org;
    const rejected = (await drafted(ada, [{ ...heartbeat, time: 5 }])).hash;
    await act(ada, [heartbeat]);
    const chosen = skeletonOf(ada).hashes.at(-1)!;
    const resolution = async (by: Desk, from = { ancestor, chosen, rejected }): Promise<Operation> => ({
      type: 'orgForkResolved',
      ...from,
      second: by.device.signingKey,
      secondSignature: await sign(
        by.device.signingSeed,
        signedBytes.forkResolution(org, from.ancestor, from.chosen, from.rejected),
      ),
    });
    expect(await act(ada, [await resolution(cleo)])).toBe('bad-second-signature');
    expect(await act(ada, [await resolution(ada)])).toBe('bad-second-signature');
    expect(await act(ada, [await resolution(ben, { ancestor, chosen: rejected, rejected: chosen })])).toBe(
      'unknown-subject',
    );
    const other = await resolution(ben, { ancestor, chosen, rejected: zeros32 });
    expect(await act(ada, [{ ...other, rejected } as Operation])).toBe('bad-second-signature');
    expect(await act(ada, [await resolution(ben)])).toBe('in force');
  });
});
