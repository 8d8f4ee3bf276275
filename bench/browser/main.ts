import { connectSession, type Port } from '@leeward/workspace/desk/rpc.ts';
import type { SignaturePort } from '@leeward/workspace/desk/signatures.ts';
import { serveSignatures } from '@leeward/workspace/desk/signatures.ts';
import { startDeskSession } from '@leeward/workspace/desk/worker.ts';
import { measureFloor } from './floor.ts';
import { openDesk, prepare, unlock } from './open-desk.ts';
import type { Floor, Opened, Task, Unlocked } from './tasks.ts';

/*
 * One bundle for the page and for its workers, as the page starts them from this very file. A desk is opened as it ships:
 * its session in a worker, with another that judges signatures, and the list asked for by the page. What it is compared
 * with runs in a worker too.
 */

type Outcome = Floor | Opened | Unlocked | { readonly done: true };
type WorkerName = 'tasks' | 'session' | 'signatures';

declare global {
  /** Performs a task, on this page or in a worker of it. */
  var perform: (task: Task) => Promise<Outcome>;
}

type Factory = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => string };
};

/** One policy for all: a page may make each name once where Trusted Types are enforced. */
let policy: ReturnType<Factory['createPolicy']> | undefined;

/** A worker of this very file, where Trusted Types are enforced as well as elsewhere. */
function startWorker(name: WorkerName): Worker {
  policy ??= (globalThis as { readonly trustedTypes?: Factory }).trustedTypes?.createPolicy('leeward', {
    createScriptURL: (address) => address,
  });
  const address = policy === undefined ? import.meta.url : policy.createScriptURL(import.meta.url);
  return new Worker(address, { type: 'module', name });
}

function performInWorker(task: Exclude<Task, { kind: 'open' }>): Promise<Outcome> {
  switch (task.kind) {
    case 'prepare':
      return prepare(task);
    case 'unlock':
      return unlock(task);
    case 'floor':
      return measureFloor(task);
  }
}

/** Opens a desk whose worker is ready, as it is by the time that somebody has typed a passphrase. */
async function performOpening(task: Extract<Task, { kind: 'open' }>): Promise<Opened> {
  const worker = startWorker('session');
  await new Promise<void>((resolve, reject) => {
    worker.addEventListener('message', () => resolve(), { once: true });
    worker.addEventListener('error', () => reject(new Error('the worker did not start')));
  });
  return openDesk(task, connectSession(worker));
}

function askWorker(task: Task): Promise<Outcome> {
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise<Outcome>((resolve, reject) => {
    port1.onmessage = ({ data }) => {
      if (data.failure === undefined) resolve(data.outcome);
      else reject(new Error(data.failure));
    };
  });
  startWorker('tasks').postMessage(task, [port2]);
  return answered;
}

function serveTasks(): void {
  addEventListener('message', ({ data, ports: [port] }: MessageEvent<Exclude<Task, { kind: 'open' }>>) => {
    performInWorker(data).then(
      (outcome) => port?.postMessage({ outcome }),
      (failure: unknown) =>
        port?.postMessage({ failure: failure instanceof Error ? (failure.stack ?? failure.message) : '' }),
    );
  });
}

if (typeof document !== 'undefined') {
  globalThis.perform = (task) => (task.kind === 'open' ? performOpening(task) : askWorker(task));
} else
  switch ((globalThis as { readonly name?: string }).name as WorkerName) {
    case 'tasks':
      serveTasks();
      break;
    case 'session':
      await startDeskSession(globalThis as unknown as Port, location.origin, startWorker('signatures'));
      postMessage({ progress: { of: 'start', done: 1, total: 1 } });
      break;
    case 'signatures':
      serveSignatures(globalThis as unknown as SignaturePort);
  }
