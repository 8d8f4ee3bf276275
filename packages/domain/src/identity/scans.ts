import { fileNote } from '../request/file-note.ts';
import type { FileNote } from '../shared/context.ts';
import { defineItems, type Item, type ItemEvent, type Items, standing, valueIn } from '../shared/items.ts';
import { hash32, id16, object, orNull, sizes, textOrEmpty } from '../shared/shape.ts';

/*
 * Scans of a person's papers, as files. Each lies sealed beside the log, and its key is quoted in the entry of the
 * identity record that names it: whoever reads the record can open it, and nobody else. A scan is never changed. A copy
 * with something blacked out is a scan of its own that says from which bytes it was made (fault 58).
 */
export type ScanValues = {
  readonly file: FileNote;
  /** The paper of this record that it shows; null for none in particular. */
  readonly paper: string | null;
  /** What a copy was made from: the attachment and its SHA-256. Null for what came as it is. */
  readonly madeFrom: { readonly blob: string; readonly hash: string } | null;
  readonly note: string;
};

export const identityScans = defineItems<'IdentityScan', ScanValues>({
  noun: 'IdentityScan',
  needed: ['file'],
  limit: 256,
  action: 'identity.edit',
  fields: {
    file: fileNote,
    paper: orNull(id16),
    madeFrom: orNull(object({ blob: hash32, hash: hash32 })),
    note: textOrEmpty(sizes.line),
  },
});

export type Scan = Item<ScanValues>;
export type ScanEvent = ItemEvent<'IdentityScan', ScanValues>;

/**
 * Whether an edit would put other bytes, or another origin, in the place of a scan. What was kept stays what it is: it
 * can be put away, and what it shows can be said otherwise.
 */
export function changesBytes(scans: Items<ScanValues>, event: ScanEvent): boolean {
  if (!('set' in event) || !scans.has(event.id)) return false;
  return event.set.file !== undefined || event.set.madeFrom !== undefined;
}

/** A scan with the copies that were made from it, each with those made from that. */
export type ScanWithCopies<Of extends { readonly item: Scan }> = {
  readonly of: Of;
  readonly copies: readonly ScanWithCopies<Of>[];
};

/** Scans as they follow from each other: what was made from one stands under it, and what has no original here by itself. */
export function scansWithCopies<Of extends { readonly item: Scan }>(
  scans: readonly Of[],
): readonly ScanWithCopies<Of>[] {
  const hashes = new Set(scans.flatMap(({ item }) => valueIn(item, 'file')?.hash ?? []));
  const origin = ({ item }: Of): string | null => {
    const from = valueIn(item, 'madeFrom') ?? null;
    return from !== null && from.hash !== valueIn(item, 'file')?.hash && hashes.has(from.hash)
      ? from.hash
      : null;
  };
  const placed = new Set<Of>();
  const place = (one: Of): ScanWithCopies<Of> => {
    placed.add(one);
    const hash = valueIn(one.item, 'file')?.hash;
    const made = scans.filter((other) => !placed.has(other) && origin(other) === hash);
    return { of: one, copies: made.map(place) };
  };
  const roots = scans.filter((one) => origin(one) === null).map(place);
  // Two that claim to be made from each other are nobody's work but a damaged desk's: shown all the same.
  return [...roots, ...scans.filter((one) => !placed.has(one)).map((of) => ({ of, copies: [] }))];
}

/** The scans of one paper that stand. */
export const scansOf = (scans: Items<ScanValues>, paper: string): readonly Scan[] =>
  standing(scans).filter((scan) => valueIn(scan, 'paper') === paper);
