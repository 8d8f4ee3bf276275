/** What could not be sent, taken up again: before what has been typed since, which stays. */
export function takenUp(text: string, typed: string): string {
  const isThere = typed.trim() === '' || typed.includes(text);
  return isThere ? (typed.includes(text) ? typed : text) : `${text}\n\n${typed}`;
}
