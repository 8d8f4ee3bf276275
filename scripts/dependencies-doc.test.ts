import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

type Manifest = {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly license?: string;
};

const manifestOf = (file: string): Manifest => JSON.parse(readFileSync(join(root, file), 'utf8')) as Manifest;
const manifests = ['package.json', ...globSync('{packages,apps}/*/package.json', { cwd: root })].concat(
  ['tests/package.json', 'bench/package.json'].filter((file) => existsSync(join(root, file))),
);

/** Every package of somebody else, with the folder of a manifest that names it. */
function named(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of manifests) {
    const { dependencies, devDependencies } = manifestOf(file);
    for (const name of Object.keys({ ...dependencies, ...devDependencies }))
      if (!name.startsWith('@leeward/')) found.set(name, dirname(file));
  }
  return found;
}

/** The lines of docs/dependencies.md: name and licence. */
function lines(): readonly { readonly name: string; readonly licence: string }[] {
  const text = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
  return [...text.matchAll(/^\| `([^`]+)` \|[^|]*\|[^|]*\| ([^|]+) \|[^|]+\|[^|]+\|$/gm)].map(
    ([, name, licence]) => ({ name: name ?? '', licence: licence ?? '' }),
  );
}

describe('docs/dependencies.md', () => {
  it('has one line for every package that a package.json names, and no line for any other', () => {
    const written = lines().map(({ name }) => name);
    expect(written.toSorted()).toEqual([...named().keys()].toSorted());
  });

  it('names the licence under which each of them is installed', () => {
    for (const { name, licence } of lines()) {
      const places = [`${named().get(name)}/node_modules/${name}`, `node_modules/${name}`];
      const place = places.find((folder) => existsSync(join(root, folder, 'package.json')));
      expect(place, name).toBeDefined();
      expect(manifestOf(`${place}/package.json`).license, name).toBe(licence);
    }
  });

  it('stands on versions that are pinned exactly', () => {
    for (const file of manifests) {
      const { dependencies, devDependencies } = manifestOf(file);
      for (const version of Object.values({ ...dependencies, ...devDependencies }))
        expect(version, file).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });
});
