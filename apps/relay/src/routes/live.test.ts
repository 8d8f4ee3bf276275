import { request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Founded,
  foundOrganisation,
  newRecord,
  startTestRelay,
  type TestRelay,
} from '../../../../tests/support/relay.ts';
import { newKey, type RawClient, rawClient } from '../../../../tests/support/relay-client.ts';
import { admission, appendBody, ending, organisationEntry } from '../../../../tests/support/relay-entries.ts';
import { defaultQuotas } from '../quotas.ts';

type Stream = {
  readonly status: number;
  readonly text: () => string;
  readonly over: () => boolean;
  readonly close: () => void;
};

async function listen(relay: TestRelay, client: RawClient, path: string): Promise<Stream> {
  const proof = await client.proofFor('GET', path, new Uint8Array(0));
  return new Promise((done, failed) => {
    const { host, port } = relay.address;
    const headers = { host: new URL(relay.url('desk')).host, 'leeward-proof': proof };
    const outgoing = httpRequest({ host, port, path, headers }, (incoming) => {
      let text = '';
      let over = false;
      incoming.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      incoming.on('close', () => {
        over = true;
      });
      incoming.on('error', () => {});
      const status = incoming.statusCode ?? 0;
      done({ status, text: () => text, over: () => over, close: () => outgoing.destroy() });
    });
    outgoing.on('error', failed);
    outgoing.end();
  });
}

describe('live updates', () => {
  let relay: TestRelay;
  let organisation: Founded;
  beforeEach(async () => {
    relay = await startTestRelay({ quotas: { ...defaultQuotas, liveStreamsPerDevice: 2 } });
    organisation = await foundOrganisation(relay);
  });
  afterEach(() => relay.end());

  it('say at once what is there already, and then what comes, and are resumed where they ended', async () => {
    const path = `${organisation.path}/live`;
    const stream = await listen(relay, organisation.client, `${path}?after=0`);
    await expect.poll(() => stream.text()).toContain('id: 1\nevent: rows\ndata: 1\n\n');
    await newRecord(organisation);
    await expect.poll(() => stream.text()).toContain('data: 2');
    stream.close();
    await newRecord(organisation);
    const resumed = await listen(relay, organisation.client, `${path}?after=2`);
    await expect.poll(() => resumed.text()).toContain('data: 3');
    expect(resumed.text()).not.toContain('data: 2');
    resumed.close();
  });

  it('end for a device that is removed [rule 12]', async () => {
    const colleague = await newKey();
    const send = async (operation: Parameters<typeof organisationEntry>[1][number]) => {
      const made = await organisationEntry(organisation, [operation]);
      await organisation.client.ask('POST', `${organisation.path}/entries`, await appendBody(made));
      made.took();
    };
    await send(admission(colleague));
    const stream = await listen(relay, rawClient(relay, colleague), `${organisation.path}/live?after=0`);
    await expect.poll(() => stream.text()).toContain('data: 2');
    await send(ending(colleague));
    await expect.poll(() => stream.over()).toBe(true);
  });

  it('are bounded for each device, and a place is free again when a stream ends [fault 21]', async () => {
    const path = `${organisation.path}/live?after=0`;
    const [one, two] = [
      await listen(relay, organisation.client, path),
      await listen(relay, organisation.client, path),
    ];
    expect([one.status, two.status]).toEqual([200, 200]);
    const three = await listen(relay, organisation.client, path);
    expect(three.status).toBe(429);
    one.close();
    const four = async () => {
      const stream = await listen(relay, organisation.client, path);
      stream.close();
      return stream.status;
    };
    await expect.poll(four).toBe(200);
    two.close();
  });

  it('end when the relay stops', async () => {
    const stream = await listen(relay, organisation.client, `${organisation.path}/live?after=0`);
    await relay.stop();
    await expect.poll(() => stream.over()).toBe(true);
  });
});
