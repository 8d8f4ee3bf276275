import { describe, expect, it } from 'vitest';
import { passesThrough } from './passes-through.ts';

describe('past the guard go', () => {
  it('the relay’s interface, the manifest and looks at headers, and never what could become part of a page', () => {
    const get = { method: 'GET', destination: '' };
    expect(passesThrough(get, true, '/v1/o/x/rows')).toBe(true);
    expect(passesThrough(get, true, '/release.txt')).toBe(true);
    expect(passesThrough({ ...get, method: 'HEAD' }, true, '/')).toBe(true);
    expect(passesThrough({ ...get, method: 'POST' }, true, '/v1/organisations')).toBe(true);
    expect(passesThrough(get, true, '/assets/a.js')).toBe(false);
    for (const destination of [
      'document',
      'script',
      'style',
      'worker',
      'sharedworker',
      'image',
      'font',
      'iframe',
    ])
      expect(passesThrough({ ...get, destination }, true, '/v1/x.js')).toBe(false);
    expect(passesThrough({ method: 'POST', destination: 'document' }, true, '/')).toBe(false);
  });
});
