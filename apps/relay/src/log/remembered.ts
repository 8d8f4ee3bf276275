import type { ReadEntry } from '@leeward/sealed-log/wire';
import { forms } from '@leeward/sealed-log/wire';
import type { Services } from '../services.ts';
import { forgettable, type HeadsTable } from '../storage/schema.ts';
import type { Clear } from './clear-parts.ts';
import type { NewRow } from './placing.ts';

export type Remembered = { readonly kind: number; readonly position: number };

/** What is remembered as forgotten of this entry, of what it readmits, or of its record. */
export function readForgotten(
  { store }: Services,
  { header, hash }: ReadEntry,
  clear: Clear,
): Promise<readonly Remembered[]> {
  // A readmission of what was forgotten is a way back, and closed too.
  const entries = clear.displaced === null ? [hash] : [hash, clear.displaced];
  return store.db
    .selectFrom('forgotten')
    .select(['kind', 'position'])
    .where('org', '=', header.org)
    .where((row) =>
      row.or([
        row('kind', '=', forgettable.record).and('id', '=', header.record),
        row('kind', '=', forgettable.entry).and('id', 'in', entries),
      ]),
    )
    .execute();
}

/** Whether this entry was forgotten before it came (back): its parts are then not kept, or it is refused altogether. */
export function wasForgotten(
  { header }: ReadEntry,
  found: readonly Remembered[],
  head: HeadsTable | undefined,
): 'no' | 'its parts' | 'for good' {
  const record = found.find(({ kind }) => kind === forgettable.record);
  // What stands before the forget entry may come back as a chain without content, so that the chain verifies again
  // after a restore; nothing may come after it.
  if (record !== undefined && header.position > record.position) return 'for good';
  if (head?.forgotten === 1 && record === undefined) return 'for good';
  // An epoch entry goes only with the whole record: later epochs lead back through it.
  if (header.form === forms.epoch) return record === undefined ? 'no' : 'its parts';
  return found.length > 0 ? 'its parts' : 'no';
}

/** The row as it may be kept: a forget entry says for ever what is gone. */
export function withoutForgotten(row: NewRow, forgotten: 'no' | 'its parts'): NewRow {
  if (forgotten === 'no') return row;
  return { ...row, body: null, clear: row.form === forms.forget ? row.clear : null };
}
