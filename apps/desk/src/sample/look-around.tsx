import { scriptAddress } from '@leeward/ui/trusted.ts';
import { connectSession, type Session } from '@leeward/workspace/desk/rpc.ts';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { SampleWish } from './sample.worker.ts';
import workerAddress from './sample.worker.ts?worker&url';

/** Looking around in a sample organisation, made on this device and thrown away with the page. */
export type LookAround = {
  /** How far the sample is; null while none is being made. */
  readonly making: { readonly done: number; readonly total: number } | null;
  /** Whether the screens show the sample now. */
  readonly isInside: boolean;
  readonly failed: boolean;
  readonly begin: (wish: SampleWish['sample']) => void;
  /** Stops making it, or leaves it. */
  readonly leave: () => void;
};

const Context = createContext<LookAround>({
  making: null,
  isInside: false,
  failed: false,
  begin: () => undefined,
  leave: () => undefined,
});

export const useLookAround = (): LookAround => useContext(Context);

/** Gives the screens the real session, or that of the sample while somebody looks around. */
export function LookAroundProvider({
  session,
  children,
}: {
  readonly session: Session;
  readonly children: (session: Session) => ReactNode;
}): ReactNode {
  const worker = useRef<Worker | null>(null);
  const [making, setMaking] = useState<LookAround['making']>(null);
  const [sample, setSample] = useState<Session | null>(null);
  const [failed, setFailed] = useState(false);

  const leave = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
    setMaking(null);
    setSample(null);
    window.location.hash = '';
  }, []);

  const begin = useCallback(
    (wish: SampleWish['sample']) => {
      if (worker.current !== null) return;
      setFailed(false);
      setMaking({ done: 0, total: 0 });
      const made = new Worker(scriptAddress(workerAddress), { type: 'module', name: 'sample' });
      worker.current = made;
      const inside = withoutLock(connectSession(made), leave);
      const isCurrent = (): boolean => worker.current === made;
      inside.onProgress(({ of, done, total }) => {
        if (of === 'sample' && isCurrent()) setMaking({ done, total });
      });
      made.addEventListener('error', () => {
        if (!isCurrent()) return;
        leave();
        setFailed(true);
      });
      made.postMessage({ sample: wish } satisfies SampleWish);
      void inside.call('session', {}).then(() => {
        if (!isCurrent()) return;
        setMaking(null);
        setSample(inside);
      });
    },
    [leave],
  );

  const value = useMemo(
    () => ({ making, isInside: sample !== null, failed, begin, leave }),
    [making, sample, failed, begin, leave],
  );
  return <Context value={value}>{children(sample ?? session)}</Context>;
}

/** A sample has no passphrase: whoever locks it has seen enough, and is back where she was. */
function withoutLock(session: Session, leave: () => void): Session {
  return {
    ...session,
    call: (command, args) => {
      if (command !== 'lock' && command !== 'wipe') return session.call(command, args);
      leave();
      return new Promise(() => undefined);
    },
  };
}
