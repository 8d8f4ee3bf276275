import { readGuestMessage } from '@leeward/domain/request/read-message.ts';
import type { TeamMessage } from '@leeward/domain/request/reply.ts';
import { writeTeamMessage } from '@leeward/domain/request/reply.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, fromBase64url, randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { sign } from '@leeward/sealed-log/crypto/ed25519.ts';
import { generateSealingSeed, keyPairFromSeed } from '@leeward/sealed-log/crypto/hpke.ts';
import { merkleRoot } from '@leeward/sealed-log/crypto/merkle.ts';
import { unwrap } from '@leeward/sealed-log/crypto/result.ts';
import { openItem, openKeyBox } from '@leeward/sealed-log/door/boxes.ts';
import { writeDoorLink } from '@leeward/sealed-log/door/descriptor.ts';
import { sealReply } from '@leeward/sealed-log/door/replies.ts';
import { admit, type Desk, found, orgOf, skeletonOf } from '@leeward/sealed-log/testing/index.ts';
import type { BlobReference, InMessage, OutMessage, Signed } from '@leeward/sealed-log/wire/box.ts';
import { inItem } from '@leeward/sealed-log/wire/box.ts';
import { decode, encode } from '@leeward/sealed-log/wire/codec.ts';
import type {
  AdminLink,
  Descriptor,
  DoorRenewal,
  DoorSettings,
} from '@leeward/sealed-log/wire/descriptor.ts';
import {
  descriptor as descriptorCodec,
  doorRenewal,
  doorSettings,
} from '@leeward/sealed-log/wire/descriptor.ts';
import {
  itemHash,
  replyHash,
  rosterLeaf,
  settingsHash,
  signedBytes,
  zeros32,
} from '@leeward/sealed-log/wire/hashes.ts';
import { capabilities } from '@leeward/sealed-log/wire/organisation.ts';
import type { SentReply } from '@leeward/sealed-log/wire/reply.ts';
import { dayOf, readReply } from '@leeward/sealed-log/wire/reply.ts';
import { planBlob } from '../../blob/plan.ts';
import { referenceTo, uploadBlob } from '../../blob/upload.ts';
import { createDoorClient } from '../../transport/door-client.ts';
import { createPatience } from '../../transport/patience.ts';
import type { Door } from '../open-door.ts';
import { openDoor } from '../open-door.ts';
import { createMemoryRelay, ORIGIN } from './memory-relay.ts';

/** Seconds since 1970: the day on which these stories happen. */
export const TODAY = 1_795_000_000;
export const BUILT = TODAY - 30 * 24 * 3600;
const DAY = 24 * 3600;

export type Published = {
  readonly settings: Partial<DoorSettings>;
  readonly renewal: Partial<DoorRenewal>;
  /** Who signs the settings; the first two administrators unless said otherwise. */
  readonly approvers: readonly Desk[];
  readonly renewer: Desk;
  readonly roster: readonly Desk[];
};

/** An organisation with a door (valid around `today`, in seconds since 1970): two administrators, an officer who answers, and a relay in memory. */
export async function doorStory(today = TODAY) {
  const founder = await found('the founder');
  const second = await admit(founder, 'the second administrator', capabilities.administrator);
  const officer = await admit(founder, 'the officer', capabilities.correspondent);
  const intakeSeed = generateSealingSeed();
  const intakeKey = (await keyPairFromSeed(intakeSeed)).publicKey;
  const org = orgOf(founder);
  const relay = await createMemoryRelay(org);
  const client = createDoorClient({ origin: ORIGIN, fetch: relay.fetch });
  const plain: Published = {
    settings: {},
    renewal: {},
    approvers: [founder, second],
    renewer: founder,
    roster: [officer],
  };

  /** The descriptor as the administrators would publish it, but for what is said otherwise. */
  const describe = async (otherwise: Partial<Published> = {}): Promise<Descriptor> => {
    const { settings, renewal, approvers, renewer, roster } = { ...plain, ...otherwise };
    const settingsBytes = encode<DoorSettings>(doorSettings, {
      version: 1,
      org,
      revision: 3,
      texts: JSON.stringify({
        languages: ['en', 'ar'],
        name: { en: 'Sample shelter' },
        retention: { en: 'One year.' },
        contacts: { en: 'Ask at the sample desk.' },
      }),
      questionnaires: [],
      workBits: 4,
      relayKey: relay.relayKey,
      ...settings,
    });
    const renewalBytes = encode<DoorRenewal>(doorRenewal, {
      version: 1,
      org,
      settings: await settingsHash(settingsBytes),
      from: today - DAY,
      until: today + 6 * DAY,
      team: randomBytes(16),
      generation: 1,
      intakeKey,
      roster: await merkleRoot(await Promise.all(roster.map((desk) => rosterLeaf(desk.device.signingKey)))),
      rosterCount: roster.length,
      device: renewer.device.signingKey,
      ...renewal,
    });
    const approvals = approvers.map(async ({ device }) => ({
      device: device.signingKey,
      signature: await sign(device.signingSeed, signedBytes.settings(settingsBytes)),
    }));
    return {
      chain: adminChain(founder),
      settings: settingsBytes,
      approvals: await Promise.all(approvals),
      renewal: renewalBytes,
      renewalSignature: await sign(renewer.device.signingSeed, signedBytes.renewal(renewalBytes)),
    };
  };

  const publish = async (otherwise: Partial<Published> = {}): Promise<void> => {
    relay.descriptor = encode(descriptorCodec, await describe(otherwise));
    relay.roster = ((otherwise.roster ?? plain.roster) as readonly Desk[]).map(
      (desk) => desk.device.signingKey,
    );
  };

  const link = (revision = 3): string => {
    const { hashes, adminHead } = skeletonOf(founder);
    const adminPosition = hashes.findIndex((hash) => equal(hash, adminHead));
    return `#${writeDoorLink({ org, adminHead, adminPosition, revision })}`;
  };

  await publish();
  return { founder, second, officer, org, relay, client, intakeSeed, describe, publish, link };
}

