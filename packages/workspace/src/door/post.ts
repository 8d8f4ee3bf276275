import type { PlanProblem } from '../blob/plan.ts';
import type { UploadProblem } from '../blob/upload.ts';
import type { DoorClient } from '../transport/door-client.ts';
import { createPatience, type Waiting } from '../transport/patience.ts';
import type { Conversation } from './conversation.ts';
import { createUpload, type FileUpload, type ReadyFile, type TicketProblem } from './files.ts';
import type { Mailbox } from './mailbox.ts';
import type { Door } from './open-door.ts';
import { createOutbox, type Outgoing, type SendProblem } from './outbox.ts';
import type { MailboxReader } from './read-mailbox.ts';
import { type ItemContent, messageItems, type SentBlob } from './request.ts';

export type FileView = {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly state: 'waiting' | 'sending' | 'uploaded' | 'stored' | 'failed';
  /** Parts that stand, of all. */
  readonly done: number;
  readonly total: number;
  readonly problem: UploadProblem | PlanProblem | TicketProblem | null;
  /** To go on with this file after the page was closed; null while nothing of it is under way, and once it is stored. */
  readonly ticket: string | null;
};

export type PostView = {
  readonly step: 'idle' | 'locking' | 'working' | 'sending' | 'files' | 'done' | 'stopped' | 'failed';
  readonly items: readonly Outgoing[];
  readonly files: readonly FileView[];
  /** A lost line is waited for. */
  readonly waiting: Waiting | null;
  readonly problem: SendProblem | null;
};

/** Everything that she sends, in the order in which it is most use: words first, then files, each as soon as it can. */
export type Post = {
  readonly view: () => PostView;
  readonly subscribe: (listener: () => void) => () => void;
  readonly seen: (conversation: Pick<Conversation, 'next'>) => void;
  readonly addWords: (items: readonly ItemContent[]) => void;
  readonly addFiles: (files: readonly ReadyFile[]) => void;
  /** Takes back what was never tried. */
  readonly clear: () => void;
  /** Seals ahead of time. */
  readonly prepare: () => Promise<void>;
  /** Sends until everything has a receipt, something fails, or `stop` is called; then it may be called again. */
  readonly run: () => Promise<void>;
  readonly stop: () => void;
  /** "Try again now." */
  readonly hurry: () => void;
};

type Upload = {
  readonly upload: FileUpload;
  view: FileView;
  sent: SentBlob | null;
  item: ItemContent | null;
};

export function createPost(options: {
  readonly door: Door;
  readonly mailbox: Mailbox;
  readonly client: DoorClient;
  readonly reader: MailboxReader;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The first wait after a lost line, in milliseconds. */
  readonly firstWait?: number;
}): Post {
  const { client, mailbox } = options;
  const listeners = new Set<() => void>();
  const uploads: Upload[] = [];
  let step: PostView['step'] = 'idle';
  let waiting: Waiting | null = null;
  let problem: SendProblem | null = null;
  let running: AbortController | null = null;
  let ended: Promise<void> | null = null;
  let isAskedAgain = false;
  let current: PostView | null = null;

  const tell = (): void => {
    current = null;
    for (const listener of listeners) listener();
  };
  const patience = createPatience({
    ...(options.firstWait === undefined ? {} : { first: options.firstWait }),
    onWaiting: (wait) => {
      waiting = wait;
      tell();
    },
  });
  const outbox = createOutbox({
    ...options,
    patience,
    onStep: ({ step: next }) => {
      if (next !== 'stored') step = next;
      tell();
    },
  });

  const view = (): PostView => {
    const items = outbox.items();
    const isStored = (content: ItemContent | null): boolean =>
      items.some((item) => item.content === content && item.state === 'stored');
    current ??= {
      step,
      items,
      files: uploads.map(({ view: file, item, upload }) =>
        isStored(item) ? { ...file, state: 'stored', ticket: null } : { ...file, ticket: upload.ticket() },
      ),
      waiting,
      problem,
    };
    return current;
  };

  const sendWords = async (signal: AbortSignal): Promise<boolean> => {
    const sent = await outbox.send(signal);
    if (!sent.ok && !signal.aborted) problem = sent.error;
    return sent.ok;
  };

  const sendFile = async (one: Upload, signal: AbortSignal): Promise<void> => {
    step = 'files';
    one.view = { ...one.view, state: 'sending', problem: null };
    tell();
    const sent = await one.upload.send({
      patience,
      signal,
      onProgress: ({ done, total }) => {
        one.view = { ...one.view, done, total };
        tell();
      },
    });
    if (sent.ok) one.sent = sent.value;
    if (sent.ok) one.view = { ...one.view, state: 'uploaded' };
    else if (signal.aborted) one.view = { ...one.view, state: 'waiting' };
    else one.view = { ...one.view, state: 'failed', problem: sent.error };
    tell();
  };

  const sendAll = async (signal: AbortSignal): Promise<boolean> => {
    if (!(await sendWords(signal))) return false;
    for (const one of uploads) {
      if (one.sent === null && !signal.aborted) await sendFile(one, signal);
    }
    const ready = uploads.filter(({ sent, item }) => sent !== null && item === null);
    const items = messageItems(
      '',
      ready.flatMap(({ sent }) => (sent === null ? [] : [sent])),
    );
    for (const one of ready)
      one.item = items.find(({ blobs }) => blobs.some((blob) => blob === one.sent?.reference)) ?? null;
    outbox.add(items);
    return !signal.aborted && (await sendWords(signal)) && uploads.every(({ item }) => item !== null);
  };

  const runUntilDone = async (): Promise<void> => {
    const controller = new AbortController();
    running = controller;
    problem = null;
    tell();
    let isDone = true;
    while (isAskedAgain && isDone) {
      isAskedAgain = false;
      isDone = await sendAll(controller.signal);
    }
    running = null;
    waiting = null;
    step = isDone ? 'done' : controller.signal.aborted ? 'stopped' : 'failed';
    tell();
  };

  return {
    view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    seen: outbox.seen,
    addWords: (items) => {
      outbox.add(items);
      tell();
    },
    addFiles: (files) => {
      for (const file of files) {
        const { name, content } = file;
        const empty: FileView = {
          name,
          size: content.size,
          state: 'waiting',
          done: 0,
          total: 0,
          problem: null,
          ticket: null,
        };
        uploads.push({ upload: createUpload(client, mailbox, file), view: empty, sent: null, item: null });
      }
      tell();
    },
    clear: () => {
      outbox.clear();
      const kept = uploads.filter(({ view: { state } }) => state !== 'waiting');
      uploads.splice(0, uploads.length, ...kept);
      tell();
    },
    prepare: async () => {
      await outbox.prepare();
      step = running === null ? 'idle' : step;
      tell();
    },
    run: () => {
      // What is added while something is sent goes out with it, or right after it.
      isAskedAgain = true;
      ended ??= runUntilDone().finally(() => {
        ended = null;
      });
      return ended;
    },
    stop: () => running?.abort(),
    hurry: patience.hurry,
  };
}
