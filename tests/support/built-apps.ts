import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type ReleaseSite, releaseSites } from '@leeward/workspace/release/manifest.ts';
import { buildKeyOf } from '../../scripts/release/development.ts';
import { servedFiles } from '../../scripts/release/dists.ts';
import { replaceFile } from '../../scripts/release/integrity.ts';
import { sealDists } from '../../scripts/release/seal.ts';
import { makeKey } from '../../scripts/release/signing-keys.ts';
import { root, runTool } from '../../scripts/testing/command.ts';
import { builtOnce } from './shared-build.ts';

/** Apps built for one test, in a folder that is thrown away: what lies in the dist folders may be older, or in use. */

export type BuiltApps = Readonly<Record<ReleaseSite, string>> & {
  /** The same files in another folder, to be changed. */
  readonly copy: () => BuiltApps;
  /** Replaces text in the one file whose path fits; the packed forms beside it follow. */
  readonly change: (site: ReleaseSite, path: RegExp, change: (text: string) => string) => void;
  readonly end: () => void;
};

/** When the apps were built that lie in the dist folders; `npm test` says it to the tests that it runs, and else nobody. */
const builtAt = process.env['LEEWARD_BUILT_AT'];
const epoch = Number(builtAt ?? 1_780_000_000);

/**
 * All apps, built and sealed as a test build with a key of their own, in a folder of the caller's: they are built once in a
 * run of the tests. @throws Error with the builder's words when one cannot be built.
 */
export async function buildApps(): Promise<BuiltApps> {
  const shared = await builtOnce('apps', async (folder) => {
    if (builtAt === undefined) await buildInto(folder);
    else
      for (const site of releaseSites)
        cpSync(join(root, 'apps', site, 'dist'), join(folder, site), { recursive: true });
    const key = await makeKey(join(folder, 'key', 'test-release-key.pem'));
    const buildKeys = buildKeyOf('test', key.publicKey);
    const dists = distsOf(appsIn(folder));
    await sealDists({ dists, kind: 'test', facts: { ...someFacts, date: epoch }, buildKeys }, [key]);
  });
  return appsIn(shared).copy();
}

/** The same apps built once more from their source, without packed forms and without a seal. */
export async function buildAppsAnew(): Promise<BuiltApps> {
  const folder = mkdtempSync(join(tmpdir(), 'leeward-apps-'));
  await buildInto(folder, { LEEWARD_BUILD_UNPACKED: 'yes' });
  return appsIn(folder);
}

async function buildInto(folder: string, more: NodeJS.ProcessEnv = {}): Promise<void> {
  for (const site of releaseSites) {
    const cwd = join(root, 'apps', site);
    const outDir = relative(cwd, join(folder, site));
    const done = await runTool('vite/bin/vite.js', ['build', '--outDir', outDir, '--emptyOutDir'], {
      cwd,
      quiet: true,
      // Vitest says `test`, and React would come as it is for developers.
      env: { ...process.env, NODE_ENV: 'production', SOURCE_DATE_EPOCH: String(epoch), ...more },
    });
    if (done.code !== 0) throw new Error(`apps/${site} could not be built:\n${done.output}`);
  }
}

const someFacts = { version: '0.1.0', commit: '0'.repeat(40), floor: 1 };

/** The folders alone, as a relay and the release scripts take them. */
export function distsOf({ desk, door, files }: BuiltApps): Readonly<Record<ReleaseSite, string>> {
  return { desk, door, files };
}

function appsIn(folder: string): BuiltApps {
  const place = (site: ReleaseSite): string => join(folder, site);
  return {
    desk: place('desk'),
    door: place('door'),
    files: place('files'),
    copy: () => {
      const other = mkdtempSync(join(tmpdir(), 'leeward-apps-'));
      cpSync(folder, other, { recursive: true });
      return appsIn(other);
    },
    change: (site, path, change) => {
      const [found, ...more] = servedFiles(place(site)).filter((one) => path.test(one));
      if (found === undefined || more.length > 0) throw new Error(`${path} fits ${more.length + 1} files`);
      const before = readFileSync(join(place(site), found), 'utf8');
      const after = change(before);
      if (after === before) throw new Error(`${found} was not changed`);
      replaceFile(join(place(site), found), after, 'quick');
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}
