import type { Bytes, Codec } from './codec.ts';
import {
  fixed,
  hash32,
  id16,
  list,
  oneOf,
  signature64,
  struct,
  u8,
  u16,
  u32,
  u48,
  union,
  variable,
} from './codec.ts';
import { limits } from './limits.ts';

/** What a device may do, as bits. The relay sees them; the roles behind them are sealed. */
export const capabilities = {
  administrator: 1,
  /** May write to out-boxes; the door checks the device against the roster. */
  correspondent: 2,
  /** May have bodies and keys destroyed. Every administrator may. */
  forget: 4,
} as const;

export const sealingKeyBytes = 1216;

/** A key sealed to one member or device: HPKE, bytes of `hpke.sealTo`. */
const sealedKey = variable(2048);

/** The organisation's clear operations: what the relay and the door need, and nothing else. */
export type Operation =
  | {
      readonly type: 'genesis';
      readonly floor: number;
      readonly nonce: Bytes;
      /** The key with which the relay signs heads and receipts. */
      readonly relayKey: Bytes;
      readonly member: Bytes;
      readonly memberSealing: Bytes;
      readonly device: Bytes;
      readonly deviceSealing: Bytes;
      readonly capabilities: number;
    }
  | {
      readonly type: 'deviceAdmitted';
      readonly member: Bytes;
      /** Hash of the member's sealing key. */
      readonly memberSealing: Bytes;
      readonly device: Bytes;
      readonly deviceSealing: Bytes;
      readonly capabilities: number;
    }
  | {
      readonly type: 'devicesEnded';
      readonly devices: readonly Bytes[];
      /** 1 removed, 2 lost or stolen, 3 retired by its owner. */
      readonly reason: 1 | 2 | 3;
      /** Merkle root over the remover's (record, position, head) list, and its length (rule 1). */
      readonly cutRoot: Bytes;
      readonly cutCount: number;
    }
  | {
      readonly type: 'capabilitiesSet';
      readonly member: Bytes;
      readonly capabilities: number;
      /** All live devices of that member: the door, which sees only administrators' entries, learns them here. */
      readonly devices: readonly Bytes[];
    }
  | {
      readonly type: 'teamGeneration';
      readonly team: Bytes;
      readonly generation: number;
      /** The team's X-Wing public key of this generation. */
      readonly sealing: Bytes;
      readonly commitment: Bytes;
      /** The generation before, wrapped under this one; empty for the first. */
      readonly previous: Bytes;
      readonly grants: readonly Grant[];
    }
  /** The same for more members than an entry holds: who they are stands here, what is sealed to each in a blob (rule 9). */
  | {
      readonly type: 'largeTeamGeneration';
      readonly team: Bytes;
      readonly generation: number;
      readonly sealing: Bytes;
      readonly commitment: Bytes;
      readonly previous: Bytes;
      readonly members: readonly Bytes[];
      readonly grants: GrantsBlob;
    }
  | {
      readonly type: 'teamGrant';
      readonly team: Bytes;
      readonly generation: number;
      readonly member: Bytes;
      readonly sealed: Bytes;
    }
  | {
      readonly type: 'teamLeft';
      readonly team: Bytes;
      readonly member: Bytes;
      readonly cutRoot: Bytes;
      readonly cutCount: number;
    }
  | {
      readonly type: 'renewalDelegated';
      readonly device: Bytes;
      readonly from: number;
      readonly until: number;
    }
  | { readonly type: 'lateEntryAccepted'; readonly record: Bytes; readonly entry: Bytes }
  | { readonly type: 'floorRaised'; readonly floor: number }
  | { readonly type: 'relayKeySet'; readonly relayKey: Bytes }
  | { readonly type: 'heartbeat'; readonly time: number }
  | { readonly type: 'selfRevoked'; readonly device: Bytes; readonly signature: Bytes }
  /** A new key of a member, by one of her own devices, after another of them was lost. */
  | { readonly type: 'memberKeySet'; readonly member: Bytes; readonly memberSealing: Bytes }
  /**
   * The whole of a member's new key, of which `memberKeySet` has the hash: in the clear, because whoever has just got a
   * new key may hold no key under which to seal it, and others must be able to seal to it.
   */
  | { readonly type: 'memberKeyShown'; readonly member: Bytes; readonly sealing: Bytes }
  /** A member's seed for one of her devices, sealed to it by another one of hers (rule 8). */
  | {
      readonly type: 'memberKeyGiven';
      readonly member: Bytes;
      readonly device: Bytes;
      readonly commitment: Bytes;
      readonly sealed: Bytes;
    }
  | {
      readonly type: 'orgForkResolved';
      readonly ancestor: Bytes;
      readonly chosen: Bytes;
      readonly rejected: Bytes;
      /** The second administrator (the first signs the entry). */
      readonly second: Bytes;
      readonly secondSignature: Bytes;
    };

