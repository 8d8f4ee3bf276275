import type { KeyAdmission, ReleaseKind } from './manifest.ts';

/** A key whose signature makes a manifest one of its kind. */
export type TrustedKey = {
  /** The Ed25519 public key in hexadecimal. */
  readonly key: string;
  readonly kind: ReleaseKind;
  /** Manifests of this key are dated from `from` until before `until`, in seconds since 1970. */
  readonly from: number;
  readonly until: number;
};

/**
 * The keys that sign releases: this list and docs/release.md name the same ones, which a test holds together. It is
 * empty until the first release is signed. `npm run release -- --new-key` makes a key and prints the line for it.
 */
export const releaseKeys: readonly TrustedKey[] = [];

/** What older keys said of newer ones (`npm run release -- --admit`). Stands in every manifest, for browsers that know only the older. */
export const keyAdmissions: readonly KeyAdmission[] = [];
