import type { Bytes } from '../../src/crypto/bytes.ts';
import { toHex } from '../../src/crypto/bytes.ts';
import { publicKeyOf, sign } from '../../src/crypto/ed25519.ts';
import { keyPairFromSeed } from '../../src/crypto/hpke.ts';
import { merkleRoot } from '../../src/crypto/merkle.ts';
import { sealItem } from '../../src/door/boxes.ts';
import { writeDoorLink } from '../../src/door/descriptor.ts';
import { sealReply } from '../../src/door/replies.ts';
import { teamSealingPair } from '../../src/keys/team.ts';
import { mailboxKeys } from '../../src/phrase/keys.ts';
import type { Desk } from '../../src/testing/desk.ts';
import {
  act,
  admit,
  found,
  foundTeam,
  generationOf,
  orgOf,
  pull,
  skeletonOf,
} from '../../src/testing/index.ts';
import { encode } from '../../src/wire/codec.ts';
import { doorRenewal, doorSettings } from '../../src/wire/descriptor.ts';
import { mailboxId, rosterLeaf, settingsHash, signedBytes, zeros32 } from '../../src/wire/hashes.ts';
import * as wire from '../../src/wire/index.ts';
import { capabilities } from '../../src/wire/organisation.ts';

const fill = (byte: number, length = 32): Bytes => new Uint8Array(length).fill(byte);

/** A defender’s item, the team’s reply, and everything that a door needs to trust whom it talks to. */
export async function door() {
  const ada = await found('Ada');
  const ben = await admit(ada, 'Ben', capabilities.administrator | capabilities.correspondent);
  await pull(ada);
  const team = await foundTeam(ada, [ada, ben]);
  const from = 1_800_000_000;
  const until = from + 60 * 24 * 3600;
  await act(ada, [{ type: 'renewalDelegated', device: ben.device.signingKey, from, until }]);
  const { generation, sealing } = generationOf(ada, team);
  const org = orgOf(ada);
  const settings = encode(doorSettings, {
    version: 1,
    org,
    revision: 3,
    texts: '{"v":1,"languages":["en"],"name":{"en":""},"retention":{"en":""},"contacts":{"en":""}}',
    questionnaires: [fill(1)],
    workBits: 4,
    relayKey: skeletonOf(ada).relayKey,
  });
  const renewal = encode(doorRenewal, {
    version: 1,
    org,
    settings: await settingsHash(settings),
    from,
    until: from + 7 * 24 * 3600,
    team,
    generation,
    intakeKey: sealing,
    roster: await merkleRoot([await rosterLeaf(ben.device.signingKey)]),
    rosterCount: 1,
    device: ben.device.signingKey,
  });
  const approvals = [];
  for (const { device } of [ada, ben])
    approvals.push({
      device: device.signingKey,
      signature: await sign(device.signingSeed, signedBytes.settings(settings)),
    });
  const links = adminLinks(ada);
  const descriptor = encode(wire.descriptor, {
    chain: links,
    settings,
    approvals,
    renewal,
    renewalSignature: await sign(ben.device.signingSeed, signedBytes.renewal(renewal)),
  });
  const { adminHead, adminPosition } = skeletonOf(ada);
  const entropy = fill(21, 16);
  const mailbox = await mailboxKeys(entropy, org);
  const mailboxKey = await publicKeyOf(mailbox.signingSeed);
  const sealingKey = (await keyPairFromSeed(mailbox.sealingSeed)).publicKey;
  const intakeSecret = ada.log.keyring.teams.get(toHex(team))?.get(generation);
  if (intakeSecret === undefined) throw new Error('no intake key');
  const { seed: intakeSeed } = await teamSealingPair(intakeSecret, { org, team, generation });
  const message = {
    claimedTime: 1_800_000_000_000,
    sealingKey,
    message: '{"type":"Message","v":1}',
    blobs: [],
  };
  const item = await sealItem(
    { org, mailboxKey, sequence: 0, prev: zeros32, lastReply: 0, lastReplyHash: zeros32, team, generation },
    message,
    sealing,
    mailbox.signingSeed,
  );
  const reply = await sealReply(
    {
      org,
      mailbox: await mailboxId(org, mailboxKey),
      sequence: 0,
      prev: zeros32,
      lastItem: 1,
      lastItemHash: item.hash,
      device: ben.device.signingKey,
      until: 21_000,
      below: 0,
    },
    { claimedTime: 1_800_000_100_000, message: '{"type":"Reply","v":1}', blobs: [] },
    sealingKey,
    ben.device.signingSeed,
  );
  return {
    fragment: writeDoorLink({ org, adminHead, adminPosition, revision: 3 }),
    descriptor,
    from,
    entropy,
    intakeSeed,
    item: item.signed,
    itemHash: item.hash,
    reply: reply.reply,
    replyHash: reply.hash,
  };
}

/** The entries that changed who may speak for the door, without their sealed parts. */
function adminLinks(desk: Desk) {
  const links = [];
  let wanted = skeletonOf(desk).adminHead;
  for (const link of [...desk.log.links].reverse()) {
    if (toHex(link.read.hash) !== toHex(wanted)) continue;
    const { header, clear, signature } = link.read.entry;
    links.unshift({ header, clear, signature });
    wanted = link.clear.prevAdmin;
  }
  return links;
}
