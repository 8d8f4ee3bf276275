import type { Bytes } from '@leeward/sealed-log/wire';
import { encode, entry, sentReply, signed, tombstone } from '@leeward/sealed-log/wire';
import { storedReply } from '../door/reply-ends.ts';
import { lines, type RowsTable } from '../storage/schema.ts';

/** Between the columns of a stored row and the bytes that travel. */

const nothing: Bytes = new Uint8Array(0);

/** An entry as it travels; a part that was forgotten is empty. */
export function storedEntry(row: Pick<RowsTable, 'signed' | 'clear' | 'body' | 'signature'>): Bytes {
  return encode(entry, {
    header: row.signed,
    clear: row.clear ?? nothing,
    body: row.body ?? nothing,
    signature: row.signature,
  });
}

/** What a pull returns for a row: its kind, and an entry, a `Signed` item or a reply. */
export function storedRow(row: Omit<RowsTable, 'org' | 'sequence' | 'hour' | 'form'>): {
  readonly kind: 1 | 2 | 3 | 4;
  readonly bytes: Bytes;
} {
  if (isTombstone(row)) {
    const { log, line, position, hash } = row;
    return { kind: 4, bytes: encode(tombstone, { log: log as 3 | 4, mailbox: line, position, hash }) };
  }
  if (row.log === lines.inBox) return { kind: 2, bytes: storedItem(row) };
  if (row.log === lines.outBox) return { kind: 3, bytes: encode(sentReply, storedReply(row).reply) };
  return { kind: 1, bytes: storedEntry(row) };
}

/** Whether this is what is left of an item or reply whose mailbox was forgotten. */
export const isTombstone = (row: Pick<RowsTable, 'log' | 'signed'>): boolean =>
  (row.log === lines.inBox || row.log === lines.outBox) && row.signed.length === 0;

export function storedItem(row: Pick<RowsTable, 'signed' | 'signature'>): Bytes {
  return encode(signed, { bytes: row.signed, signature: row.signature });
}
