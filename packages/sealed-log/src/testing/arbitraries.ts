import fc from 'fast-check';
import type { Bytes } from '../crypto/bytes.ts';
import type { Operation } from '../wire/organisation.ts';
import { sealingKeyBytes } from '../wire/organisation.ts';

/** Any value of each structure of the format, small enough to try many. */

const exactly = (length: number): fc.Arbitrary<Bytes> =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Uint8Array.from(bytes));
const upTo = (length: number): fc.Arbitrary<Bytes> =>
  fc.uint8Array({ maxLength: length }).map((bytes) => Uint8Array.from(bytes));
/** Long and cheap: one byte repeated. */
const filled = (length: number): fc.Arbitrary<Bytes> =>
  fc.nat(255).map((byte) => new Uint8Array(length).fill(byte));

export const hash = exactly(32);
const id = exactly(16);
const signature = exactly(64);
const below = (bits: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: 2 ** bits - 1 });
const u8 = below(8);
const u16 = below(16);
const u32 = below(32);
const u48 = fc.maxSafeNat().map((value) => value % 2 ** 48);
const words = fc.string({ unit: 'grapheme', maxLength: 40 });
const few = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { maxLength: 3 });

const header = fc.record({
  version: fc.constant(1 as const),
  log: fc.constantFrom(1 as const, 2 as const),
  form: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
  org: hash,
  record: hash,
  position: u32,
  prev: hash,
  orgPosition: u32,
  orgHead: hash,
  device: hash,
  epoch: hash,
  clearLength: u32,
  clearHash: hash,
  bodyLength: u32,
  bodyHash: hash,
});

const entry = fc.record({ header: upTo(300), clear: upTo(100), body: upTo(100), signature });

const grants = few(fc.record({ member: id, sealed: upTo(100) }));
const cut = { cutRoot: hash, cutCount: u32 };
const named = <K extends Operation['type'], T extends object>(
  type: K,
  fields: { readonly [F in keyof T]: fc.Arbitrary<T[F]> },
): fc.Arbitrary<T & { readonly type: K }> =>
  fc.record({ type: fc.constant(type), ...fields }) as fc.Arbitrary<T & { readonly type: K }>;

/** An operation of the organisation log; members, devices and teams are drawn from the given ones where there are any. */
export function operationAbout(known: {
  readonly members?: readonly Bytes[];
  readonly devices?: readonly Bytes[];
  readonly teams?: readonly Bytes[];
}): fc.Arbitrary<Operation> {
  const either = (some: readonly Bytes[] | undefined, any: fc.Arbitrary<Bytes>): fc.Arbitrary<Bytes> =>
    some === undefined || some.length === 0 ? any : fc.oneof(fc.constantFrom(...some), any);
  const member = either(known.members, id);
  const device = either(known.devices, hash);
  const team = either(known.teams, id);
  const generation = fc.oneof(fc.integer({ min: 1, max: 3 }), u32);
  return fc.oneof(
    named('genesis', {
      floor: u8,
      nonce: hash,
      relayKey: hash,
      member,
      memberSealing: hash,
      device,
      deviceSealing: hash,
      capabilities: u16,
    }),
    named('deviceAdmitted', { member, memberSealing: hash, device, deviceSealing: hash, capabilities: u16 }),
    named('devicesEnded', {
      devices: few(device),
      reason: fc.constantFrom(1 as const, 2 as const, 3 as const),
      ...cut,
    }),
    named('capabilitiesSet', { member, capabilities: u16, devices: few(device) }),
    named('teamGeneration', {
      team,
      generation,
      sealing: filled(sealingKeyBytes),
      commitment: hash,
      previous: upTo(100),
      grants: fc.oneof(grants, few(fc.record({ member, sealed: upTo(8) }))),
    }),
    named('largeTeamGeneration', {
      team,
      generation,
      sealing: filled(sealingKeyBytes),
      commitment: hash,
      previous: upTo(100),
      members: few(member),
      grants: fc.record({ blob: hash, length: u32 }),
    }),
    named('teamGrant', { team, generation, member, sealed: upTo(100) }),
    named('teamLeft', { team, member, ...cut }),
    named('renewalDelegated', { device, from: u48, until: u48 }),
    named('lateEntryAccepted', { record: hash, entry: hash }),
    named('floorRaised', { floor: u8 }),
    named('relayKeySet', { relayKey: hash }),
    named('heartbeat', { time: u48 }),
    named('selfRevoked', { device, signature }),
    named('memberKeySet', { member, memberSealing: hash }),
    named('memberKeyShown', { member, sealing: filled(sealingKeyBytes) }),
    named('memberKeyGiven', { member, device, commitment: hash, sealed: upTo(100) }),
    named('orgForkResolved', {
      ancestor: hash,
      chosen: hash,
      rejected: hash,
      second: device,
      secondSignature: signature,
    }),
  );
}

