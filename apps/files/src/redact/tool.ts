import type { ShowFile } from '../messages.ts';
import { button, sentence } from '../parts.ts';
import type { Box } from './boxes.ts';
import { redactor } from './redactor.ts';

/**
 * A button that opens the redactor in the place of `view`, and a line for a word when a copy was made. Nothing where no
 * copies are wanted.
 */
export function blackOutTool(
  file: ShowFile,
  view: HTMLElement,
  source: () => Promise<HTMLCanvasElement | null>,
  copy: (canvas: HTMLCanvasElement, boxes: readonly Box[]) => Promise<boolean>,
): readonly HTMLElement[] {
  if (!file.copies) return [];
  const { words } = file;
  const told = sentence('');
  told.setAttribute('role', 'status');

  const begin = async (): Promise<void> => {
    told.textContent = '';
    open.disabled = true;
    const canvas = await source().catch(() => null);
    open.disabled = false;
    if (canvas === null) {
      told.textContent = words.notCopied;
      return;
    }
    const made = async (boxes: readonly Box[]): Promise<boolean> => {
      const done = await copy(canvas, boxes);
      if (done) told.textContent = words.copyMade;
      return done;
    };
    const close = (): void => {
      edited.remove();
      view.hidden = false;
      open.focus();
    };
    const edited = redactor({ source: canvas, file, copy: made, close });
    view.hidden = true;
    view.after(edited);
    edited.querySelector('button')?.focus();
  };
  const open = button(words.blackOut, () => void begin());
  return [open, told];
}
