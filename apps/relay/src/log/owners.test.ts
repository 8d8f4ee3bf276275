import { adoptedRecord, teamRecord, zeros32 } from '@leeward/sealed-log/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Founded,
  foundOrganisation,
  relayKeyOf,
  startTestRelay,
  type TestRelay,
} from '../../../../tests/support/relay.ts';
import { newKey, rawClient, type SigningKey } from '../../../../tests/support/relay-client.ts';
import { makeItem, newMailbox, openDoor, submitItem } from '../../../../tests/support/relay-door.ts';
import {
  admission,
  appendBody,
  contentEntry,
  epochEntry,
  firstEntry,
  type Made,
  organisationEntry,
} from '../../../../tests/support/relay-entries.ts';

describe('a record that is a team’s by its id', () => {
  let relay: TestRelay;
  let organisation: Founded;
  let outsider: SigningKey;
  beforeEach(async () => {
    relay = await startTestRelay();
    organisation = await foundOrganisation(relay);
    outsider = await newKey();
    const admitted = await organisationEntry(organisation, [admission(outsider)]);
    expect((await post(admitted)).status).toBe(201);
    admitted.took();
  });
  afterEach(() => relay.end());

  const post = async (made: Made, author = organisation.admin, proof: SigningKey | null = null) =>
    rawClient(relay, author).ask('POST', `${organisation.path}/entries`, await appendBody(made, proof));
  const said = async (answer: ReturnType<typeof post>) => {
    const { status, bytes } = await answer;
    if (status < 400) return [status];
    return [status, (JSON.parse(Buffer.from(bytes).toString()) as { reason?: unknown }).reason];
  };

  it('is begun by a member of that team and by nobody else: a team’s own log [rule 12]', async () => {
    const { team } = await openDoor(organisation, await relayKeyOf(relay));
    const record = await teamRecord(organisation.org, team);
    const taking = await firstEntry(organisation, outsider, record);
    expect(await said(post(taking.head, outsider))).toEqual([403, 'not-in-team']);
    const own = await firstEntry(organisation, organisation.admin, record);
    expect(await said(post(own.head))).toEqual([201]);
    // A record of no team is anybody's to begin.
    const other = await firstEntry(organisation, outsider);
    expect(await said(post(other.head, outsider))).toEqual([201]);
  });

  it('is begun by a member of that team: the conversation with somebody whose first item is sealed to it [rule 12][rule 16]', async () => {
    const door = await openDoor(organisation, await relayKeyOf(relay));
    const mailbox = await newMailbox(organisation);
    const item = await makeItem(organisation, door, mailbox);
    expect((await submitItem(relay, door, item)).status).toBe(201);
    const record = await adoptedRecord(organisation.org, item.hash);
    const taking = await firstEntry(organisation, outsider, record);
    expect(await said(post(taking.head, outsider))).toEqual([403, 'not-in-team']);
    // Also after the relay was started anew.
    relay = await relay.again({ port: relay.address.port });
    expect(await said(post(taking.head, outsider))).toEqual([403, 'not-in-team']);
    const own = await firstEntry(organisation, organisation.admin, record);
    expect(await said(post(own.head))).toEqual([201]);
  });

  it('is the team’s again where somebody was first before the relay could know: no key of hers is needed [rule 12]', async () => {
    const door = await openDoor(organisation, await relayKeyOf(relay));
    const mailbox = await newMailbox(organisation);
    const item = await makeItem(organisation, door, mailbox);
    const record = await adoptedRecord(organisation.org, item.hash);
    const taking = await firstEntry(organisation, outsider, record);
    expect(await said(post(taking.head, outsider))).toEqual([201]);
    expect((await submitItem(relay, door, item)).status).toBe(201);
    const key = await newKey();
    const after = { ...taking, epoch: zeros32 };
    const anew = await epochEntry(organisation, organisation.admin, record, key, after);
    expect(await said(post(anew))).toEqual([201]);
    const held = { ...taking, epoch: anew.hash, head: anew };
    // Whoever is not of the team gets nowhere in the same way.
    const last = { ...held, head: await contentEntry(organisation, held), epoch: zeros32 };
    expect(await said(post(last.head, organisation.admin, key))).toEqual([201]);
    const again = await epochEntry(organisation, outsider, record, await newKey(), last);
    expect(await said(post(again, outsider, taking.appendKey))).toEqual([403, 'not-in-team']);
  });
});
