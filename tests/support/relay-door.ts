import type {
  Bytes,
  DoorRenewal,
  DoorSettings,
  InItem,
  Operation,
  ReplyHeader,
} from '@leeward/sealed-log/wire';
import {
  decode,
  doorRenewal,
  doorSettings,
  encode,
  entry,
  fourBytes,
  inItem,
  itemHash,
  mailboxId,
  merkleRoot,
  publishedDoor,
  randomBytes,
  replyBox,
  replyBoxHash,
  replyHeader,
  rosterLeaf,
  sentReply,
  settingsHash,
  sha256,
  sign,
  signedBytes,
  submission,
  toBase64url,
  verifyWork,
  zeros32,
} from '@leeward/sealed-log/wire';
import type { Founded } from './relay.ts';
import { newKey, rawClient, type SigningKey, type Target } from './relay-client.ts';
import { appendBody, type Made, organisationEntry } from './relay-entries.ts';
import { type Answer, ask } from './relay-http.ts';

/** A door opened by hand: intake team, settings, renewal and roster, signed as docs/protocol.md says. */

export type TestDoor = {
  readonly team: Bytes;
  readonly intakeKey: Bytes;
  readonly workBits: number;
  /** `/v1/d/<org>` */
  readonly path: string;
};

export type DoorChoices = {
  readonly revision?: number;
  readonly workBits?: number;
  readonly roster?: readonly Bytes[];
  readonly from?: number;
  readonly until?: number;
  readonly relayKey?: Bytes;
  /** Handed over with the descriptor. */
  readonly questionnaires?: readonly Bytes[];
  /** Named in the settings, where they are others. */
  readonly named?: readonly Bytes[];
};

/** Makes an intake team with its first generation. */
export async function newTeam(
  organisation: Founded,
): Promise<{ readonly team: Bytes; readonly intakeKey: Bytes }> {
  const team = randomBytes(16);
  const intakeKey = randomBytes(1216);
  const generation: Operation = {
    type: 'teamGeneration',
    team,
    generation: 1,
    sealing: intakeKey,
    commitment: randomBytes(32),
    previous: new Uint8Array(0),
    grants: [{ member: organisation.adminMember, sealed: randomBytes(64) }],
  };
  const made = await organisationEntry(organisation, [generation]);
  const answer = await organisation.client.ask(
    'POST',
    `${organisation.path}/entries`,
    await appendBody(made),
  );
  if (answer.status !== 201) throw new Error(`no team: ${answer.status} ${Buffer.from(answer.bytes)}`);
  made.took();
  return { team, intakeKey };
}

export async function describeDoor(
  organisation: Founded,
  relayKey: Bytes,
  { team, intakeKey }: { readonly team: Bytes; readonly intakeKey: Bytes },
  choices: DoorChoices = {},
): Promise<Bytes> {
  const { org, admin, genesis } = organisation;
  const now = Math.floor(Date.now() / 1000);
  const stated: DoorSettings = {
    version: 1,
    org,
    revision: choices.revision ?? 1,
    texts: '{}',
    questionnaires: await Promise.all(
      (choices.named ?? choices.questionnaires ?? []).map((one) => sha256(one)),
    ),
    workBits: choices.workBits ?? 4,
    relayKey: choices.relayKey ?? relayKey,
  };
  const settings = encode(doorSettings, stated);
  const roster = choices.roster ?? [admin.key];
  const renewal = encode<DoorRenewal>(doorRenewal, {
    version: 1,
    org,
    settings: await settingsHash(settings),
    from: choices.from ?? now - 60,
    until: choices.until ?? now + 3 * 24 * 3600,
    team,
    generation: 1,
    intakeKey,
    roster: await merkleRoot(await Promise.all(roster.map(rosterLeaf))),
    rosterCount: roster.length,
    device: admin.key,
  });
  const first = decode(entry, genesis.bytes);
  if (!first.ok) throw new Error('a genesis entry that cannot be read');
  const { header, clear, signature } = first.value;
  return encode(publishedDoor, {
    descriptor: {
      chain: [{ header, clear, signature }],
      settings,
      approvals: [{ device: admin.key, signature: await sign(admin.seed, signedBytes.settings(settings)) }],
      renewal,
      renewalSignature: await sign(admin.seed, signedBytes.renewal(renewal)),
    },
    roster,
    questionnaires: choices.questionnaires ?? [],
  });
}

