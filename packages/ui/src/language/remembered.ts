const made = new Map<string, unknown>();

/**
 * What the browser needs long to make, and a page wants hundreds of times: formats of dates and numbers. `key` names
 * everything that it was made from.
 */
export function remembered<Made>(key: string, make: () => Made): Made {
  const known = made.get(key);
  if (known !== undefined) return known as Made;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}
