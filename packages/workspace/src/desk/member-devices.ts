import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { capabilities } from '@leeward/sealed-log/wire/organisation.ts';
import type { DeviceFacts } from '@leeward/sealed-log/wire/skeleton.ts';
import { deviceMay } from '@leeward/sealed-log/wire/skeleton.ts';
import { withKeyReach } from './device-keys.ts';
import { signOf } from './device-sign.ts';
import type { Done, MemberDeviceView } from './devices-contract.ts';
import type { Engine } from './engine.ts';
import { organisationNow } from './engine.ts';
import { isRecoveryFile } from './member-key.ts';
import { endOther, timeAt } from './own-devices.ts';

/** The live devices of one member. */
const liveOf = (engine: Engine, member: string): readonly DeviceFacts[] =>
  [...engine.organisation.skeleton.devices.values()].filter(
    (device) => device.member === member && device.endedAt === null,
  );

/** The live devices of everybody, the newest of each first: what anybody in the organisation can read of them anyway. */
export async function memberDevices(
  engine: Engine,
): Promise<ReadonlyMap<string, readonly MemberDeviceView[]>> {
  const { members } = organisationNow(engine);
  const found = new Map<string, readonly MemberDeviceView[]>();
  for (const member of engine.organisation.skeleton.members.keys()) {
    const names = members.get(member)?.devices;
    const views = liveOf(engine, member)
      .toSorted((left, right) => right.admittedAt - left.admittedAt)
      .map((facts) => {
        const device = toHex(facts.key);
        return {
          device,
          sign: signOf(device),
          name: names?.get(device) ?? '',
          since: timeAt(engine, facts.admittedAt),
          kind: isRecoveryFile(engine, facts) ? ('recovery' as const) : ('device' as const),
          live: true,
        };
      });
    if (views.length > 0) found.set(member, await withKeyReach(engine, views));
  }
  return found;
}

/**
 * An administrator ends one device of a colleague, as she would herself (decision 19): a lost one exposes her key, so that
 * teams go on without it and another device of hers makes a new one. Her only device is not ended so: nothing of hers could
 * make a new key, and nobody may think that she is still here.
 */
export async function endMemberDevice(
  engine: Engine,
  member: string,
  device: string,
  reason: 'lost' | 'retired',
): Promise<Done> {
  const { skeleton } = engine.organisation;
  const own = engine.keys.device.signingKey;
  if (!deviceMay(skeleton, own, capabilities.administrator, skeleton.hashes.length - 1))
    return { ok: false, error: { code: 'refused', refusal: { code: 'role' } } };
  const live = liveOf(engine, member);
  if (member === toHex(engine.keys.member.id) || !live.some(({ key }) => toHex(key) === device))
    return { ok: false, error: { code: 'not-here' } };
  if (live.length === 1) return { ok: false, error: { code: 'only-device' } };
  return endOther(engine, reason, () => {
    const now = liveOf(engine, member);
    // Between two attempts she may have ended another one herself.
    return now.length > 1 ? now.find(({ key }) => toHex(key) === device) : undefined;
  });
}