/** Opens a door: a team, and a descriptor that the relay publishes. */
export async function openDoor(
  organisation: Founded,
  relayKey: Bytes,
  choices: DoorChoices = {},
): Promise<TestDoor> {
  const made = await newTeam(organisation);
  const body = await describeDoor(organisation, relayKey, made, choices);
  const answer = await organisation.client.ask('PUT', `${organisation.path}/door`, body);
  if (answer.status !== 204) throw new Error(`no door: ${answer.status} ${Buffer.from(answer.bytes)}`);
  return { ...made, workBits: choices.workBits ?? 4, path: `/v1/d/${toBase64url(organisation.org)}` };
}

/** A defender's mailbox as the relay sees one. */
export type TestMailbox = {
  readonly signing: SigningKey;
  readonly id: Bytes;
  head: Made | null;
};

export async function newMailbox(organisation: Founded): Promise<TestMailbox> {
  const signing = await newKey();
  return { signing, id: await mailboxId(organisation.org, signing.key), head: null };
}

export type MadeItem = Made & { readonly body: Bytes };

/** The next item of a mailbox, and the submission that carries it. */
export async function makeItem(
  organisation: Founded,
  door: TestDoor,
  mailbox: TestMailbox,
  choices: { readonly blobs?: readonly Bytes[]; readonly sealed?: Bytes; readonly work?: 'none' } = {},
): Promise<MadeItem> {
  const position = mailbox.head === null ? 0 : mailbox.head.position + 1;
  const bytes = encode<InItem>(inItem, {
    version: 1,
    org: organisation.org,
    mailboxKey: mailbox.signing.key,
    sequence: position,
    prev: mailbox.head?.hash ?? zeros32,
    lastReply: 0,
    lastReplyHash: zeros32,
    team: door.team,
    generation: 1,
    keyBox: randomBytes(64),
    sealed: choices.sealed ?? randomBytes(512),
  });
  const hash = await itemHash(bytes);
  const item = { bytes, signature: await sign(mailbox.signing.seed, signedBytes.item(bytes)) };
  const withWork = position === 0 && choices.work !== 'none';
  const work = withWork ? await workFor(organisation.org, hash, door.workBits) : null;
  return { bytes, hash, position, body: encode(submission, { item, work, blobs: choices.blobs ?? [] }) };
}

/** Work by trying: tests ask for few bits. */
export async function workFor(
  org: Bytes,
  submissionHash: Bytes,
  bits: number,
): Promise<{ readonly day: number; readonly nonce: Bytes }> {
  const day = Math.floor(Date.now() / 86_400_000);
  for (let attempt = 0; ; attempt += 1) {
    const nonce = new Uint8Array(8);
    nonce.set(fourBytes(attempt));
    if (await verifyWork({ orgId: org, day, submissionHash }, bits, nonce)) return { day, nonce };
  }
}

export function submitItem(relay: Target, door: TestDoor, made: MadeItem): Promise<Answer> {
  return ask(relay.address, relay.url('door'), `${door.path}/items`, { method: 'POST', body: made.body });
}

export function mailboxClient(relay: Target, mailbox: TestMailbox) {
  return rawClient(relay, mailbox.signing, 'door');
}

/** A reply of the team to a mailbox, signed by a device. */
export async function makeReply(
  organisation: Founded,
  device: SigningKey,
  mailbox: Bytes,
  sequence: number,
  prev: Bytes,
  choices: { readonly until?: number; readonly below?: number; readonly box?: 'left out' } = {},
): Promise<Bytes> {
  const box = encode(replyBox, { keyBox: randomBytes(64), sealed: randomBytes(512) });
  const bytes = encode<ReplyHeader>(replyHeader, {
    version: 2,
    org: organisation.org,
    mailbox,
    sequence,
    prev,
    lastItem: 0,
    lastItemHash: zeros32,
    device: device.key,
    until: choices.until ?? Math.floor(Date.now() / 86_400_000) + 90,
    below: choices.below ?? 0,
    box: await replyBoxHash(box),
  });
  const signature = await sign(device.seed, signedBytes.reply(bytes));
  return encode(sentReply, { bytes, signature, box: choices.box === undefined ? box : null });
}
