/** What the bench asks of its code in the browser, and what comes back: plain data both ways. */
export type Task =
  /** Puts the device's vault, under the passphrase, into an empty store. */
  | {
      readonly kind: 'prepare';
      readonly vault: Readonly<Record<string, string>>;
      readonly passphrase: string;
    }
  /** Unlocks the vault and makes its keys, and nothing else. */
  | { readonly kind: 'unlock'; readonly passphrase: string }
  /** Unlocks, and waits until the list of cases is on the page: all of them as they stand, and verified unless `warm`. */
  | { readonly kind: 'open'; readonly passphrase: string; readonly cases: number; readonly warm: boolean }
  /** Verifies and opens the same bytes, held in memory, and nothing else. */
  | { readonly kind: 'floor'; readonly vault: Readonly<Record<string, string>> };

export type Opened = {
  /** From the passphrase to the complete list, in milliseconds. */
  readonly milliseconds: number;
  readonly cases: number;
  /** SHA-256 of the list as JSON, in the order of the records' ids: two opens must show the same. */
  readonly list: string;
  readonly alerts: readonly string[];
};

export type Unlocked = { readonly milliseconds: number };

export type Floor = {
  readonly entries: number;
  readonly bytes: number;
  /** Signatures, hashes, keys and seals by the cryptographic layer, over entries that were read before. */
  readonly cryptography: number;
  /** The record chains of `sealed-log`: the above with reading, checks of the chain and judgement. */
  readonly chains: number;
};
