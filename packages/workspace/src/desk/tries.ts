import { fromUtf8, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import type { DeviceStore } from './store/device-store.ts';

/*
 * Wrong passphrases wait (fault 65): a colleague's child at the keyboard gets nowhere, and nothing is ever deleted for it.
 * Whoever copies the disk is not stopped by this, but by Argon2id and the device's own secret.
 */

const place = 'tries';
/** So many may be wrong at once: everybody mistypes. */
export const freeTries = 5;
const longest = 60_000;

type Tries = { readonly count: number; readonly last: number };

/** Until when the next passphrase is not looked at; null where it is. Milliseconds since 1970. */
export async function waitingUntil(store: DeviceStore, now: number): Promise<number | null> {
  const { count, last } = await triesOf(store);
  if (count < freeTries) return null;
  // A clock that was set back must not lock anybody out for longer than one wait.
  const until = Math.min(last, now) + Math.min(longest, 1000 * 2 ** (count - freeTries));
  return until > now ? until : null;
}

/** Notes that one was wrong. */
export async function noteWrong(store: DeviceStore, now: number): Promise<void> {
  const { count } = await triesOf(store);
  await store.put(place, utf8(JSON.stringify({ count: count + 1, last: now } satisfies Tries)));
}

/** Notes that one was right. */
export const noteRight = (store: DeviceStore): Promise<void> => store.delete(place);

async function triesOf(store: DeviceStore): Promise<Tries> {
  const kept = await store.get(place);
  const text = kept === null ? null : fromUtf8(kept);
  try {
    const { count, last } = JSON.parse(text?.ok ? text.value : '{}') as Partial<Tries>;
    if (Number.isSafeInteger(count) && typeof last === 'number') return { count: count ?? 0, last };
  } catch {
    // Damaged: as if nothing had been tried.
  }
  return { count: 0, last: 0 };
}
