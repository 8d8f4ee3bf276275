import { readCatalogue } from './compile.ts';
import type { App } from './keys.ts';
import { namedKeys, sourcesOf } from './source-scan.ts';

/** The keys of an application's own catalogue that no source names. */
export function unusedKeys(app: App): readonly string[] {
  return keysNamedByNobody(Object.keys(readCatalogue(app, 'en')), [app]);
}

/** The shared keys that neither application names. */
export function unusedSharedKeys(): readonly string[] {
  return keysNamedByNobody(Object.keys(readCatalogue('shared', 'en')), ['door', 'desk']);
}

/** The keys of the directory that neither an application nor the directory's own sentences name. */
export function unusedDirectoryKeys(): readonly string[] {
  return keysNamedByNobody(Object.keys(readCatalogue('directory', 'en')), ['door', 'desk']);
}

/** The ready sentences for a door that no screen offers. */
export function unusedPromiseKeys(): readonly string[] {
  return keysNamedByNobody(Object.keys(readCatalogue('promise', 'en')), ['desk']);
}

function keysNamedByNobody(catalogue: readonly string[], apps: readonly App[]): readonly string[] {
  const { keys, patterns } = namedKeys(apps.flatMap(sourcesOf));
  return catalogue.filter((key) => !keys.has(key) && !patterns.some((pattern) => pattern.test(key)));
}
