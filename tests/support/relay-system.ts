import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** What this machine lets a test do to a disk. Tests that need more than there is are not registered at all. */

/** Whether system calls can be watched and made to fail with strace. */
export const straceWorks: boolean = succeeds('strace', ['-o', '/dev/null', 'true']);

/** Mounts a small memory disk. @throws Error where that is not allowed. */
export function mountSmallDisk(folder: string, kibibytes: number): void {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kibibytes}k`, 'leeward-test', folder], {
    stdio: 'pipe',
  });
}

export function remount(folder: string, mode: 'ro' | 'rw'): void {
  execFileSync('mount', ['-o', `remount,${mode}`, folder], { stdio: 'pipe' });
}

export function unmount(folder: string): void {
  execFileSync('umount', ['-l', folder], { stdio: 'pipe' });
}

/** Whether a test may mount a disk of its own: as root, outside of a narrow container. */
export const mountWorks: boolean = succeeds('sh', [
  '-c',
  'd=$(mktemp -d) && mount -t tmpfs -o size=64k leeward-test "$d" && umount "$d" && rmdir "$d"',
]);

function succeeds(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}
