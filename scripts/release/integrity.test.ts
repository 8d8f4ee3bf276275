import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sealPage } from './integrity.ts';

const files: Readonly<Record<string, string>> = {
  '/main.js': `import './shared.js'; import('./later.js');`,
  '/shared.js': 'export const shared = 1;',
  '/later.js': `import './shared.js'; new Worker(new URL('./keys.worker.js', import.meta.url));`,
  '/keys.worker.js': 'work();',
  '/unused.js': 'never();',
  '/style.css': 'body{}',
};
const read = (path: string): Buffer => {
  const text = files[path];
  if (text === undefined) throw new Error(`there is no ${path}`);
  return Buffer.from(text);
};
const hash = (path: string): string => `sha256-${createHash('sha256').update(read(path)).digest('base64')}`;

const page = `<!doctype html>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/style.css">
<script type="module" src="/main.js"></script>`;

describe('a page', () => {
  it('states the hash of each script and style, also of those that are loaded later, and of no other', () => {
    const sealed = sealPage(page, read);
    expect(sealed).toContain(
      `<link rel="stylesheet" href="/style.css" crossorigin integrity="${hash('/style.css')}">`,
    );
    expect(sealed).toContain(`src="/main.js" crossorigin integrity="${hash('/main.js')}"></script>`);
    expect(sealed).toContain('<link rel="icon" href="/icon.svg">');
    const map = /<script type="importmap">(.*?)<\/script><script type="module"/.exec(sealed)?.[1] ?? '';
    expect(JSON.parse(map)).toEqual({
      integrity: { '/later.js': hash('/later.js'), '/shared.js': hash('/shared.js') },
    });
  });

  it('is the same when it is sealed again, and follows a changed file', () => {
    const sealed = sealPage(page, read);
    expect(sealPage(sealed, read)).toBe(sealed);
    const other = sealPage(sealed, (path) => Buffer.concat([read(path), Buffer.from(' ')]));
    expect(other).not.toBe(sealed);
    expect(other.match(/importmap/g)).toHaveLength(1);
    expect(sealPage(other, read)).toBe(sealed);
  });

  it('[fault 69] cannot be sealed when it loads something from elsewhere, or something that nobody can follow', () => {
    const withScript = (text: string) => (path: string) =>
      path === '/main.js' ? Buffer.from(text) : read(path);
    expect(() => sealPage('<script src="https://cdn.example/x.js"></script>', read)).toThrow('own origin');
    expect(() => sealPage('<script src="//cdn.example/x.js"></script>', read)).toThrow('own origin');
    expect(() => sealPage(page, withScript(`import 'https://cdn.example/x.js';`))).toThrow('cdn.example');
    expect(() => sealPage(page, withScript('import(name);'))).toThrow('computed');
    expect(() => sealPage(page, withScript(`import './gone.js';`))).toThrow('/gone.js');
  });
});
