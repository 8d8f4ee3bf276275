import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const house = join(import.meta.dirname, '../../..');
type Named = { readonly id: string; readonly name: string };
const entries = globSync('packages/directory/data/entries/*.json', { cwd: house }).flatMap(
  (path) => JSON.parse(readFileSync(join(house, path), 'utf8')) as readonly Named[],
);

describe('the rules of programmes', () => {
  it('are data: no code of ours knows any mechanism by its id or its name [invariant 13]', () => {
    const sources = globSync('{packages,apps}/*/src/**/*.{ts,tsx}', { cwd: house }).filter(
      (path) => !/\.test\.tsx?$|\/testing\//.test(path),
    );
    expect(entries.length).toBeGreaterThan(250);
    expect(sources.length).toBeGreaterThan(1000);
    const text = sources.map((path) => readFileSync(join(house, path), 'utf8')).join('\n');
    const quoted = new Set([...text.matchAll(/['"`]([\w]+(?:-[\w]+)+)['"`]/g)].map(([, words]) => words));
    const ids = entries.map(({ id }) => id).filter((id) => quoted.has(id));
    // A name of two words may be words of any sentence: “Legal support” is also a kind of help.
    const long = entries.map(({ name }) => name).filter((name) => name.split(' ').length > 2);
    const names = long.filter((name) => text.includes(name));
    expect(quoted.has('woman-defender')).toBe(true);
    expect(long.length).toBeGreaterThan(150);
    expect({ ids, names }).toEqual({ ids: [], names: [] });
  });
});
