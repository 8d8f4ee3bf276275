import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { onFlush } from '../session/flush.ts';
import { typedDrafts } from '../session/kept-forms.ts';
import { useSession } from '../session/use-session.tsx';

/** What is being typed, and whether all of it is kept. */
export type Draft = {
  readonly text: string;
  readonly kept: boolean;
  readonly change: (text: string) => void;
  /** Keeps it now instead of soon. */
  readonly keep: () => Promise<void>;
};

/** How long a pause in typing must be before the draft is kept, in milliseconds; a long stretch is kept meanwhile too. */
export const draftPause = 700;

/** A draft of a reply, kept in the session while it is typed and before a lock. `first` is what was kept before. */
export function useDraft(record: string, first: string): Draft {
  const { session } = useSession();
  const begin = typedDrafts.get(record) ?? first;
  const [text, setText] = useState(begin);
  const [kept, setKept] = useState(true);
  const latest = useRef(begin);
  const saved = useRef(first);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const keep = useCallback(async () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    const keeping = latest.current;
    if (keeping === saved.current) return;
    const answer = await session.call('keepDraft', { record, text: keeping });
    if (!answer.ok) return;
    saved.current = keeping;
    setKept(latest.current === keeping);
  }, [session, record]);

  const change = useCallback(
    (next: string) => {
      latest.current = next;
      typedDrafts.set(record, next);
      setText(next);
      setKept(next === saved.current);
      // A timer that runs already is left to run: who types without a pause is kept all the same.
      timer.current ??= setTimeout(() => {
        timer.current = null;
        void keep();
      }, draftPause);
    },
    [keep, record],
  );

  useEffect(() => {
    const forget = onFlush(keep);
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') void keep();
    };
    document.addEventListener('visibilitychange', onHide);
    return () => {
      forget();
      document.removeEventListener('visibilitychange', onHide);
      void keep();
    };
  }, [keep]);

  return useMemo(() => ({ text, kept, change, keep }), [text, kept, change, keep]);
}
