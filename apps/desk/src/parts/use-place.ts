import { useCallback } from 'react';
import { type Place, placeIn } from '../router/route.ts';

/**
 * For the heading of a place within a screen, with `tabIndex={-1}`: when the address leads there, it is brought into
 * view and takes the focus as soon as it is drawn, which may be after the rest of the screen.
 */
export function usePlace(place: Place['place']): (element: HTMLElement | null) => void {
  return useCallback(
    (element) => {
      if (element === null || placeIn(window.location.hash) !== place) return;
      element.scrollIntoView({ block: 'start' });
      element.focus({ preventScroll: true });
    },
    [place],
  );
}
