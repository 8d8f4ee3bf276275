let last = 0;

/** Tells the files of this visit apart; says nothing about them. */
export function nextFileId(): number {
  last += 1;
  return last;
}
