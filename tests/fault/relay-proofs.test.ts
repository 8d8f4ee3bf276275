import { concat, randomBytes, toBase64url } from '@leeward/sealed-log/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Founded,
  foundOrganisation,
  relayKeyOf,
  startTestRelay,
  type TestRelay,
} from '../support/relay.ts';
import { newChallenge, newKey, rawClient } from '../support/relay-client.ts';
import { mailboxClient, makeItem, newMailbox, openDoor, submitItem } from '../support/relay-door.ts';
import { ask } from '../support/relay-http.ts';
import { runs } from '../support/size.ts';

const nothing = new Uint8Array(0);

describe('proofs of possession', () => {
  let relay: TestRelay;
  let organisation: Founded;
  let path: string;
  beforeAll(async () => {
    relay = await startTestRelay();
    organisation = await foundOrganisation(relay);
    path = `${organisation.path}/heads`;
  });
  afterAll(() => relay.end());

  const get = (proof: string | null, at: string = path, app: 'desk' | 'door' = 'desk') =>
    ask(relay.address, relay.url(app), at, proof === null ? {} : { headers: { 'leeward-proof': proof } });

  it('hold for one request, once [fault 38]', async () => {
    const proof = await organisation.client.proofFor('GET', path, nothing);
    expect((await get(proof)).status).toBe(200);
    const again = await get(proof);
    expect([again.status, again.json()['code']]).toEqual([401, 'proof-replayed']);
  });

  it('hold for nothing but the method, path, query and body that were signed [fault 38]', async () => {
    const fresh = () => organisation.client.proofFor('GET', path, nothing);
    expect((await get(await fresh(), `${path}?record=${toBase64url(randomBytes(32))}`)).json()['code']).toBe(
      'bad-proof',
    );
    expect((await get(await fresh(), `${organisation.path}/rows`)).json()['code']).toBe('bad-proof');
    const options = { method: 'POST', headers: { 'leeward-proof': await fresh() } };
    const posted = await ask(relay.address, relay.url('desk'), `${organisation.path}/entries`, options);
    expect(posted.json()['code']).toBe('bad-proof');
    const proof = await organisation.client.proofFor('POST', `${organisation.path}/entries`, randomBytes(10));
    const other = { method: 'POST', body: randomBytes(10), headers: { 'leeward-proof': proof } };
    const altered = await ask(relay.address, relay.url('desk'), `${organisation.path}/entries`, other);
    expect(altered.json()['code']).toBe('bad-proof');
  });

  it('made for another origin do not hold here: a relay that passes challenges on gets nothing [fault 38]', async () => {
    const challenge = await newChallenge(relay, relay.url('desk'));
    const elsewhere = { origin: 'https://desk.elsewhere.example', challenge, counter: 1 };
    const proof = await organisation.client.proofFor('GET', path, nothing, elsewhere);
    expect((await get(proof)).json()['code']).toBe('bad-proof');
    // Nor does one made for the desk at the door of the same relay.
    const forDesk = await organisation.client.proofFor('GET', path, nothing);
    expect((await get(forDesk, path, 'door')).json()['code']).toBe('bad-proof');
  });

  it('need a challenge of this relay, and one of its own lifetime', async () => {
    const made = await organisation.client.proofFor('GET', path, nothing, { challenge: randomBytes(48) });
    const answer = await get(made);
    expect([answer.status, answer.json()['code']]).toEqual([401, 'challenge-expired']);
    const other = await startTestRelay();
    try {
      const challenge = await newChallenge(other, other.url('desk'));
      const borrowed = await organisation.client.proofFor('GET', path, nothing, { challenge });
      expect((await get(borrowed)).json()['code']).toBe('challenge-expired');
    } finally {
      await other.end();
    }
  });

  it('are not held for another key, and a refused one uses up no counter of the owner', async () => {
    const stranger = rawClient(relay, await newKey());
    const challenge = await newChallenge(relay, relay.url('desk'));
    const forged = await stranger.proofFor('GET', path, nothing, {
      key: organisation.admin.key,
      challenge,
      counter: 7,
    });
    expect((await get(forged)).json()['code']).toBe('bad-proof');
    const proper = await organisation.client.proofFor('GET', path, nothing, { challenge, counter: 7 });
    expect((await get(proper)).status).toBe(200);
  });

  it('that are missing or garbled are named as such', async () => {
    expect((await get(null)).json()).toMatchObject({ status: 401, code: 'proof-missing' });
    const garbled = [
      '',
      'x',
      '!!!!',
      toBase64url(randomBytes(10)),
      toBase64url(concat(randomBytes(148), nothing)),
    ];
    for (const proof of garbled) {
      const { status, json } = await get(proof);
      expect(status).toBe(401);
      expect(['proof-malformed', 'challenge-expired']).toContain(json()['code']);
    }
  });
});

describe('phrases that somebody guesses', () => {
  it('are all answered alike, with the same work, while her own mailbox stays open [fault 36]', async () => {
    let reads: string[] = [];
    const relay = await startTestRelay(
      {},
      { trace: (event) => event.startsWith('read ') && reads.push(event) },
    );
    try {
      const organisation = await foundOrganisation(relay);
      const door = await openDoor(organisation, await relayKeyOf(relay));
      const hers = await newMailbox(organisation);
      await submitItem(relay, door, await makeItem(organisation, door, hers));
      const look = async (mailbox: typeof hers, query: string) => {
        const client = mailboxClient(relay, mailbox);
        reads = [];
        const answer = await client.ask('GET', `${door.path}/mailboxes/${toBase64url(mailbox.id)}${query}`);
        const { date: _date, ...headers } = answer.headers;
        return { status: answer.status, headers, bytes: toBase64url(answer.bytes), reads: [...reads].sort() };
      };
      // Nothing new for her, and nobody there: the same answer, byte for byte, and the same questions to the database.
      const empty = await look(hers, '?items=1&replies=0');
      expect(empty.status).toBe(200);
      for (let guess = 0; guess < runs(50, 20_000); guess += 1) {
        const query = guess % 2 === 0 ? '?items=1&replies=0' : '';
        expect(await look(await newMailbox(organisation), query)).toEqual(empty);
      }
      expect((await look(hers, '')).bytes.length).toBeGreaterThan(empty.bytes.length);
    } finally {
      await relay.end();
    }
  });

  it('give mailboxes at two organisations that have nothing in common [fault 38]', async () => {
    const relay = await startTestRelay();
    try {
      const [one, two] = [await foundOrganisation(relay), await foundOrganisation(relay)];
      const signing = await newKey();
      const { mailboxId } = await import('@leeward/sealed-log/wire');
      const ids = await Promise.all([one, two].map(({ org }) => mailboxId(org, signing.key)));
      expect(toBase64url(ids[0]!)).not.toBe(toBase64url(ids[1]!));
      const client = rawClient(relay, signing, 'door');
      const at = (org: Uint8Array, id: Uint8Array) =>
        `/v1/d/${toBase64url(org)}/mailboxes/${toBase64url(id)}`;
      expect((await client.ask('GET', at(one.org, ids[0]!))).status).toBe(200);
      expect((await client.ask('GET', at(two.org, ids[0]!))).json()['code']).toBe('not-the-mailbox');
    } finally {
      await relay.end();
    }
  });
});
