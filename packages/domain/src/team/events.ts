import type { EventRef } from '../shared/context.ts';
import { type EventShapes, readEvent } from '../shared/event.ts';
import { replaced } from '../shared/references.ts';
import {
  hash32,
  languageTag,
  listOf,
  object,
  type Shape,
  sizes,
  textOrEmpty,
  token,
  whole,
} from '../shared/shape.ts';
import type { Upcast } from '../upcast.ts';
import { type CustodyEvent, custodyShapes, custodyUpcasts } from './custody-events.ts';
import { type ListEvent, listShapes } from './list-events.ts';
import { type QuietEvent, quietShapes } from './quiet.ts';

/** Kinds of record that this version can fold. A newer one may list others: they are kept and shown as unknown. */
export const recordKinds = ['conversation', 'case', 'identity', 'team', 'directory'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** A record's head as a device has seen it. */
export type SeenHead = { readonly record: string; readonly position: number; readonly head: string };

/** What can happen in the log of a team. */
export type TeamEvent =
  /** A record appears in a team only by this, in the team's own log (rule 11). No label: no names outside records. */
  | { readonly type: 'RecordListed'; readonly v: 1; readonly record: string; readonly kind: string }
  | { readonly type: 'RecordUnlisted'; readonly v: 1; readonly record: string }
  /** At most daily per device, only what changed since its last one (rule 7). */
  | { readonly type: 'CheckpointTaken'; readonly v: 1; readonly heads: readonly SeenHead[] }
  /** Words that the team has prepared for an occasion, in one language: templates, kept by whoever uses them. */
  | ({ readonly type: 'WordsKept'; readonly v: 1; readonly replaces: readonly EventRef[] } & PreparedWords)
  | QuietEvent
  | ListEvent
  | CustodyEvent;

/** Prepared words. `occasion` says where they are used, such as `decline`, and `code` for what, such as a reason. */
export type PreparedWords = {
  readonly occasion: string;
  readonly code: string;
  /** A tag: the language of whoever reads them. */
  readonly language: string;
  /** Empty: the team goes back to the words that came with Leeward. */
  readonly text: string;
};

/** How many heads fit one checkpoint: an entry holds a few hundred. */
export const checkpointHeads = 256;

const seenHead: Shape<SeenHead> = object({ record: hash32, position: whole(sizes.number), head: hash32 });

export const teamShapes: EventShapes<TeamEvent> = {
  ...listShapes,
  ...quietShapes,
  ...custodyShapes,
  RecordListed: { v: 1, fields: object({ record: hash32, kind: token }) },
  RecordUnlisted: { v: 1, fields: object({ record: hash32 }) },
  CheckpointTaken: { v: 1, fields: object({ heads: listOf(seenHead, checkpointHeads) }) },
  WordsKept: {
    v: 1,
    fields: object({
      occasion: token,
      code: token,
      language: languageTag,
      text: textOrEmpty(sizes.body),
      replaces: replaced,
    }),
  },
};

/** Old versions of these events. */
export const teamUpcasts: readonly Upcast[] = custodyUpcasts;

/** Reads one event of a team's log. Unknown ones come back as `Unknown`; only broken ones fail. */
export const parseTeamEvent = (json: unknown) => readEvent<TeamEvent>(teamShapes, teamUpcasts, json);
