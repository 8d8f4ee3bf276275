import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { openOrganisationLog } from '@leeward/sealed-log/organisation/log.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import { fetchOrganisation } from './open-engine.ts';

/**
 * Whether this device was ended by the organisation (fault 61): the relay answers it no more, and gives it the
 * organisation's own log to prove why. A relay's word alone ends nothing: the log is verified from its genesis, must hold
 * everything that this device has seen of it, and must hold the signed entry that ends the device.
 */
export async function wasEnded(engine: Engine): Promise<boolean> {
  const { client, signer, stopping, keys } = engine;
  const asked = await client.rows(orgOf(engine), engine.cursor, 1, signer, stopping);
  if (asked.ok || asked.error.code !== 'not-a-device') return false;
  const log = await fetchOrganisation(client, orgOf(engine), keys, stopping);
  if (typeof log === 'string') return false;
  const opened = await openOrganisationLog(log, orgOf(engine), keys.member, keys.device);
  if (!opened.ok) return false;
  const { skeleton } = opened.value.log;
  if (!extendsWhatIsKnown(engine.organisation.skeleton.hashes, skeleton.hashes)) return false;
  const own = skeleton.devices.get(toHex(keys.device.signingKey));
  return own !== undefined && own.endedAt !== null;
}

const extendsWhatIsKnown = (known: readonly Bytes[], given: readonly Bytes[]): boolean =>
  known.every((hash, position) => {
    const other = given[position];
    return other !== undefined && equal(hash, other);
  });
