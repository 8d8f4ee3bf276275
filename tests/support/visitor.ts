import type { RunningRelay } from '@leeward/relay';
import { planBlob } from '@leeward/workspace/blob/plan.ts';
import { referenceTo, uploadBlob } from '@leeward/workspace/blob/upload.ts';
import type { Conversation } from '@leeward/workspace/door/conversation.ts';
import { mailboxOf } from '@leeward/workspace/door/mailbox.ts';
import { openDoor } from '@leeward/workspace/door/open-door.ts';
import { createOutbox } from '@leeward/workspace/door/outbox.ts';
import { newPhrase } from '@leeward/workspace/door/phrase.ts';
import { fetchQuestionnaires, type Questionnaire } from '@leeward/workspace/door/questionnaires.ts';
import { createMailboxReader } from '@leeward/workspace/door/read-mailbox.ts';
import {
  answersItem,
  type Draft,
  type ItemContent,
  messageItems,
  requestItems,
} from '@leeward/workspace/door/request.ts';
import { createDoorClient } from '@leeward/workspace/transport/door-client.ts';
import { createPatience } from '@leeward/workspace/transport/patience.ts';
import type { RelayFetch } from './relay-fetch.ts';
import { relayFetch } from './relay-fetch.ts';

/** A synthetic person at the door, without a screen: the real door session against a real relay. */
export type Visitor = {
  /** The 16 bytes behind her words. */
  readonly entropy: Uint8Array<ArrayBuffer>;
  readonly ask: (what: string, danger48h?: 'yes' | 'no' | 'unsure', more?: Partial<Draft>) => Promise<void>;
  /** The organisation's own questions, as the door's settings name them. */
  readonly questions: () => Promise<readonly Questionnaire[]>;
  /** Answers what the team has asked in the conversation. */
  readonly answer: (answers: NonNullable<Draft['answers']>) => Promise<void>;
  readonly write: (text: string) => Promise<void>;
  /** Sends items of any kind after what she has read. */
  readonly say: (...items: readonly ItemContent[]) => Promise<void>;
  readonly sendFile: (file: File, text?: string) => Promise<void>;
  readonly read: () => Promise<Conversation>;
  /** Reads until what she finds satisfies. */
  readonly readUntil: (satisfied: (conversation: Conversation) => boolean) => Promise<Conversation>;
};

export type VisitorOptions = {
  readonly fetch?: RelayFetch;
  readonly entropy?: Uint8Array<ArrayBuffer>;
  readonly now?: () => number;
};

/** Opens the door behind a link. @throws Error where the door is refused. */
export async function visit(
  relay: Pick<RunningRelay, 'address' | 'url'>,
  link: string,
  options: VisitorOptions = {},
): Promise<Visitor> {
  const now = options.now ?? Date.now;
  const client = createDoorClient({
    origin: relay.url('door'),
    fetch: options.fetch ?? relayFetch(relay.address),
  });
  const fragment = link.slice(link.indexOf('#'));
  const door = await openDoor(fragment, { client, now: now() / 1000, builtAt: 0 });
  if (!door.ok) throw new Error(`the door is refused: ${JSON.stringify(door.error)}`);
  const entropy = options.entropy ?? newPhrase();
  const mailbox = await mailboxOf(entropy, door.value.org);
  const reader = createMailboxReader(door.value, mailbox, client, now);
  const patience = createPatience({ first: 20, longest: 200 });

  const read = async (): Promise<Conversation> => {
    const conversation = await reader.read();
    if (!conversation.ok) throw new Error(`cannot read: ${JSON.stringify(conversation.error)}`);
    return conversation.value;
  };
  const send = async (contents: readonly ItemContent[], after?: Conversation): Promise<void> => {
    const outbox = createOutbox({
      door: door.value,
      mailbox,
      client,
      reader,
      patience,
      now,
      ...(after === undefined ? {} : { after }),
    });
    outbox.add(contents);
    const sent = await outbox.send();
    if (!sent.ok) throw new Error(`cannot send: ${JSON.stringify(sent.error)}`);
  };
  return {
    entropy,
    ask: (what, danger48h, more = {}) =>
      send(requestItems({ what, locale: 'en', ...(danger48h === undefined ? {} : { danger48h }), ...more })),
    questions: async () => {
      const fetched = await fetchQuestionnaires(door.value, client);
      if (!fetched.ok) throw new Error(`no questions: ${fetched.error.code}`);
      return fetched.value;
    },
    answer: async (answers) => send([answersItem(answers)], await read()),
    write: async (text) => send(messageItems(text, []), await read()),
    say: async (...items) => send(items, await read()),
    sendFile: async (file, text = '') => {
      const plan = await planBlob(file);
      if (!plan.ok) throw new Error(plan.error.code);
      const access = { org: door.value.org, mailbox: mailbox.id, signer: mailbox.signer };
      const uploaded = await uploadBlob(file, plan.value, { client, access, patience });
      if (!uploaded.ok) throw new Error(JSON.stringify(uploaded.error));
      const reference = referenceTo(plan.value, file.name, file.type);
      await send(messageItems(text, [{ reference, note: { hidden: 'kept' } }]), await read());
    },
    read,
    readUntil: async (satisfied) => {
      const deadline = Date.now() + 20_000;
      for (;;) {
        const conversation = await read();
        if (satisfied(conversation)) return conversation;
        if (Date.now() > deadline) throw new Error(`not found at the door: ${JSON.stringify(conversation)}`);
        await new Promise((resume) => setTimeout(resume, 50));
      }
    },
  };
}
