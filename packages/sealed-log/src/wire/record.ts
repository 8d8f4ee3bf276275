import type { Bytes, Codec } from './codec.ts';
import { hash32, id16, list, oneOf, struct, u8, u32, union, variable } from './codec.ts';
import { limits } from './limits.ts';

/** How an epoch key is wrapped: under a team's symmetric wrap key, or sealed by HPKE to a team's or member's public key. */
export const wrapForms = { symmetric: 1, sealed: 2 } as const;

/** One wrapped copy of an epoch key. The tag tells its owner, and nobody else, that it is hers. */
export type Wrap = { readonly tag: Bytes; readonly form: 1 | 2; readonly sealed: Bytes };
const wrap = struct<Wrap>({ tag: id16, form: oneOf(u8, 1, 2), sealed: variable(1280) });

/** The clear part of an epoch entry (docs/protocol.md, section 6). */
export type EpochClear = {
  readonly commitment: Bytes;
  /** Ed25519 public key, derived from the epoch key: whoever appends under this epoch proves that she holds it (rule 12). */
  readonly appendKey: Bytes;
  /** Hash of the epoch entry before, or zeros. */
  readonly previous: Bytes;
  /** The key before, wrapped under this one; empty for the first. */
  readonly previousWrapped: Bytes;
  /** Real wraps and dummies, sorted by tag, 4, 8, 16 and so on to 512 of them (rule 26). */
  readonly wraps: readonly Wrap[];
};

export const epochClear: Codec<EpochClear> = struct<EpochClear>({
  commitment: hash32,
  appendKey: hash32,
  previous: hash32,
  previousWrapped: variable(256),
  wraps: list(wrap, limits.wraps),
});

/** What a forget entry destroys. */
export type ForgetTarget =
  | { readonly type: 'record' }
  | { readonly type: 'entry'; readonly position: number; readonly entry: Bytes }
  | { readonly type: 'blob'; readonly blob: Bytes }
  /** All that a defender sent to the team and the team to her, and whatever would still come. */
  | { readonly type: 'mailbox'; readonly mailbox: Bytes };

export type ForgetClear = { readonly targets: readonly ForgetTarget[] };

export const forgetClear: Codec<ForgetClear> = struct<ForgetClear>({
  targets: list(
    union<ForgetTarget>({
      record: [1, struct({})],
      entry: [2, struct({ position: u32, entry: hash32 })],
      blob: [3, struct({ blob: hash32 })],
      mailbox: [4, struct({ mailbox: hash32 })],
    }),
    limits.targets,
  ),
});

/** The clear part of a readmission: the displaced entry, byte for byte (rule 3). */
export type ReadmissionClear = { readonly displaced: Bytes };
export const readmissionClear: Codec<ReadmissionClear> = struct<ReadmissionClear>({
  displaced: variable(limits.clear),
});
