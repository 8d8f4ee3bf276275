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
  | {
      readonly kind: 'open';
      readonly passphrase: string;
      readonly cases: number;
      /** What the times come to at which each case was last written in. */
      readonly touched: number;
      readonly warm: boolean;
      /** The pseudonym of the longest case, to do a day's work beside it once the desk is open; null for none. */
      readonly use: string | null;
    }
  /** Verifies and opens the same bytes, held in memory, and nothing else. */
  | { readonly kind: 'floor'; readonly vault: Readonly<Record<string, string>> };

export type Opened = {
  /** From the passphrase to the complete list, in milliseconds. */
  readonly milliseconds: number;
  readonly cases: number;
  /** SHA-256 of the list as JSON, in the order of the records' ids: two opens must show the same. */
  readonly list: string;
  readonly alerts: readonly string[];
  readonly used: Used | null;
};

/** A day's work at a desk that holds everything; times in milliseconds, on the page. */
export type Used = {
  readonly cases: number;
  /** Until search had read everything and all was verified. */
  readonly read: number;
  /** Each key that was typed into the search. */
  readonly keys: readonly number[];
  readonly list: { readonly first: number; readonly again: number; readonly bytes: number };
  readonly patterns: {
    readonly first: number;
    readonly again: number;
    readonly incidents: number;
    readonly total: number;
  };
  /** The longest case, read from the store and verified, and once more. */
  readonly file: { readonly first: number; readonly again: number };
  readonly today: number;
  readonly due: number;
  /** A note that was written: until it is kept, and until the list has it. */
  readonly edit: { readonly kept: number; readonly listed: number };
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
