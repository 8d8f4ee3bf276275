/** Finds files that import each other in a circle: they cannot be understood, tested or loaded one at a time. */

/** One circle for each knot of files, as a path that ends where it begins. `graph` maps a file to what it imports. */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const done = new Set<string>();
  const circles: string[][] = [];
  const walk = (file: string, trail: readonly string[]): void => {
    if (done.has(file)) return;
    const seenAt = trail.indexOf(file);
    if (seenAt >= 0) {
      circles.push([...trail.slice(seenAt), file]);
      return;
    }
    for (const next of graph.get(file) ?? []) walk(next, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  const byMembers = new Map(circles.map((circle) => [[...new Set(circle)].sort().join('\n'), circle]));
  return [...byMembers.values()];
}
