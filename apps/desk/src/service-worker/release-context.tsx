import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { ReleaseView, ReleaseWatch } from './release-watch.ts';

const Context = createContext<ReleaseWatch | null>(null);

/** Lets screens see from which release this page is. Without it (in a test, in a demonstration) they show nothing. */
export function ReleaseProvider({
  watch,
  children,
}: {
  readonly watch: ReleaseWatch;
  readonly children: ReactNode;
}): ReactNode {
  return <Context value={watch}>{children}</Context>;
}

/** What is known of this page's release, and what can be done; null outside of a provider. */
export function useRelease(): { readonly view: ReleaseView; readonly watch: ReleaseWatch } | null {
  const watch = useContext(Context);
  const view = useSyncExternalStore(watch?.subscribe ?? never, watch?.view ?? nothing);
  return watch === null || view === null ? null : { view, watch };
}

const never = (): (() => void) => () => undefined;
const nothing = (): null => null;
