import type { Bytes } from '@leeward/sealed-log/wire';
import { decode, encode, page, requestProof, toBase64url, zeros32 } from '@leeward/sealed-log/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryRelay } from '../support/memory-relay.ts';
import {
  type Founded,
  foundOrganisation,
  relayKeyOf,
  startTestRelay,
  type TestRelay,
} from '../support/relay.ts';
import { newKey, rawClient, type SigningKey } from '../support/relay-client.ts';
import {
  admission,
  appendBody,
  contentEntry,
  ending,
  epochEntry,
  firstEntry,
  makeGenesis,
  organisationEntry,
} from '../support/relay-entries.ts';

/** What a relay said: the status, and the code of a refusal. */
type Said = { readonly status: number; readonly code: string };
type Ask = (
  method: string,
  rest: string,
  author: SigningKey,
  body?: Bytes,
) => Promise<Said & { bytes: Bytes }>;

/** One story, told to a relay: what it answers to each request, in order. */
async function story(
  founded: Pick<Founded, 'org' | 'admin' | 'genesis' | 'head' | 'adminHead' | 'adminMember'>,
  ask: Ask,
) {
  const said: Said[] = [];
  const { admin } = founded;
  const post = async (body: Bytes, author = admin): Promise<void> => {
    const { status, code } = await ask('POST', '/entries', author, body);
    said.push({ status, code });
  };
  const colleague = await newKey();
  const stranger = await newKey();
  const admitted = await organisationEntry(founded, [admission(colleague)]);
  await post(await appendBody(admitted));
  admitted.took();
  await post(await appendBody(admitted));
  // Nobody's: signed by a key that was never admitted; and without the right.
  await post(await appendBody(await organisationEntry(founded, [admission(stranger)], stranger)));
  await post(await appendBody(await organisationEntry(founded, [admission(stranger)], colleague)));

  const record = await firstEntry(founded, colleague);
  await post(await appendBody(record.head), colleague);
  const first = await contentEntry(founded, record, colleague);
  await post(await appendBody(first), colleague);
  await post(await appendBody(first, stranger), colleague);
  await post(await appendBody(first, record.appendKey), colleague);
  await post(await appendBody(first, record.appendKey), colleague);
  const beside = await contentEntry(founded, record, admin);
  await post(await appendBody(beside, record.appendKey));
  record.head = first;
  const epochKey = await newKey();
  const epoch = await epochEntry(founded, colleague, record.record, epochKey, record);
  await post(await appendBody(epoch, stranger), colleague);
  await post(await appendBody(epoch, record.appendKey), colleague);
  const before = { ...record, head: epoch };
  await post(await appendBody(await contentEntry(founded, before, colleague), epochKey), colleague);
  const after = { ...before, epoch: epoch.hash, appendKey: epochKey };
  const last = await contentEntry(founded, after, colleague);
  await post(await appendBody(last, epochKey), colleague);

  const end = await organisationEntry(founded, [ending(colleague)]);
  await post(await appendBody(end));
  const cited = { ...founded, head: { ...founded.head } };
  end.took();
  const tail = { ...after, head: last };
  await post(await appendBody(await contentEntry(cited, tail, colleague), epochKey), colleague);
  const unknown = { ...founded, head: { ...founded.head, position: 9 } };
  await post(await appendBody(await contentEntry(unknown, tail, admin), epochKey));
  await post(await appendBody(await contentEntry(founded, tail, admin), epochKey));
  await post(new Uint8Array(40));

  const rows = [];
  for (let at = 0; ; ) {
    const answer = await ask('GET', `/rows?after=${at}&limit=3`, admin);
    const read = decode(page, answer.bytes);
    if (!read.ok) throw new Error(`no page: ${answer.status}`);
    rows.push(...read.value.rows.map((row) => row.sequence));
    at = read.value.next;
    if (read.value.more === 0) break;
  }
  const head = await ask('GET', `/heads?record=${toBase64url(record.record)}`, admin);
  const none = await ask('GET', `/heads?record=${toBase64url(zeros32)}`, admin);
  return { said, rows, heads: [head.status, none.status, none.code] };
}

let real: TestRelay;
beforeAll(async () => {
  real = await startTestRelay();
});
afterAll(() => real.end());

const codeIn = (bytes: Uint8Array, status: number): string =>
  status < 400 ? '' : String((JSON.parse(new TextDecoder().decode(bytes)) as { code: unknown }).code);

describe('the relay in memory', () => {
  it('answers a whole story as the real one does', async () => {
    const organisation = await foundOrganisation(real);
    const toReal = await story(organisation, async (method, rest, author, body) => {
      const answer = await rawClient(real, author).ask(method, `${organisation.path}${rest}`, body);
      return { status: answer.status, code: codeIn(answer.bytes, answer.status), bytes: answer.bytes };
    });

    const memory = await memoryRelay();
    const origin = 'http://desk.localhost/v1';
    const genesis = await makeGenesis(await relayKeyOf(real));
    const founding = await appendBody(genesis.genesis);
    await memory.fetch(`${origin}/organisations`, { method: 'POST', body: founding });
    const toMemory = await story(genesis, async (method, rest, author, body) => {
      const proof = {
        key: author.key,
        challenge: new Uint8Array(48),
        counter: 1,
        signature: new Uint8Array(64),
      };
      const answer = await memory.fetch(`${origin}/o/${toBase64url(genesis.org)}${rest}`, {
        method,
        headers: { 'leeward-proof': toBase64url(encode(requestProof, proof)) },
        ...(body === undefined ? {} : { body }),
      });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      return { status: answer.status, code: codeIn(bytes, answer.status), bytes };
    });
    expect(toMemory).toEqual(toReal);
    expect(toReal.said.map((one) => one.status)).toContain(409);
    expect(toReal.said.filter((one) => one.status === 201)).toHaveLength(7);
  });
});
