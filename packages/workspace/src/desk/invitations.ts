import type { Role } from '@leeward/domain/organisation/permissions.ts';
import { roles } from '@leeward/domain/organisation/permissions.ts';
import { canAddMember } from '@leeward/domain/organisation/rules.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { fromBase64url, randomBytes, toBase64url, toHex, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { admitKey } from '@leeward/sealed-log/crypto/ed25519.ts';
import { labelledHash } from '@leeward/sealed-log/crypto/hash.ts';
import { admitSealingKey } from '@leeward/sealed-log/crypto/hpke.ts';
import { newDeviceKeys, newMemberKeys } from '@leeward/sealed-log/keys/device.ts';
import { teamSecret } from '@leeward/sealed-log/log/keyring.ts';
import { everyoneTeam, grantTeam } from '@leeward/sealed-log/organisation/entries.ts';
import type { Codec } from '@leeward/sealed-log/wire/codec.ts';
import {
  decode,
  encode,
  fixed,
  hash32,
  id16,
  oneOf,
  signature64,
  struct,
  text,
  u8,
} from '@leeward/sealed-log/wire/codec.ts';
import { sealingKeyHash } from '@leeward/sealed-log/wire/hashes.ts';
import { capabilities, type Operation, sealingKeyBytes } from '@leeward/sealed-log/wire/organisation.ts';
import { currentGeneration } from '@leeward/sealed-log/wire/skeleton.ts';
import type { Answer } from './contract.ts';
import {
  boxOf,
  collectRequest,
  forgetRequest,
  forMember,
  hexBytes,
  isTakenBack,
  leaveRequest,
  tellCancelled,
  vouch,
} from './drop-box.ts';
import type { Engine } from './engine.ts';
import { actorOf, organisationNow, orgOf } from './engine.ts';
import { everything } from './founding.ts';
import type { InvitationView } from './members-contract.ts';
import type { Surroundings } from './open-engine.ts';
import { appendToOrganisation, ensureTeamFresh } from './rotation.ts';
import { sixWords } from './six-words.ts';
import type { Vault } from './vault.ts';
import { keepVault } from './vault.ts';

/** What an invitation's link carries behind `#join=`. */
type Link = {
  readonly version: 2;
  readonly org: Bytes;
  readonly secret: Bytes;
  readonly device: Bytes;
  /** What lets the relay take the request: the inviting device's signature over the drop box. */
  readonly voucher: Bytes;
};
const link: Codec<Link> = struct<Link>({
  version: oneOf(u8, 2),
  org: hash32,
  secret: hash32,
  device: hash32,
  voucher: signature64,
});

/** What the invited person leaves for the administrator, sealed under the invitation's secret. */
type JoinRequest = {
  readonly version: 1;
  readonly member: Bytes;
  readonly memberSealing: Bytes;
  readonly device: Bytes;
  readonly deviceSealing: Bytes;
  readonly name: string;
};
const joinRequest: Codec<JoinRequest> = struct<JoinRequest>({
  version: oneOf(u8, 1),
  member: id16,
  memberSealing: fixed(sealingKeyBytes),
  device: hash32,
  deviceSealing: fixed(sealingKeyBytes),
  name: text(1024),
});

/** An invitation as the administrator's device keeps it, sealed. */
type Kept = {
  readonly join: string;
  readonly secret: string;
  readonly role: Role;
  readonly teams: readonly string[];
  readonly expires: number;
};

const week = 7 * 24 * 3600 * 1000;

/** The hash that both sides turn into six words: everything that is about to be trusted is in it. */
const comparedHash = (invitation: Link, request: Bytes): Promise<Bytes> =>
  labelledHash('join words', invitation.org, invitation.device, invitation.secret, request);

async function wordsOf(invitation: Link, request: Bytes): Promise<readonly string[]> {
  return sixWords(await comparedHash(invitation, request));
}

