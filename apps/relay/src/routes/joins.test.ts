import {
  type Bytes,
  encode,
  leftInBox,
  mostInBox,
  randomBytes,
  sign,
  signedBytes,
  toBase64url,
} from '@leeward/sealed-log/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Founded,
  foundOrganisation,
  startTestRelay,
  type TestRelay,
} from '../../../../tests/support/relay.ts';
import { newKey, type SigningKey } from '../../../../tests/support/relay-client.ts';
import { ask } from '../../../../tests/support/relay-http.ts';
import { defaultQuotas } from '../quotas.ts';

describe('invitations', () => {
  let relay: TestRelay;
  let organisation: Founded;
  beforeEach(async () => {
    relay = await startTestRelay({ quotas: { ...defaultQuotas, joins: 2 } });
    organisation = await foundOrganisation(relay);
  });
  afterEach(() => relay.end());

  const at = (path: string, body?: Uint8Array) =>
    ask(relay.address, relay.url('desk'), path, body === undefined ? {} : { method: 'PUT', body });
  const pathOf = (join: Bytes) => `${organisation.path}/joins/${toBase64url(join)}`;
  /** What somebody leaves who was given a link by the device with these keys. */
  const left = async (
    join: Bytes,
    sealed: Bytes,
    by: SigningKey = organisation.admin,
    org = organisation.org,
  ): Promise<Bytes> =>
    encode(leftInBox, {
      device: by.key,
      voucher: await sign(by.seed, signedBytes.box(org, join)),
      sealed,
    });

  it('carry one message there and one back', async () => {
    const join = randomBytes(32);
    const path = pathOf(join);
    expect((await at(path)).status).toBe(404);
    const [there, back] = [randomBytes(3000), randomBytes(3000)];
    expect((await at(path, await left(join, there))).status).toBe(201);
    expect((await at(path, await left(join, there))).status).toBe(200);
    expect((await at(path, await left(join, back))).json()['code']).toBe('taken');
    expect((await at(path)).bytes).toEqual(there);
    expect((await at(`${path}/answer`, back)).status).toBe(401);
    expect((await organisation.client.ask('PUT', `${path}/answer`, back)).status).toBe(201);
    expect((await at(`${path}/answer`)).bytes).toEqual(back);
  });

  it('are bounded in size and number', async () => {
    const leave = async (bytes: number) => {
      const join = randomBytes(32);
      return at(pathOf(join), await left(join, randomBytes(bytes)));
    };
    expect((await at(pathOf(randomBytes(32)), randomBytes(mostInBox + 257))).status).toBe(413);
    expect((await leave(mostInBox)).status).toBe(201);
    expect((await leave(10)).status).toBe(201);
    expect((await leave(10)).json()).toMatchObject({
      status: 429,
      code: 'quota',
      limit: 2,
    });
  });

  it('cannot be used up by strangers who know the organisation from its door: nothing is taken without a link', async () => {
    const stranger = await newKey();
    const join = randomBytes(32);
    const other = randomBytes(32);
    const elsewhere = randomBytes(32);
    for (const [body, code] of [
      [randomBytes(3000), 'malformed'],
      [await left(join, randomBytes(10), stranger), 'not-allowed'],
      // Somebody else's name under her own signature, and a true voucher for another box or organisation.
      [
        encode(leftInBox, {
          device: organisation.admin.key,
          voucher: await sign(stranger.seed, signedBytes.box(organisation.org, join)),
          sealed: randomBytes(10),
        }),
        'not-allowed',
      ],
      [await left(other, randomBytes(10)), 'not-allowed'],
      [await left(join, randomBytes(10), organisation.admin, elsewhere), 'not-allowed'],
    ] as const)
      expect((await at(pathOf(join), body)).json()['code']).toBe(code);
    expect((await at(pathOf(join))).status).toBe(404);
    // Both boxes are still free for those who have a link.
    for (const invited of [join, other])
      expect((await at(pathOf(invited), await left(invited, randomBytes(10)))).status).toBe(201);
  });
});
