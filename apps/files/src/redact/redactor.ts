import type { ShowFile } from '../messages.ts';
import { button, box as part, withNumbers } from '../parts.ts';
import { type Box, boxBetween, moved, sized } from './boxes.ts';

type Options = {
  readonly source: HTMLCanvasElement;
  readonly file: ShowFile;
  /** Makes the copy; false where the browser could not. */
  readonly copy: (boxes: readonly Box[]) => Promise<boolean>;
  readonly close: () => void;
};

/** How far an arrow key goes, in parts of the picture. */
const step = 0.01;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

/** Where black boxes are laid over a picture: with a mouse, a finger or the keyboard alone. */
export function redactor({ source, file, copy, close }: Options): HTMLElement {
  const { words, locale } = file;
  let boxes: readonly Box[] = [];
  let before: readonly (readonly Box[])[] = [];
  let made = 0;
  const shown = new Map<number, HTMLButtonElement>();

  const stage = part('stage', source);
  // A picture has no reading direction: left is left for everybody who draws on it.
  stage.dir = 'ltr';
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  said.textContent = words.blackOutHint;

  const draw = (): void => {
    for (const [id, element] of shown) {
      if (boxes.some((one) => one.id === id)) continue;
      element.remove();
      shown.delete(id);
    }
    for (const [index, one] of boxes.entries()) {
      const element = shown.get(one.id) ?? place(one.id);
      element.setAttribute('aria-label', withNumbers(words.box, locale, { number: index + 1 }));
      Object.assign(element.style, {
        left: `${one.x * 100}%`,
        top: `${one.y * 100}%`,
        width: `${one.width * 100}%`,
        height: `${one.height * 100}%`,
      });
    }
    for (const one of [undo, remove]) one.setAttribute('aria-disabled', String(isIdle(one)));
  };
  const isIdle = (one: HTMLElement): boolean => (one === undo ? before.length === 0 : boxes.length === 0);
  const become = (next: readonly Box[]): void => {
    before = [...before, boxes];
    boxes = next;
    draw();
  };
  const change = (id: number, to: (box: Box) => Box): void =>
    become(boxes.map((one) => (one.id === id ? to(one) : one)));
  const takeBack = (): void => {
    const last = before.at(-1);
    if (last === undefined) return;
    boxes = last;
    before = before.slice(0, -1);
    draw();
    if (boxes.length === 0) add.focus();
    else shown.get(boxes.at(-1)?.id ?? -1)?.focus();
  };
  const takeAway = (id: number | undefined): void => {
    if (id === undefined || !boxes.some((one) => one.id === id)) return;
    become(boxes.filter((one) => one.id !== id));
    // The keyboard must not fall out of the page with the box.
    (shown.get(boxes.at(-1)?.id ?? -1) ?? add).focus();
  };
  const next = (): number => {
    made += 1;
    return made;
  };

  const place = (id: number): HTMLButtonElement => {
    const element = button('', () => element.focus());
    element.className = 'black';
    element.addEventListener('focus', () => {
      chosen = id;
    });
    element.addEventListener('keydown', (event) => {
      const arrow = arrows[event.key];
      if (arrow !== undefined)
        change(id, (one) => (event.shiftKey ? sized(one, ...arrow) : moved(one, ...arrow)));
      else if (event.key === 'Delete' || event.key === 'Backspace') takeAway(id);
      else return;
      event.preventDefault();
    });
    shown.set(id, element);
    stage.append(element);
    return element;
  };
  let chosen: number | undefined;

  const pointOf = (event: PointerEvent): readonly [number, number] => {
    const { left, top, width, height } = stage.getBoundingClientRect();
    return [(event.clientX - left) / Math.max(width, 1), (event.clientY - top) / Math.max(height, 1)];
  };
  stage.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    stage.setPointerCapture(event.pointerId);
    const from = pointOf(event);
    const [held] = [...shown].find(([, element]) => element === event.target) ?? [];
    const began = boxes;
    const id = held ?? next();
    shown.get(id)?.focus();
    const follow = (to: PointerEvent): void => {
      const [x, y] = pointOf(to);
      const fresh = held === undefined ? boxBetween(id, from, [x, y]) : null;
      if (held !== undefined)
        boxes = began.map((one) => (one.id === id ? moved(one, x - from[0], y - from[1]) : one));
      else boxes = fresh === null ? began : [...began, fresh];
      draw();
    };
    const end = (): void => {
      stage.removeEventListener('pointermove', follow);
      stage.removeEventListener('pointerup', end);
      stage.removeEventListener('pointercancel', end);
      if (boxes !== began) before = [...before, began];
      draw();
      shown.get(id)?.focus();
    };
    stage.addEventListener('pointermove', follow);
    stage.addEventListener('pointerup', end);
    stage.addEventListener('pointercancel', end);
  });

  const add = button(words.addBox, () => {
    const id = next();
    become([...boxes, { id, x: 0.35, y: 0.4, width: 0.3, height: 0.1 }]);
    shown.get(id)?.focus();
  });
  const undo = button(words.undo, takeBack);
  const remove = button(words.removeBox, () => takeAway(chosen ?? boxes.at(-1)?.id));
  const tried = async (all: readonly Box[]): Promise<void> => {
    const done = await copy(all).catch(() => false);
    make.disabled = false;
    if (done) close();
    else said.textContent = words.notCopied;
  };
  const make = button(words.makeCopy, () => {
    if (boxes.length === 0) {
      said.textContent = words.noBox;
      return;
    }
    make.disabled = true;
    void tried(boxes);
  });
  make.className = 'primary';
  const frame = part(
    'redactor',
    said,
    part('tools', add, undo, remove),
    stage,
    part('tools', make, button(words.cancel, close)),
  );
  frame.addEventListener('keydown', (event) => {
    if (event.key === 'z' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      takeBack();
    }
  });
  draw();
  return frame;
}
