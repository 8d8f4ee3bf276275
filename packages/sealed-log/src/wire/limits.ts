/** Hard limits of the format. They stand in the code, are the same on every side, and never come from the relay. */

const KiB = 1024;
const MiB = 1024 * KiB;

export const limits = {
  /**
   * The clear part of an entry: a team generation with 256 grants inside, or an epoch with 300 wraps that are all sealed
   * to public keys, is the largest thing in it (docs/decisions/0024-many-readers.md).
   */
  clear: 384 * KiB,
  /** The sealed part of an entry: the largest padded body, and what Cobblestone adds to it. */
  body: 64 * KiB + 1 * KiB,
  /** A whole entry as it travels. */
  entry: 384 * KiB + 66 * KiB,
  /** Grants inside one team generation. */
  grants: 256,
  /** Members of one team generation whose grants lie in a blob beside it. */
  grantsInBlob: 4096,
  /** Wraps of one epoch key, with the dummies. */
  wraps: 512,
  /** Operations in one organisation entry. */
  operations: 64,
  /** Targets of one forget entry. */
  targets: 1024,
  /** One item in an in-box or out-box. */
  item: 68 * KiB,
  /** One part of an attachment. */
  part: 1 * MiB,
  /** Parts of one attachment: 8 GiB. */
  parts: 8192,
  /** Names, as typed: characters, not bytes. */
  name: 200,
  /** One page of a pull. */
  pageBytes: 4 * MiB,
  pageItems: 4096,
  /** How deep JSON in a body may be nested. */
  jsonDepth: 32,
  /** How long a door descriptor may be valid: 7 days, in seconds (rule 18). */
  descriptorSeconds: 7 * 24 * 3600,
  /** How long the right to renew a descriptor may be delegated: 90 days, in seconds (rule 19). */
  delegationSeconds: 90 * 24 * 3600,
  /** Administrators' entries in the proof behind a descriptor. */
  adminChain: 256,
  /** Devices that may answer at one door. */
  correspondents: 1024,
  /** Questionnaires that a door's settings name, and the bytes of one: it must fit the sealed entry that publishes it. */
  questionnaires: 16,
  questionnaire: 48 * KiB,
} as const;

/** The version of the format that this code writes, and the lowest that it reads. */
export const formatVersion = 1;
