import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

describe('no screen asks for a date', () => {
  it('with the browser’s own box, which knows one calendar and the digits of its own language', () => {
    const root = fileURLToPath(new URL('../../../../', import.meta.url));
    const sources = globSync('apps/{desk,door}/src/**/*.tsx', { cwd: root });
    expect(sources.length).toBeGreaterThan(200);
    const native = sources.filter((path) => {
      const code = readFileSync(root + path, 'utf8');
      return /<input\b[^>]*type=.(?:date|datetime-local|month|week)['"]/.test(code.replace(/=>/g, ''));
    });
    expect(native).toEqual([]);
  });
});
