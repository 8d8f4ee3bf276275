import type { DoorLocale } from '@leeward/ui/language/languages.ts';

/*
 * Leaving quickly (docs/decisions/0005-quick-exit.md): the page is emptied at once, everything under way is stopped, and
 * a harmless page of our own takes its place in the history. No other server is asked for anything.
 */

const PRESSES = 3;
/** Within so many milliseconds. */
const TOGETHER = 1500;

let isLeaving = false;
const stopping: (() => void)[] = [];

/** What must stop when she leaves: uploads, requests. */
export function stopOnLeaving(stop: () => void): void {
  stopping.push(stop);
}

/** The page that is opened instead, in her language. */
export const harmlessPage = (locale: DoorLocale): string =>
  locale === 'en' ? '/measures.html' : `/measures.${locale}.html`;

export function leave(locale: DoorLocale): void {
  isLeaving = true;
  for (const stop of stopping) stop();
  // What was on the screen is gone before the next page has come, also when the line is dead.
  document.body.replaceChildren();
  location.replace(harmlessPage(locale));
}

/** Esc three times leaves from anywhere on the page. Returns the way to stop listening. */
export function listenForEscape(locale: () => DoorLocale): () => void {
  let presses: number[] = [];
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.repeat) return;
    // When the key was pressed, and not when a phone that is busy locking words has come to hear of it.
    const now = event.timeStamp;
    presses = [...presses.filter((press) => now - press < TOGETHER), now];
    if (presses.length >= PRESSES) leave(locale());
  };
  addEventListener('keydown', onKey, true);
  return () => removeEventListener('keydown', onKey, true);
}

/** Asks before the page is closed by accident while something unsent is on it; never when she leaves on purpose. */
export function guardUnsent(isUnsent: () => boolean): () => void {
  const onUnload = (event: BeforeUnloadEvent): void => {
    if (!isLeaving && isUnsent()) event.preventDefault();
  };
  // Nothing of it waits in the browser's memory for the Back button, and no picture of it for the list of tabs.
  const onHide = (): void => document.body.replaceChildren();
  // A page that comes back out of the browser's memory would show what was typed: it starts anew.
  const onShow = (event: PageTransitionEvent): void => {
    if (event.persisted) location.reload();
  };
  addEventListener('beforeunload', onUnload);
  addEventListener('pagehide', onHide);
  addEventListener('pageshow', onShow);
  return () => {
    removeEventListener('beforeunload', onUnload);
    removeEventListener('pagehide', onHide);
    removeEventListener('pageshow', onShow);
  };
}
