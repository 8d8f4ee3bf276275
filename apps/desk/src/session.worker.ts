import { scriptAddress } from '@leeward/ui/trusted.ts';
import type { SignaturePort } from '@leeward/workspace/desk/signatures.ts';
import { startDeskSession } from '@leeward/workspace/desk/worker.ts';
import { builtInDirectory } from './session/built-in-directory.ts';
import { earlyPort } from './session/early-port.ts';
import signaturesAddress from './signatures.worker.ts?worker&url';

/*
 * The only place where keys live (section 8). It answers the commands of the contract, and none of them returns a key.
 */

const { port, take } = earlyPort();
self.addEventListener('message', take);

/** A second worker for signatures; null where the browser gives none, and the session then judges by itself. */
function beside(): SignaturePort | null {
  try {
    return new Worker(scriptAddress(signaturesAddress), { type: 'module', name: 'signatures' });
  } catch {
    return null;
  }
}

void startDeskSession(port, self.location.origin, beside(), builtInDirectory);
