import { readFileSync } from 'node:fs';
import { direction, doorLanguages } from '@leeward/ui/language/languages.ts';
import { describe, expect, it } from 'vitest';
import { harmlessPage } from './leaving.ts';

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
