/** A selection with one row more or less. */
export function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** A selection with all rows from one to another, both of them included; what was selected elsewhere stays. */
export function rangeBetween(
  ids: readonly string[],
  selected: ReadonlySet<string>,
  from: number,
  to: number,
): ReadonlySet<string> {
  return new Set([...selected, ...ids.slice(Math.min(from, to), Math.max(from, to) + 1)]);
}

/** What of a selection is still in the list: what a filter holds back is not acted on. */
export function stillShown(ids: readonly string[], selected: ReadonlySet<string>): readonly string[] {
  return ids.filter((id) => selected.has(id));
}
