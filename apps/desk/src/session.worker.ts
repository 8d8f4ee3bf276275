import { pin } from 'virtual:leeward-directory';
import { scriptAddress } from '@leeward/ui/trusted.ts';
import type { Port } from '@leeward/workspace/desk/rpc.ts';
import type { SignaturePort } from '@leeward/workspace/desk/signatures.ts';
import { startDeskSession } from '@leeward/workspace/desk/worker.ts';
import signaturesAddress from './signatures.worker.ts?worker&url';

/*
 * The only place where keys live (section 8). It answers the commands of the contract, and none of them returns a key.
 * The store takes a moment to open; what the page asks meanwhile waits here, because a message that nobody listens to
 * is lost.
 */

type Listener = (event: MessageEvent) => void;

const early: MessageEvent[] = [];
let deliver: Listener = (event) => early.push(event);
self.addEventListener('message', (event: MessageEvent) => deliver(event));

const listen = (listener: Listener): void => {
  deliver = listener;
  for (const event of early.splice(0)) listener(event);
};

const port: Port = {
  postMessage: (message) => self.postMessage(message),
  addEventListener: (_type, listener) => listen(listener),
};

/** A second worker for signatures; null where the browser gives none, and the session then judges by itself. */
function beside(): SignaturePort | null {
  try {
    return new Worker(scriptAddress(signaturesAddress), { type: 'module', name: 'signatures' });
  } catch {
    return null;
  }
}

/** The public directory that this desk was built with; the browser holds it against the hash. */
async function builtInDirectory(): Promise<Uint8Array<ArrayBuffer> | null> {
  const plain = { cache: 'no-store', credentials: 'omit', redirect: 'error' } as const;
  const answer = await fetch(`/${pin.path}`, { ...plain, integrity: pin.integrity });
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
}

startDeskSession(port, self.location.origin, beside(), builtInDirectory).catch(() => {
  // Without a store there is no session: every question gets that answer, so that the page can say it.
  listen(({ data }: MessageEvent<{ readonly id: number }>) =>
    self.postMessage({
      id: data.id,
      answer: { ok: false, error: { code: 'unsupported', missing: 'IndexedDB' } },
    }),
  );
});
