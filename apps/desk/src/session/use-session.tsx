import type { Answer, CommandName, Commands, Failure } from '@leeward/workspace/desk/contract.ts';
import type { Session } from '@leeward/workspace/desk/rpc.ts';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { type Acts, createActs } from './acts.ts';
import { createTypedForms, type TypedForms } from './typed-forms.ts';
import { createViews, type ViewName, type Views } from './views.ts';

type Connected = { readonly session: Session; readonly views: Views; readonly forms: TypedForms };

const Context = createContext<Connected | null>(null);

/** Gives every screen below it the session in the worker. */
export function SessionProvider({
  session,
  children,
}: {
  readonly session: Session;
  readonly children: ReactNode;
}): ReactNode {
  const connected = useMemo(
    () => ({ session, views: createViews(session), forms: createTypedForms(session) }),
    [session],
  );
  return <Context value={connected}>{children}</Context>;
}

/** The session. Throws outside of `SessionProvider`, which is a bug. */
export function useSession(): Connected {
  const connected = useContext(Context);
  if (connected === null) throw new Error('useSession outside of SessionProvider');
  return connected;
}

/** What a view answers now, and at every change; undefined before the first answer. */
export function useView<Name extends ViewName>(
  name: Name,
  args: Commands[Name][0],
): Answer<Commands[Name][1]> | undefined {
  const { views } = useSession();
  const key = JSON.stringify(args);
  const watch = useCallback(
    (listener: () => void) => views.watch(name, JSON.parse(key) as Commands[Name][0], listener),
    [views, name, key],
  );
  return useSyncExternalStore(watch, () => views.peek(name, args));
}

/** One command with its state: whether it runs, and why it failed the last time. */
export type Action<Name extends CommandName> = {
  readonly run: (args: Commands[Name][0]) => Promise<Answer<Commands[Name][1]>>;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly clear: () => void;
};

/**
 * A command for a button. While it runs the same is not sent again: the answer of the first call is given to both. What
 * is another act, such as that of the next line, waits for the one before it.
 */
export function useAction<Name extends CommandName>(name: Name): Action<Name> {
  const { session } = useSession();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const acts = useRef<Acts<Commands[Name][0], Answer<Commands[Name][1]>> | null>(null);
  const run = useCallback(
    (args: Commands[Name][0]) => {
      acts.current ??= createActs();
      const queue = acts.current;
      const before = queue.answerTo(args);
      if (before !== null) return before;
      setBusy(true);
      setFailure(null);
      return queue.give(args, async () => {
        const answer = await session.call(name, args);
        if (!answer.ok) setFailure(answer.error);
        if (queue.isLast()) setBusy(false);
        return answer;
      });
    },
    [session, name],
  );
  const clear = useCallback(() => setFailure(null), []);
  return { run, busy, failure, clear };
}