export type Grant = { readonly member: Bytes; readonly sealed: Bytes };
const grant = struct<Grant>({ member: id16, sealed: sealedKey });

/** Where the grants of a large generation lie: the blob's id is the hash of its bytes. */
export type GrantsBlob = { readonly blob: Bytes; readonly length: number };

/** The bytes of such a blob: what is sealed to each member, in the order in which the entry names them. */
export const grantsInBlob: Codec<readonly Bytes[]> = list(sealedKey, limits.grantsInBlob);

/** The longest blob of grants that there can be, in bytes: a reader fetches no more, whatever an entry says. */
export const longestGrants = 2 + limits.grantsInBlob * (4 + 2048);

export const operation: Codec<Operation> = union<Operation>({
  genesis: [
    1,
    struct({
      floor: u8,
      nonce: hash32,
      relayKey: hash32,
      member: id16,
      memberSealing: hash32,
      device: hash32,
      deviceSealing: hash32,
      capabilities: u16,
    }),
  ],
  deviceAdmitted: [
    2,
    struct({ member: id16, memberSealing: hash32, device: hash32, deviceSealing: hash32, capabilities: u16 }),
  ],
  devicesEnded: [
    3,
    struct({ devices: list(hash32, 64), reason: oneOf(u8, 1, 2, 3), cutRoot: hash32, cutCount: u32 }),
  ],
  capabilitiesSet: [4, struct({ member: id16, capabilities: u16, devices: list(hash32, 64) })],
  teamGeneration: [
    5,
    struct({
      team: id16,
      generation: u32,
      sealing: fixed(sealingKeyBytes),
      commitment: hash32,
      previous: variable(512),
      grants: list(grant, limits.grants),
    }),
  ],
  largeTeamGeneration: [
    16,
    struct({
      team: id16,
      generation: u32,
      sealing: fixed(sealingKeyBytes),
      commitment: hash32,
      previous: variable(512),
      members: list(id16, limits.grantsInBlob),
      grants: struct({ blob: hash32, length: u32 }),
    }),
  ],
  teamGrant: [6, struct({ team: id16, generation: u32, member: id16, sealed: sealedKey })],
  teamLeft: [7, struct({ team: id16, member: id16, cutRoot: hash32, cutCount: u32 })],
  renewalDelegated: [8, struct({ device: hash32, from: u48, until: u48 })],
  lateEntryAccepted: [9, struct({ record: hash32, entry: hash32 })],
  floorRaised: [10, struct({ floor: u8 })],
  relayKeySet: [11, struct({ relayKey: hash32 })],
  heartbeat: [12, struct({ time: u48 })],
  selfRevoked: [13, struct({ device: hash32, signature: signature64 })],
  memberKeySet: [15, struct({ member: id16, memberSealing: hash32 })],
  memberKeyShown: [17, struct({ member: id16, sealing: fixed(sealingKeyBytes) })],
  memberKeyGiven: [18, struct({ member: id16, device: hash32, commitment: hash32, sealed: sealedKey })],
  orgForkResolved: [
    14,
    struct({
      ancestor: hash32,
      chosen: hash32,
      rejected: hash32,
      second: hash32,
      secondSignature: signature64,
    }),
  ],
});

/** The clear part of an organisation entry. */
export type OrganisationClear = {
  /** The last entry before this one that changed who administrates, or zeros: the door's short proof (rule 18). */
  readonly prevAdmin: Bytes;
  readonly operations: readonly Operation[];
};

export const organisationClear: Codec<OrganisationClear> = struct<OrganisationClear>({
  prevAdmin: hash32,
  operations: list(operation, limits.operations),
});
