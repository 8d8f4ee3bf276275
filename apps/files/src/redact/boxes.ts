/* Black boxes over a picture, in parts of its width and height: from 0 to 1, whatever size it is shown in. */

export type Box = {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Smaller boxes cannot be seen or held, in parts of the picture. */
const smallest = 0.01;

const within = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** The box between two points; null where they are so close that nobody meant one. */
export function boxBetween(
  id: number,
  from: readonly [number, number],
  to: readonly [number, number],
): Box | null {
  const [left, right] = [from[0], to[0]].map((one) => within(one, 0, 1)).toSorted((a, b) => a - b);
  const [top, bottom] = [from[1], to[1]].map((one) => within(one, 0, 1)).toSorted((a, b) => a - b);
  const [x, y, width, height] = [left ?? 0, top ?? 0, (right ?? 0) - (left ?? 0), (bottom ?? 0) - (top ?? 0)];
  return width < smallest || height < smallest ? null : { id, x, y, width, height };
}

/** Moves a box; it stays within the picture. */
export function moved(box: Box, right: number, down: number): Box {
  return {
    ...box,
    x: within(box.x + right, 0, 1 - box.width),
    y: within(box.y + down, 0, 1 - box.height),
  };
}

/** Makes a box wider and taller, or less so; it stays within the picture. */
export function sized(box: Box, wider: number, taller: number): Box {
  return {
    ...box,
    width: within(box.width + wider, smallest, 1 - box.x),
    height: within(box.height + taller, smallest, 1 - box.y),
  };
}

/** Which points of a picture a box covers: every one that it touches. */
export function pointsUnder(
  box: Box,
  width: number,
  height: number,
): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
  const [x, y] = [Math.floor(box.x * width), Math.floor(box.y * height)];
  return {
    x,
    y,
    width: Math.min(Math.ceil((box.x + box.width) * width), width) - x,
    height: Math.min(Math.ceil((box.y + box.height) * height), height) - y,
  };
}
