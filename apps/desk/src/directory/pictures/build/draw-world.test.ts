import { countries, countryName } from '@leeward/ui';
import { describe, expect, it } from 'vitest';
import { drawWorld } from './draw-world.ts';
import { lettersOf } from './numeric-codes.ts';

const world = drawWorld();
const drawn = [...world.shapes, ...world.dots].map(({ code }) => code);

describe('the drawing of the world', () => {
  it('has each country once, as a shape or as a dot, and names no other', () => {
    const known = new Set(countries('en').map(({ code }) => code));
    expect(drawn.filter((code) => code !== '' && !known.has(code))).toEqual(['IO']);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(drawn.length).toBeGreaterThan(230);
    for (const code of ['PS', 'EH', 'TW', 'XK', 'MT', 'BH', 'HK', 'GF', 'MV']) expect(drawn).toContain(code);
  });

  it('leaves Crimea without a colour of its own', () => {
    expect(world.shapes.filter(({ code }) => code === '')).toHaveLength(1);
  });

  it('stays on its paper', () => {
    const numbers = world.shapes.flatMap(({ line }) => [...line.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)]);
    expect(numbers.length).toBeGreaterThan(5000);
    for (const [, x, y] of numbers) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThanOrEqual(world.width);
      expect(Number(y)).toBeGreaterThanOrEqual(0);
      expect(Number(y)).toBeLessThanOrEqual(world.height);
    }
    expect(JSON.stringify(world).length).toBeLessThan(130_000);
  });

  it('reads the numbers of countries as the letters of the same country', () => {
    expect(['004', '276', '376', '275', '732', '158', '706'].map((number) => lettersOf(number))).toEqual([
      'AF',
      'DE',
      'IL',
      'PS',
      'EH',
      'TW',
      'SO',
    ]);
    expect(countryName('en', lettersOf('729') ?? '')).toBe('Sudan');
    expect(lettersOf('999')).toBeUndefined();
  });
});
