import { randomBytes, toBase64url } from '@leeward/sealed-log/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Founded,
  foundOrganisation,
  startTestRelay,
  type TestRelay,
} from '../../../../tests/support/relay.ts';
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

  it('carry one message there and one back', async () => {
    const path = `${organisation.path}/joins/${toBase64url(randomBytes(32))}`;
    expect((await at(path)).status).toBe(404);
    const [there, back] = [randomBytes(3000), randomBytes(3000)];
    expect((await at(path, there)).status).toBe(201);
    expect((await at(path, there)).status).toBe(200);
    expect((await at(path, back)).json()['code']).toBe('taken');
    expect((await at(path)).bytes).toEqual(there);
    expect((await at(`${path}/answer`, back)).status).toBe(401);
    expect((await organisation.client.ask('PUT', `${path}/answer`, back)).status).toBe(201);
    expect((await at(`${path}/answer`)).bytes).toEqual(back);
  });

  it('are bounded in size and number', async () => {
    const path = () => `${organisation.path}/joins/${toBase64url(randomBytes(32))}`;
    expect((await at(path(), randomBytes(16 * 1024 + 1))).status).toBe(413);
    expect((await at(path(), randomBytes(16 * 1024))).status).toBe(201);
    expect((await at(path(), randomBytes(10))).status).toBe(201);
    expect((await at(path(), randomBytes(10))).json()).toMatchObject({
      status: 429,
      code: 'quota',
      limit: 2,
    });
  });
});
