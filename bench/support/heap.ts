import type { Page } from 'playwright-core';

/** What a worker of a page holds, in bytes, after its garbage was collected: its own things, and buffers beside them. */
export type Heap = { readonly things: number; readonly buffers: number };

type Message = {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};

/** The heaps of all workers of a page, by the worker's name, through the debugger. */
export async function heapsOf(page: Page): Promise<ReadonlyMap<string, Heap>> {
  const line = await page.context().newCDPSession(page);
  const waiting = new Map<number, (message: Message) => void>();
  const workers = new Map<string, string>();
  line.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.set(sessionId, targetInfo.title);
  });
  line.on('Target.receivedMessageFromTarget', ({ message }) => {
    const said = JSON.parse(message) as Message;
    if (said.id !== undefined) waiting.get(said.id)?.(said);
  });
  let last = 0;
  const ask = async (sessionId: string, method: string): Promise<unknown> => {
    last += 1;
    const id = last;
    const answered = new Promise<Message>((resolve) => waiting.set(id, resolve));
    await line.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    const { result, error } = await answered;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  };
  // The answer comes after every worker that there is was told.
  await line.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const heaps = new Map<string, Heap>();
  for (const [session, name] of workers) {
    await ask(session, 'HeapProfiler.collectGarbage');
    const found = (await ask(session, 'Runtime.getHeapUsage')) as {
      readonly usedSize: number;
      readonly backingStorageSize?: number;
    };
    heaps.set(name, { things: found.usedSize, buffers: found.backingStorageSize ?? 0 });
  }
  await line.detach();
  return heaps;
}
