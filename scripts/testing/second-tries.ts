import { appendFileSync } from 'node:fs';
import type { Reporter, TestCase } from 'vitest/node';

/** Names the file into which this reporter writes, a line for each such test. */
export const SECOND_TRIES = 'LEEWARD_SECOND_TRIES';

/** Writes down which tests passed only when they were tried again. */
// biome-ignore lint/style/noDefaultExport: vitest makes a reporter from the class that a file exports as its default
export default class SecondTries implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const file = process.env[SECOND_TRIES];
    if (file !== undefined && test.diagnostic()?.flaky === true)
      appendFileSync(file, `${test.module.relativeModuleId} > ${test.fullName}\n`);
  }
}
