import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Answer, Failure, SessionView } from './contract.ts';
import { oneWindow, usualReload, type WindowPorts } from './one-window.ts';
import type { Handlers, Port } from './rpc.ts';
import { answerOf, serveAnswers } from './rpc.ts';
import { createSession } from './session.ts';
import type { SignaturePort } from './signatures.ts';
import { connectSignatures } from './signatures.ts';
import type { DeviceStore } from './store/device-store.ts';
import { endingStore } from './store/ending-store.ts';
import { indexedDbStore } from './store/indexed-db-store.ts';

/** How long a page may take to keep what is half typed before the work goes to another window. */
const flushMilliseconds = 3000;

/** What a desk needs of its browser; tests give their own. */
export type DeskPlace = {
  readonly openStore: () => Promise<DeviceStore>;
  /** Null where the browser cannot keep two windows apart. */
  readonly windows: WindowPorts | null;
};

function browserPlace(): DeskPlace {
  const me = toHex(randomBytes(16));
  const canTell = 'locks' in navigator && typeof BroadcastChannel === 'function';
  const name = 'leeward-desk';
  return {
    openStore: () => indexedDbStore('desk'),
    windows: canTell ? { name, me, locks: navigator.locks, channel: new BroadcastChannel(name) } : null,
  };
}

/**
 * Serves a session in a worker of the desk: keys live here and nowhere else (section 8). One window of a browser has it
 * at a time (decision 75); the others say so, and can ask for it. `beside` is another worker, in which `serveSignatures`
 * runs; null where the browser gives none. `directory` gives the file of the public directory. Resolves when it is known
 * whether this window works.
 */
export function startDeskSession(
  port: Port,
  origin: string,
  beside: SignaturePort | null = null,
  directory: () => Promise<Bytes | null> = async () => null,
  place: DeskPlace = browserPlace(),
): Promise<void> {
  const signatures = beside === null ? {} : { signatures: connectSignatures(beside) };
  /** Null while another window works. */
  let serving: Partial<Handlers> | null = null;
  /** Ends the session that is served; what it holds of keys goes with it. */
  let close = async (): Promise<void> => {};
  let gaveUp = (): void => {};
  let decided = (): void => {};
  const isDecided = new Promise<void>((resolve) => {
    decided = resolve;
  });

  const { send } = serveAnswers(port, async (command, args) => {
    await isDecided;
    if (serving !== null) return answerOf(serving, command, args);
    if (command === 'session') return yes({ type: 'elsewhere' });
    if (command === 'workHere') turns.take();
    return command === 'workHere' ? done : no({ code: 'locked' });
  });

  const begin = async (): Promise<void> => {
    try {
      const held = endingStore(await place.openStore());
      const { handlers } = await createSession({
        store: held.store,
        origin,
        doorOrigin: doorOriginOf(origin),
        directory,
        send,
        ...signatures,
      });
      close = async () => {
        await handlers.lock({});
        await held.end();
      };
      serving = {
        ...handlers,
        giveUp: async () => {
          gaveUp();
          return done;
        },
      };
    } catch {
      // Without a store there is no session: every question gets that answer, so that the page can say it.
      close = async () => {};
      serving = lacking('IndexedDB');
    }
    decided();
    send({ changed: ['session'] });
  };

  const end = async (): Promise<void> => {
    const flushed = new Promise<void>((resolve) => {
      gaveUp = resolve;
      setTimeout(resolve, flushMilliseconds);
    });
    send({ changed: ['leaving'] });
    await flushed;
    serving = null;
    await close();
    send({ changed: ['session'] });
  };

  if (place.windows === null) {
    serving = lacking('Web Locks');
    decided();
    return isDecided;
  }
  // A window that is loaded anew comes while its own last worker still ends: it is not told of another one at once.
  setTimeout(decided, usualReload);
  const turns = oneWindow(place.windows, begin, end);
  return isDecided;
}

const yes = (value: SessionView): Answer<SessionView> => ({ ok: true, value });
const no = (error: Failure): Answer<never> => ({ ok: false, error });
const done: Answer<null> = { ok: true, value: null };

/** What a browser has not: the page says it, whatever it asks. */
const lacking = (missing: string): Partial<Handlers> => ({
  session: async () => no({ code: 'unsupported', missing }),
});

/** The door is served beside the desk: `desk.` in the host name becomes `door.` (docs/operations.md). */
export function doorOriginOf(origin: string): string {
  return origin.replace('://desk.', '://door.');
}
