import { canNameDevice } from '@leeward/domain/organisation/rules.ts';
import { randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { admitKey } from '@leeward/sealed-log/crypto/ed25519.ts';
import { admitSealingKey } from '@leeward/sealed-log/crypto/hpke.ts';
import { holdsPresentKey } from '@leeward/sealed-log/keys/own-seeds.ts';
import { decode } from '@leeward/sealed-log/wire/codec.ts';
import { sealingKeyHash } from '@leeward/sealed-log/wire/hashes.ts';
import type { DeviceFacts } from '@leeward/sealed-log/wire/skeleton.ts';
import { latestCapabilities } from '@leeward/sealed-log/wire/skeleton.ts';
import type { Answer } from './contract.ts';
import { takeCutList } from './cut-lists.ts';
import type { DeviceLink, DeviceRequest } from './device-link.ts';
import { deviceRequest, deviceWords, writeDeviceLink } from './device-link.ts';
import { signOf } from './device-sign.ts';
import type { DeviceLinkView, Done, OwnDeviceView } from './devices-contract.ts';
import {
  boxOf,
  collectRequest,
  forDevice,
  forgetRequest,
  hexBytes,
  tellCancelled,
  vouch,
} from './drop-box.ts';
import type { Engine } from './engine.ts';
import { actorOf, organisationNow, orgOf } from './engine.ts';
import { isRecoveryFile, letInAgain, ownDevices, renewMemberKey, seedsFor } from './member-key.ts';
import { rotateRecords } from './rotate-records.ts';
import { appendToOrganisation, rotateTeams } from './rotation.ts';

/** So many devices may be live at once, the recovery file among them. */
export const mostDevices = 8;

/** The link is shown to somebody who sits in front of it: an hour is plenty. */
const hour = 3600 * 1000;

type Kept = { readonly join: string; readonly secret: string; readonly expires: number };

/** A command that was not carried out. */
const no = (
  code: 'offline' | 'not-here' | 'broken-link' | 'invitation-used' | 'invitation-expired',
): Done => ({
  ok: false,
  error: { code },
});

/** All devices that this member has or had, this one first, then the newest. */
export function devicesView(engine: Engine): {
  readonly devices: readonly Omit<OwnDeviceView, 'keys'>[];
  readonly most: number;
} {
  const own = toHex(engine.keys.member.id);
  const named = organisationNow(engine).members.get(own)?.devices ?? new Map<string, string>();
  const views = [...engine.organisation.skeleton.devices.values()]
    .filter(({ member }) => member === own)
    .map((facts): Omit<OwnDeviceView, 'keys'> & { readonly admittedAt: number } => {
      const device = toHex(facts.key);
      const here = device === toHex(engine.keys.device.signingKey);
      const name = named.get(device) ?? '';
      return {
        device,
        sign: signOf(device),
        name,
        here,
        since: timeAt(engine, facts.admittedAt),
        kind: isRecoveryFile(engine, facts) ? 'recovery' : 'device',
        live: facts.endedAt === null,
        admittedAt: facts.admittedAt,
      };
    })
    .sort((left, right) => Number(right.here) - Number(left.here) || right.admittedAt - left.admittedAt);
  return { devices: views.map(({ admittedAt: _admittedAt, ...view }) => view), most: mostDevices };
}

/** The time that an organisation entry claims, or the nearest later one does: the genesis entry says none. */
export function timeAt({ organisation }: Engine, position: number): number | null {
  const near = organisation.links.slice(position, position + 2).find(({ body }) => body !== null);
  return near?.body?.claimedTime ?? null;
}

/** Makes a link for another device. Nothing is sent: it goes from screen to camera, past the relay. */
export async function addDevice(engine: Engine, origin: string): Promise<Answer<DeviceLinkView>> {
  const secret = randomBytes(32);
  const kept: Kept = {
    join: toHex(await boxOf(secret)),
    secret: toHex(secret),
    expires: engine.now() + hour,
  };
  await engine.store.put(`device:${kept.join}`, await engine.local.seal('device', kept));
  engine.announce('deviceLinks');
  return { ok: true, value: await viewOf(engine, kept, origin) };
}

/** Links that are open on this device, with what was left by whoever opened them. */
export async function deviceLinks(engine: Engine, origin: string): Promise<readonly DeviceLinkView[]> {
  const views: DeviceLinkView[] = [];
  for (const kept of await keptLinks(engine)) {
    // Whoever waits behind it is told, as if it had been taken back.
    if (kept.expires < engine.now()) await takeBack(engine, kept);
    else views.push(await viewOf(engine, kept, origin));
  }
  return views;
}

async function keptLinks(engine: Engine): Promise<readonly Kept[]> {
  const found: Kept[] = [];
  for (const name of await engine.store.names('device:')) {
    const sealed = await engine.store.get(name);
    const kept = sealed === null ? null : ((await engine.local.open('device', sealed)) as Kept | null);
    if (kept !== null) found.push(kept);
  }
  return found;
}

const linkOf = async (engine: Engine, { secret, expires }: Kept): Promise<DeviceLink> => ({
  version: 2,
  org: orgOf(engine),
  member: engine.keys.member.id,
  secret: hexBytes(secret),
  device: engine.keys.device.signingKey,
  voucher: await vouch(engine, hexBytes(secret)),
  expires,
});

async function viewOf(engine: Engine, kept: Kept, origin: string): Promise<DeviceLinkView> {
  const link = await linkOf(engine, kept);
  const bytes = await collectRequest(engine, link.secret, forDevice);
  const request = bytes === null ? null : decode(deviceRequest, bytes);
  const opened =
    bytes !== null && request?.ok
      ? { name: request.value.name, words: await deviceWords(link, bytes) }
      : null;
  return { join: kept.join, link: writeDeviceLink(origin, link), expires: kept.expires, opened };
}

/** Lets the other device in after the six words were compared: admission and the member's seeds, in one signed entry. */
export async function confirmDevice(engine: Engine, join: string): Promise<Done> {
  const kept = (await keptLinks(engine)).find((one) => one.join === join);
  if (kept === undefined) return no('not-here');
  if (kept.expires < engine.now()) return no('invitation-expired');
  const bytes = await collectRequest(engine, hexBytes(kept.secret), forDevice);
  const request = bytes === null ? null : decode(deviceRequest, bytes);
  if (!request?.ok) return no('not-here');
  const { device, deviceSealing } = request.value;
  if (!(await admitKey(device)) || !(await admitSealingKey(deviceSealing))) return no('broken-link');
  // A key that was on a lost device is given to nobody any more.
  await renewMemberKey(engine);
  const admitted = await admitDevice(engine, request.value);
  if (!admitted.ok) return admitted;
  await forget(engine, kept);
  engine.announce('deviceLinks', 'session');
  return admitted;
}

async function admitDevice(engine: Engine, request: DeviceRequest): Promise<Done> {
  const { device, deviceSealing, name } = request;
  const id = toHex(device);
  const { skeleton } = engine.organisation;
  if (skeleton.devices.has(id)) return no('invitation-used');
  if (ownDevices(engine).length >= mostDevices)
    return { ok: false, error: { code: 'too-many-devices', limit: mostDevices } };
  if (!(await holdsPresentKey(skeleton, engine.organisation.keyring.member)))
    return { ok: false, error: { code: 'writing-stopped', alert: 'ownKeyMissing' } };
  const outcome = await appendToOrganisation(engine, async () => {
    const now = engine.organisation;
    if (now.skeleton.devices.has(id)) return null;
    const { member } = now.keyring;
    const named = canNameDevice(organisationNow(engine), actorOf(engine), {
      member: toHex(member.id),
      device: id,
      name: name.trim() === '' ? '1' : name.trim(),
    });
    if (!named.ok) return null;
    return {
      operations: [
        {
          type: 'deviceAdmitted',
          member: member.id,
          memberSealing: await sealingKeyHash(member.sealingKey),
          device,
          deviceSealing: await sealingKeyHash(deviceSealing),
          capabilities: latestCapabilities(now.skeleton, toHex(member.id)),
        },
        ...(await seedsFor(engine, member, device, deviceSealing)),
      ],
      events: named.value,
      quoted: [deviceSealing],
    };
  });
  if (outcome === 'offline') return no('offline');
  const stands = engine.organisation.skeleton.devices.get(id);
  if (outcome === 'done' && stands?.given.length !== undefined && stands.given.length > 0)
    return { ok: true, value: null };
  return { ok: false, error: { code: 'writing-stopped', alert: outcome } };
}

/** Takes a link back, and tells the device that opened it. */
export async function cancelDevice(engine: Engine, join: string): Promise<Done> {
  const kept = (await keptLinks(engine)).find((one) => one.join === join);
  if (kept === undefined) return no('not-here');
  await takeBack(engine, kept);
  engine.announce('deviceLinks');
  return { ok: true, value: null };
}

async function takeBack(engine: Engine, kept: Kept): Promise<void> {
  await tellCancelled(engine, hexBytes(kept.secret));
  await forget(engine, kept);
}

async function forget(engine: Engine, kept: Kept): Promise<void> {
  await engine.store.delete(`device:${kept.join}`);
  await forgetRequest(engine, hexBytes(kept.secret));
}

/** Calls a device of one's own something, so that a lost one can be told from the others. */
export async function nameDevice(engine: Engine, device: string, name: string): Promise<Done> {
  const member = toHex(engine.keys.member.id);
  if (engine.organisation.skeleton.devices.get(device)?.member !== member) return no('not-here');
  const allowed = canNameDevice(organisationNow(engine), actorOf(engine), {
    member,
    device,
    name: name.trim(),
  });
  if (!allowed.ok) return { ok: false, error: { code: 'refused', refusal: allowed.error } };
  const outcome = await appendToOrganisation(engine, async () => {
    const known = organisationNow(engine).members.get(member)?.devices.get(device);
    return known === name.trim() ? null : { operations: [heartbeat(engine)], events: allowed.value };
  });
  if (outcome === 'offline') return no('offline');
  if (outcome === 'refused') return { ok: false, error: { code: 'writing-stopped', alert: outcome } };
  engine.announce('session');
  return { ok: true, value: null };
}

const heartbeat = (engine: Engine) => ({ type: 'heartbeat' as const, time: Math.floor(engine.now() / 1000) });

/**
 * Ends another device of one's own. A lost one held the member's key: she gets a new one, her teams their next
 * generation, and records a new epoch as they are written (rule 9). One that she has in her hand is only ended.
 */
export async function endDevice(engine: Engine, device: string, reason: 'lost' | 'retired'): Promise<Done> {
  return endOther(engine, reason, () =>
    ownDevices(engine).find(
      ({ key }) => toHex(key) === device && device !== toHex(engine.keys.device.signingKey),
    ),
  );
}

/** Ends a device that is not this one, with everything that follows from it. `find` gives it while it is live. */
export async function endOther(
  engine: Engine,
  reason: 'lost' | 'retired',
  find: () => DeviceFacts | undefined,
): Promise<Done> {
  if (find() === undefined) return no('not-here');
  const outcome = await appendToOrganisation(engine, async () => {
    const facts = find();
    if (facts === undefined) return null;
    const cut = await takeCutList(engine);
    const why = reason === 'lost' ? (2 as const) : (3 as const);
    return { operations: [{ type: 'devicesEnded', devices: [facts.key], reason: why, ...cut }], events: [] };
  });
  if (outcome === 'offline') return no('offline');
  if (find() !== undefined) return { ok: false, error: { code: 'writing-stopped', alert: outcome } };
  await renewMemberKey(engine);
  await rotateTeams(engine);
  await letInAgain(engine);
  await rotateRecords(engine);
  engine.announce('session');
  return { ok: true, value: null };
}
