import type { Offer } from './judge-offer.ts';
import type { ReleaseKind } from './manifest.ts';
import type { ManifestFault } from './verify.ts';

/** What a page and the guard in its service worker say to each other. */

export type ReleaseFacts = {
  readonly kind: ReleaseKind;
  readonly version: string;
  /** Seconds since 1970. */
  readonly date: number;
  readonly commit: string;
  /** The public key by which it is believed, in hexadecimal. */
  readonly key: string;
};

/** Why something that the server delivered was not taken. What was in use before stays in use. */
export type Trouble = {
  readonly code:
    | ManifestFault
    | Exclude<Offer, 'same' | 'newer'>
    | 'unreachable'
    | 'no-manifest'
    /** A file is not the one that the manifest names; the details are paths. */
    | 'file-differs'
    /** The details are the missing protections. */
    | 'headers-missing';
  readonly details: readonly string[];
};

export type GuardState = {
  readonly running: ReleaseFacts | null;
  /** Kept complete and verified, and waiting for a person to accept it. */
  readonly offered: ReleaseFacts | null;
  /** Why what the server offers now is not taken; null when there is nothing to say. */
  readonly refused: Trouble | null;
};

/** Asked with a port, on which the guard answers with its state. */
export type ToGuard = { readonly leeward: 'check' | 'accept' | 'activate' };

/** Said without being asked, to pages that wait for the first guard of this browser. */
export type FromGuard = { readonly leeward: 'not-installed'; readonly trouble: Trouble };
