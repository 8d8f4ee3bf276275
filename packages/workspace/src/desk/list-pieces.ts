/*
 * A long list, as it is sent to somebody who holds an earlier one. Ten thousand lines are some ten megabytes: a page of an
 * old phone would stand still at every change of one of them. What is still the same object is named by its place.
 */

export type Piece<Line> =
  /** So many lines of the earlier list, from this place on. */
  { readonly from: number; readonly count: number } | { readonly lines: readonly Line[] };

/** How a list is made from an earlier one. */
export function piecesOf<Line extends object>(
  before: readonly Line[],
  now: readonly Line[],
): readonly Piece<Line>[] {
  const places = new Map(before.map((line, place) => [line, place]));
  const pieces: ({ readonly from: number; count: number } | { readonly lines: Line[] })[] = [];
  for (const line of now) {
    const place = places.get(line);
    const last = pieces.at(-1);
    if (place === undefined) {
      if (last !== undefined && 'lines' in last) last.lines.push(line);
      else pieces.push({ lines: [line] });
    } else if (last !== undefined && 'from' in last && last.from + last.count === place) last.count += 1;
    else pieces.push({ from: place, count: 1 });
  }
  return pieces;
}

/** The list that the pieces make; the very same one where nothing has changed. */
export function joinPieces<Line>(before: readonly Line[], pieces: readonly Piece<Line>[]): readonly Line[] {
  const [first] = pieces;
  const isSame =
    pieces.length === 1 && first !== undefined && 'from' in first && first.count === before.length;
  if (isSame || (pieces.length === 0 && before.length === 0)) return before;
  return pieces.flatMap((piece) =>
    'lines' in piece ? piece.lines : before.slice(piece.from, piece.from + piece.count),
  );
}
