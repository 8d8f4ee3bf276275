import type { OwnCode } from '@leeward/vocabulary/list.ts';
import { type EvidenceType, evidenceType } from '@leeward/vocabulary/lists/evidence-type.ts';
import { fileNote } from '../request/file-note.ts';
import type { FileNote } from '../shared/context.ts';
import { type InexactDate, inexactDate } from '../shared/inexact-date.ts';
import { defineItems, type ItemEvent } from '../shared/items.ts';
import { code, day, flag, hash32, id16, object, orNull, sizes, text, textOrEmpty } from '../shared/shape.ts';
import type { MadeFrom } from '../shared/with-copies.ts';

/**
 * A paper, picture or recording that belongs to the case. Passports and whatever else carries a legal name belong to the
 * identity record and its own key (invariant 1). The file itself lies sealed beside the log; its key is quoted in the
 * entry that names it.
 */
export type DocumentValues = {
  readonly title: string;
  readonly kind: EvidenceType | OwnCode | null;
  readonly file: FileNote;
  /** Whom it is about: a person of the case by her id; null for the person whose case it is, or for nobody in particular. */
  readonly about: string | null;
  /** Where it comes from, in words. */
  readonly source: string;
  /** When it was made, as exactly as anybody knows. */
  readonly made: InexactDate | null;
  /** The day on which it came to us. */
  readonly received: string | null;
  /** The day after which it is good for nothing: a permit, a summons. */
  readonly expires: string | null;
  /** It shows wounds, violence or the dead: nobody sees it before having read in words what it is. */
  readonly graphic: boolean;
  /** What it shows, in words, for whoever decides whether to open it. */
  readonly shows: string;
  /** What a copy with something blacked out was made from; null for what came as it is. Never changed afterwards. */
  readonly madeFrom: MadeFrom | null;
};

export const documentItems = defineItems<'Document', DocumentValues>({
  noun: 'Document',
  needed: ['title', 'file'],
  limit: 1000,
  fields: {
    title: text(sizes.name),
    kind: orNull(code(evidenceType)),
    file: fileNote,
    about: orNull(id16),
    source: textOrEmpty(sizes.line),
    made: orNull(inexactDate),
    received: orNull(day),
    expires: orNull(day),
    graphic: flag,
    shows: textOrEmpty(sizes.line),
    madeFrom: orNull(object({ blob: hash32, hash: hash32 })),
  },
});

export type DocumentEvent = ItemEvent<'Document', DocumentValues>;
