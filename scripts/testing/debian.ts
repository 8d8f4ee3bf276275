/** Installs a Debian package where that is possible without asking anybody: as root, on Debian or a descendant. */
import { existsSync } from 'node:fs';
import { run } from './command.ts';

export type Installed = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** Installs packages by apt-get, silently. Says why when it cannot; never throws. */
export async function installDebianPackages(names: readonly string[]): Promise<Installed> {
  if (!existsSync('/usr/bin/apt-get')) return { ok: false, why: 'this system has no apt-get' };
  if (process.getuid?.() !== 0) return { ok: false, why: 'only root may install Debian packages' };
  console.log(`Installing ${names.join(' and ')} (apt-get); this happens once.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = [
    '-o',
    'DPkg::Lock::Timeout=300',
    'install',
    '-y',
    '-qq',
    '--no-install-recommends',
    ...names,
  ];
  const limit = 15 * 60_000;
  // The lists of a fresh machine are empty or old, so they are fetched first.
  const update = await run('apt-get', ['-qq', 'update'], { env, quiet: true, limit });
  const done = await run('apt-get', install, { env, quiet: true, limit });
  if (done.code === 0) return { ok: true };
  const lines = `${update.code === 0 ? '' : update.output}${done.output}`.trim().split('\n').slice(-4);
  return { ok: false, why: `apt-get failed:\n    ${lines.join('\n    ')}` };
}
