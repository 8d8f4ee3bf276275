/*
 * What the door uses and phones of its oldest browsers do not have (Chrome 94 to 96, Firefox 93 to 103). All else that it
 * needs, watch.js looks for before anything is typed.
 */

type Search = (
  this: readonly unknown[],
  fits: (value: unknown, index: number, all: unknown) => unknown,
) => unknown;

const findLastIndex: Search = function (fits) {
  for (let index = this.length - 1; index >= 0; index -= 1) if (fits(this[index], index, this)) return index;
  return -1;
};
const findLast: Search = function (fits) {
  return this[findLastIndex.call(this, fits) as number];
};

/** Adds them where they are missing. */
export function fillIn(prototype: object): void {
  for (const [name, value] of Object.entries({ findLast, findLastIndex }))
    if (!(name in prototype))
      Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
}

fillIn(Array.prototype);
