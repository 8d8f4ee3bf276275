import type { Answer, CommandName, Commands, FromWorker, Topic, ToWorker } from './contract.ts';
import { joinPieces, piecesOf } from './list-pieces.ts';
import { thrownFailure } from './thrown.ts';

/** The session as screens see it. */
export type Session = {
  readonly call: <Name extends CommandName>(
    name: Name,
    args: Commands[Name][0],
  ) => Promise<Answer<Commands[Name][1]>>;
  /** Calls back when one of the topics may have changed; returns the way to stop. */
  readonly onChange: (listener: (topics: readonly Topic[]) => void) => () => void;
  readonly onProgress: (
    listener: (progress: { of: string; done: number; total: number }) => void,
  ) => () => void;
};

/** What a worker, or one end of a message channel, can do. */
export type Port = {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
};

/** Lists of thousands, asked for again at every change of one line: what the page holds of them already is not sent. */
const longLists: ReadonlySet<CommandName> = new Set(['cases', 'queue']);

/** Talks to a session that `serveSession` serves at the other end of the port. */
export function connectSession(port: Port): Session {
  const waiting = new Map<
    number,
    { readonly command: CommandName; readonly resolve: (answer: Answer<unknown>) => void }
  >();
  // Weakly: whoever shows a list holds it, and nothing of it stays once the desk is locked.
  const held = new Map<
    CommandName,
    { readonly edition: number; readonly lines: WeakRef<readonly object[]> }
  >();
  /** What was answered, and what is to be remembered of it for the next time. */
  const read = (command: CommandName, data: Extract<FromWorker, { id: number }>): Answer<unknown> => {
    if ('pieces' in data) {
      const before = pinned.get(data.id);
      pinned.delete(data.id);
      if (before === undefined) throw new Error('pieces of a list that was not named');
      const lines = joinPieces(before, data.pieces);
      held.set(command, { edition: data.edition, lines: new WeakRef(lines) });
      return { ok: true, value: lines };
    }
    pinned.delete(data.id);
    const { answer, edition } = data;
    if (answer.ok && edition !== undefined)
      held.set(command, { edition, lines: new WeakRef(answer.value as readonly object[]) });
    else if (longLists.has(command)) held.delete(command);
    return answer;
  };
  /** The list that a question has named, for as long as its answer is under way. */
  const pinned = new Map<number, readonly object[]>();
  const changed = new Set<(topics: readonly Topic[]) => void>();
  const progressed = new Set<(progress: { of: string; done: number; total: number }) => void>();
  let last = 0;
  port.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if ('changed' in data) for (const listener of changed) listener(data.changed);
    else if ('progress' in data) for (const listener of progressed) listener(data.progress);
    else {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if (asked === undefined) return;
      asked.resolve(read(asked.command, data));
    }
  });
  const listenTo =
    <T>(listeners: Set<T>) =>
    (listener: T) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    };
  return {
    call: (command, args) =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, { command, resolve: resolve as (answer: Answer<unknown>) => void });
        const known = held.get(command);
        const lines = known?.lines.deref();
        if (lines !== undefined) pinned.set(last, lines);
        const message: ToWorker = {
          id: last,
          command,
          args,
          ...(known === undefined || lines === undefined ? {} : { holds: known.edition }),
        };
        port.postMessage(message);
      }),
    onChange: listenTo(changed),
    onProgress: listenTo(progressed),
  };
}

export type Handlers = {
  readonly [Name in CommandName]: (args: Commands[Name][0]) => Promise<Answer<Commands[Name][1]>>;
};

/** Answers the calls of screens. A handler that throws is a bug: it is reported as such, and the session goes on. */
export function serveSession(
  port: Port,
  handlers: Handlers,
): { readonly send: (message: FromWorker) => void } {
  return serveAnswers(port, (command, args) => answerOf(handlers, command, args));
}

/** What a session answers to a command; one that it does not know is said to be missing. */
export async function answerOf(
  handlers: Partial<Handlers>,
  command: CommandName,
  args: unknown,
): Promise<Answer<unknown>> {
  const handler = handlers[command] as ((args: unknown) => Promise<Answer<unknown>>) | undefined;
  return handler?.(args) ?? { ok: false, error: { code: 'unsupported', missing: String(command) } };
}

/** The same for whoever answers differently from one time to another. */
export function serveAnswers(
  port: Port,
  answer: (command: CommandName, args: unknown) => Promise<Answer<unknown>>,
): { readonly send: (message: FromWorker) => void } {
  /** What the page was sent last of each long list. */
  const sent = new Map<CommandName, { readonly edition: number; readonly lines: readonly object[] }>();
  let edition = 0;
  const written = ({ id, command, holds }: ToWorker, answer: Answer<unknown>): FromWorker => {
    if (!longLists.has(command)) return { id, answer };
    const before = sent.get(command);
    sent.delete(command);
    // Locked: nothing of what was open is kept for comparing.
    if (!answer.ok) return { id, answer };
    const lines = answer.value as readonly object[];
    edition += 1;
    sent.set(command, { edition, lines });
    return before === undefined || holds !== before.edition
      ? { id, answer, edition }
      : { id, edition, pieces: piecesOf(before.lines, lines) };
  };
  port.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    void answer(data.command, data.args).then(
      (answered) => port.postMessage(written(data, answered)),
      (error: unknown) => {
        const answer = { ok: false, error: thrownFailure(error) } as const;
        port.postMessage({ id: data.id, answer } satisfies FromWorker);
      },
    );
  });
  return { send: (message) => port.postMessage(message) };
}
