import { describe, expect, it } from 'vitest';
import { countReport } from './families.ts';

const file = (status: string, ...tests: readonly string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

describe('Counting a report', () => {
  it('adds up the tests of all files', () => {
    const report = {
      testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed', 'failed')],
    };
    expect(countReport(report)).toEqual({ passed: 3, failed: 2, skipped: 0 });
  });

  it('counts a file that broke before its tests as one failure', () => {
    expect(countReport({ testResults: [file('failed')] })).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countReport({ testResults: [file('failed', 'skipped', 'pending')] })).toEqual({
      passed: 0,
      failed: 1,
      skipped: 2,
    });
  });
});
