import type { FileNote } from './context.ts';
import { type Field, latest } from './field.ts';

/*
 * Files and the copies with something blacked out that were made from them (fault 58): each copy is a thing of its own
 * and says from which bytes it was made.
 */

/** What a copy was made from: the attachment and its SHA-256. */
export type MadeFrom = { readonly blob: string; readonly hash: string };

/** A thing that is a file, and may be a copy of another one. */
type HasFile = {
  readonly fields: { readonly file?: Field<FileNote>; readonly madeFrom?: Field<MadeFrom | null> };
};

/** A file with the copies that were made from it, each with those made from that. */
export type WithCopies<Of> = { readonly of: Of; readonly copies: readonly WithCopies<Of>[] };

/** Files as they follow from each other: what was made from one stands under it, and what has no original here by itself. */
export function withCopies<Of extends { readonly item: HasFile }>(
  files: readonly Of[],
): readonly WithCopies<Of>[] {
  const hashOf = ({ item }: Of): string | undefined => latest(item.fields.file ?? [])?.hash;
  const hashes = new Set(files.flatMap((one) => hashOf(one) ?? []));
  const origin = (one: Of): string | null => {
    const from = latest(one.item.fields.madeFrom ?? []) ?? null;
    return from !== null && from.hash !== hashOf(one) && hashes.has(from.hash) ? from.hash : null;
  };
  const placed = new Set<Of>();
  const place = (one: Of): WithCopies<Of> => {
    placed.add(one);
    const made = files.filter((other) => !placed.has(other) && origin(other) === hashOf(one));
    return { of: one, copies: made.map(place) };
  };
  const roots = files.filter((one) => origin(one) === null).map(place);
  // Two that claim to be made from each other are nobody's work but a damaged desk's: shown all the same.
  return [...roots, ...files.filter((one) => !placed.has(one)).map((of) => ({ of, copies: [] }))];
}
