import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSource } from './check.ts';
import { findCycles } from './cycles.ts';
import { readSource } from './read.ts';
import { networkUse, shippedPackages } from './third-parties.ts';

const root = join(import.meta.dirname, '..', '..');
const declared = new Set(['hono', 'vitest']);
const check = (path: string, text: string): readonly string[] => checkSource(path, text, declared);

describe('Imports run one way', () => {
  const planted: readonly (readonly [what: string, path: string, text: string])[] = [
    ['the door imports the desk', 'apps/door/src/a.ts', `import { x } from '@leeward/desk/b.ts';`],
    ['the desk imports the door', 'apps/desk/src/a.ts', `export * from '@leeward/door';`],
    [
      'the door takes more of the workspace than its part',
      'apps/door/src/a.tsx',
      `import('@leeward/workspace/fold.ts');`,
    ],
    ['a package imports an app', 'packages/workspace/src/a.ts', `import type { X } from '@leeward/relay';`],
    [
      'a package reaches into an app by path',
      'packages/ui/src/a.ts',
      `import '../../../apps/desk/src/main.tsx';`,
    ],
    [
      'a package starts a worker of another room',
      'packages/ui/src/a.ts',
      `new Worker(new URL('../../workspace/src/x.ts', import.meta.url));`,
    ],
    [
      'the relay learns how things are opened',
      'apps/relay/src/a.ts',
      `import { open } from '@leeward/sealed-log/keys/open.ts';`,
    ],
    [
      'the relay takes all of the sealed log',
      'apps/relay/src/a.ts',
      `import * as log from '@leeward/sealed-log';`,
    ],
    [
      'a folder that only begins like the allowed one',
      'apps/relay/src/a.ts',
      `import '@leeward/sealed-log/wire-tap.ts';`,
    ],
    [
      'the sealed log learns about the field',
      'packages/sealed-log/src/a.ts',
      `import { Case } from '@leeward/domain';`,
    ],
    [
      'the wire format leans on the keys',
      'packages/sealed-log/src/wire/a.ts',
      `import { seal } from '../keys/seal.ts';`,
    ],
    [
      'the domain knows the log',
      'packages/domain/src/case/a.ts',
      `type X = import('@leeward/sealed-log').X;`,
    ],
    ['an engine knows the domain', 'packages/linkage/src/a.ts', `import '@leeward/domain';`],
    ['a test of a package uses an app', 'packages/domain/src/a.test.ts', `import '@leeward/desk';`],
    ['a room that nobody admitted', 'packages/gossip/src/a.ts', `import '@leeward/domain';`],
    ['a package of others that its room does not name', 'apps/relay/src/a.ts', `import 'left-pad';`],
    ['Node in a browser room', 'apps/door/src/a.ts', `import { readFile } from 'node:fs';`],
    ['what is for tests ships', 'packages/sealed-log/src/log/a.ts', `import '../testing/fake.ts';`],
    [
      'what is for tests of another room ships',
      'packages/workspace/src/a.ts',
      `import '@leeward/domain/testing/people.ts';`,
    ],
    ['a call of require', 'apps/desk/src/a.ts', `require('@leeward/relay');`],
  ];
  for (const [what, path, text] of planted) {
    it(`catches it when ${what}`, () => {
      expect(check(path, text)).toHaveLength(1);
      expect(check(path, text)[0]).toContain(path);
    });
  }

  it('lets through what the house allows', () => {
    expect(
      check('apps/relay/src/a.ts', `import { decode } from '@leeward/sealed-log/wire/codec.ts';`),
    ).toEqual([]);
    expect(
      check('apps/relay/src/a.ts', `import { x } from '@leeward/sealed-log/wire'; import 'hono';`),
    ).toEqual([]);
    expect(check('apps/door/src/a.ts', `import { ask } from '@leeward/workspace/door/ask.ts';`)).toEqual([]);
    expect(check('packages/domain/src/case/a.ts', `import { x } from '../person/b.ts';`)).toEqual([]);
    expect(check('packages/domain/src/a.test.ts', `import '../../../tests/support/size.ts';`)).toEqual([]);
    expect(
      check('tests/sync/a.test.ts', `import '@leeward/relay'; import '../../scripts/build.ts';`),
    ).toEqual([]);
  });

  it('is not misled by comments and strings', () => {
    expect(
      check('apps/door/src/a.ts', `// import '@leeward/desk'\nexport const a = "import '@leeward/desk'";`),
    ).toEqual([]);
  });

  it('reports a file that cannot be read instead of passing over it', () => {
    expect(check('apps/door/src/a.ts', 'import {')).not.toEqual([]);
  });

  it('finds files that import each other in a circle, however long, and names each circle once', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a', 'd']],
      ['d', []],
    ]);
    expect(findCycles(graph)).toEqual([['a', 'b', 'c', 'a']]);
    expect(
      findCycles(
        new Map([
          ['a', ['b', 'c']],
          ['b', ['c']],
          ['c', []],
        ]),
      ),
    ).toEqual([]);
  });
});

