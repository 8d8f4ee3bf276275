import { scriptAddress } from '@leeward/ui/trusted.ts';
import { type ReleaseWatch, watchRelease } from './release-watch.ts';

/** How often a page asks for a newer release, in milliseconds. */
const HOUR = 3_600_000;
/** How long a page waits for its first guard before it goes on and says that nothing is checked yet. */
const FIRST_GUARD = 10_000;

/** Watches over this page; `known` resolves when its files were checked, could not be, or took too long. */
export function watchThisPage(): { readonly watch: ReleaseWatch; readonly known: Promise<void> } {
  const watch = watchRelease({
    container: 'serviceWorker' in navigator ? navigator.serviceWorker : undefined,
    scriptAddress,
    reload: () => window.location.reload(),
    everySoOften: (look) => {
      setInterval(look, HOUR);
      window.addEventListener('online', look);
    },
  });
  const late = new Promise<void>((resolve) => setTimeout(resolve, FIRST_GUARD));
  return { watch, known: Promise.race([watch.settled, late]) };
}
