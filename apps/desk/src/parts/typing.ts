/*
 * Where somebody types, the focus stays: a letter that finds its field gone is lost, or is taken for a key that does
 * something with what is on the screen.
 */

/** Whether somebody is in a field, and has been there since the address last changed. */
export function isTyping(): boolean {
  return hasTurned && document.activeElement?.matches('input, textarea, select, [contenteditable]') === true;
}

/** Whether somebody has gone into a field, or typed in one, since then. */
let hasTurned = false;

const turnsTo = ({ target }: Event): void => {
  if (target instanceof Element && target.matches('input, textarea, select, [contenteditable]'))
    hasTurned = true;
};

const onAddress = (): void => {
  hasTurned = false;
};

/** Follows where somebody is on this page, from now on; returns the way to stop. */
export function watchTyping(): () => void {
  document.addEventListener('focusin', turnsTo);
  document.addEventListener('input', turnsTo);
  window.addEventListener('hashchange', onAddress);
  return () => {
    document.removeEventListener('focusin', turnsTo);
    document.removeEventListener('input', turnsTo);
    window.removeEventListener('hashchange', onAddress);
  };
}
