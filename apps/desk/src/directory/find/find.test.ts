import { readEntries } from '@leeward/directory/build/read-entries.ts';
import { compileDirectory } from '@leeward/ui/language/compile.ts';
import { createDirectorySpeaker } from '@leeward/ui/language/directory-speaker.ts';
import type { ShownEntry } from '@leeward/workspace/directory/contract.ts';
import { describe, expect, it } from 'vitest';
import { find, indexFor, isAsked } from './find.ts';
import { shownFindings } from './reasons.ts';

const day = '2026-11-21';
const shown = readEntries().map((entry) => ({
  entry,
  origin: 'release',
})) as unknown as readonly ShownEntry[];
const speaker = (locale: 'en' | 'ar') => createDirectorySpeaker(locale, compileDirectory(locale));

describe('finding in the directory', () => {
  const english = indexFor(shown, speaker('en'));

  it('shows everything, unjudged, while nothing was asked', () => {
    const found = find(shown, english, '', { told: { any: {} } }, day);
    expect(found.lists).toBeNull();
    expect(found.total).toBe(shown.length);
  });

  it('judges all entries once anything was answered, and loses none', () => {
    const { lists, total } = find(shown, english, '', { present: 'GE' }, day);
    expect(total).toBe(shown.length);
    expect((lists?.fits.length ?? 0) + (lists?.ask.length ?? 0) + (lists?.not.length ?? 0)).toBe(total);
  });

  it('finds a country by its name in the reader’s language, and what is meant for its part of the world', () => {
    const arabic = indexFor(shown, speaker('ar'));
    const found = find(shown, arabic, speaker('ar').country('KE'), {}, day);
    expect(found.total).toBeGreaterThan(0);
    expect(found.total).toBeLessThan(shown.length);
    const places = found.all.flatMap(({ shown: one }) => one.entry.where.flatMap(({ places: all }) => all));
    expect(places).toContain('R-AFR');
    expect(find(shown, arabic, 'ككككك', {}, day).total).toBe(0);
  });

  it('counts an answer only where there is one', () => {
    expect(isAsked({})).toBe(false);
    expect(isAsked({ present: undefined, told: {} })).toBe(false);
    expect(isAsked({ happened: [] })).toBe(true);
  });

  it('shows a few reasons of each line: what stands against it where it does not fit', () => {
    const { lists } = find(shown, english, '', { present: 'GE', origin: ['BY'], needs: ['lawyer'] }, day);
    for (const { verdict } of lists?.not ?? []) {
      const lines = verdict === null ? [] : shownFindings(verdict);
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.every(({ truth }) => truth === 'no')).toBe(true);
    }
    for (const { verdict } of lists?.ask ?? [])
      expect((verdict === null ? [] : shownFindings(verdict)).every(({ truth }) => truth === 'yes')).toBe(
        true,
      );
  });
});
