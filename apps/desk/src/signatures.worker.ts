import { serveSignatures } from '@leeward/workspace/desk/signatures.ts';

/*
 * Judges signatures beside the session, so that opening an organisation uses more than one core. It holds no key and is
 * told nothing that the relay does not know: who signed, what was signed, and the signature.
 */
serveSignatures({
  postMessage: (message) => self.postMessage(message),
  addEventListener: (_type, listener) => self.addEventListener('message', listener),
});
