import { serveSession } from '@leeward/workspace/desk/rpc.ts';
import { doorOriginOf } from '@leeward/workspace/desk/worker.ts';
import { createSampleSession } from '@leeward/workspace/sample/session.ts';
import { builtInDirectory } from '../session/built-in-directory.ts';
import { earlyPort } from '../session/early-port.ts';

/*
 * The sample organisation of "Look around": the same session as everywhere, over a relay and a store that live in this
 * worker alone. What the page asks while it is being made waits, and is answered when it is ready.
 */

/** How the page names what it wants to see, in the first message. */
export type SampleWish = {
  readonly sample: { readonly organisation: string; readonly officers: readonly string[] };
};

/** Hundreds of people over two years; one seed, so that colleagues who look around together see the same. */
const conversations = 220;
const seed = 1948;

const { port, take } = earlyPort();
self.addEventListener('message', (event: MessageEvent) => {
  // What goes wrong is told to the page, which says so: an unheard failure would leave her waiting.
  if ('sample' in event.data) begin(event.data as SampleWish).catch(reportError);
  else take(event);
});

async function begin({ sample }: SampleWish): Promise<void> {
  const origin = self.location.origin;
  const { handlers } = await createSampleSession({
    origin,
    doorOrigin: doorOriginOf(origin),
    ...sample,
    seed,
    conversations,
    directory: builtInDirectory,
    // The page ends this worker whole.
    signal: new AbortController().signal,
    send: (message) => self.postMessage(message),
  });
  serveSession(port, handlers);
}
