import { hashes } from 'virtual:pdf-scripts';
import { scriptAddress } from '@leeward/ui/trusted.ts';

const loading = new Map<string, Promise<void>>();

/** Lays a script of our own origin into the page, once, and only if it has the bytes that were built (fault 68). */
export function loadScript(name: string): Promise<void> {
  const known = loading.get(name);
  if (known !== undefined) return known;
  const integrity = hashes[name];
  if (integrity === undefined) throw new Error(`There is no script ${name}`);
  const loaded = new Promise<void>((done, failed) => {
    const script = document.createElement('script');
    script.integrity = integrity;
    // The page stands in a sandbox and is of no origin: without this a browser would not look at the hash.
    script.crossOrigin = 'anonymous';
    script.addEventListener('load', () => done());
    script.addEventListener('error', () => {
      // A line that broke is no reason to refuse for ever.
      loading.delete(name);
      script.remove();
      failed(new Error(`${name} did not come`));
    });
    script.src = scriptAddress(`/${name}`);
    document.head.append(script);
  });
  loading.set(name, loaded);
  return loaded;
}
