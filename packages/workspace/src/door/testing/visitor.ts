import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { unwrap } from '@leeward/sealed-log/crypto/result.ts';
import { newPhrase } from '@leeward/sealed-log/phrase/phrase.ts';
import { createPatience } from '../../transport/patience.ts';
import type { Conversation } from '../conversation.ts';
import { mailboxOf } from '../mailbox.ts';
import { createOutbox, type Outbox, type SendStep } from '../outbox.ts';
import { createMailboxReader } from '../read-mailbox.ts';
import { type Draft, messageItems, requestItems } from '../request.ts';
import { boxOf, type DoorStory, enter, readByTeam, said, TODAY } from './door-story.ts';

export const draft: Draft = { what: 'I need help.', locale: 'en', danger48h: 'yes', country: 'EG' };

/** Somebody at the door of a story, with new words unless others are given. Throws where something does not go well. */
export async function visitor(story: DoorStory, words: Bytes = newPhrase()) {
  const { client } = story;
  const door = await enter(story);
  const mailbox = await mailboxOf(words, door.org);
  const steps: SendStep[] = [];

  /** A page that has her words: with a reader and an outbox of its own, as another tab or phone would have. */
  const page = (after?: Conversation) => {
    const reader = createMailboxReader(door, mailbox, client, () => TODAY * 1000);
    const outbox = createOutbox({
      door,
      mailbox,
      client,
      reader,
      patience: createPatience({ first: 1, longest: 2 }),
      now: () => TODAY * 1000,
      onStep: (step) => steps.push(step),
    });
    if (after !== undefined) outbox.seen(after);
    return { reader, outbox };
  };
  const sendAll = async (outbox: Outbox): Promise<void> => {
    unwrap(await outbox.send());
  };

  return {
    words,
    door,
    mailbox,
    steps,
    page,
    read: async (): Promise<Conversation> => unwrap(await page().reader.read()),
    ask: async (text: string = draft.what): Promise<Outbox> => {
      const { outbox } = page();
      outbox.add(requestItems({ ...draft, what: text }));
      await sendAll(outbox);
      return outbox;
    },
    write: async (outbox: Outbox, text: string): Promise<void> => {
      outbox.add(messageItems(text, []));
      await sendAll(outbox);
    },
  };
}

export type Visitor = Awaited<ReturnType<typeof visitor>>;

/** What the team reads in the first box. */
export async function readingsOf(story: DoorStory): Promise<readonly { what?: string; text?: string }[]> {
  const items = boxOf(story).items.map(({ item }) => item);
  return (await readByTeam(story, items)).map(said) as readonly { what?: string; text?: string }[];
}
