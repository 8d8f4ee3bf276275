/**
 * The browser's own calendar to choose from, where it has one that can be opened. It counts in the Gregorian calendar and
 * writes in the browser's language, so it stands beside the line and never in its place.
 */
export const pickable = (): boolean => 'showPicker' in HTMLInputElement.prototype;

/** Opens it at a button. `given` is called with `2026-11-21`, or nothing at all where nobody chooses. */
export function openPicker(button: HTMLElement, day: string, given: (day: string) => void): void {
  const box = document.createElement('input');
  box.type = 'date';
  box.value = day;
  box.tabIndex = -1;
  box.className = 'picker-anchor';
  box.setAttribute('aria-hidden', 'true');
  button.parentElement?.append(box);
  box.addEventListener('change', () => given(box.value));
  box.addEventListener('blur', () => box.remove());
  try {
    box.showPicker();
  } catch {
    // A browser that only shows it on the field itself: the line can be typed into.
    box.remove();
    return;
  }
  box.focus();
}
