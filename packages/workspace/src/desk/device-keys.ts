import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { holdsPresentKey } from '@leeward/sealed-log/keys/own-seeds.ts';
import { everyoneKey } from '@leeward/sealed-log/organisation/entries.ts';
import type { DeviceFacts } from '@leeward/sealed-log/wire/skeleton.ts';
import type { KeyReach } from './devices-contract.ts';
import type { Engine } from './engine.ts';
import { isRecoveryFile, ownDevices } from './member-key.ts';
import { appendToOrganisation, quotedKey } from './rotation.ts';

/** Which keys of its member a device has, and whether it can be given the next one (decision 59). */
export async function keyReach(engine: Engine, facts: DeviceFacts): Promise<KeyReach> {
  if (!holdsNewest(engine, facts)) return 'old';
  const isHere = equal(facts.key, engine.keys.device.signingKey);
  return isHere || (await quotedKey(engine, facts.sealingHash)) !== null ? 'all' : 'not-next';
}

/** Whether a device came after its member's present key, or was given it. */
function holdsNewest({ organisation }: Engine, facts: DeviceFacts): boolean {
  const set = organisation.links.findLastIndex(
    ({ verdict, clear }) =>
      verdict === 'in force' &&
      clear.operations.some((one) => one.type === 'memberKeySet' && toHex(one.member) === facts.member),
  );
  if (set <= facts.admittedAt) return true;
  return organisation.links
    .slice(set)
    .some(
      ({ verdict, clear }) =>
        verdict === 'in force' &&
        clear.operations.some((one) => one.type === 'memberKeyGiven' && equal(one.device, facts.key)),
    );
}

/** Devices with what each of them can still be given. */
export async function withKeyReach<View extends { readonly device: string }>(
  engine: Engine,
  views: readonly View[],
): Promise<readonly (View & { readonly keys: KeyReach })[]> {
  const { devices } = engine.organisation.skeleton;
  return Promise.all(
    views.map(async (view) => {
      const facts = devices.get(view.device);
      return { ...view, keys: facts === undefined ? ('all' as const) : await keyReach(engine, facts) };
    }),
  );
}

/** Devices whose key is known to be quoted: looked for once, because the log may be long. */
const shown = new WeakSet<Engine>();

/**
 * Shows this device's own sealing key where no entry quotes it, as of one that an old version or a recovery file has let
 * in: without it no later key of its member could be given to it.
 */
export async function showOwnKey(engine: Engine): Promise<void> {
  if (shown.has(engine)) return;
  const { device } = engine.keys;
  const facts = engine.organisation.skeleton.devices.get(toHex(device.signingKey));
  if (facts === undefined || facts.endedAt !== null) return;
  const isQuoted = async (): Promise<boolean> => (await quotedKey(engine, facts.sealingHash)) !== null;
  const { skeleton, keyring } = engine.organisation;
  if (!(await isQuoted())) {
    // Whoever was left out of "everyone" can seal nothing for it yet: the next round asks again.
    if (!(await holdsPresentKey(skeleton, keyring.member))) return;
    if ((await everyoneKey(skeleton, keyring)) === null) return;
    await appendToOrganisation(engine, async () =>
      (await isQuoted())
        ? null
        : {
            operations: [{ type: 'heartbeat', time: Math.floor(engine.now() / 1000) }],
            events: [],
            quoted: [device.sealingKey],
          },
    );
  }
  if (await isQuoted()) shown.add(engine);
}

/** Says where the recovery file that is kept somewhere has not every key of its owner, or could not be given the next. */
export async function tellOldFile(engine: Engine): Promise<void> {
  const files = ownDevices(engine).filter((one) => isRecoveryFile(engine, one));
  const reaches = await Promise.all(files.map((one) => keyReach(engine, one)));
  if (reaches.some((reach) => reach !== 'all')) engine.alerts.raise('recoveryOutdated');
  else engine.alerts.clear('recoveryOutdated');
}
