import type { Bytes } from '../crypto/bytes.ts';
import { equal, toHex } from '../crypto/bytes.ts';
import type { EntryFacts } from './authority.ts';
import { judge } from './authority.ts';
import type { OrganisationClear } from './organisation.ts';
import { capabilities } from './organisation.ts';
import { perform } from './perform.ts';
import type { Skeleton, Void } from './skeleton.ts';
import { latestCapabilities } from './skeleton.ts';

/** Begins a skeleton from the genesis entry, or says why it is none. */
export function beginSkeleton(org: Bytes, clear: OrganisationClear, author: Bytes): Skeleton | Void {
  const [genesis, ...rest] = clear.operations;
  if (genesis === undefined || genesis.type !== 'genesis' || rest.length > 0) return 'not-first';
  if (!equal(genesis.device, author)) return 'not-own-device';
  if ((genesis.capabilities & capabilities.administrator) === 0) return 'not-administrator';
  const member = toHex(genesis.member);
  return {
    org,
    hashes: [org],
    floor: genesis.floor,
    floors: [{ position: 0, floor: genesis.floor }],
    relayKey: genesis.relayKey,
    relayKeys: [genesis.relayKey],
    members: new Map([
      [
        member,
        {
          id: genesis.member,
          sealingHash: genesis.memberSealing,
          formerSealing: [],
          exposedSince: null,
          exposures: [],
          capabilities: [{ position: 0, value: genesis.capabilities }],
          endedAt: null,
        },
      ],
    ]),
    devices: new Map([
      [
        toHex(genesis.device),
        {
          key: genesis.device,
          member,
          sealingHash: genesis.deviceSealing,
          admittedAt: 0,
          endedAt: null,
          given: [],
        },
      ],
    ]),
    teams: new Map(),
    delegations: [],
    acceptedLate: new Set(),
    removals: [],
    adminHead: org,
    adminPosition: 0,
    heartbeat: null,
  };
}

/**
 * Takes the next entry of the organisation log into the skeleton. An entry whose author lacks the authority for any
 * of its operations is void as a whole: it keeps its position and changes nothing.
 */
export function extendSkeleton(
  skeleton: Skeleton,
  clear: OrganisationClear,
  facts: EntryFacts,
): 'in force' | Void {
  const position = skeleton.hashes.length;
  const verdict = judge(skeleton, clear, facts);
  if (verdict === 'in force') {
    const before = doorAuthority(skeleton);
    for (const one of clear.operations) perform(skeleton, one, position, facts.hash);
    skeleton.hashes.push(facts.hash);
    const delegates = clear.operations.some((one) => one.type === 'renewalDelegated');
    if (delegates || doorAuthority(skeleton) !== before) {
      skeleton.adminHead = facts.hash;
      skeleton.adminPosition = position;
    }
  } else skeleton.hashes.push(facts.hash);
  return verdict;
}

/** Who may speak for the door: when this changes, the entry becomes a link of the administrators' chain (rule 18). */
function doorAuthority(skeleton: Skeleton): string {
  const live = [...skeleton.devices.values()].filter((device) => device.endedAt === null);
  const administrators = live.filter(
    (device) => (latestCapabilities(skeleton, device.member) & capabilities.administrator) !== 0,
  );
  const delegates = live.filter((device) =>
    skeleton.delegations.some((one) => equal(one.device, device.key)),
  );
  const keys = (devices: typeof live): string =>
    devices
      .map((device) => toHex(device.key))
      .sort()
      .join();
  return `${keys(administrators)};${keys(delegates)}`;
}
