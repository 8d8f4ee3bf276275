import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/*
 * Only the rows that can be seen are on the page, however many the list has: each stands at its place in a box as high
 * as all of them. Heights are guessed until a row was seen, and then remembered.
 */

/** How many rows are kept ready above and below, so that a turn of the wheel meets no blank. */
const spare = 6;

export type Window = {
  readonly first: number;
  readonly last: number;
  readonly height: number;
  readonly topOf: (index: number) => number;
  readonly measured: (id: string, height: number) => void;
};

/** Where rows begin and end. Kept apart from the page, so that it can be tested without one. */
export function offsetsOf(
  ids: readonly string[],
  heights: ReadonlyMap<string, number>,
  guess: number,
): Float64Array {
  const offsets = new Float64Array(ids.length + 1);
  ids.forEach((id, index) => {
    offsets[index + 1] = (offsets[index] ?? 0) + (heights.get(id) ?? guess);
  });
  return offsets;
}

/** The first row that ends below a place. */
export function rowAt(offsets: Float64Array, place: number): number {
  let [low, high] = [0, offsets.length - 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle + 1] ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low);
}

/** The rows of a list that can be seen now, in a page that scrolls as a whole. */
export function useWindow(box: RefObject<HTMLElement | null>, ids: readonly string[], guess: number): Window {
  const heights = useRef(new Map<string, number>());
  const [, redraw] = useState(0);
  const [seen, setSeen] = useState({ from: 0, to: 1200 });
  const waiting = useRef(false);

  useLayoutEffect(() => {
    const look = (): void => {
      const element = box.current;
      if (element === null) return;
      const top = element.getBoundingClientRect().top;
      const next = { from: -top, to: window.innerHeight - top };
      setSeen((before) =>
        Math.abs(before.from - next.from) < guess / 2 && Math.abs(before.to - next.to) < guess / 2
          ? before
          : next,
      );
    };
    look();
    // A phone that is turned, a window that is made narrower, larger letters: every row has another height.
    const width = new ResizeObserver(() => redraw((count) => count + 1));
    if (box.current !== null) width.observe(box.current);
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      width.disconnect();
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [box, guess]);

  const offsets = offsetsOf(ids, heights.current, guess);
  return {
    first: Math.max(0, rowAt(offsets, seen.from) - spare),
    last: Math.min(ids.length - 1, rowAt(offsets, Math.max(0, seen.to)) + spare),
    height: offsets[ids.length] ?? 0,
    topOf: (index) => offsets[index] ?? 0,
    measured: (id, height) => {
      if (height === 0 || Math.abs((heights.current.get(id) ?? guess) - height) < 1) {
        if (height > 0) heights.current.set(id, height);
        return;
      }
      heights.current.set(id, height);
      // Many rows are measured in one go: the page is drawn again once.
      if (waiting.current) return;
      waiting.current = true;
      requestAnimationFrame(() => {
        waiting.current = false;
        redraw((count) => count + 1);
      });
    },
  };
}
