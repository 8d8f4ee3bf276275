import type { FromGuard, GuardState, ToGuard, Trouble } from '@leeward/workspace/release/guard-messages.ts';
import { missingHere } from '@leeward/workspace/release/protections.ts';

/*
 * The page's side of the guard (section 8, faults 67 and 68): starts it, asks it now and then whether there is a newer
 * release, and notices what a guard cannot: that the server has replaced the guard itself, which every browser allows.
 */

export type ReleaseView = GuardState & {
  readonly guard:
    | 'starting'
    /** This page is made of the files of a checked release. */
    | 'guarding'
    /** This browser, or this kind of window, has no service workers: nothing is checked. */
    | 'unsupported'
    /** The guard refused to begin; `refused` says why. Nothing is checked. */
    | 'failed';
  /** Protections that the server's answers have lost on their way. */
  readonly missing: readonly string[];
  /** A guard that nobody here accepted has taken over: what this page is made of from now on is the server's choice. */
  readonly replaced: boolean;
  /** Another guard waits, and no newer release explains it. Only a person can say that its key is to be trusted. */
  readonly stranger: boolean;
};

export type ReleaseWatch = {
  readonly view: () => ReleaseView;
  readonly subscribe: (listener: () => void) => () => void;
  /** Puts the offered release into use and loads the page again. */
  readonly accept: () => Promise<void>;
  /** Lets the guard that waits take over, with the keys that it brings, and loads the page again. */
  readonly trustAnew: () => void;
  /** Resolves once it is known whether this page is guarded. Never rejects. */
  readonly settled: Promise<void>;
};

export type WatchParts = {
  /** Undefined where the browser has none. */
  readonly container: ServiceWorkerContainer | undefined;
  /** Makes an address one that a script may be loaded from (Trusted Types). */
  readonly scriptAddress: (address: string) => string;
  readonly reload: () => void;
  /** Calls back when it is time to look again. */
  readonly everySoOften: (look: () => void) => void;
};

const SCRIPT = '/service-worker.js';
/** How long a guard may take to answer, in milliseconds: a new release is fetched meanwhile. */
const PATIENCE = 120_000;

export function watchRelease(parts: WatchParts): ReleaseWatch {
  const { container, reload } = parts;
  const listeners = new Set<() => void>();
  let view: ReleaseView = {
    guard: container === undefined ? 'unsupported' : 'starting',
    running: null,
    offered: null,
    refused: null,
    missing: [],
    replaced: false,
    stranger: false,
  };
  let settle: () => void = () => undefined;
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const show = (part: Partial<ReleaseView>): void => {
    view = { ...view, ...part };
    for (const listener of listeners) listener();
    if (view.guard !== 'starting') settle();
  };
  let registration: ServiceWorkerRegistration | undefined;
  // Whether a person here agreed to another guard.
  let expected = false;

  const take = async (state: GuardState | null): Promise<void> => {
    if (state === null) return;
    const next = registration?.waiting ?? null;
    if (next === null || state.offered !== null) return show({ ...state, stranger: false });
    // A guard that came with the release in use begins by itself, when no page of the one before is open any more.
    show({ ...state, stranger: !(await isOfRunningRelease()) });
  };
  const look = async (): Promise<void> => {
    show({ missing: (await missingHere('desk')) ?? view.missing });
    if (view.guard === 'guarding') await take(await askGuard(registration?.active, 'check'));
  };
  const begin = async (serviceWorkers: ServiceWorkerContainer): Promise<void> => {
    let guarded = serviceWorkers.controller !== null;
    serviceWorkers.addEventListener('message', ({ data }: MessageEvent<Partial<FromGuard> | null>) => {
      if (data?.leeward === 'not-installed' && data.trouble !== undefined && view.guard !== 'guarding')
        show({ refused: data.trouble, guard: 'failed' });
    });
    serviceWorkers.startMessages();
    serviceWorkers.addEventListener('controllerchange', () => {
      if (guarded && !expected) show({ replaced: true });
      guarded = true;
    });
    registration = await serviceWorkers.register(parts.scriptAddress(SCRIPT), { updateViaCache: 'none' });
    const watched = registration;
    watched.addEventListener('updatefound', () => {
      if (watched.installing !== null && watched.active !== null) void ready(watched.installing).then(look);
    });
    const first = watched.installing ?? watched.waiting;
    if (watched.active === null && first !== null && !(await ready(first, 'activated'))) {
      const unexplained: Trouble = { code: 'no-manifest', details: [] };
      return show({ guard: 'failed', refused: view.refused ?? unexplained });
    }
    show({ guard: 'guarding' });
  };

  const begun =
    container === undefined
      ? Promise.resolve()
      : begin(container).catch(() => {
          // A script that is missing, or a browser that refuses: the page works, and says that it is not guarded.
          show({ guard: 'failed', refused: view.refused ?? { code: 'no-manifest', details: [] } });
        });
  void begun.then(() => {
    settle();
    parts.everySoOften(() => void look());
    return look();
  });

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    accept: async () => {
      if ((await askGuard(registration?.active, 'accept')) !== null) reload();
    },
    trustAnew: () => {
      const next = registration?.waiting ?? null;
      if (next === null || container === undefined) return;
      expected = true;
      container.addEventListener('controllerchange', reload, { once: true });
      // Said again until it is so: a browser may pass over it while the guard before is still at work.
      const call = (): void => next.postMessage({ leeward: 'activate' } satisfies ToGuard);
      call();
      setInterval(call, 500);
    },
    settled,
  };
}

/** Whether the guard's script, as the server gives it now, is the one of the release in use: the guard itself judges. */
async function isOfRunningRelease(): Promise<boolean> {
  const answer = await fetch(SCRIPT, { cache: 'no-store' }).catch(() => null);
  return answer?.ok === true;
}

/** Asks a guard and waits for its state; null when it does not answer. */
function askGuard(
  guard: ServiceWorker | null | undefined,
  leeward: 'check' | 'accept',
): Promise<GuardState | null> {
  if (guard === null || guard === undefined) return Promise.resolve(null);
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(null), PATIENCE);
    port1.onmessage = ({ data }: MessageEvent<GuardState>) => {
      clearTimeout(late);
      port1.close();
      resolve(data);
    };
    guard.postMessage({ leeward } satisfies ToGuard, [port2]);
  });
}

/** Whether a guard came as far as `wanted`; false when it was thrown away before. */
function ready(guard: ServiceWorker, wanted: 'installed' | 'activated' = 'installed'): Promise<boolean> {
  const order: readonly ServiceWorkerState[] = ['installing', 'installed', 'activating', 'activated'];
  return new Promise((resolve) => {
    const judge = (): void => {
      if (guard.state === 'redundant') resolve(false);
      else if (order.indexOf(guard.state) >= order.indexOf(wanted)) resolve(true);
    };
    guard.addEventListener('statechange', judge);
    judge();
  });
}
