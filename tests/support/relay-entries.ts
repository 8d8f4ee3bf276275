import type { Append, Bytes, EpochClear, Header, Operation } from '@leeward/sealed-log/wire';
import {
  append,
  capabilities,
  encode,
  entry,
  entryHash,
  epochClear,
  forms,
  header,
  logs,
  organisationClear,
  partHash,
  randomBytes,
  sign,
  signedBytes,
  zeros32,
} from '@leeward/sealed-log/wire';
import { newKey, type SigningKey } from './relay-client.ts';

/** Entries made by hand from the wire formats: well-formed and signed, with noise where sealed things would stand. */

export type Made = { readonly bytes: Bytes; readonly hash: Bytes; readonly position: number };

type HeaderChoices = Pick<Header, 'log' | 'form' | 'org' | 'record' | 'position' | 'prev'> &
  Partial<Pick<Header, 'orgPosition' | 'orgHead' | 'epoch'>>;

export async function makeEntry(
  author: SigningKey,
  choices: HeaderChoices,
  clear: Bytes,
  body: Bytes,
): Promise<Made> {
  const stated: Header = {
    version: 1,
    orgPosition: 0,
    orgHead: zeros32,
    epoch: zeros32,
    ...choices,
    device: author.key,
    clearLength: clear.length,
    clearHash: await partHash(clear),
    bodyLength: body.length,
    bodyHash: await partHash(body),
  };
  const headerBytes = encode(header, stated);
  const signature = await sign(author.seed, signedBytes.entry(headerBytes));
  return {
    bytes: encode(entry, { header: headerBytes, clear, body, signature }),
    hash: await entryHash(headerBytes),
    position: choices.position,
  };
}

/** An organisation as a test drives it: its own log, entry by entry. */
export type TestOrganisation = {
  readonly org: Bytes;
  readonly admin: SigningKey;
  readonly adminMember: Bytes;
  readonly genesis: Made;
  /** The head as this side knows it. */
  head: Made;
  adminHead: Bytes;
};

export async function makeGenesis(relayKey: Bytes, rights: number = 7): Promise<TestOrganisation> {
  const admin = await newKey();
  const adminMember = randomBytes(16);
  const clear = encode(organisationClear, {
    prevAdmin: zeros32,
    operations: [
      {
        type: 'genesis',
        floor: 1,
        nonce: randomBytes(32),
        relayKey,
        member: adminMember,
        memberSealing: randomBytes(32),
        device: admin.key,
        deviceSealing: randomBytes(32),
        capabilities: rights,
      },
    ],
  });
  const place = { log: logs.organisation, form: forms.content, org: zeros32, record: zeros32 } as const;
  const genesis = await makeEntry(admin, { ...place, position: 0, prev: zeros32 }, clear, new Uint8Array(0));
  return { org: genesis.hash, admin, adminMember, genesis, head: genesis, adminHead: genesis.hash };
}

/** The next entry of the organisation's own log; call `took` when the relay has it. */
export async function organisationEntry(
  organisation: TestOrganisation,
  operations: readonly Operation[],
  author: SigningKey = organisation.admin,
): Promise<Made & { readonly took: (changesAdministrators?: boolean) => void }> {
  const { org, head } = organisation;
  const clear = encode(organisationClear, { prevAdmin: organisation.adminHead, operations });
  const place = { log: logs.organisation, form: forms.content, org, record: zeros32 } as const;
  const choices = { ...place, position: head.position + 1, prev: head.hash };
  const made = await makeEntry(author, choices, clear, new Uint8Array(0));
  return {
    ...made,
    took: (changesAdministrators = false) => {
      organisation.head = made;
      if (changesAdministrators) organisation.adminHead = made.hash;
    },
  };
}

/** Admits a device of a new member. */
export function admission(device: SigningKey, rights: number = capabilities.correspondent): Operation {
  return {
    type: 'deviceAdmitted',
    member: randomBytes(16),
    memberSealing: randomBytes(32),
    device: device.key,
    deviceSealing: randomBytes(32),
    capabilities: rights,
  };
}

export function ending(device: SigningKey): Operation {
  return { type: 'devicesEnded', devices: [device.key], reason: 1, cutRoot: zeros32, cutCount: 0 };
}

/** A record as a test writes it. */
export type TestRecord = {
  readonly record: Bytes;
  appendKey: SigningKey;
  epoch: Bytes;
  head: Made;
};

/** The first entry of a record: an epoch. */
export async function firstEntry(
  organisation: TestOrganisation,
  author: SigningKey = organisation.admin,
  record: Bytes = randomBytes(32),
): Promise<TestRecord> {
  const appendKey = await newKey();
  const made = await epochEntry(organisation, author, record, appendKey, null);
  return { record, appendKey, epoch: made.hash, head: made };
}

export async function epochEntry(
  organisation: TestOrganisation,
  author: SigningKey,
  record: Bytes,
  appendKey: SigningKey,
  before: TestRecord | null,
): Promise<Made> {
  const clear: EpochClear = {
    commitment: randomBytes(32),
    appendKey: appendKey.key,
    previous: before?.epoch ?? zeros32,
    previousWrapped: before === null ? new Uint8Array(0) : randomBytes(60),
    wraps: [],
  };
  const choices = recordPlace(organisation, record, forms.epoch, before?.head ?? null, zeros32);
  return makeEntry(author, choices, encode(epochClear, clear), randomBytes(64));
}

export function contentEntry(
  organisation: TestOrganisation,
  record: TestRecord,
  author: SigningKey = organisation.admin,
  body: Bytes = randomBytes(256),
): Promise<Made> {
  const choices = recordPlace(organisation, record.record, forms.content, record.head, record.epoch);
  return makeEntry(author, choices, new Uint8Array(0), body);
}

export function recordPlace(
  organisation: TestOrganisation,
  record: Bytes,
  form: Header['form'],
  before: Made | null,
  epoch: Bytes,
): HeaderChoices {
  return {
    log: logs.record,
    form,
    org: organisation.org,
    record,
    position: before === null ? 0 : before.position + 1,
    prev: before?.hash ?? zeros32,
    orgPosition: organisation.head.position,
    orgHead: organisation.head.hash,
    epoch,
  };
}

/** The body of an append, with the proof by an append key. */
export async function appendBody(
  made: Made,
  appendKey: SigningKey | null = null,
  blobs: readonly Bytes[] = [],
): Promise<Bytes> {
  const proof = appendKey === null ? null : await sign(appendKey.seed, signedBytes.append(made.hash));
  const request: Append = { entry: made.bytes, proof, blobs };
  return encode(append, request);
}
