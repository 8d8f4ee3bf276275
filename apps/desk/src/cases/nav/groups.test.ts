import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allPlaces, placeOf } from './groups.ts';

describe('the ways through a file', () => {
  it('lead to every part that has a screen, once, under the name that the part gives itself', () => {
    const parts = readFileSync(join(import.meta.dirname, '../parts.tsx'), 'utf8');
    const screens = [...parts.matchAll(/name: '(\w+)', title: '([\w.]+)'/g)].map(([, name, title]) => ({
      name,
      title,
    }));
    expect(screens.length).toBeGreaterThan(10);
    const offered = allPlaces.filter(({ name }) => name !== 'file');
    const byName = (left: { name?: string | undefined }, right: { name?: string | undefined }): number =>
      (left.name ?? '') < (right.name ?? '') ? -1 : 1;
    expect(offered.toSorted(byName)).toEqual(screens.toSorted(byName));
  });

  it('lead to the file as a whole from an address of which nobody knows', () => {
    expect(placeOf('nothing').name).toBe('file');
    expect(placeOf(null).name).toBe('file');
    expect(placeOf('plan').title).toBe('plan.title');
  });
});