/** Makes an invitation. Nothing is sent: the link is given to the person in a way that the relay does not see. */
export async function invite(
  engine: Engine,
  role: string,
  teams: readonly string[],
  origin: string,
): Promise<Answer<InvitationView>> {
  const known = roles.find((one) => one === role);
  const allowed = canAddMember(organisationNow(engine), actorOf(engine), {
    member: toHex(randomBytes(16)),
    name: '?',
    role: known ?? 'reader',
  });
  if (!allowed.ok) return { ok: false, error: { code: 'refused', refusal: allowed.error } };
  const secret = randomBytes(32);
  const kept: Kept = {
    join: toHex(await boxOf(secret)),
    secret: toHex(secret),
    role: known ?? 'reader',
    teams,
    expires: engine.now() + week,
  };
  await engine.store.put(`invite:${kept.join}`, await engine.local.seal('invite', kept));
  engine.announce('invitations');
  return { ok: true, value: await viewOf(engine, kept, origin) };
}

async function keptInvitations(engine: Engine): Promise<readonly Kept[]> {
  const found: Kept[] = [];
  for (const name of await engine.store.names('invite:')) {
    const sealed = await engine.store.get(name);
    const kept = sealed === null ? null : ((await engine.local.open('invite', sealed)) as Kept | null);
    if (kept !== null) found.push(kept);
  }
  return found;
}

/** Open invitations, with what the invited people have left. */
export async function invitations(engine: Engine, origin: string): Promise<readonly InvitationView[]> {
  const views: InvitationView[] = [];
  for (const kept of await keptInvitations(engine)) {
    if (kept.expires < engine.now()) await forgetInvitation(engine, kept);
    else views.push(await viewOf(engine, kept, origin));
  }
  return views;
}

async function forgetInvitation(engine: Engine, { join, secret }: Kept): Promise<void> {
  await engine.store.delete(`invite:${join}`);
  await forgetRequest(engine, hexBytes(secret));
}

const linkOf = async (engine: Engine, secret: Bytes): Promise<Link> => ({
  version: 2,
  org: orgOf(engine),
  secret,
  device: engine.keys.device.signingKey,
  voucher: await vouch(engine, secret),
});

async function viewOf(engine: Engine, kept: Kept, origin: string): Promise<InvitationView> {
  const invitation = await linkOf(engine, hexBytes(kept.secret));
  const received = await receive(engine, kept);
  return {
    join: kept.join,
    link: `${origin}/#join=${toBase64url(encode(link, invitation))}`,
    role: kept.role,
    teams: kept.teams,
    expires: kept.expires,
    opened:
      received === null
        ? null
        : { name: received.request.name, words: await wordsOf(invitation, received.bytes) },
  };
}

async function receive(
  engine: Engine,
  kept: Kept,
): Promise<{ readonly request: JoinRequest; readonly bytes: Bytes } | null> {
  const bytes = await collectRequest(engine, hexBytes(kept.secret), forMember);
  const request = bytes === null ? null : decode(joinRequest, bytes);
  return bytes !== null && request?.ok ? { request: request.value, bytes } : null;
}

/** Admits the invited person, after the six words were compared by voice or face to face. */
export async function confirmInvitation(engine: Engine, join: string): Promise<Answer<null>> {
  const kept = (await keptInvitations(engine)).find((one) => one.join === join);
  if (kept === undefined) return { ok: false, error: { code: 'not-here' } };
  if (kept.expires < engine.now()) return { ok: false, error: { code: 'invitation-expired' } };
  const received = await receive(engine, kept);
  if (received === null) return { ok: false, error: { code: 'not-here' } };
  const { request } = received;
  const admissible =
    (await admitKey(request.device)) &&
    (await admitSealingKey(request.memberSealing)) &&
    (await admitSealingKey(request.deviceSealing));
  if (!admissible) return { ok: false, error: { code: 'broken-link' } };
  const teams = [toHex(await everyoneTeam(orgOf(engine))), ...kept.teams];
  for (const team of teams) {
    const fresh = await ensureTeamFresh(engine, team);
    if (fresh !== 'fresh')
      return {
        ok: false,
        error:
          fresh === 'offline'
            ? { code: 'offline' }
            : { code: 'writing-stopped', alert: fresh === 'abandoned' ? 'teamAbandoned' : 'staleTeam' },
      };
  }
  const outcome = await appendToOrganisation(engine, async () => {
    const { skeleton } = engine.organisation;
    if (skeleton.devices.has(toHex(request.device))) return null;
    const allowed = canAddMember(organisationNow(engine), actorOf(engine), {
      member: toHex(request.member),
      name: request.name,
      role: kept.role,
    });
    if (!allowed.ok) return null;
    const operations: Operation[] = [
      {
        type: 'deviceAdmitted',
        member: request.member,
        memberSealing: await sealingKeyHash(request.memberSealing),
        device: request.device,
        deviceSealing: await sealingKeyHash(request.deviceSealing),
        capabilities: capabilitiesFor(kept.role),
      },
    ];
    for (const id of teams) operations.push(...(await grantsFor(engine, id, request)));
    const deviceNamed = {
      type: 'DeviceNamed',
      v: 1,
      member: toHex(request.member),
      device: toHex(request.device),
      name: '1',
    };
    return {
      operations,
      events: [...allowed.value, deviceNamed],
      quoted: [request.memberSealing, request.deviceSealing],
    };
  });
  if (outcome !== 'done')
    return {
      ok: false,
      error: { code: outcome === 'offline' ? 'offline' : 'writing-stopped', alert: outcome },
    };
  if (!engine.organisation.skeleton.devices.has(toHex(request.device)))
    return { ok: false, error: { code: 'invitation-used' } };
  await forgetInvitation(engine, kept);
  engine.announce('invitations', 'session');
  return { ok: true, value: null };
}

