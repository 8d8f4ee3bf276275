import { measureFloor } from './floor.ts';
import { openDesk, prepare } from './open-desk.ts';
import type { Floor, Opened, Task } from './tasks.ts';

/*
 * One bundle for the page and for the worker, as the page starts a worker from this very file. Everything is measured in
 * the worker, because that is where a desk works.
 */

type Outcome = Floor | Opened | { readonly done: true };

declare global {
  /** Performs a task in a worker of this page. */
  var perform: (task: Task) => Promise<Outcome>;
}

function performHere(task: Task): Promise<Outcome> {
  switch (task.kind) {
    case 'prepare':
      return prepare(task);
    case 'open':
      return openDesk(task);
    case 'floor':
      return measureFloor(task);
  }
}

/** The address of this file as a browser wants it where Trusted Types are enforced. */
function ownAddress(): string {
  type Factory = {
    createPolicy: (
      name: string,
      rules: { createScriptURL: (address: string) => string },
    ) => { createScriptURL: (address: string) => string };
  };
  const factory = (globalThis as { readonly trustedTypes?: Factory }).trustedTypes;
  const policy = factory?.createPolicy('leeward', { createScriptURL: (address) => address });
  return policy === undefined ? import.meta.url : policy.createScriptURL(import.meta.url);
}

if (typeof document === 'undefined') {
  addEventListener('message', ({ data, ports: [port] }: MessageEvent<Task>) => {
    Promise.resolve()
      .then(() => performHere(data))
      .then(
        (outcome) => port?.postMessage({ outcome }),
        (failure: unknown) =>
          port?.postMessage({ failure: failure instanceof Error ? (failure.stack ?? failure.message) : '' }),
      );
  });
} else {
  const worker = new Worker(ownAddress(), { type: 'module' });
  globalThis.perform = (task) => {
    const { port1, port2 } = new MessageChannel();
    const answered = new Promise<Outcome>((resolve, reject) => {
      port1.onmessage = ({ data }) => {
        if (data.failure === undefined) resolve(data.outcome);
        else reject(new Error(data.failure));
      };
    });
    worker.postMessage(task, [port2]);
    return answered;
  };
}
