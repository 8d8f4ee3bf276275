import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appsToBuild } from '../build.ts';
import { root } from '../testing/command.ts';

/** Which apps have to be built: those whose sources, or whose packages' sources, are not those of the last build. */
export function changedApps(): readonly string[] {
  const shared = sharedDigest();
  return appsToBuild().filter((app) => {
    const stamp = stampOf(app);
    return (
      !existsSync(stamp) || readFileSync(stamp, 'utf8') !== `${shared} ${digestOf(join(root, 'apps', app))}`
    );
  });
}

/** Notes from what an app was built, beside what was built. */
export function rememberBuilt(app: string): void {
  const shared = sharedDigest();
  writeFileSync(stampOf(app), `${shared} ${digestOf(join(root, 'apps', app))}`);
}

/** What every app is built from and with. */
const sharedDigest = (): string =>
  digestOf(join(root, 'packages'), join(root, 'scripts', 'release'), join(root, 'package-lock.json'));

const stampOf = (app: string): string => join(root, 'apps', app, 'dist', '.sources');

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
