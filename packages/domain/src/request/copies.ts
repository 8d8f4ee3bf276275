import type { Context, FileNote } from '../shared/context.ts';
import type { EventShapes } from '../shared/event.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { hash32, object } from '../shared/shape.ts';
import { fileNote } from './file-note.ts';
import { type ActStamp, stampOf } from './otherwise.ts';

/*
 * Copies of attachments on which something was blacked out, made to be shown to others. The original stays as it came,
 * known by its hash, and every copy says from which bytes it was made (fault 58).
 */

export type CopyEvent = {
  readonly type: 'CopyMade';
  readonly v: 1;
  /** The attachment that it was made from, which may be a copy itself. */
  readonly of: string;
  /** SHA-256 of that attachment: what a name says can change, this cannot. */
  readonly original: string;
  readonly file: FileNote;
};

export const copyShapes: EventShapes<CopyEvent> = {
  CopyMade: { v: 1, fields: object({ of: hash32, original: hash32, file: fileNote }) },
};

export type Copy = ActStamp & Omit<CopyEvent, 'type' | 'v'>;

/** What is needed of a state to know its attachments. */
export type WithFiles = {
  readonly items: readonly { readonly files: readonly FileNote[] }[];
  readonly sent: readonly { readonly files: readonly FileNote[] }[];
  readonly copies: readonly Copy[];
};

/** Every attachment of the record that this device can see: hers, ours, and copies. */
export function filesOf({ items, sent, copies }: WithFiles): readonly FileNote[] {
  return [...items, ...sent].flatMap(({ files }) => files).concat(copies.map(({ file }) => file));
}

/**
 * Takes a copy up. Whether its original is there is asked of whoever makes it, not here: a reader who cannot open the
 * item in which it came must not come to another state.
 */
export function foldCopy<State extends WithFiles>(
  state: State,
  { of, original, file }: CopyEvent,
  context: Context,
): Result<State, Refusal> {
  if (file.blob === of || file.hash === original) return err(refusal('no_change'));
  if (filesOf(state).some(({ blob }) => blob === file.blob)) return err(refusal('exists'));
  return ok({ ...state, copies: [...state.copies, { ...stampOf(context), of, original, file }] });
}
