/** docs/soak.json: what the last full run of `npm run soak` was run on, and how it ended. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './testing/command.ts';

export type SoakRecord = {
  /** The commit that was checked out. */
  readonly commit: string;
  /** Whether the files were exactly those of the commit. */
  readonly unchanged: boolean;
  /** How many times the size of CI the randomised tests had. */
  readonly times: number;
  /** The day on which it ended, as YYYY-MM-DD in universal time. */
  readonly date: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  /** What has to be known about the run, written by hand: what failed, why, and what came of it. */
  readonly note?: string;
};

const path = join(root, 'docs', 'soak.json');

/** The last full run, or undefined where there has been none. */
export function readSoak(): SoakRecord | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as SoakRecord;
  } catch {
    return undefined;
  }
}

/** What is about to be tested: asked before the run, because people go on working while it lasts. */
export async function describeTree(
  git: (...args: readonly string[]) => Promise<string>,
): Promise<Pick<SoakRecord, 'commit' | 'unchanged'>> {
  return {
    commit: await git('rev-parse', 'HEAD'),
    unchanged: (await git('status', '--porcelain')) === '',
  };
}

/** Writes down a full run that has ended, whether well or not, with today's date. */
export function recordSoak(run: Omit<SoakRecord, 'date' | 'note'>): void {
  const { commit, unchanged, ...counts } = run;
  const record: SoakRecord = { commit, unchanged, date: new Date().toISOString().slice(0, 10), ...counts };
  writeFileSync(path, `${JSON.stringify(record, null, 2)}\n`);
}
