import { unwrap } from '@leeward/sealed-log/crypto/result.ts';
import { createDoorClient, createPatience } from '@leeward/workspace/door/client.ts';
import { openFile } from '@leeward/workspace/door/files.ts';
import { mailboxOf } from '@leeward/workspace/door/mailbox.ts';
import { readPhrase } from '@leeward/workspace/door/phrase.ts';
import type { SentReference } from '@leeward/workspace/door/request.ts';
import { boxOf, readByTeam } from '@leeward/workspace/door/testing/door-story.ts';
import type { DoorServer } from './door-server.ts';

/** What the team gets of a visit: all her items, and the files that came with them, opened and verified. */
export async function filesOfTeam(server: DoorServer, phrase: readonly string[]) {
  const { story } = server;
  const { entropy } = unwrap(await readPhrase(phrase.join(' '), 'en'));
  const mailbox = await mailboxOf(entropy, story.org);
  const client = createDoorClient({ origin: story.relay.origin, fetch: story.relay.fetch });
  const items = await readByTeam(
    story,
    boxOf(story).items.map(({ item }) => item),
  );
  const open = async (reference: SentReference) => {
    const file = unwrap(await openFile(client, mailbox, reference, createPatience({ longest: 10 })));
    return Buffer.from(await file.arrayBuffer());
  };
  const references = items.flatMap(({ blobs }) => blobs);
  return { items, references, contents: await Promise.all(references.map(open)) };
}
