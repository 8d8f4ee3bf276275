import type { Answer } from '@leeward/workspace/desk/contract.ts';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useSpeech } from '../language/speech.tsx';
import { failureWords } from '../session/failure.ts';
import { useMemberName } from '../session/organisation.tsx';
import { useKeys, useSingleKeys } from './use-keys.ts';

/** A short word that something was done, with a way to undo it. */
export type Notice = {
  readonly text: string;
  readonly undo?: { readonly label: string; readonly run: () => Promise<Answer<unknown>> };
};

const Context = createContext<(notice: Notice) => void>(() => undefined);

/** Says that something was done. */
export function useNotice(): (notice: Notice) => void {
  return useContext(Context);
}

const noKeys = {};
/** The key that undoes what was just done. */
const undoKey = 'z';

/** How long a notice stays that only says that something was done; one that can be undone stays until it is closed. */
const readingTime = 8_000;

/** Shows one notice at a time, in place of the one before. */
export function NoticeProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useSpeech();
  const [shown, setShown] = useState<{ readonly notice: Notice; readonly number: number } | null>(null);
  const count = useRef(0);
  const say = useCallback((notice: Notice) => {
    count.current += 1;
    setShown({ notice, number: count.current });
  }, []);
  const close = useCallback(() => setShown(null), []);
  useEffect(() => {
    if (shown === null || shown.notice.undo !== undefined) return;
    const timer = setTimeout(close, readingTime);
    return () => clearTimeout(timer);
  }, [shown, close]);
  const undo = useMemo(() => shown?.notice.undo, [shown]);
  const nameOf = useMemberName();
  const takeBack = async (): Promise<void> => {
    if (undo === undefined) return;
    close();
    const answer = await undo.run();
    // The screen where it was done may be gone: that it still stands is said here.
    if (!answer.ok) say({ text: failureWords(t, answer.error, nameOf).title });
  };
  const single = useSingleKeys();
  useKeys(undo === undefined ? noKeys : { [undoKey]: () => void takeBack() });
  return (
    <Context value={say}>
      {children}
      <div className="notices screen-only" role="status" aria-live="polite">
        {shown === null ? null : (
          <div className="notice card" key={shown.number}>
            <span>{shown.notice.text}</span>
            <span className="cluster">
              {undo === undefined ? null : (
                <button
                  type="button"
                  className="button quiet"
                  aria-keyshortcuts={single ? undoKey : undefined}
                  onClick={() => void takeBack()}
                >
                  {undo.label}
                  {single ? (
                    <span className="press" aria-hidden="true">
                      {undoKey}
                    </span>
                  ) : null}
                </button>
              )}
              <button type="button" className="button quiet" onClick={close}>
                {t('common.close')}
              </button>
            </span>
          </div>
        )}
      </div>
    </Context>
  );
}
