import type { SignaturePort } from '@leeward/workspace/desk/signatures.ts';
import { serveSignatures } from '@leeward/workspace/desk/signatures.ts';
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
      return openDesk(task, startWorker('signatures'));
    case 'floor':
      return measureFloor(task);
  }
}

type Factory = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => string };
};

/** Another worker of this very file, where Trusted Types are enforced as well as elsewhere. */
function startWorker(name: 'session' | 'signatures'): Worker {
  const factory = (globalThis as { readonly trustedTypes?: Factory }).trustedTypes;
  const policy = factory?.createPolicy('leeward', { createScriptURL: (address) => address });
  const address = policy === undefined ? import.meta.url : policy.createScriptURL(import.meta.url);
  return new Worker(address, { type: 'module', name });
}

if (typeof document !== 'undefined') {
  const worker = startWorker('session');
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
} else if ((globalThis as { readonly name?: string }).name === 'signatures') {
  serveSignatures(globalThis as unknown as SignaturePort);
} else {
  addEventListener('message', ({ data, ports: [port] }: MessageEvent<Task>) => {
    Promise.resolve()
      .then(() => performHere(data))
      .then(
        (outcome) => port?.postMessage({ outcome }),
        (failure: unknown) =>
          port?.postMessage({ failure: failure instanceof Error ? (failure.stack ?? failure.message) : '' }),
      );
  });
}