async function grantsFor(engine: Engine, id: string, request: JoinRequest): Promise<readonly Operation[]> {
  const team = engine.organisation.skeleton.teams.get(id);
  const generation = team === undefined ? null : currentGeneration(team);
  const secret =
    team === undefined || generation === null
      ? null
      : teamSecret(engine.organisation.keyring, team.id, generation.generation);
  if (team === undefined || generation === null || secret === null) return [];
  const to = { id: request.member, sealingKey: request.memberSealing };
  return [await grantTeam(orgOf(engine), team.id, generation.generation, secret, to)];
}

/** What the devices of a role may do in the clear (the relay and the door hold them to it). */
function capabilitiesFor(role: Role): number {
  if (role === 'administrator') return everything;
  return role === 'officer' ? capabilities.correspondent : 0;
}

/** Takes an invitation back, and tells the person's device so. */
export async function cancelInvitation(engine: Engine, join: string): Promise<Answer<null>> {
  const kept = (await keptInvitations(engine)).find((one) => one.join === join);
  if (kept === undefined) return { ok: false, error: { code: 'not-here' } };
  await tellCancelled(engine, hexBytes(kept.secret));
  await forgetInvitation(engine, kept);
  engine.announce('invitations');
  return { ok: true, value: null };
}

/** Answers an invitation on a device that has nothing yet. */
export async function join(
  around: Surroundings,
  address: string,
  name: string,
  passphrase: string,
): Promise<Answer<{ readonly words: readonly string[]; readonly vault: Vault }>> {
  const fragment = address.includes('#join=') ? address.slice(address.indexOf('#join=') + 6) : address;
  const bytes = fromBase64url(fragment.trim());
  const invitation = bytes.ok ? decode(link, bytes.value) : null;
  if (!invitation?.ok) return { ok: false, error: { code: 'broken-link' } };
  const { org, secret } = invitation.value;
  const device = await newDeviceKeys();
  const member = await newMemberKeys();
  const request = encode(joinRequest, {
    version: 1,
    member: member.id,
    memberSealing: member.sealingKey,
    device: device.signingKey,
    deviceSealing: device.sealingKey,
    name,
  } satisfies JoinRequest);
  const vault: Vault = {
    version: 1,
    org,
    orgName: '',
    member: member.id,
    memberSeed: member.seed,
    signingSeed: device.signingSeed,
    sealingSeed: device.sealingSeed,
    localKey: randomBytes(32),
    joining: secret,
  };
  const words = await wordsOf(invitation.value, request);
  await keepVault(around.store, passphrase, vault);
  await around.store.put('join-words', utf8(words.join(' ')));
  const left = await leaveRequest(around, org, secret, invitation.value, forMember, request);
  if (!left.ok) {
    await around.store.wipe();
    return left;
  }
  return { ok: true, value: { words, vault } };
}

/** Whether the administrator has taken the invitation back. */
export async function isCancelled(around: Surroundings, vault: Vault): Promise<boolean> {
  if (vault.joining === null) return false;
  return isTakenBack(around, vault.org, vault.joining);
}
