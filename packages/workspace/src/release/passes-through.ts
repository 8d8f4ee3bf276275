import { manifestPath } from './manifest.ts';

type Asked = { readonly method: string; readonly destination: string };

/**
 * Whether a request goes to the server as if there were no guard: what our code asks of the relay's interface, the
 * manifest, and looks at headers. All that could become a part of the page (a document, a script, a style, an image)
 * never does. `isOwn`: of our own origin; other origins are left to the content policy, which allows none.
 */
export function passesThrough({ method, destination }: Asked, isOwn: boolean, path: string): boolean {
  if (!isOwn) return true;
  if (destination !== '') return false;
  return method !== 'GET' || path.startsWith('/v1/') || path === manifestPath;
}
