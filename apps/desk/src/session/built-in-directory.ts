import { pin } from 'virtual:leeward-directory';

/** The public directory that this desk was built with; the browser holds it against the hash. For workers. */
export async function builtInDirectory(): Promise<Uint8Array<ArrayBuffer> | null> {
  const plain = { cache: 'no-store', credentials: 'omit', redirect: 'error' } as const;
  const answer = await fetch(`/${pin.path}`, { ...plain, integrity: pin.integrity });
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
}
