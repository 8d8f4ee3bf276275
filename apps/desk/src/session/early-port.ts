import type { Port } from '@leeward/workspace/desk/rpc.ts';

type Listener = (event: MessageEvent) => void;

/** A worker's own port, from the moment its script runs. */
export type EarlyPort = {
  readonly port: Port;
  /** Hands over a message of the page. */
  readonly take: Listener;
};

/**
 * What a session answers with takes a moment to open; what the page asks meanwhile waits here, because a message that
 * nobody listens to is lost.
 */
export function earlyPort(): EarlyPort {
  const early: MessageEvent[] = [];
  let deliver: Listener = (event) => early.push(event);
  const listen = (listener: Listener): void => {
    deliver = listener;
    for (const event of early.splice(0)) listener(event);
  };
  return {
    take: (event) => deliver(event),
    port: {
      postMessage: (message) => self.postMessage(message),
      addEventListener: (_type, listener) => listen(listener),
    },
  };
}
