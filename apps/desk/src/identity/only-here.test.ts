import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const apps = join(import.meta.dirname, '../../..');
const ways = /domain\/identity\/(sheet|scans|rules)\.ts|'(actOnIdentity|keepIdentityScan)'/;

describe('legal names, exact places and numbers of papers', () => {
  it('are typed on the screens of identities alone: no other screen of desk and door can write one [invariant 1]', () => {
    const sources = globSync('{desk,door}/src/**/*.{ts,tsx}', { cwd: apps }).filter(
      (path) => !/\.test\.tsx?$/.test(path) && !path.includes('/testing/'),
    );
    const writing = sources.filter((path) => ways.test(readFileSync(join(apps, path), 'utf8')));
    expect(sources.length).toBeGreaterThan(400);
    expect(writing.length).toBeGreaterThan(3);
    expect(writing.filter((path) => !path.startsWith('desk/src/identity/'))).toEqual([]);
  });

  it('are needed there of nothing but what is being added: a name, a way to reach her, a relative by name [invariant 1]', () => {
    const forms = readFileSync(join(apps, 'desk/src/identity/forms.tsx'), 'utf8');
    const required = [...forms.matchAll(/label=\{t\('([^']+)'\)\}\s+required/g)].map(([, label]) => label);
    expect(required).toEqual(['identity.name', 'enter.detail', 'identity.name']);
  });
});
