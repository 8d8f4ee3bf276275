import type { DoorClient } from '@leeward/workspace/door/client.ts';
import { type Mailbox, mailboxOf } from '@leeward/workspace/door/mailbox.ts';
import type { Door } from '@leeward/workspace/door/open-door.ts';
import { createPost, type Post } from '@leeward/workspace/door/post.ts';
import { createMailboxReader, type MailboxReader } from '@leeward/workspace/door/read-mailbox.ts';
import { stopOnLeaving } from './leaving.ts';

/** One mailbox, opened: reading from it and writing to it. */
export type Correspondence = {
  readonly door: Door;
  readonly client: DoorClient;
  readonly mailbox: Mailbox;
  readonly reader: MailboxReader;
  readonly post: Post;
};

export async function openCorrespondence(
  door: Door,
  client: DoorClient,
  entropy: Uint8Array<ArrayBuffer>,
): Promise<Correspondence> {
  const mailbox = await mailboxOf(entropy, door.org);
  const reader = createMailboxReader(door, mailbox, client, () => Date.now());
  const post = createPost({ door, mailbox, client, reader, now: () => Date.now() });
  stopOnLeaving(post.stop);
  addEventListener('online', post.hurry);
  return { door, client, mailbox, reader, post };
}
