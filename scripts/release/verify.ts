/** `npm run release:verify`: holds built folders, or a running server, against the signed manifest. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ReleaseSite, releaseSites } from '@leeward/workspace/release/manifest.ts';
import { type Checked, checkFolders, checkServer } from './check-files.ts';
import { type Dists, ownDists } from './dists.ts';
import { Mistake, readOptions, runCommand } from './options.ts';
import { trustedKeys } from './trusted.ts';

const HELP = `Usage: npm run release:verify -- [folder] [options]

Without anything: checks what was built here. A folder holds desk, door and files, or is one of these.

  --desk <address> --door <address> --files <address>   check a running server instead
  --key <public key>   believe this key too; have it from somewhere other than the server
`;

async function main(): Promise<number> {
  const { flags, rest } = readOptions(process.argv.slice(2), {
    help: false,
    key: true,
    desk: true,
    door: true,
    files: true,
  });
  if (flags.has('help')) {
    console.log(HELP);
    return 0;
  }
  const trusted = await trustedKeys(flags.get('key'));
  const origins = Object.fromEntries(
    releaseSites.flatMap((site) => (flags.get(site) ?? []).map((origin) => [site, origin] as const)),
  );
  const dists = rest[0] === undefined ? ownDists() : distsIn(rest[0]);
  const isServer = Object.keys(origins).length > 0;
  const checked = isServer
    ? await checkServer(origins, trusted).catch((error: unknown) => {
        throw new Mistake(
          `The server cannot be checked: ${error instanceof Error ? error.message : String(error)}`,
        );
      })
    : await checkFolders(dists, trusted);
  for (const line of reportOf(checked)) console.log(line);
  return checked.findings.length > 0 ? 1 : 0;
}

/** What a check found, line by line, the verdict last. */
export function reportOf({ verified, findings, compared }: Checked): readonly string[] {
  if (verified === null) return [...findings, 'Not verified.'];
  const { kind, version, date, commit } = verified.manifest;
  const what = {
    release: 'Release',
    test: 'Test build, not a release,',
    development: 'Development build of this machine, not a release,',
  }[kind];
  return [
    `${what} ${version}, ${new Date(date * 1000).toISOString().slice(0, 10)}, commit ${commit}`,
    `Signed by ${verified.key.key}`,
    ...findings,
    findings.length === 0
      ? `Verified: ${compared} files are as they were signed.`
      : `Not verified: ${findings.length} of the things that were looked at are not as they were signed.`,
  ];
}

function distsIn(folder: string): Dists {
  const within = releaseSites.map((site) => [site, join(folder, site)] as const);
  const found = within.filter(([, path]) => existsSync(join(path, 'index.html')));
  if (found.length > 0) return Object.fromEntries(found);
  const own = releaseSites.find((site) => folder.split(/[\\/]/).includes(site));
  if (own === undefined || !existsSync(join(folder, 'index.html')))
    throw new Mistake(`${folder} holds no built app.`);
  return { [own]: folder } satisfies Partial<Record<ReleaseSite, string>>;
}

if (import.meta.main) await runCommand(main);
