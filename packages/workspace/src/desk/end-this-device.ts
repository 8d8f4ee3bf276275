import { canRemoveMember } from '@leeward/domain/organisation/rules.ts';
import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { capabilities } from '@leeward/sealed-log/wire/organisation.ts';
import { devicesThatMay } from '@leeward/sealed-log/wire/skeleton.ts';
import { takeCutList } from './cut-lists.ts';
import type { Done } from './devices-contract.ts';
import { wasEnded } from './ended.ts';
import type { Engine } from './engine.ts';
import { actorOf, organisationNow } from './engine.ts';
import { ownDevices } from './member-key.ts';
import { appendToOrganisation } from './rotation.ts';
import { syncOnce } from './sync.ts';

/**
 * Ends this very device (decision 59): its own signature says so, so that the relay serves it nothing more and no colleague
 * takes it for hers. What waits is sent before, because nothing is taken from it afterwards. No key changes: it is in its
 * owner's hand, and what it holds is deleted next. Whoever has no other device leaves the organisation by it.
 */
export async function endThisDevice(engine: Engine): Promise<Done> {
  const isLive = (): boolean =>
    ownDevices(engine).some(({ key }) => equal(key, engine.keys.device.signingKey));
  const brought = await syncOnce(engine);
  if (brought !== 'up-to-date' && brought !== 'more')
    return (await wasEnded(engine)) ? done : { ok: false, error: { code: 'offline' } };
  // Nobody could let anybody in or end anything any more.
  if (!leavesAdministrator(engine))
    return { ok: false, error: { code: 'refused', refusal: { code: 'last_administrator' } } };
  const { key, member } = { key: engine.keys.device.signingKey, member: toHex(engine.keys.member.id) };
  const outcome = await appendToOrganisation(engine, async () => {
    if (!isLive() || !leavesAdministrator(engine)) return null;
    const cut = await takeCutList(engine);
    const leaves =
      ownDevices(engine).length === 1
        ? canRemoveMember(organisationNow(engine), actorOf(engine), member)
        : null;
    return {
      operations: [{ type: 'devicesEnded', devices: [key], reason: 3, ...cut }],
      events: leaves?.ok === true ? leaves.value : [],
    };
  });
  // Once it is ended the relay shows it nothing but the organisation's own log: that log says whether it is.
  if (!isLive() || (await wasEnded(engine))) return done;
  return outcome === 'refused'
    ? { ok: false, error: { code: 'writing-stopped', alert: outcome } }
    : { ok: false, error: { code: 'offline' } };
}

const done = { ok: true, value: null } as const;

function leavesAdministrator(engine: Engine): boolean {
  const own = engine.keys.device.signingKey;
  const all = devicesThatMay(engine.organisation.skeleton, capabilities.administrator);
  return all.some((key) => !equal(key, own));
}
