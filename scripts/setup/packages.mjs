/** node_modules, exactly as package-lock.json says. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { withLock } from './lock.mjs';
import { SetupError } from './node.mjs';
import { lastLines, runNpm } from './npm.mjs';

/** Installs what package-lock.json names, unless that is what stands there already. Throws SetupError. */
export async function ensurePackages(root, env) {
  if (isCurrent(root)) return;
  await withLock(root, async () => {
    if (isCurrent(root)) return;
    linkNewRooms(root);
    if (matchesLock(root)) {
      stamp(root); // somebody installed by hand, and what they have is right
      return;
    }
    process.stderr.write('Installing packages (npm ci); this takes a minute the first time.\n');
    // Spelled out, because NODE_ENV=production or a user's own setting would leave out what the builds need.
    const args = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
    const done = await runNpm(root, args, { cwd: root, env: { ...env, NODE_ENV: '' } });
    if (!done.ok) {
      throw new SetupError(
        `npm ci failed:${lastLines(done.output)}`,
        'Check the connection to the npm registry and the free space, then run the command again; nothing else was changed.',
      );
    }
    stamp(root);
  });
}

/**
 * A room of ours that is new since the last install needs a link and nothing from the registry: it gets one, and a line
 * in npm's record, so that whoever fetches a colleague's work need not install everything again.
 */
export function linkNewRooms(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const recordPath = join(root, 'node_modules', '.package-lock.json');
  const present = readPackages(recordPath);
  if (wanted === undefined || present === undefined) return;
  const added = Object.entries(wanted).filter(
    ([path, entry]) =>
      entry.link === true && present[path] === undefined && existsSync(join(root, entry.resolved)),
  );
  if (added.length === 0) return;
  for (const [path, entry] of added) {
    const link = join(root, path);
    mkdirSync(dirname(link), { recursive: true });
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(root, entry.resolved)), link);
  }
  const rooms = added.flatMap(([path, entry]) => [
    [path, entry],
    [entry.resolved, wanted[entry.resolved] ?? {}],
  ]);
  const record = JSON.parse(readFileSync(recordPath, 'utf8'));
  // Put in place whole: a record that was broken off would read as no install at all.
  writeFileSync(
    `${recordPath}.new`,
    JSON.stringify({ ...record, packages: { ...present, ...Object.fromEntries(rooms) } }, null, 2),
  );
  renameSync(`${recordPath}.new`, recordPath);
}

function fingerprint(root) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

const stampPath = (root) => join(root, 'node_modules', '.leeward-stamp');

function stamp(root) {
  writeFileSync(stampPath(root), `${fingerprint(root)}\n`);
}

function isCurrent(root) {
  try {
    // npm writes its own record last, so a broken-off install has none.
    return (
      existsSync(join(root, 'node_modules', '.package-lock.json')) &&
      readFileSync(stampPath(root), 'utf8').trim() === fingerprint(root)
    );
  } catch {
    return false;
  }
}

/** Whether npm's own record of what it installed agrees with package-lock.json, package by package. */
export function matchesLock(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || present === undefined) return false;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || !path.includes('node_modules/')) continue;
    const there = present[path];
    if (there === undefined ? !mayBeAbsent(entry) : !isSame(entry, there)) return false;
    if (there !== undefined && !existsSync(join(root, path))) return false;
  }
  return Object.keys(present).every((path) => wanted[path] !== undefined);
}

const isSame = (a, b) => a.version === b.version && a.integrity === b.integrity && a.link === b.link;

/**
 * Whether npm may have left this out by right: an optional package for another platform, or one that only those need.
 * Which C library this machine has, npm knows better than we do; it decided when it installed.
 */
function mayBeAbsent(entry) {
  if (entry.optional !== true) return false;
  const isForThisMachine =
    entry.os?.includes(process.platform) === true && entry.cpu?.includes(process.arch) === true;
  return !isForThisMachine || entry.libc !== undefined;
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