describe('Nothing in the sealed log can reach a network [fault 69]', () => {
  const spoken = [
    `export const f = () => fetch('/x');`,
    `export const f = () => globalThis.fetch('/x');`,
    `export const f = () => globalThis['fetch']('/x');`,
    'export const f = () => globalThis[`fetch`]("/x");',
    `const { fetch: ask } = globalThis; export { ask };`,
    `export const f = (fetch: (path: string) => void) => fetch('/x');`,
    `export const f = () => new XMLHttpRequest();`,
    `export const f = () => new WebSocket('wss://x');`,
    `export const f = () => new EventSource('/x');`,
    `export const f = () => navigator.sendBeacon('/x');`,
    `import { request } from 'node:http';\nexport { request };`,
    `import { connect } from 'net';\nexport { connect };`,
    `export const f = (name: string) => import(name);`,
  ];
  for (const text of spoken) {
    it(`catches: ${text.split('\n')[0]}`, () => {
      expect(check('packages/sealed-log/src/a.ts', text)).not.toEqual([]);
    });
  }

  it('lets a comment speak of networks', () => {
    expect(check('packages/sealed-log/src/a.ts', '/** Never calls fetch. */\nexport const a = 1;')).toEqual(
      [],
    );
  });

  it('reads the packages that ship with it too, down to the last file', () => {
    expect(shippedPackages(root).length).toBeGreaterThan(5);
    expect(networkUse('a.js', `import https from 'https'; https.get('x');`)).toEqual(['imports https']);
    expect(networkUse('a.js', `var a = function () { return fetch('x') }`)).toEqual(['uses fetch']);
    expect(networkUse('a.js', `require('net').connect(1)`)).toEqual(['imports net']);
    expect(networkUse('a.js', `// fetch it\nexport const a = 'fetch';`)).toEqual([]);
  });
});

describe('The domain is pure', () => {
  const impure = [
    'export const a = () => Date.now();',
    'export const a = () => new Date();',
    'export const a = () => Date();',
    'export const a = () => Math.random();',
    'export const a = () => crypto.randomUUID();',
    'export const a = () => fetch("/x");',
    'export const a = () => document.title;',
    'export const a = () => process.env;',
    `import pg from 'pg';\nexport { pg };`,
  ];
  for (const text of impure) {
    it(`catches: ${text.split('\n')[0]}`, () => {
      expect(check('packages/domain/src/case/a.ts', text)).not.toEqual([]);
    });
  }

  it('may reckon with a time that it was given, and call things by everyday names', () => {
    const text = `
      type Visit = { readonly location: string };
      export const later = (now: number) => new Date(now + 1).toISOString();
      export const where = ({ location }: Visit) => location;
      export const who = (self: Visit, f: (window: number) => void) => f(self.location.length);
    `;
    expect(check('packages/domain/src/case/a.ts', text)).toEqual([]);
  });
});

describe('Reading a source', () => {
  it('tells imports of types, of values, and those that happen later', () => {
    const source = readSource(
      'a.ts',
      `import type { A } from './a.ts'; import { b } from './b.ts'; import('./c.ts');`,
    );
    expect(source.imports).toEqual([
      { specifier: './a.ts', typeOnly: true, later: false },
      { specifier: './b.ts', typeOnly: false, later: false },
      { specifier: './c.ts', typeOnly: false, later: true },
    ]);
  });

  it('reads its own source and finds what is there', () => {
    const source = readSource('read.ts', readFileSync(join(import.meta.dirname, 'read.ts'), 'utf8'));
    expect(source.imports.map(({ specifier }) => specifier)).toEqual(['node:crypto', 'node:path', 'vite']);
    expect(source.errors).toEqual([]);
  });
});
