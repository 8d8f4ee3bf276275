import { readFileSync } from 'node:fs';
import { direction, doorLanguages } from '@leeward/ui/language/languages.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { harmlessPage, listenForEscape } from './leaving.ts';

describe('the harmless page', () => {
  for (const { tag } of doorLanguages) {
    it(`is there in ${tag}, speaks that language, and names nothing of the door`, () => {
      const page = readFileSync(new URL(`../../public${harmlessPage(tag)}`, import.meta.url), 'utf8');
      expect(page).toContain(`<html lang="${tag}"`);
      expect(/<html [^>]*dir="rtl"/.test(page)).toBe(direction(tag) === 'rtl');
      expect(page.match(/<tr>/g)).toHaveLength(11);
      expect(page).not.toMatch(/leeward|<script|https?:/i);
    });
  }
});

describe('Esc three times', () => {
  afterEach(() => void vi.unstubAllGlobals());

  /** Presses at these moments, which the page hears of only now; says where it went. */
  function pressed(...moments: readonly number[]): readonly string[] {
    const went: string[] = [];
    let hear: (event: object) => void = () => undefined;
    vi.stubGlobal('addEventListener', (_name: string, listener: typeof hear) => {
      hear = listener;
    });
    vi.stubGlobal('document', { body: { replaceChildren: () => undefined } });
    vi.stubGlobal('location', { replace: (address: string) => went.push(address) });
    listenForEscape(() => 'ar');
    for (const timeStamp of moments) hear({ key: 'Escape', repeat: false, timeStamp });
    return went;
  }

  it('leaves at once [fault 42]', () => {
    expect(pressed(100, 400, 900)).toEqual(['/measures.ar.html']);
  });

  it('leaves also a phone that was busy between the presses: what counts is when she pressed, not when it heard [fault 42]', () => {
    const now = vi.spyOn(performance, 'now');
    for (const heard of [1000, 4000, 9000]) now.mockReturnValueOnce(heard);
    expect(pressed(100, 400, 900)).toEqual(['/measures.ar.html']);
    now.mockRestore();
  });

  it('is not what somebody does who closes one thing after another', () => {
    expect(pressed(0, 1600, 3200, 4800)).toEqual([]);
    expect(pressed(0, 100)).toEqual([]);
  });
});
