import { useRef, useState } from 'react';

/** How many steps can be taken back. */
const most = 200;
/** Letters that follow each other within so many milliseconds are one step. */
const together = 1500;

export type History<State> = {
  readonly past: readonly State[];
  readonly future: readonly State[];
};
export const noHistory = { past: [], future: [] };

/** After one more step; typing on is no new step. */
export function stepped<State>(history: History<State>, before: State, isTypingOn: boolean): History<State> {
  if (isTypingOn && history.past.length > 0) return { ...history, future: [] };
  return { past: [...history.past, before].slice(-most), future: [] };
}

/** One step back or forward; null where there is none. */
export function turned<State>(
  { past, future }: History<State>,
  now: State,
  way: 'back' | 'forward',
): { readonly history: History<State>; readonly state: State } | null {
  const from = way === 'back' ? past : future;
  const state = from.at(-1);
  if (state === undefined) return null;
  const rest = from.slice(0, -1);
  return {
    state,
    history:
      way === 'back' ? { past: rest, future: [...future, now] } : { past: [...past, now], future: rest },
  };
}

/** Steps of somebody who builds a form. `step` says what is typed into: letters in one field are one step. */
export function useHistory<State>(now: State, put: (state: State) => void) {
  const [history, setHistory] = useState<History<State>>(noHistory);
  const last = useRef({ field: '', at: 0 });
  return {
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change: (next: State, field = ''): void => {
      const at = Date.now();
      const isTypingOn = field !== '' && last.current.field === field && at - last.current.at < together;
      last.current = { field, at };
      setHistory(stepped(history, now, isTypingOn));
      put(next);
    },
    turn: (way: 'back' | 'forward'): void => {
      const result = turned(history, now, way);
      if (result === null) return;
      last.current = { field: '', at: 0 };
      setHistory(result.history);
      put(result.state);
    },
  };
}
