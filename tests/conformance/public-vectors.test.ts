import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runSuite, SUITE_RUNS, SUITES, type SuiteRun } from './suites/index.ts';

const folder = process.env['LEEWARD_VECTORS'] ?? '';
const sources = join(import.meta.dirname, '..', '..', 'packages', 'sealed-log', 'src');

async function expectEveryVerdict({ file, backend, atLeast }: SuiteRun): Promise<void> {
  const report = await runSuite(file, backend, JSON.parse(readFileSync(join(folder, file), 'utf8')));
  expect(report.failures).toEqual([]);
  expect(report.missing).toBe(false);
  expect(report.checked).toBeGreaterThanOrEqual(atLeast);
}

if (folder === '') {
  it('LEEWARD_VECTORS names no folder, so the public vectors of others are not run', () => {
    console.info('LEEWARD_VECTORS is not set: the public test vectors of others are not run.');
    expect(SUITES.length).toBeGreaterThan(0);
  });
} else {
  const isEd25519 = ({ primitive }: SuiteRun): boolean => primitive.startsWith('Ed25519');

  describe('the public vectors', () => {
    it.each(SUITE_RUNS.filter(isEd25519))(
      'of $primitive have our one verdict, all of them, on $backend [rule 15][fault 31]',
      expectEveryVerdict,
    );

    it.each(SUITE_RUNS.filter((run) => !isEd25519(run)))(
      'of $primitive come out as published, all of them, on $backend',
      expectEveryVerdict,
    );

    it('that are left out concern nothing that ships: no source uses ChaCha20-Poly1305', () => {
      const used = SUITES.map(({ file }) => file);
      const others = globSync('*.json', { cwd: folder }).filter((file) => !used.includes(file));
      const explained = ['wycheproof-chacha20_poly1305_test.json'];
      expect(others.filter((file) => !explained.includes(file))).toEqual([]);
      for (const source of globSync('**/*.ts', { cwd: sources })) {
        expect(readFileSync(join(sources, source), 'utf8'), source).not.toMatch(/chacha/i);
      }
      expect(existsSync(join(sources, 'crypto'))).toBe(true);
    });
  });
}
