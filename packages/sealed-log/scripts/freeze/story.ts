import type { Bytes } from '../../src/crypto/bytes.ts';
import { toHex } from '../../src/crypto/bytes.ts';
import { publicKeyOf, sign } from '../../src/crypto/ed25519.ts';
import { sealReadmission } from '../../src/log/readmit.ts';
import type { Desk } from '../../src/testing/desk.ts';
import {
  act,
  addDevice,
  admission,
  admit,
  chainOf,
  drafted,
  entriesOf,
  epochOf,
  forgetting,
  found,
  foundTeam,
  generationOf,
  judgementOf,
  leave,
  memberReader,
  newcomer,
  openRecord,
  orgOf,
  placeOf,
  postEntry,
  pull,
  remove,
  renewMemberKey,
  rotateRecord,
  rotateTeam,
  saying,
  sealText,
  send,
  skeletonOf,
  teamReader,
  textsOf,
  verdictsOf,
  write,
} from '../../src/testing/index.ts';
import { signedBytes, zeros32 } from '../../src/wire/hashes.ts';
import { capabilities } from '../../src/wire/organisation.ts';

const fill = (byte: number, length = 32): Bytes => new Uint8Array(length).fill(byte);

/** One organisation and one record in which everything happens once. */
export async function story() {
  const ada = await found('Ada');
  const ben = await admit(ada, 'Ben', capabilities.forget);
  const cleo = await admit(ada, 'Cleo', capabilities.administrator);
  const dan = await newcomer(ada, 'Dan');
  await pull(ada, ben, cleo);
  const phone = await addDevice(ben, 'Ben’s phone');
  await pull(ada, ben, cleo);
  const team = await foundTeam(ada, [ada, ben, cleo]);
  const other = await foundTeam(ada, [ada, cleo]);
  await act(ada, [{ type: 'heartbeat', time: 1_800_000_000 }], saying('names and roles'));
  const until = 1_800_000_000 + 80 * 24 * 3600;
  await act(ada, [
    { type: 'renewalDelegated', device: ben.device.signingKey, from: 1_800_000_000, until },
    { type: 'relayKeySet', relayKey: await publicKeyOf(fill(16)) },
  ]);
  await pull(ada, ben, cleo, phone);
  const record = await openRecord(ada, [
    teamReader(ada, team),
    memberReader(ben),
    teamReader(ada, other, false),
  ]);
  await write(ada, record, 'one', { body: saying('one', fill(17, 16), 1_800_000_000_000) });
  await write(ada, record, 'one', { body: saying('one', fill(17, 16), 1_800_000_000_000) });
  await write(ada, record, 'to be forgotten');
  await pull(ben, cleo, phone);
  await write(ben, record, 'by Ben');
  const displaced = await sealText(cleo, record, 'never arrived');
  await pull(ada, ben, cleo);
  const entry = chainOf(ben, record).links[3]?.hash ?? zeros32;
  await postEntry(ben, record, await forgetting(ben, record, [{ type: 'entry', position: 3, entry }]));
  await pull(ada, cleo);
  const back = { hash: displaced.hash, displaced: displaced.bytes, epochs: [] };
  await postEntry(
    cleo,
    record,
    await sealReadmission(cleo.device, placeOf(cleo, record), await epochOf(cleo, record), back),
  );
  await pull(ada, ben, cleo, phone);
  const afterCut = await sealText(phone, record, 'beyond the cut');
  await remove(ada, [phone], 2);
  await postEntry(phone, record, afterCut);
  await pull(ada, ben, cleo);
  await renewMemberKey(ben);
  await pull(ada, cleo);
  for (const one of skeletonOf(ada).teams.values())
    if (generationOf(ada, one.id).staleAt !== null) await rotateTeam(ada, one.id);
  await rotateRecord(ada, record, [teamReader(ada, team), teamReader(ada, other, false)]);
  await act(ada, [{ type: 'lateEntryAccepted', record, entry: afterCut.hash }]);
  await leave(ada, team, cleo);
  await rotateTeam(ada, team);
  await pull(ada, ben, cleo);
  // Refused, and kept: somebody who may not, and an entry under an epoch that has passed.
  await act(ben, [await admission(dan, 0)]);
  await pull(ada);
  await write(ada, record, 'under a stale epoch');
  await rotateRecord(ada, record, [teamReader(ada, team)]);
  await write(ada, record, 'last');
  await act(ada, [
    {
      type: 'capabilitiesSet',
      member: ben.member.id,
      capabilities: capabilities.correspondent,
      devices: [ben.device.signingKey],
    },
  ]);
  const message = signedBytes.selfRevocation(orgOf(ada), cleo.device.signingKey);
  const signature = await sign(cleo.device.signingSeed, message);
  await send(ada, await drafted(ada, [{ type: 'selfRevoked', device: cleo.device.signingKey, signature }]));
  await act(ada, [{ type: 'floorRaised', floor: 2 }]);
  await pull(ada, ben, cleo, dan);
  return {
    org: orgOf(ada),
    organisation: ada.shared.organisation,
    record,
    entries: entriesOf(ada.shared, record),
    organisationVerdicts: ada.log.links.map((link) => link.verdict),
    organisationTexts: ada.log.links.map((link) => link.body?.events ?? null),
    readers: await Promise.all([ada, ben, cleo, dan].map((desk) => viewOf(desk, record))),
  };
}

async function viewOf(desk: Desk, record: Bytes) {
  const generations = [...desk.log.keyring.teams].map(
    ([team, held]) => [team, [...held.keys()].sort((left, right) => left - right)] as const,
  );
  const { epoch } = await judgementOf(desk, record);
  return {
    name: desk.name,
    member: { id: desk.member.id, seed: desk.member.seed, earlierSeeds: desk.member.earlierSeeds ?? [] },
    generations: Object.fromEntries(generations),
    epoch: epoch === null ? null : toHex(epoch.hash),
    verdicts: await verdictsOf(desk, record),
    texts: await textsOf(desk, record),
  };
}
