import { readEntries } from '@leeward/directory/build/read-entries.ts';
import { countries } from '@leeward/ui';
import { readCatalogue } from '@leeward/ui/language/compile.ts';
import type { ShownEntry } from '@leeward/workspace/directory/contract.ts';
import { describe, expect, it } from 'vitest';
import { basisOf, countryCells, matrixRows, shadeOf } from './counts.ts';
import { matrixAsCsv } from './csv.ts';
import { regionLabel, regionOrder } from './regions.ts';

const entries = readEntries();
const day = '2026-11-21';

describe('the numbers of the pictures', () => {
  it('have a step for each cell, and none of them takes what is open to anybody for what is meant for a place', () => {
    const cell = { near: 0, anywhere: 0, unsure: 0 };
    expect(shadeOf(cell)).toBe('gap');
    expect(shadeOf({ ...cell, unsure: 9 })).toBe('unsure');
    expect(shadeOf({ ...cell, anywhere: 90, unsure: 9 })).toBe('anywhere');
    expect([1, 2, 3, 5, 6].map((near) => shadeOf({ ...cell, near }))).toEqual([
      'few',
      'few',
      'some',
      'some',
      'many',
    ]);
  });

  it('name every region in the order of an atlas, and every country that can be chosen', () => {
    const rows = matrixRows(entries, 'place', day);
    expect(rows.map(({ subregion }) => subregion)).toEqual([...regionOrder]);
    const texts = readCatalogue('desk', 'en');
    expect(rows.filter(({ subregion }) => !((regionLabel(subregion) ?? '') in texts))).toEqual([]);
    const cells = countryCells(entries, 'place', day);
    const missing = countries('en').filter(({ code }) => !cells.has(code));
    expect(missing.map(({ code }) => code).sort()).toEqual(['CC', 'CX', 'NF']);
  });

  it('are the same in the map and in the table: a region has at least what its best country has', () => {
    const rows = matrixRows(entries, 'lawyer', day);
    const cells = countryCells(entries, 'lawyer', day);
    const near = (code: string): number => cells.get(code)?.home.near ?? 0;
    const africa = rows.find(({ subregion }) => subregion === '014');
    expect(africa?.cells.home.near).toBeGreaterThanOrEqual(Math.max(...['KE', 'UG', 'SO'].map(near)));
  });

  it('say what they stand on, without counting what was added here as public', () => {
    const shown = entries.slice(0, 3).map((entry, index) => ({
      entry: index === 0 ? { ...entry, checked: { on: day, by: 'Officer one' } } : entry,
      origin: index === 2 ? 'local' : 'release',
    })) as unknown as readonly ShownEntry[];
    expect(basisOf(shown)).toEqual({ count: 2, readOn: '2026-11', checked: 1, own: 1 });
    expect(basisOf([])).toEqual({ count: 0, readOn: null, checked: 0, own: 0 });
  });

  it('leave as a table that no spreadsheet runs', () => {
    const words = {
      region: '=region',
      home: 'home',
      exile: 'exile',
      near: 'meant, here',
      anywhere: 'anybody',
      unsure: 'unsure',
      without: 'without',
    };
    const text = matrixAsCsv(
      matrixRows(entries, 'rest', day),
      (region) => region,
      (code) => code,
      words,
    );
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(regionOrder.length + 1);
    expect(lines[0]).toMatch(/^"'=region","home: meant, here",/);
    expect(text.startsWith('\uFEFF')).toBe(true);
  });
});
