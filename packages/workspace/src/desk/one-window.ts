/*
 * Two windows of one browser share what the desk keeps there, and each would go on from what it holds in memory: rows
 * of one would lie over rows of the other, and one device would sign two entries for one place. So one window works at
 * a time (decision 75). The browser's own lock says which: it falls with its window, however that ends.
 */

/** What it needs of a browser. Everybody who uses one `name` shares one place. */
export type WindowPorts = {
  readonly name: string;
  readonly locks: Pick<LockManager, 'request'>;
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;
  /** This window, among those that wait. */
  readonly me: string;
  /**
   * Milliseconds that a window which is loaded anew has to find its place again: those that wait leave it free so long,
   * and itself it takes what becomes free so soon after its beginning.
   */
  readonly reload?: number;
};

export const usualReload = 1500;

export type OneWindow = {
  /** Asks whichever window works to leave the work to this one. Nothing happens where this one works. */
  readonly take: () => void;
};

type Asked = { readonly give: string };

/**
 * Waits for its turn. `begin` runs when this window may work; until the promise of `end` is kept, no other begins.
 * `end` runs when another window was asked for, and has to leave nothing under way.
 */
export function oneWindow(
  { name, locks, channel, me, reload = usualReload }: WindowPorts,
  begin: () => Promise<void>,
  end: () => Promise<void>,
): OneWindow {
  let leave: (() => void) | null = null;
  /** Takes the place as soon as it is free: newly loaded, or asked for by a person. */
  let eager = true;
  setTimeout(() => {
    eager = false;
  }, reload);

  const work = async (): Promise<void> => {
    // Before the first step of the beginning: who is asked to leave meanwhile leaves when it has begun.
    const asked = new Promise<void>((resolve) => {
      leave = resolve;
    });
    await begin();
    await asked;
    leave = null;
    eager = false;
    await end();
  };
  /** In the queue behind all others. Who is not eager lets the place go once more, for a window that is just loaded. */
  const queue = async (): Promise<void> => {
    const waited = await locks.request(name, async () => (eager ? work() : 'free'));
    setTimeout(waited === 'free' ? () => void look() : () => void queue(), reload);
  };
  /** Whether the place is still free. */
  const look = async (): Promise<void> => {
    await locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock !== null) await work();
    });
    void queue();
  };

  channel.addEventListener('message', ({ data }: MessageEvent) => {
    if ((data as Asked).give === me) return;
    eager = false;
    leave?.();
  });
  void queue();
  return {
    take: () => {
      if (leave !== null) return;
      eager = true;
      channel.postMessage({ give: me } satisfies Asked);
    },
  };
}
