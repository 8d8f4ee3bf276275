/** What a manifest says of the code that was built: from the clone, so that two builds of one commit say the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from '../testing/command.ts';

export type BuildFacts = {
  readonly version: string;
  /** Time of the commit, in seconds since 1970. */
  readonly date: number;
  readonly commit: string;
  readonly floor: number;
  /** Whether tracked files differ from the commit. */
  readonly changed: boolean;
};

/** The lowest version of the format that this code reads: there is one so far. */
const FORMAT_FLOOR = 1;

/**
 * Reads them from git. Outside of a clone the date is that of SOURCE_DATE_EPOCH, or today's, and the commit is zeros.
 */
export async function describeBuild(): Promise<BuildFacts> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const log = await git('log', '-1', '--format=%H %ct');
  const [, commit, time] = /^([0-9a-f]{40}) (\d+)$/.exec(log) ?? [];
  const common = { version, floor: FORMAT_FLOOR };
  if (commit === undefined || time === undefined) {
    const day = 24 * 3600;
    const date = Number(process.env['SOURCE_DATE_EPOCH'] ?? Math.floor(Date.now() / 1000 / day) * day);
    return { ...common, date, commit: '0'.repeat(40), changed: true };
  }
  const changed = (await git('status', '--porcelain', '--untracked-files=no')) !== '';
  return { ...common, date: Number(time), commit, changed };
}

async function git(...args: readonly string[]): Promise<string> {
  const done = await run('git', args, { quiet: true });
  return done.code === 0 ? done.output.trim() : '';
}
