import type { CaseLine } from '../desk/case-contract.ts';
import type { QueueLine } from '../desk/conversation-contract.ts';

/** Where something was found, so that a result can say it and a person can look there alone. */
export const places = ['name', 'hers', 'ours', 'notes', 'files', 'directory'] as const;
export type Place = (typeof places)[number];

/** What of a record a passage is; its words stand in the catalogue under `search.part.<part>`. */
export type Part =
  | 'callName'
  | 'pseudonym'
  | 'what'
  | 'added'
  | 'message'
  | 'answer'
  | 'contact'
  | 'reply'
  | 'declined'
  | 'reason'
  | 'note'
  | 'summary'
  | 'nextStep'
  | 'incident'
  | 'actor'
  | 'threat'
  | 'person'
  | 'keptAway'
  | 'situation'
  | 'measure'
  | 'plan'
  | 'checkIn'
  | 'task'
  | 'finding'
  | 'source'
  | 'argued'
  | 'document'
  | 'stage'
  | 'consent'
  | 'outcome'
  | 'file'
  | 'proposal'
  | 'entry';

/** A piece of text with the places in it that were looked for: offsets in UTF-16 units, in order, none over another. */
export type Excerpt = {
  readonly part: Part;
  readonly text: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
  /** When it was written, by its author's clock; null where that is not known. */
  readonly at: number | null;
  /** Set where what was found is not what was typed: a name in another spelling or script, or a slip. */
  readonly as: string | null;
};

export type SearchGroup = {
  readonly excerpts: readonly Excerpt[];
  /** How many more passages of it were found. */
  readonly more: number;
} & (
  | { readonly kind: 'request'; readonly record: string; readonly line: QueueLine }
  | { readonly kind: 'case'; readonly record: string; readonly line: CaseLine }
  | { readonly kind: 'directory'; readonly mechanism: string }
);
export type SearchKind = SearchGroup['kind'];

export type SearchQuery = {
  readonly text: string;
  /** Look only there; empty: everywhere. */
  readonly places: readonly Place[];
  readonly kinds: readonly SearchKind[];
  /** How many groups at most. */
  readonly limit: number;
};

export type SearchView = {
  readonly groups: readonly SearchGroup[];
  /** How many there are in all, with the filters. */
  readonly total: number;
  /** How many there would be with each filter by itself, the others as they are. */
  readonly kinds: Readonly<Record<SearchKind, number>>;
  readonly places: Readonly<Record<Place, number>>;
  /** Records that can be searched by now, and all: while a desk is being opened these differ. */
  readonly searched: { readonly done: number; readonly total: number };
};

export type SearchCommands = {
  /** Looks through everything that this member may read and that is on this device. Nothing that is typed leaves it. */
  search: [SearchQuery, SearchView];
};
