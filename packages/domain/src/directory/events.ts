import { type ProgrammeEvent, programmeItems } from '../programme/events.ts';
import { type EventShapes, readEvent } from '../shared/event.ts';
import { err, ok, type Result } from '../shared/result.ts';
import {
  day,
  hash32,
  id16,
  isObject,
  listOf,
  type Malformed,
  object,
  oneOf,
  orNull,
  type Shape,
  sizes,
  text,
  textOrEmpty,
} from '../shared/shape.ts';
import type { Upcast } from '../upcast.ts';

/*
 * What an organisation knows of the mechanisms beyond the public release: changes to its entries, checks, entries of its
 * own, what mechanisms answered. Entries are values of JSON here, known by paths: what they mean is the business of the
 * directory's own room. Nothing in it is about a defender.
 */

/** A value as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** One field that is proposed to be another. */
export type FieldChange = {
  /** Names with points between: `link.url`. */
  readonly field: string;
  /** What the public release says, as the author saw it. */
  readonly base: Json;
  readonly value: Json;
  /** Proposals whose values stand there and that this one takes the place of: what the author saw. Others stay beside it. */
  readonly replaces: readonly string[];
};

/** What a check found. */
export const checkOutcomes = ['unchanged', 'changed', 'not_reachable', 'closed'] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];

/** Where something was read, and how old that is. */
export type Source = {
  /** Address, document, or who said it; empty where there is none: then somebody else must confirm. */
  readonly source: string;
  readonly sourceDate: string | null;
  readonly note: string;
};

/** What can happen to an organisation's directory. `proposal` is random and names what is confirmed, refused, withdrawn. */
export type DirectoryEvent =
  /** What the organisation itself offers, beside what others do. */
  | ProgrammeEvent
  | ({
      readonly type: 'ChangeProposed';
      readonly v: 1;
      readonly proposal: string;
      readonly mechanism: string;
      readonly changes: readonly FieldChange[];
    } & Source)
  /** An entry of the organisation's own: never part of a public release. */
  | ({
      readonly type: 'LocalAdded';
      readonly v: 1;
      readonly proposal: string;
      readonly mechanism: string;
      readonly entry: Json;
    } & Source)
  | ({
      readonly type: 'LocalChanged';
      readonly v: 1;
      readonly proposal: string;
      readonly mechanism: string;
      readonly entry: Json;
      /** The versions that this one takes the place of. */
      readonly replaces: readonly string[];
    } & Source)
  | { readonly type: 'LocalWithdrawn'; readonly v: 1; readonly mechanism: string; readonly reason: string }
  | { readonly type: 'ProposalConfirmed'; readonly v: 1; readonly proposal: string }
  | { readonly type: 'ProposalRefused'; readonly v: 1; readonly proposal: string; readonly reason: string }
  | { readonly type: 'ProposalWithdrawn'; readonly v: 1; readonly proposal: string }
  | {
      readonly type: 'MechanismChecked';
      readonly v: 1;
      readonly mechanism: string;
      readonly on: string;
      readonly outcome: CheckOutcome;
      readonly source: string;
    }
  /** A mechanism answered a question about itself. */
  | {
      readonly type: 'AnswerTold';
      readonly v: 1;
      readonly mechanism: string;
      readonly condition: string;
      readonly answer: 'yes' | 'no';
      readonly on: string;
      readonly source: string;
    }
  /** A newer public release: its file is an attachment of the entry. */
  | {
      readonly type: 'ReleaseImported';
      readonly v: 1;
      readonly version: string;
      /** SHA-256 of the file, hex. */
      readonly hash: string;
      readonly blob: string;
    };

/** How many fields one proposal may change. */
export const changesAtMost = 64;
/** How long the JSON of one value or entry may be, in UTF-16 units: in the widest scripts it fits one entry of the log. */
export const jsonAtMost = 16_000;