const operation = operationAbout({});
const organisationClear = fc.record({ prevAdmin: hash, operations: few(operation) });

const recipient = fc.oneof(
  fc.record({ type: fc.constant('team' as const), team: id, generation: u32 }),
  fc.record({ type: fc.constant('member' as const), member: id }),
);
const wrap = fc.record({
  tag: id,
  form: fc.constantFrom(1 as const, 2 as const),
  sealed: upTo(100),
});
const target = fc.oneof(
  fc.record({ type: fc.constant('record' as const) }),
  fc.record({ type: fc.constant('entry' as const), position: u32, entry: hash }),
  fc.record({ type: fc.constant('blob' as const), blob: hash }),
  fc.record({ type: fc.constant('mailbox' as const), mailbox: hash }),
);
const held = fc.record({ position: u32, head: hash, index: u32, path: few(hash) });

const signed = fc.record({ bytes: upTo(100), signature });
const sentReply = fc.record({ bytes: upTo(100), signature, box: fc.option(upTo(200)) });
const blobReference = fc.record({
  blob: hash,
  key: hash,
  size: u48,
  hash,
  name: words,
  mediaType: fc.constantFrom('', 'image/png'),
});
const version = fc.constant(1 as const);
const sealedItem = { keyBox: upTo(200), sealed: upTo(200) };
const messageParts = { claimedTime: u48, message: words, blobs: few(blobReference) };

const descriptor = fc.record({
  chain: few(fc.record({ header: upTo(100), clear: upTo(100), signature })),
  settings: upTo(100),
  approvals: fc.array(fc.record({ device: hash, signature }), { maxLength: 2 }),
  renewal: upTo(100),
  renewalSignature: signature,
});
const row = fc.record({
  sequence: u48,
  kind: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
  bytes: upTo(100),
});
const flag = fc.constantFrom(0 as const, 1 as const);

