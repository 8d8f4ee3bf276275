/** Things that were typed a moment ago and are still to be kept: asked before the session locks itself. */
const waiting = new Set<() => Promise<unknown>>();

/** Registers something to be kept before a lock; returns the way to take it back. */
export function onFlush(keep: () => Promise<unknown>): () => void {
  waiting.add(keep);
  return () => {
    waiting.delete(keep);
  };
}

/** Keeps everything that waits. */
export async function flushAll(): Promise<void> {
  await Promise.all([...waiting].map((keep) => keep()));
}
