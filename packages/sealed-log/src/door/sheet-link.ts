import { fromBase64url, toBase64url } from '../crypto/bytes.ts';
import { PHRASE_BYTES } from '../phrase/bits.ts';
import type { Bytes, Codec } from '../wire/codec.ts';
import { decode, encode, fixed, struct } from '../wire/codec.ts';
import { type DoorLink, doorLink } from '../wire/descriptor.ts';

/** What the link of a question sheet carries behind `#`: the door's own link, and the secret of the sheet's mailbox. */
export type SheetLink = { readonly door: DoorLink; readonly secret: Bytes };

const sheetLink: Codec<SheetLink> = struct<SheetLink>({ door: doorLink, secret: fixed(PHRASE_BYTES) });

/** Reads the fragment of a sheet's link. Null when it is broken, or another kind of link. */
export function readSheetLink(fragment: string): SheetLink | null {
  const bytes = fromBase64url(fragment.replace(/^#/, ''));
  const link = bytes.ok ? decode(sheetLink, bytes.value) : bytes;
  return link.ok ? link.value : null;
}

/** The fragment of a sheet's link. */
export const writeSheetLink = (link: SheetLink): string => toBase64url(encode(sheetLink, link));
