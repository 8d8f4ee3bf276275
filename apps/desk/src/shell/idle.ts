const minute = 60_000;

/** When to lock and whether to say so before, out of when the desk was last used. Times in milliseconds. */
export function idleState(
  lastUse: number,
  now: number,
  limitMinutes: number,
): { readonly state: 'used' | 'soon' | 'lock'; readonly locksAt: number } {
  const locksAt = lastUse + limitMinutes * minute;
  if (now >= locksAt) return { state: 'lock', locksAt };
  return { state: now >= locksAt - minute ? 'soon' : 'used', locksAt };
}
