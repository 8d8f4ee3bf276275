import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const here = new URL('.', import.meta.url);
const tokens = readFileSync(new URL('tokens.css', here), 'utf8');

type Palette = ReadonlyMap<string, string>;

/** The colours of one `:root` block by the media query around it; '' for the block that always holds. */
function blockColours(media: string): Palette {
  const start = media === '' ? tokens.indexOf(':root {') : tokens.indexOf(`@media ${media} {`);
  if (start === -1) throw new Error(`tokens.css has no block for ${media}`);
  const body = tokens.slice(start, tokens.indexOf('}', start));
  return new Map(
    Array.from(body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g), ([, name = '', value = '']) => [name, value]),
  );
}

const dark = '(prefers-color-scheme: dark)';
const more = '(prefers-contrast: more)';
const settings: Readonly<Record<string, readonly string[]>> = {
  light: [''],
  dark: ['', dark],
  'light with more contrast': ['', more],
  'dark with more contrast': ['', dark, more, `${more} and ${dark}`],
};

function palette(setting: string): Palette {
  return new Map((settings[setting] ?? []).flatMap((media) => Array.from(blockColours(media))));
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const surfaces = ['ground', 'paper', 'sunk'];
const textPairs: readonly (readonly [ink: string, surface: string])[] = [
  ...['ink', 'ink-2', 'ink-3', 'accent', 'danger', 'warn', 'good'].flatMap((ink) =>
    surfaces.map((surface) => [ink, surface] as const),
  ),
  ...['accent', 'danger', 'warn', 'good'].map((ink) => [ink, `${ink}-soft`] as const),
  ...['accent-soft', 'danger-soft', 'warn-soft', 'good-soft'].map((surface) => ['ink', surface] as const),
  ['ink-2', 'accent-soft'],
  ['accent-ink', 'accent'],
  ['danger-ink', 'danger'],
];
/** Edges without which one does not see that something can be used, and the ring of the focus. */
const edgePairs = ['field-line', 'accent', 'danger'].flatMap((edge) =>
  surfaces.map((surface) => [edge, surface] as const),
);

describe('the colours of the tokens', () => {
  it('are measured as the standard measures them', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
  });

  for (const setting of Object.keys(settings)) {
    const least = setting.includes('more') ? 7 : 4.5;
    it(`can be read in ${setting}: every text at ${least} to 1 or better, every edge at 3 to 1`, () => {
      const colours = palette(setting);
      const measured = (pairs: typeof textPairs, limit: number): readonly string[] =>
        pairs.flatMap(([one, other]) => {
          const ratio = contrast(colours.get(one) ?? '', colours.get(other) ?? '');
          return ratio >= limit ? [] : [`${one} on ${other}: ${ratio.toFixed(2)}`];
        });
      expect(measured(textPairs, least)).toEqual([]);
      expect(measured(edgePairs, 3)).toEqual([]);
    });
  }

  it('are the only colours in the sheets, so that a dark or high-contrast reader never meets a fixed one', () => {
    const others = readdirSync(here).filter((file) => file.endsWith('.css') && file !== 'tokens.css');
    expect(others).toContain('base.css');
    for (const file of others) {
      expect(readFileSync(new URL(file, here), 'utf8')).not.toMatch(
        /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(|\boklch\(/i,
      );
    }
  });

  it('are used only where a pair has been measured: no sheet names a token that does not exist', () => {
    const defined = new Set(Array.from(tokens.matchAll(/--([\w-]+):/g), ([, name]) => name));
    const base = readFileSync(new URL('base.css', here), 'utf8');
    const used = Array.from(base.matchAll(/var\(--([\w-]+)\)/g), ([, name]) => name);
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((name) => !defined.has(name))).toEqual([]);
  });
});
