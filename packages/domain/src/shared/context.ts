import type { Role } from '../organisation/permissions.ts';

/** Where an event stands: the hash of its entry (hex) and its place in it. Good for ever, whatever comes later. */
export type EventRef = { readonly entry: string; readonly index: number };

/** Who wrote an entry: a member by one of her devices; or a defender at the door, whose items the desk admits (rule 16). */
export type Author = { readonly member: string; readonly device: string } | { readonly guest: string };

/** An attachment as it is listed. Its key stays with the session's worker. */
export type FileNote = {
  readonly blob: string;
  /** As typed by the sender: shown as inert text. */
  readonly name: string;
  readonly mediaType: string;
  /** Bytes, before padding. */
  readonly size: number;
  /** SHA-256 of the file, hex. */
  readonly hash: string;
};

/**
 * A defender's item that an entry quotes, after the session has checked its signature and opened it. The domain never
 * sees a key; it sees this, or null where this device cannot open the item.
 */
export type OpenedItem = {
  readonly mailbox: string;
  /** Numbered from 0 in each mailbox. */
  readonly sequence: number;
  /** Hash of the item before, hex; zeros for the first. */
  readonly prev: string;
  readonly hash: string;
  /** How many of our replies she had seen: the number of the last one plus one, 0 for none (rule 20). */
  readonly repliesSeen: number;
  /** Her phone's clock, milliseconds since 1970: a claim. */
  readonly claimedTime: number;
  /** The message as JSON text. */
  readonly message: string;
  readonly files: readonly FileNote[];
};

/** Everything outside an event that its meaning may depend on. All of it comes from the verified logs, none from arrival. */
export type Context = EventRef & {
  readonly author: Author;
  /** The author's clock, milliseconds since 1970: a claim, never an order. */
  readonly claimedTime: number;
  /** The entry's position in its record. */
  readonly position: number;
  /** The author's role at the organisation head that the entry cites (rule 1); null where she had none. */
  readonly role: Role | null;
  /** Version of the permission rules at that head. */
  readonly permissions: number;
  /** Whether the author was in the team that has custody of identities, at that head. */
  readonly custody?: boolean;
  /** The entry stands here by readmission: what gives authority waits for a renewed signature (rule 3). */
  readonly readmitted?: boolean;
  /** The entry's quoted items, by index. */
  readonly quoted?: readonly (OpenedItem | null)[];
};

/** Who is about to act, for the rules that say whether she may. */
export type Actor = {
  readonly member: string;
  readonly device: string;
  readonly role: Role | null;
  readonly permissions: number;
  /** Whether she is in the team that has custody of identities. */
  readonly custody?: boolean;
};

/** The member behind an author; null for a guest. */
export function memberOf(author: Author): string | null {
  return 'member' in author ? author.member : null;
}

/** Whether two references point at the same event. */
export function sameEvent(left: EventRef, right: EventRef): boolean {
  return left.entry === right.entry && left.index === right.index;
}
