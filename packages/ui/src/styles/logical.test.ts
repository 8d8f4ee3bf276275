import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const sheets = globSync(['packages/ui/src/**/*.css', 'apps/*/src/**/*.css'], { cwd: root });

/** What speaks of left, right, top or bottom where start, end and block would do: it would need a second sheet. */
const physical =
  /\b(?:margin|padding|border)-(?:left|right|top|bottom)\b|(?:^|[\s{;])(?:left|right|top|bottom)\s*:|\b(?:text-align|float|clear)\s*:\s*(?:left|right)\b|(?:^|[\s{;])(?:min-|max-)?(?:width|height)\s*:/gm;

function found(css: string): readonly string[] {
  const withoutComments = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return (withoutComments.match(physical) ?? []).map((text) => text.trim());
}

describe('the style sheets', () => {
  it('are read from right to left as well as from left to right, because they only know start and end', () => {
    expect(sheets).toContain('packages/ui/src/styles/base.css');
    expect(
      sheets.flatMap((sheet) => found(readFileSync(root + sheet, 'utf8')).map((text) => `${sheet}: ${text}`)),
    ).toEqual([]);
  });

  it('of the desk give no class two meanings: each is laid out in one of them', () => {
    const owners = new Map<string, Set<string>>();
    for (const sheet of sheets.filter((one) => one.startsWith('packages/ui/')))
      for (const [, name = ''] of readFileSync(root + sheet, 'utf8').matchAll(/^\.([a-z][a-z-]*) \{/gm))
        owners.set(name, (owners.get(name) ?? new Set()).add(sheet));
    expect(owners.size).toBeGreaterThan(100);
    expect([...owners].filter(([, found]) => found.size > 1).map(([name]) => name)).toEqual([]);
  });

  it('would be caught if they did not', () => {
    expect(found('a{margin-left:1px}')).toHaveLength(1);
    expect(found('a { text-align: right; left: 0; }')).toHaveLength(2);
    expect(found('a { inset-inline-start: 0; padding-block: 1px; line-height: 1 }')).toEqual([]);
  });

  it('keep every control at 44 pixels, every input at 16, and the focus visible where colours are forced', () => {
    const css = sheets.map((sheet) => readFileSync(root + sheet, 'utf8')).join('\n');
    expect(css).toMatch(/--target: 2\.75rem/);
    expect(css).toMatch(/font-size: max\(1rem, 16px\)/);
    expect(css).toMatch(/:focus-visible \{\s*outline: 3px solid/);
    expect(css).toMatch(/@media \(forced-colors: active\)/);
    expect(css).toMatch(/@media \(prefers-reduced-motion: reduce\)/);
  });
});
