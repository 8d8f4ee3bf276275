import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const documents = ['*.md', 'docs/**/*.md', '{apps,packages}/*/README.md', '{tests,bench}/README.md'].flatMap(
  (pattern) => globSync(pattern, { cwd: root }),
);

/** The anchor that a heading gets: small letters, punctuation gone, blanks as hyphens. */
const anchorOf = (heading: string): string =>
  heading
    .replace(/[`*]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

function anchorsIn(text: string): ReadonlySet<string> {
  const headings = [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? ''));
  const named = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id ?? '');
  return new Set([...headings, ...named]);
}

/** Links of a document to files of ours that are not there, or to headings that are not in them. */
function deadLinks(document: string): readonly string[] {
  const text = readFileSync(join(root, document), 'utf8');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
    if (/^[a-z]+:/.test(link)) return [];
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? document : relative(root, join(root, dirname(document), path));
    if (!existsSync(join(root, target))) return [`${document}: ${link}`];
    if (anchor === undefined || !target.endsWith('.md')) return [];
    return anchorsIn(readFileSync(join(root, target), 'utf8')).has(anchor) ? [] : [`${document}: ${link}`];
  });
}

describe('the documents', () => {
  it('link to nothing that is not there', () => {
    expect(documents.length).toBeGreaterThan(20);
    expect(documents.flatMap(deadLinks)).toEqual([]);
  });

  it('have an anchor in docs/protocol.md for each of the 28 rules that comments cite', () => {
    const anchors = anchorsIn(readFileSync(join(root, 'docs/protocol.md'), 'utf8'));
    const missing = Array.from({ length: 28 }, (_, index) => `rule-${index + 1}`).filter(
      (anchor) => !anchors.has(anchor),
    );
    expect(missing).toEqual([]);
  });

  it('name in docs/protocol.md every section that a comment in the code cites by number', () => {
    const protocol = readFileSync(join(root, 'docs/protocol.md'), 'utf8');
    const sections = new Set(
      [...protocol.matchAll(/^#{2,3} (\d+(?:\.\d+)?a?)[. ]/gm)].map(([, number]) => number),
    );
    const files = globSync('{packages,apps,scripts,tests}/**/*.{ts,tsx}', {
      cwd: root,
      exclude: ['**/node_modules', '**/dist'],
    });
    const unknown = files.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/\bsection (\d+(?:\.\d+)?a?)\b/g)]
        .filter(([, number]) => !sections.has(number))
        .map(([cited]) => `${file}: ${cited}`),
    );
    expect(unknown).toEqual([]);
  });

  it('keep decisions short, each under its own number', () => {
    const decisions = globSync('docs/decisions/*.md', { cwd: root });
    const numbers = decisions.map((file) => /(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1]);
    expect(numbers).not.toContain(undefined);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const file of decisions) {
      const first = readFileSync(join(root, file), 'utf8').split('\n')[0];
      expect(first).toMatch(new RegExp(`^# ${Number(/(\d{4})-/.exec(file)?.[1])}\\. `));
    }
  });
});
