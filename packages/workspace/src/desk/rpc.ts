import type { Answer, CommandName, Commands, FromWorker, Topic, ToWorker } from './contract.ts';

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

/** Talks to a session that `serveSession` serves at the other end of the port. */
export function connectSession(port: Port): Session {
  const waiting = new Map<number, (answer: Answer<unknown>) => void>();
  const changed = new Set<(topics: readonly Topic[]) => void>();
  const progressed = new Set<(progress: { of: string; done: number; total: number }) => void>();
  let last = 0;
  port.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if ('changed' in data) for (const listener of changed) listener(data.changed);
    else if ('progress' in data) for (const listener of progressed) listener(data.progress);
    else {
      waiting.get(data.id)?.(data.answer);
      waiting.delete(data.id);
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
        waiting.set(last, resolve as (answer: Answer<unknown>) => void);
        const message: ToWorker = { id: last, command, args };
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
  port.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    const handler = handlers[data.command] as ((args: unknown) => Promise<Answer<unknown>>) | undefined;
    const unknown: Answer<unknown> = {
      ok: false,
      error: { code: 'unsupported', missing: String(data.command) },
    };
    void Promise.resolve(handler === undefined ? unknown : handler(data.args)).then(
      (answer) => port.postMessage({ id: data.id, answer } satisfies FromWorker),
      (error: unknown) => {
        const missing = error instanceof Error ? error.message : 'unknown';
        port.postMessage({
          id: data.id,
          answer: { ok: false, error: { code: 'unsupported', missing } },
        } satisfies FromWorker);
      },
    );
  });
  return { send: (message) => port.postMessage(message) };
}
