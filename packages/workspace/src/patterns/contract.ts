/** What several incidents of several cases have in common. */
export type PatternBasis = 'actor' | 'weeks' | 'method' | 'place';

/** How spellings of an actor were taken for one: written alike, the same by sound, or the first letters of its words. */
export type SameActor = 'same' | 'spelling' | 'initials';

/** A method that stands in at least two of the cases. */
export type SharedMethod = { readonly code: string; readonly cases: number; readonly people: number };

/** Incidents of at least two cases that have something in common, with everything that says so. */
export type Pattern = {
  /** The same for as long as the same incidents make it. */
  readonly key: string;
  readonly bases: readonly PatternBasis[];
  readonly cases: readonly {
    readonly record: string;
    readonly pseudonym: string;
    readonly incidents: readonly string[];
  }[];
  readonly incidents: number;
  /** People to whom it was done, each once in each case: whether two cases speak of one person is not known here. */
  readonly people: number;
  /** The first and last day that they may be of; null where no incident has one. */
  readonly first: string | null;
  readonly last: string | null;
  /** Every spelling that was taken for one actor; null where they share none. */
  readonly actor: { readonly names: readonly string[]; readonly how: SameActor } | null;
  readonly methods: readonly SharedMethod[];
  /** Where all of them were, as each case wrote it; null where they share no place. */
  readonly place: { readonly country: string | null; readonly areas: readonly string[] } | null;
};

export type PatternsView = {
  /** The strongest first. */
  readonly patterns: readonly Pattern[];
  /** How many there are in all; the list holds the first hundred. */
  readonly total: number;
  /** What was compared: cases of this device that hold incidents, and those incidents. */
  readonly cases: number;
  readonly incidents: number;
  /** Incidents without a day near enough to be held against others. */
  readonly undated: number;
  /** Cases that this device has opened by now, and all that this member may read. */
  readonly read: { readonly done: number; readonly total: number };
};

export type PatternCommands = {
  /** Compares the incidents of all cases that this member may read, on this device. Nothing of it leaves it. */
  patterns: [Record<string, never>, PatternsView];
};
