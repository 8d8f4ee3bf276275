import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import type { FromWorker } from './contract.ts';
import type { Port } from './rpc.ts';
import { serveSession } from './rpc.ts';
import { createSession } from './session.ts';
import type { SignaturePort } from './signatures.ts';
import { connectSignatures } from './signatures.ts';
import { indexedDbStore } from './store/indexed-db-store.ts';

/**
 * Serves a session in a worker of the desk: keys live here and nowhere else (section 8). `beside` is another worker, in
 * which `serveSignatures` runs; null where the browser gives none. `directory` gives the file of the public directory.
 */
export async function startDeskSession(
  port: Port,
  origin: string,
  beside: SignaturePort | null = null,
  directory: () => Promise<Bytes | null> = async () => null,
): Promise<void> {
  let send: (message: FromWorker) => void = () => undefined;
  const { handlers } = await createSession({
    store: await indexedDbStore('desk'),
    origin,
    doorOrigin: doorOriginOf(origin),
    directory,
    send: (message) => send(message),
    ...(beside === null ? {} : { signatures: connectSignatures(beside) }),
  });
  send = serveSession(port, handlers).send;
}

/** The door is served beside the desk: `desk.` in the host name becomes `door.` (docs/operations.md). */
export function doorOriginOf(origin: string): string {
  return origin.replace('://desk.', '://door.');
}
