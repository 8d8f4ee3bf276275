/**
 * The direction of a field: that of what is typed, and that of the page while it is empty. `auto` alone would put the
 * cursor of an empty Arabic field on the wrong side.
 */
export function typedDirection(value: string): 'auto' | undefined {
  return value === '' ? undefined : 'auto';
}