const textThat =
  (pattern: RegExp): Shape<string> =>
  (json, path) => {
    if (typeof json !== 'string') return err({ problem: json === undefined ? 'missing' : 'wrong', path });
    return pattern.test(json) ? ok(json) : err({ problem: 'wrong', path });
  };

/** The id of a mechanism, as releases have them. */
export const mechanismId: Shape<string> = textThat(/^(?=.{1,120}$)[a-z0-9]+(-[a-z0-9]+)*$/);
const fieldPath: Shape<string> = textThat(/^(?=.{1,80}$)[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$/);
const condition: Shape<string> = textThat(/^(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*$/);
/** `2026.11.0`, as releases are counted. */
const releaseVersion: Shape<string> = textThat(/^\d{4}\.\d{1,2}\.\d{1,6}$/);

/** Any value, up to a length. Signed text was parsed before, so it is JSON already; its depth was bounded there. */
const json: Shape<Json> = (value, path) => {
  if (value === undefined) return err({ problem: 'missing', path });
  return JSON.stringify(value).length > jsonAtMost ? err({ problem: 'too_long', path }) : ok(value as Json);
};

const jsonObject: Shape<Json> = (value, path): Result<Json, Malformed> => {
  if (!isObject(value)) return err({ problem: value === undefined ? 'missing' : 'wrong', path });
  return json(value, path);
};

const proposals: Shape<readonly string[]> = listOf(id16, 32);
const change: Shape<FieldChange> = object({ field: fieldPath, base: json, value: json, replaces: proposals });
/** Not none, and no field twice: what stands later would silently win. */
const changes: Shape<readonly FieldChange[]> = (value, path) => {
  const read = listOf(change, changesAtMost)(value, path);
  if (!read.ok) return read;
  if (read.value.length === 0) return err({ problem: 'empty', path });
  // Together they must fit one entry of the log.
  if (JSON.stringify(read.value).length > jsonAtMost) return err({ problem: 'too_long', path });
  const names = new Set(read.value.map(({ field }) => field));
  return names.size === read.value.length ? read : err({ problem: 'wrong', path });
};
const sourced = {
  source: textOrEmpty(sizes.line),
  sourceDate: orNull(day),
  note: textOrEmpty(2000),
};
const about = { proposal: id16, mechanism: mechanismId };

export const directoryShapes: EventShapes<DirectoryEvent> = {
  ...programmeItems.shapes,
  ChangeProposed: { v: 1, fields: object({ ...about, changes, ...sourced }) },
  LocalAdded: { v: 1, fields: object({ ...about, entry: jsonObject, ...sourced }) },
  LocalChanged: { v: 1, fields: object({ ...about, entry: jsonObject, replaces: proposals, ...sourced }) },
  LocalWithdrawn: { v: 1, fields: object({ mechanism: mechanismId, reason: text(sizes.line) }) },
  ProposalConfirmed: { v: 1, fields: object({ proposal: id16 }) },
  ProposalRefused: { v: 1, fields: object({ proposal: id16, reason: text(sizes.line) }) },
  ProposalWithdrawn: { v: 1, fields: object({ proposal: id16 }) },
  MechanismChecked: {
    v: 1,
    fields: object({
      mechanism: mechanismId,
      on: day,
      outcome: oneOf(...checkOutcomes),
      source: text(sizes.line),
    }),
  },
  AnswerTold: {
    v: 1,
    fields: object({
      mechanism: mechanismId,
      condition,
      answer: oneOf('yes', 'no'),
      on: day,
      source: text(sizes.line),
    }),
  },
  ReleaseImported: { v: 1, fields: object({ version: releaseVersion, hash: hash32, blob: hash32 }) },
};

/** Old versions of these events; none yet. */
export const directoryUpcasts: readonly Upcast[] = [];

/** Reads one event of a directory. Unknown ones come back as `Unknown`; only broken ones fail. */
export const parseDirectoryEvent = (value: unknown) =>
  readEvent<DirectoryEvent>(directoryShapes, directoryUpcasts, value);