export type DoorStory = Awaited<ReturnType<typeof doorStory>>;

/** The door as an honest visitor opens it. */
export async function enter(story: DoorStory): Promise<Door> {
  return unwrap(await openDoor(story.link(), { client: story.client, now: TODAY, builtAt: BUILT }));
}

/** What the relay holds of one mailbox. */
export function boxOf({ relay }: DoorStory) {
  const [[name, box] = []] = [...relay.boxes];
  if (name === undefined || box === undefined) throw new Error('nobody has written yet');
  return { ...box, mailbox: unwrap(fromBase64url(name)) };
}

/** What the team reads of the items that arrived. */
export async function readByTeam(
  { intakeSeed }: DoorStory,
  items: readonly Signed[],
): Promise<readonly InMessage[]> {
  return Promise.all(
    items.map(async ({ bytes }) => {
      const item = unwrap(decode(inItem, bytes));
      return unwrap(await openItem(item, unwrap(await openKeyBox(item, intakeSeed))));
    }),
  );
}

export const said = (message: InMessage): unknown => {
  const content = readGuestMessage(message.message);
  return content.kind === 'read' ? content.message : content;
};

export type Answering = {
  readonly by?: Desk;
  /** In milliseconds since 1970. */
  readonly at?: number;
  readonly sequence?: number;
  readonly prev?: Bytes;
  readonly lastItem?: number;
  /** Whole days since 1970. */
  readonly until?: number;
  readonly below?: number;
  readonly blobs?: OutMessage['blobs'];
  /** Files that are uploaded for her first. */
  readonly files?: readonly { readonly name: string; readonly mediaType: string; readonly content: string }[];
};

/** A reply of the team, signed and sealed as a desk does it; it is not put into the box. */
export async function replyOf(
  story: DoorStory,
  message: TeamMessage,
  answering: Answering = {},
): Promise<SentReply> {
  const { by = story.officer, at = TODAY * 1000, blobs = [] } = answering;
  const box = boxOf(story);
  const [first] = await readByTeam(
    story,
    box.items.slice(0, 1).map(({ item }) => item),
  );
  const lastItem = answering.lastItem ?? box.items.length;
  const lastReply = box.replies.at(-1);
  const lastSequence = lastReply === undefined ? -1 : unwrap(readReply(lastReply)).place.sequence;
  const seen = box.items[lastItem - 1];
  const sealed = await sealReply(
    {
      org: story.org,
      mailbox: box.mailbox,
      sequence: answering.sequence ?? lastSequence + 1,
      prev: answering.prev ?? (lastReply === undefined ? zeros32 : await replyHash(lastReply.bytes)),
      lastItem,
      lastItemHash: seen === undefined ? zeros32 : await itemHash(seen.item.bytes),
      device: by.device.signingKey,
      until: answering.until ?? dayOf(at) + 90,
      below: answering.below ?? 0,
    },
    { claimedTime: at, message: writeTeamMessage(message), blobs },
    first?.sealingKey ?? new Uint8Array(0),
    by.device.signingSeed,
  );
  return sealed.reply;
}

/** The team answers. */
export async function answer(
  story: DoorStory,
  message: TeamMessage,
  answering: Answering = {},
): Promise<SentReply> {
  const blobs = await Promise.all((answering.files ?? []).map((file) => upload(story, file)));
  const reply = await replyOf(story, message, {
    ...answering,
    blobs: [...(answering.blobs ?? []), ...blobs],
  });
  await story.relay.putReply(reply);
  return reply;
}

async function upload(
  { relay, officer, org }: DoorStory,
  { name, mediaType, content }: NonNullable<Answering['files']>[number],
): Promise<BlobReference> {
  const file = new Blob([content]);
  const plan = unwrap(await planBlob(file));
  const { signingKey, signingSeed } = officer.device;
  const signer = { key: signingKey, sign: (message: Bytes) => sign(signingSeed, message) };
  const client = createDoorClient({ origin: relay.origin, fetch: relay.fetch });
  unwrap(await uploadBlob(file, plan, { client, access: { org, signer }, patience: createPatience() }));
  return referenceTo(plan, name, mediaType);
}

/** The entries that lead from genesis to who administrates now, without their sealed parts. */
function adminChain(desk: Desk): readonly AdminLink[] {
  const byHash = new Map(desk.log.links.map((link) => [toHex(link.read.hash), link]));
  const chain: AdminLink[] = [];
  let hash = skeletonOf(desk).adminHead;
  while (!equal(hash, zeros32)) {
    const link = byHash.get(toHex(hash));
    if (link === undefined) throw new Error('the chain of administrators has a hole');
    const { header, clear, signature } = link.read.entry;
    chain.unshift({ header, clear, signature });
    hash = link.clear.prevAdmin;
  }
  return chain;
}
