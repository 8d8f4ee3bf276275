import { type ReactNode, useLayoutEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Line } from './line-of.ts';

/*
 * What can be looked for in a line is what a reader sees in it: the sentence in her language, names of colleagues, kinds,
 * countries, days. Each part of a file writes its own sentences, so they are read off a drawing of the lines that is never
 * put on the page; typed words that a sentence leaves out come from the line itself. Nothing is drawn until somebody looks.
 */

/** The words of each line by its key, drawn once somebody looks for words; `drawing` has to stand somewhere on the screen. */
export function useLineWords(
  lines: readonly Line[],
  wanted: boolean,
  draw: (line: Line) => ReactNode,
): { readonly words: ReadonlyMap<string, string>; readonly drawing: ReactNode } {
  const [words, setWords] = useState<ReadonlyMap<string, string>>(new Map());
  const sheet = useMemo(() => document.createElement('div'), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again whenever other lines are drawn
  useLayoutEffect(() => {
    if (!wanted) return;
    const read = new Map<string, string>();
    for (const line of sheet.querySelectorAll<HTMLElement>('[data-line]'))
      read.set(line.dataset['line'] ?? '', line.textContent ?? '');
    setWords((before) => (isSame(before, read) ? before : read));
  }, [wanted, lines, sheet]);
  const drawing = wanted
    ? createPortal(
        lines.map((line) => (
          <div key={line.key} data-line={line.key}>
            {draw(line)}
          </div>
        )),
        sheet,
      )
    : null;
  return { words, drawing };
}

function isSame(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): boolean {
  return left.size === right.size && [...right].every(([key, text]) => left.get(key) === text);
}
