import { describe, expect, it } from 'vitest';
import { askedBy, bindings, letterOf, type Press, written } from './keys.ts';

const press = (key: string, code: string, more: Partial<Press> = {}): Press => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('the keys of the desk', () => {
  it('are where a Latin keyboard shows them, whatever its layout', () => {
    expect(askedBy(press('k', 'KeyK', { ctrlKey: true }), false)).toBe('palette');
    // Dvorak has its k where others have a v.
    expect(askedBy(press('k', 'KeyV', { metaKey: true }), false)).toBe('palette');
    expect(askedBy(press('?', 'Minus', { shiftKey: true }), false)).toBe('map');
    expect(askedBy(press('/', 'Digit7', { shiftKey: true }), false)).toBe('search');
    // A German keyboard has a hyphen there, and it is no slash.
    expect(askedBy(press('-', 'Slash'), false)).toBeNull();
  });

  it('are at the same places of an Arabic, Persian or Russian keyboard', () => {
    expect(askedBy(press('ن', 'KeyK', { ctrlKey: true }), false)).toBe('palette');
    expect(askedBy(press('ظ', 'Slash'), false)).toBe('search');
    expect(askedBy(press('؟', 'Slash', { shiftKey: true }), false)).toBe('map');
    expect(askedBy(press('л', 'KeyK', { ctrlKey: true }), false)).toBe('palette');
    expect(askedBy(press('ل', 'KeyG'), false)).toBe('go');
    expect(askedBy(press('ق', 'KeyR'), true)).toBe('requests');
  });

  it('take nothing that belongs to the browser or to somebody who writes', () => {
    expect(askedBy(press('k', 'KeyK', { altKey: true }), false)).toBeNull();
    expect(askedBy(press('r', 'KeyR', { ctrlKey: true }), false)).toBeNull();
    expect(askedBy(press('r', 'KeyR'), false)).toBeNull();
    expect(letterOf(press('Enter', 'Enter'))).toBe('');
    expect(letterOf(press('1', 'Digit1'))).toBe('');
  });

  it('are each asked for by one key only, and written as they are pressed', () => {
    const all = bindings.map((one) => `${one.with} ${one.key}`);
    expect(new Set(all).size).toBe(all.length);
    expect(written('palette', false)).toEqual(['Ctrl', 'K']);
    expect(written('palette', true)).toEqual(['⌘', 'K']);
    expect(written('requests', false)).toEqual(['G', 'R']);
  });
});
