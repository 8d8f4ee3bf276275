/**
 * Whether two forms would be kept as the same: what is not set is as good as not there. It ends at the first difference,
 * and asks nothing of what is one and the same object: a form may hold a table of ten thousand rows.
 */
export function isSame(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
    return left.every((one, index) => isSame(one, right[index]));
  }
  const [mine, yours] = [left as Held, right as Held];
  return [...new Set([...Object.keys(mine), ...Object.keys(yours)])].every((name) =>
    isSame(mine[name], yours[name]),
  );
}

type Held = Readonly<Record<string, unknown>>;
