import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { appsToBuild } from '../build.ts';
import { root } from '../testing/command.ts';

/** Which apps have to be built: those that are not, as they lie there, what the present sources were built into. */
export function changedApps(): readonly string[] {
  const shared = sharedSources();
  return appsToBuild().filter((app) => {
    const stamp = stampOf(app);
    return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== stateOf(app, shared);
  });
}

/** Notes from what the apps were built, and what came out, so that a build by somebody else is noticed. */
export function rememberBuilt(apps: readonly string[]): void {
  const shared = sharedSources();
  for (const app of apps) {
    mkdirSync(dirname(stampOf(app)), { recursive: true });
    writeFileSync(stampOf(app), stateOf(app, shared));
  }
}

const sharedSources = (): string => digestOf(join(root, 'packages'), join(root, 'package-lock.json'));

const stateOf = (app: string, shared: string): string =>
  [shared, digestOf(join(root, 'apps', app)), digestOf(join(root, 'apps', app, 'dist'))].join(' ');

// Not in what was built: that is signed as a whole, and holds nothing else.
const stampOf = (app: string): string => join(root, 'node_modules', '.cache', 'leeward-built', app);

/** A digest over names, sizes and times of change: quick, and wrong only towards building once too often. */
function digestOf(...places: readonly string[]): string {
  const hash = createHash('sha256');
  for (const place of places) for (const line of listed(place)) hash.update(`${line}\n`);
  return hash.digest('hex');
}

function listed(place: string): readonly string[] {
  if (!existsSync(place)) return [];
  const found = statSync(place);
  if (found.isFile()) return [`${place} ${found.size} ${found.mtimeMs}`];
  return readdirSync(place)
    .filter((name) => name !== 'node_modules' && name !== 'dist' && !/\.test\.tsx?$/.test(name))
    .sort()
    .flatMap((name) => listed(join(place, name)));
}
