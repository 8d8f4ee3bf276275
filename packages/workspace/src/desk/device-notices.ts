import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Engine } from './engine.ts';
import { organisationNow } from './engine.ts';
import { ownDevices } from './member-key.ts';

/*
 * Whoever had her desk open for a minute, and her passphrase, may have added a device. Her other devices say so, each
 * until she has read it there.
 */

const place = 'devices-known';

/** Says which devices of this member came that this device neither knew nor let in itself. */
export async function noticeDevices(engine: Engine): Promise<void> {
  const live = ownDevices(engine);
  const known = await knownDevices(engine);
  if (known === null) {
    await keepKnown(
      engine,
      live.map(({ key }) => toHex(key)),
    );
    return;
  }
  const names = organisationNow(engine).members.get(toHex(engine.keys.member.id))?.devices;
  const mine: string[] = [];
  for (const { key, admittedAt } of live) {
    const device = toHex(key);
    if (known.includes(device)) continue;
    const link = engine.organisation.links[admittedAt];
    if (link !== undefined && equal(link.read.header.device, engine.keys.device.signingKey))
      mine.push(device);
    else
      engine.alerts.raise(
        'deviceAdded',
        { device: names?.get(device) ?? '', since: link?.body?.claimedTime ?? engine.now() },
        device,
      );
  }
  for (const alert of engine.alerts.all())
    if (alert.kind === 'deviceAdded' && !live.some(({ key }) => toHex(key) === alert.record))
      engine.alerts.clear('deviceAdded', alert.record);
  if (mine.length > 0) await keepKnown(engine, [...known, ...mine]);
}

/** She has read about a device: it is not said again here. */
export async function deviceIsKnown(engine: Engine, alert: string): Promise<void> {
  const found = engine.alerts.all().find((one) => one.id === alert && one.kind === 'deviceAdded');
  if (found === undefined || found.record === null) return;
  await keepKnown(engine, [...((await knownDevices(engine)) ?? []), found.record]);
}

const keepKnown = async (engine: Engine, devices: readonly string[]): Promise<void> =>
  engine.store.put(place, await engine.local.seal(place, devices));

async function knownDevices(engine: Engine): Promise<readonly string[] | null> {
  const sealed = await engine.store.get(place);
  const kept = sealed === null ? null : await engine.local.open(place, sealed);
  return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : null;
}
