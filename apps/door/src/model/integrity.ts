/**
 * Whether a file of this page is not the one that was published (fault 68). Asked only after a file could not be loaded:
 * a browser says the same for a dead line and for a changed file, and she must not be told to "try again" for the latter.
 */
export async function wasChanged(): Promise<boolean> {
  for (const [path, integrity] of Object.entries(published())) {
    if (!(await arrives(path, {}))) return false;
    if (!(await arrives(path, { integrity }))) return true;
  }
  return false;
}

/** The hashes that the page itself carries, by path. */
function published(): Readonly<Record<string, string>> {
  try {
    const map: unknown = JSON.parse(document.querySelector('script[type="importmap"]')?.textContent ?? '');
    const { integrity } = map as { integrity?: Record<string, string> };
    return integrity ?? {};
  } catch {
    // A page that was built without hashes.
    return {};
  }
}

async function arrives(path: string, init: RequestInit): Promise<boolean> {
  try {
    const answer = await fetch(path, { ...init, cache: 'no-store', credentials: 'omit' });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
