/** How long after `g` the second key is waited for, in milliseconds. */
const patience = 1500;

let wentAt = Number.NEGATIVE_INFINITY;

/** Notes whether the key that was just pressed was `g`. */
export function noteGo(event: Pick<KeyboardEvent, 'timeStamp'>, isGo: boolean): void {
  wentAt = isGo ? event.timeStamp : Number.NEGATIVE_INFINITY;
}

/** Whether a key belongs to the `g` before it: `g c` goes to the cases, and claims no request on the way. */
export const isAfterGo = (event: Pick<KeyboardEvent, 'timeStamp'>): boolean =>
  event.timeStamp - wentAt < patience;
