import { describe, expect, it } from 'vitest';
import { readViewerMessage, viewerOrigin } from './viewer-port.ts';

describe('the attachment viewer, seen from the desk', () => {
  it('stands on an origin of its own', () => {
    expect(viewerOrigin('http://desk.localhost:8700')).toBe('http://files.localhost:8700');
    expect(viewerOrigin('https://desk.example.org')).toBe('https://files.example.org');
    expect(() => viewerOrigin('https://example.org')).toThrow();
    expect(() => viewerOrigin('https://desk')).toThrow();
  });

  it('is believed only what makes sense, because it holds a file of a stranger', () => {
    expect(readViewerMessage({ type: 'shown', kind: 'image', format: 'PNG', endings: ['.png'] })).toEqual({
      type: 'shown',
      kind: 'image',
      format: 'PNG',
      endings: ['.png'],
    });
    expect(readViewerMessage({ type: 'shown', kind: 'script', endings: [] })).toBeNull();
    expect(readViewerMessage({ type: 'shown', kind: 'none', endings: [1, {}] })).toEqual({
      type: 'shown',
      kind: 'none',
      endings: [],
    });
    expect(readViewerMessage({ type: 'sized', height: 1e9 })).toEqual({ type: 'sized', height: 4000 });
    expect(readViewerMessage({ type: 'sized', height: Number.NaN })).toBeNull();
    const nothing = new ArrayBuffer(8);
    expect(readViewerMessage({ type: 'copied', bytes: nothing, page: 1 })).toEqual({ type: 'not-copied' });
    expect(readViewerMessage({ type: 'copied', bytes: 'x', page: 1 })).toEqual({ type: 'not-copied' });
    for (const other of [null, 1, 'x', {}, { type: 'open' }]) expect(readViewerMessage(other)).toBeNull();
  });
});
