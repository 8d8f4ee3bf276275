import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { defaultQuotas } from '@leeward/relay/quotas.ts';
import { randomBytes } from '@leeward/sealed-log/wire';
import { describe, expect, it } from 'vitest';
import { foundOrganisation, newRecord, pullAll, startTestRelay, type TestRelay } from '../support/relay.ts';
import { rawClient } from '../support/relay-client.ts';
import { ask } from '../support/relay-http.ts';
import { runs } from '../support/size.ts';

async function openSockets(relay: TestRelay, count: number, first: string): Promise<readonly Socket[]> {
  const sockets: Socket[] = [];
  for (let index = 0; index < count; index += 1) {
    const socket = connect(relay.address.port, relay.address.host);
    socket.on('error', () => {});
    await once(socket, 'connect');
    socket.write(first);
    sockets.push(socket);
  }
  return sockets;
}

describe('clients that are slow or do nothing', () => {
  it('cost others nothing: a colleague writes and reads among thousands of idle sockets [fault 21]', async () => {
    const relay = await startTestRelay({ quotas: { ...defaultQuotas, connections: 100 } });
    const sockets: Socket[] = [];
    try {
      const organisation = await foundOrganisation(relay);
      sockets.push(...(await openSockets(relay, runs(400, 10_000), '')));
      // A new connection of hers too, not only the one that stood before the others came.
      const client = rawClient(relay, organisation.admin);
      await newRecord({ ...organisation, client });
      expect(await pullAll(client, organisation.path)).toHaveLength(2);
      const open = () =>
        sockets.filter(({ destroyed, readyState }) => !destroyed && readyState === 'open').length;
      await expect.poll(() => open()).toBeLessThanOrEqual(100);
    } finally {
      for (const socket of sockets) socket.destroy();
      await relay.end();
    }
  });

  it('are hung up on when headers or bodies drip too long, and nothing of theirs is taken [fault 21]', async () => {
    const relay = await startTestRelay({ quotas: { ...defaultQuotas, headerSeconds: 1, requestSeconds: 2 } });
    try {
      const organisation = await foundOrganisation(relay);
      const host = new URL(relay.url('desk')).host;
      const headers = await openSockets(relay, 20, `GET /v1/health HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `);
      const path = `${organisation.path}/joins/${Buffer.from(randomBytes(32)).toString('base64url')}`;
      const request = `PUT ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1000\r\n\r\n`;
      const bodies = await openSockets(relay, 20, request);
      const all = [...headers, ...bodies];
      const drip = setInterval(() => {
        for (const socket of all) if (!socket.destroyed) socket.write('x');
      }, 200);
      for (const socket of all) socket.resume();
      const ended = all.map((socket) => (socket.closed ? Promise.resolve() : once(socket, 'close')));
      expect((await ask(relay.address, relay.url('desk'), '/v1/health')).status).toBe(200);
      await Promise.all(ended);
      clearInterval(drip);
      expect((await ask(relay.address, relay.url('desk'), path)).status).toBe(404);
    } finally {
      await relay.end();
    }
  });

  it('make room, the oldest first, when all sockets drip [fault 21]', async () => {
    const relay = await startTestRelay({ quotas: { ...defaultQuotas, connections: 30 } });
    const sockets: Socket[] = [];
    try {
      const organisation = await foundOrganisation(relay);
      const host = new URL(relay.url('desk')).host;
      const path = `${organisation.path}/joins/${Buffer.from(randomBytes(32)).toString('base64url')}`;
      const request = `PUT ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1000\r\n\r\nx`;
      sockets.push(...(await openSockets(relay, 60, request)));
      const client = rawClient(relay, organisation.admin);
      expect(await pullAll(client, organisation.path)).toHaveLength(1);
    } finally {
      for (const socket of sockets) socket.destroy();
      await relay.end();
    }
  });

  it('cannot fill memory with large bodies: beyond the bound they are told to come again', async () => {
    const relay = await startTestRelay({ quotas: { ...defaultQuotas, bodyBytesAtOnce: 2000 } });
    try {
      const organisation = await foundOrganisation(relay);
      const path = `${organisation.path}/joins/${Buffer.from(randomBytes(32)).toString('base64url')}`;
      const options = { method: 'PUT', body: randomBytes(3000) };
      const refused = await ask(relay.address, relay.url('desk'), path, options);
      expect(refused.json()).toMatchObject({ status: 503, code: 'busy' });
      const small = await ask(relay.address, relay.url('desk'), path, {
        method: 'PUT',
        body: randomBytes(1500),
      });
      // It was read: that nobody has opened this box is another matter.
      expect(small.json()).toMatchObject({ status: 400, code: 'malformed' });
    } finally {
      await relay.end();
    }
  });
});
