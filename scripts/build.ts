/**
 * Builds every app that has a vite.config.ts into its own dist folder, two at a time (a build fills a core), and seals
 * what came out with the key of this machine (docs/release.md).
 * Used by `npm start` and `npm test`; `node scripts/with-node.mjs scripts/build.ts [app ...]` builds some by hand.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sealDevelopment } from './release/development.ts';
import { root, runTool } from './testing/command.ts';

export type Built = { readonly app: string; readonly ok: boolean; readonly output: string };

/** The names of the apps that have something to build. */
export function appsToBuild(): readonly string[] {
  return readdirSync(join(root, 'apps')).filter((app) =>
    existsSync(join(root, 'apps', app, 'vite.config.ts')),
  );
}

/**
 * Builds the named apps and says of each whether it went well; the output is kept back for those that did not. `date` is
 * what the apps hold for the time of their build, in seconds since 1970; without one it is that of today.
 */
export async function build(
  apps: readonly string[] = appsToBuild(),
  date?: number,
): Promise<readonly Built[]> {
  const env = date === undefined ? process.env : { ...process.env, SOURCE_DATE_EPOCH: String(date) };
  const waiting = [...apps];
  const built: Built[] = [];
  const worker = async (): Promise<void> => {
    for (let app = waiting.shift(); app !== undefined; app = waiting.shift()) {
      const done = await runTool('vite/bin/vite.js', ['build'], {
        cwd: join(root, 'apps', app),
        quiet: true,
        env,
      });
      built.push({ app, ok: done.code === 0, output: done.output });
    }
  };
  await Promise.all([worker(), worker()]);
  return sealed(built);
}

/** Pages without the hashes of what they load are not served: an app that cannot be sealed was not built. */
async function sealed(built: readonly Built[]): Promise<readonly Built[]> {
  try {
    await sealDevelopment();
    return built;
  } catch (error) {
    const output = `It could not be sealed: ${error instanceof Error ? error.message : String(error)}`;
    return built.map((one) => (one.ok ? { ...one, ok: false, output } : one));
  }
}

if (import.meta.main) {
  const named = process.argv.slice(2);
  const results = await build(named.length > 0 ? named : appsToBuild());
  for (const { app, ok, output } of results)
    console.log(ok ? `Built apps/${app}.` : `apps/${app} failed:\n${output}`);
  if (results.length === 0) console.log('No app has anything to build yet.');
  process.exitCode = results.every((result) => result.ok) ? 0 : 1;
}
