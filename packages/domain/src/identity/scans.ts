import { fileNote } from '../request/file-note.ts';
import type { FileNote } from '../shared/context.ts';
import { defineItems, type Item, type ItemEvent, type Items, standing, valueIn } from '../shared/items.ts';
import { hash32, id16, object, orNull, sizes, textOrEmpty } from '../shared/shape.ts';
import type { MadeFrom } from '../shared/with-copies.ts';

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
  readonly madeFrom: MadeFrom | null;
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

/** The scans of one paper that stand. */
export const scansOf = (scans: Items<ScanValues>, paper: string): readonly Scan[] =>
  standing(scans).filter((scan) => valueIn(scan, 'paper') === paper);
