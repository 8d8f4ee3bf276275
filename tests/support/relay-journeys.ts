import { randomBytes, toBase64url, toHex, zeros32 } from '@leeward/sealed-log/wire';
import { expect } from 'vitest';
import { type Founded, foundOrganisation, newRecord, pullAll, relayKeyOf, type TestRelay } from './relay.ts';
import { newKey, rawClient } from './relay-client.ts';
import { mailboxClient, makeItem, makeReply, newMailbox, openDoor, submitItem } from './relay-door.ts';
import { admission, appendBody, contentEntry, organisationEntry } from './relay-entries.ts';

/** What must hold on every database, written once. */

/**
 * Many writers, and readers who pull with a cursor while they write: whatever a reader has seen at its cursor, nothing
 * ever appears below it (section 9).
 */
export async function cursorsNeverSkip(relay: TestRelay, writers: number, each: number): Promise<void> {
  const organisation = await foundOrganisation(relay);
  const records = await Promise.all(Array.from({ length: writers }, () => newRecord(organisation)));
  let writing = true;
  const readers = Array.from({ length: 3 }, async () => {
    const client = rawClient(relay, organisation.admin);
    const seen: number[] = [];
    let last = false;
    for (;;) {
      const rows = await pullAll(client, organisation.path, 7, seen.at(-1) ?? 0);
      seen.push(...rows.map(({ sequence }) => sequence));
      if (last) return seen;
      last = !writing;
    }
  });
  await Promise.all(
    records.map(async (record) => {
      const client = rawClient(relay, organisation.admin);
      for (let count = 0; count < each; count += 1) {
        const made = await contentEntry(organisation, record);
        const answer = await client.ask(
          'POST',
          `${organisation.path}/entries`,
          await appendBody(made, record.appendKey),
        );
        expect(answer.status).toBe(201);
        record.head = made;
      }
    }),
  );
  writing = false;
  const all = Array.from({ length: 1 + writers * (each + 1) }, (_, index) => index + 1);
  for (const seen of await Promise.all(readers)) expect(seen).toEqual(all);
}

/** Of many who append to one place at the same time, one wins; the same entry sent many times is there once. */
export async function oneWinsEachPlace(relay: TestRelay): Promise<void> {
  const organisation = await foundOrganisation(relay);
  const record = await newRecord(organisation);
  const path = `${organisation.path}/entries`;
  for (let round = 0; round < 5; round += 1) {
    const rivals = await Promise.all(Array.from({ length: 6 }, () => contentEntry(organisation, record)));
    const twice = [...rivals, ...rivals];
    const answers = await Promise.all(
      twice.map(async (made) => {
        const answer = await organisation.client.ask('POST', path, await appendBody(made, record.appendKey));
        return { made, status: answer.status };
      }),
    );
    const winners = new Set(answers.filter(({ status }) => status < 300).map(({ made }) => toHex(made.hash)));
    expect(winners.size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.every(({ status }) => [200, 201, 409].includes(status))).toBe(true);
    record.head = answers.find(({ status }) => status === 201)!.made;
  }
  expect(await pullAll(organisation.client, organisation.path)).toHaveLength(2 + 5);
}

/** Members come while others write: every entry is judged by a skeleton that was current when it was committed. */
export async function membersComeWhileOthersWrite(relay: TestRelay): Promise<void> {
  const organisation = await foundOrganisation(relay);
  const record = await newRecord(organisation);
  const path = `${organisation.path}/entries`;
  const admitting = (async () => {
    for (let count = 0; count < 10; count += 1) {
      const made = await organisationEntry(organisation, [admission(await newKey())]);
      expect((await organisation.client.ask('POST', path, await appendBody(made))).status).toBe(201);
      made.took();
    }
  })();
  const client = rawClient(relay, organisation.admin);
  for (let count = 0; count < 20; count += 1) {
    const made = await contentEntry(organisation, record);
    expect((await client.ask('POST', path, await appendBody(made, record.appendKey))).status).toBe(201);
    record.head = made;
  }
  await admitting;
  expect(await pullAll(client, organisation.path)).toHaveLength(2 + 10 + 20);
}

/** A request from the door to the desk and back, with an attachment. */
export async function thereAndBack(relay: TestRelay): Promise<Founded> {
  const organisation = await foundOrganisation(relay);
  const door = await openDoor(organisation, await relayKeyOf(relay));
  const mailbox = await newMailbox(organisation);
  expect((await submitItem(relay, door, await makeItem(organisation, door, mailbox))).status).toBe(201);
  const blob = randomBytes(32);
  const at = `${organisation.path}/blobs/${toBase64url(blob)}`;
  const named = { 'leeward-mailbox': toBase64url(mailbox.id) };
  expect((await organisation.client.ask('PUT', `${at}/parts/0`, randomBytes(300), named)).status).toBe(201);
  const stated = Buffer.from(JSON.stringify({ parts: 1, totalBytes: 300 }));
  expect((await organisation.client.ask('POST', `${at}/complete`, stated)).status).toBe(200);
  const reply = await makeReply(organisation, organisation.admin, mailbox.id, 0, zeros32);
  const answer = await organisation.client.ask('POST', `${organisation.path}/replies`, reply, {
    'leeward-blobs': toBase64url(blob),
  });
  expect(answer.status).toBe(201);
  const hers = await mailboxClient(relay, mailbox).ask(
    'GET',
    `${door.path}/mailboxes/${toBase64url(mailbox.id)}`,
  );
  expect(hers.bytes.length).toBeGreaterThan(1000);
  const kinds = (await pullAll(organisation.client, organisation.path)).map(({ kind }) => kind);
  expect(kinds).toEqual([1, 1, 2, 3]);
  return organisation;
}
