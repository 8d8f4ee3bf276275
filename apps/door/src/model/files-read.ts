import { useEffect, useRef } from 'preact/hooks';
import type { ChosenFile } from './answers.ts';

/** Whether a file is still being read and cleaned: nothing may go without it unnoticed. */
export const isPreparing = ({ ready, problem }: ChosenFile): boolean => ready === null && problem === null;

/** Waits until every file that was chosen has been read, which takes an old phone its time. */
export function useFilesRead(files: readonly ChosenFile[]): () => Promise<void> {
  const newest = useRef(files);
  newest.current = files;
  const waiting = useRef<readonly (() => void)[]>([]);
  useEffect(() => {
    if (files.some(isPreparing)) return;
    for (const goOn of waiting.current) goOn();
    waiting.current = [];
  }, [files]);
  return () =>
    newest.current.some(isPreparing)
      ? new Promise((goOn) => {
          waiting.current = [...waiting.current, goOn];
        })
      : Promise.resolve();
}
