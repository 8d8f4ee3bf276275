import type { Bytes, Codec } from './codec.ts';
import { hash32, id16, list, optional, struct, text, u8, u32, u48, union, variable } from './codec.ts';
import { limits } from './limits.ts';

/** The opened body of a content entry, before padding (docs/protocol.md, section 5). */
export type ContentBody = {
  /** One per user action; makes a retry harmless (rule 3, rule 6). */
  readonly action: Bytes;
  /** The author's clock, in milliseconds since 1970: a claim, never an order. */
  readonly claimedTime: number;
  /** Domain events: JSON text of an array of objects, each with `type` and `v`. */
  readonly events: string;
  /** Bytes that the events quote verbatim by index (items of an in-box, for example). */
  readonly quoted: readonly Bytes[];
};

export const contentBody: Codec<ContentBody> = struct<ContentBody>({
  action: id16,
  claimedTime: u48,
  events: text(limits.body),
  quoted: list(variable(limits.body), 8),
});

/** Who an epoch key is for, said by its author inside the seal, so that readers can compare (rule 11). */
export type Recipient =
  | { readonly type: 'team'; readonly team: Bytes; readonly generation: number }
  | { readonly type: 'member'; readonly member: Bytes };

export const recipient: Codec<Recipient> = union<Recipient>({
  team: [1, struct({ team: id16, generation: u32 })],
  member: [2, struct({ member: id16 })],
});

/** Where an ended device's entries in this record stop to count (rule 1). */
export type CutStatement = {
  /** The organisation entry with the removal. */
  readonly removal: Bytes;
  /** The head that the remover held, with its Merkle proof; null where she did not hold the record. */
  readonly held: {
    readonly position: number;
    readonly head: Bytes;
    readonly index: number;
    readonly path: readonly Bytes[];
  } | null;
};

const cutStatement: Codec<CutStatement> = struct<CutStatement>({
  removal: hash32,
  held: optional(struct({ position: u32, head: hash32, index: u32, path: list(hash32, 32) })),
});

/** The opened body of an epoch entry, sealed under the epoch's own key. */
export type EpochBody = {
  readonly recipients: readonly { readonly tag: Bytes; readonly recipient: Recipient }[];
  readonly cuts: readonly CutStatement[];
  readonly dummies: number;
};

export const epochBody: Codec<EpochBody> = struct<EpochBody>({
  recipients: list(struct({ tag: id16, recipient }), limits.wraps),
  cuts: list(cutStatement, 64),
  dummies: u8,
});

/** The opened body of a readmission: epoch keys of the displaced branch that readers of this one lack (rule 10). */
export type ReadmissionBody = {
  readonly action: Bytes;
  readonly epochs: readonly { readonly epoch: Bytes; readonly key: Bytes }[];
};

export const readmissionBody: Codec<ReadmissionBody> = struct<ReadmissionBody>({
  action: id16,
  epochs: list(struct({ epoch: hash32, key: hash32 }), 16),
});