/** By the name of the codec that reads and writes it. */
export const arbitraries = {
  header,
  entry,
  operation,
  grantsInBlob: few(upTo(200)),
  organisationClear,
  contentBody: fc.record({ action: id, claimedTime: u48, events: words, quoted: few(upTo(50)) }),
  recipient,
  epochBody: fc.record({
    recipients: few(fc.record({ tag: id, recipient })),
    cuts: few(fc.record({ removal: hash, held: fc.option(held) })),
    dummies: u8,
  }),
  readmissionBody: fc.record({ action: id, epochs: few(fc.record({ epoch: hash, key: hash })) }),
  epochClear: fc.record({
    commitment: hash,
    appendKey: hash,
    previous: hash,
    previousWrapped: upTo(256),
    wraps: few(wrap),
  }),
  forgetClear: fc.record({ targets: few(target) }),
  readmissionClear: fc.record({ displaced: upTo(400) }),
  inItem: fc.record({
    version,
    org: hash,
    mailboxKey: hash,
    sequence: u32,
    prev: hash,
    lastReply: u32,
    lastReplyHash: hash,
    team: id,
    generation: u32,
    ...sealedItem,
  }),
  outItem: fc.record({
    version,
    org: hash,
    mailbox: hash,
    sequence: u32,
    prev: hash,
    lastItem: u32,
    lastItemHash: hash,
    device: hash,
    ...sealedItem,
  }),
  signed,
  replyHeader: fc.record({
    version: fc.constant(2 as const),
    org: hash,
    mailbox: hash,
    sequence: u32,
    prev: hash,
    lastItem: u32,
    lastItemHash: hash,
    device: hash,
    until: u32,
    below: u32,
    box: hash,
  }),
  replyBox: fc.record(sealedItem),
  sentReply,
  blobReference,
  inMessage: fc.record({ ...messageParts, sealingKey: upTo(1216) }),
  outMessage: fc.record(messageParts),
  submission: fc.record({
    item: signed,
    work: fc.option(fc.record({ day: u32, nonce: upTo(8) })),
    blobs: few(hash),
  }),
  doorSettings: fc.record({
    version,
    org: hash,
    revision: u32,
    texts: words,
    questionnaires: few(hash),
    workBits: u8,
    relayKey: hash,
  }),
  doorRenewal: fc.record({
    version,
    org: hash,
    settings: hash,
    from: u48,
    until: u48,
    team: id,
    generation: u32,
    intakeKey: filled(sealingKeyBytes),
    roster: hash,
    rosterCount: u16,
    device: hash,
  }),
  descriptor,
  publishedDescriptor: fc.record({ descriptor, roster: few(hash) }),
  publishedDoor: fc.record({ descriptor, roster: few(hash), questionnaires: few(upTo(200)) }),
  doorLink: fc.record({ org: hash, adminHead: hash, adminPosition: u32, revision: u32 }),
  headStatement: fc.record({
    org: hash,
    log: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    record: hash,
    position: u32,
    head: hash,
    hour: u48,
  }),
  leftInBox: fc.record({ device: hash, voucher: signature, sealed: upTo(400) }),
  append: fc.record({ entry: upTo(200), proof: fc.option(signature), blobs: few(hash) }),
  row,
  tombstone: fc.record({
    log: fc.constantFrom(3 as const, 4 as const),
    mailbox: hash,
    position: u32,
    hash,
  }),
  forgottenMailbox: fc.record({
    header: upTo(300),
    clear: upTo(300),
    signature,
    index: u32,
    path: few(hash),
    statement: signed,
  }),
  page: fc.record({ rows: few(row), next: u48, more: flag }),
  requestProof: fc.record({
    key: hash,
    challenge: exactly(48),
    counter: u32,
    signature,
  }),
  mailboxPage: fc.record({
    items: few(fc.record({ item: signed, receipt: signed })),
    replies: few(fc.record({ reply: sentReply, index: u32, path: few(hash) })),
    more: flag,
  }),
};

/** Valid bytes with some of them changed, left out, doubled or added. */
export const mutated = (bytes: Bytes): fc.Arbitrary<Bytes> => {
  const place = fc.nat(Math.max(0, bytes.length - 1));
  const put = (at: number, removed: number, added: readonly number[]): Bytes =>
    Uint8Array.from([...bytes.slice(0, at), ...added, ...bytes.slice(at + removed)]);
  return fc.oneof(
    fc.tuple(place, u8).map(([at, byte]) => put(at, 1, [byte])),
    place.map((at) => bytes.slice(0, at)),
    fc.tuple(place, fc.nat(8)).map(([at, length]) => put(at, length, [])),
    fc.tuple(place, fc.array(u8, { maxLength: 8 })).map(([at, added]) => put(at, 0, added)),
    place.map((at) => put(at, 4, [255, 255, 255, 255])),
    place.map((at) => put(at, 2, [255, 255])),
    fc.tuple(place, fc.nat(40)).map(([at, length]) => put(at, 0, [...bytes.slice(at, at + length)])),
    fc.constant(put(bytes.length, 0, [0])),
  );
};
