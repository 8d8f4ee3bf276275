import { operations } from '@leeward/relay/openapi/operations.ts';
import type { Bytes } from '@leeward/sealed-log/wire';
import { randomBytes, toBase64url } from '@leeward/sealed-log/wire';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Founded,
  foundOrganisation,
  newRecord,
  pullAll,
  relayKeyOf,
  startTestRelay,
  type TestRelay,
} from '../support/relay.ts';
import { rawClient } from '../support/relay-client.ts';
import {
  describeDoor,
  makeItem,
  makeReply,
  newMailbox,
  openDoor,
  type TestDoor,
} from '../support/relay-door.ts';
import { appendBody, contentEntry } from '../support/relay-entries.ts';
import { type Answer, ask } from '../support/relay-http.ts';
import { runs } from '../support/size.ts';

const methods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'] as const;
/** Live streams do not end by themselves; they have tests of their own. */
const paths = [...new Set(operations.map(({ path }) => path))].filter((path) => !path.endsWith('/live'));

const noise = fc.oneof(
  fc.constant(''),
  fc.constant('..'),
  fc.constant('%00'),
  fc.constant(toBase64url(new Uint8Array(32))),
  fc.webSegment({ size: 'medium' }),
);

describe('bytes that nobody should send', () => {
  let relay: TestRelay;
  let organisation: Founded;
  let door: TestDoor;
  beforeAll(async () => {
    relay = await startTestRelay();
    organisation = await foundOrganisation(relay);
    door = await openDoor(organisation, await relayKeyOf(relay));
  });
  afterAll(() => relay.end());

  /** A refusal in the form that is promised (held by ask itself), or a success; never a failure of the relay's own. */
  const expectComposed = (answer: Answer) => {
    expect(answer.status).toBeLessThan(500);
    if (answer.status >= 400) expect(answer.json()).toMatchObject({ status: answer.status });
  };
  const filled = (path: string, parts: readonly string[]): string => {
    let index = 0;
    return path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      name === 'org' && parts[index] !== undefined && parts[index]!.length % 2 === 0
        ? toBase64url(organisation.org)
        : (parts[index++] ?? '0'),
    );
  };

  it('are refused in good order at every address, by every method, signed or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.constantFrom(...methods),
        fc.array(noise, { maxLength: 4 }),
        fc.uint8Array({ maxLength: 600 }),
        fc.boolean(),
        fc.oneof(
          fc.constant(''),
          fc.webQueryParameters({ size: 'small' }).map((query) => `?${query}`),
        ),
        async (path, method, parts, body, isSigned, query) => {
          const target = filled(path, parts) + query;
          const sent = method === 'GET' ? undefined : body;
          // What the client's URL parser would change is no longer what was signed; both are sent as they are.
          const answer = isSigned
            ? await organisation.client.ask(method, target, sent)
            : await ask(relay.address, relay.url('desk'), target, {
                method,
                ...(sent === undefined ? {} : { body: sent }),
              });
          expectComposed(answer);
        },
      ),
      { numRuns: runs(400) },
    );
  });

  it('are refused in good order when they are nearly right: every structure with bytes changed, cut or added', async () => {
    const record = await newRecord(organisation);
    const made = await contentEntry(organisation, record);
    const mailbox = await newMailbox(organisation);
    const item = await makeItem(organisation, door, mailbox);
    const reply = await makeReply(organisation, organisation.admin, mailbox.id, 0, new Uint8Array(32));
    const described = await describeDoor(organisation, await relayKeyOf(relay), door, { revision: 2 });
    const { path } = organisation;
    const cases: readonly (readonly [method: 'POST' | 'PUT', path: string, body: Bytes])[] = [
      ['POST', '/v1/organisations', await appendBody(organisation.genesis)],
      ['POST', `${path}/entries`, await appendBody(made, record.appendKey)],
      ['PUT', `${path}/bodies/${toBase64url(made.hash)}`, made.bytes],
      ['PUT', `${path}/door`, described],
      ['POST', `${door.path}/items`, item.body],
      ['POST', `${path}/replies`, reply],
      [
        'POST',
        `${path}/blobs/${toBase64url(randomBytes(32))}/complete`,
        new Uint8Array(Buffer.from('{"parts":1,"totalBytes":10}')),
      ],
    ];
    const before = await pullAll(organisation.client, path);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cases),
        fc.nat(1_000_000),
        fc.integer({ min: 1, max: 255 }),
        fc.constantFrom('change', 'cut', 'add'),
        async ([method, target, body], place, change, kind) => {
          const at = place % body.length;
          const altered =
            kind === 'cut'
              ? body.slice(0, at)
              : new Uint8Array([...body, ...(kind === 'add' ? [change] : [])]);
          if (kind === 'change') altered[at] = (altered[at] ?? 0) ^ change;
          expectComposed(await organisation.client.ask(method, target, altered));
        },
      ),
      { numRuns: runs(300) },
    );
    // What stands around an entry or an item (its proof, its work, the names of its files) is signed by nobody: other
    // work may do as well. What is signed came in as it was signed, or not at all.
    const after = await pullAll(organisation.client, path);
    const bodies = cases.map(([, , body]) => Buffer.from(body));
    for (const { bytes } of after.slice(before.length))
      expect(bodies.some((body) => body.includes(Buffer.from(bytes)))).toBe(true);
  });

  it('in the proof header are refused in good order, whatever they are', async () => {
    const target = `${organisation.path}/heads`;
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 0, maxLength: 200 }),
        fc.boolean(),
        async (bytes, exact) => {
          const proof = exact
            ? new Uint8Array(148).map((_, index) => bytes[index % Math.max(1, bytes.length)] ?? 0)
            : bytes;
          const headers = { 'leeward-proof': toBase64url(proof) };
          const answer = await ask(relay.address, relay.url('desk'), target, { headers });
          expect(answer.status).toBe(401);
        },
      ),
      { numRuns: runs(100) },
    );
  });

  it('that name huge lengths cost no memory and are malformed', async () => {
    const huge = new Uint8Array([0xff, 0xff, 0xff, 0xff, 1, 2, 3]);
    const client = rawClient(relay, organisation.admin);
    for (const target of ['entries', 'replies']) {
      const answer = await client.ask('POST', `${organisation.path}/${target}`, huge);
      expect(answer.json()).toMatchObject({ status: 400, code: 'malformed' });
    }
  });
});
