import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GuardState } from '@leeward/workspace/release/guard-messages.ts';
import type { Page } from 'playwright-core';
import { buildKeyOf } from '../../scripts/release/development.ts';
import { servedFiles } from '../../scripts/release/dists.ts';
import { type SealOptions, sealDists } from '../../scripts/release/seal.ts';
import { makeKey, type SigningKey } from '../../scripts/release/signing-keys.ts';
import { type BuiltApps, buildApps, distsOf } from './built-apps.ts';
import { startTestRelay } from './relay.ts';
import type { StrippingProxy } from './stripping-proxy.ts';

/** The apps, built once and signed as one release after another, with keys made for this test. */

export const firstFacts = { version: '1.0.0', date: 1_780_000_000, commit: 'a'.repeat(40), floor: 1 };

export type ReleaseOptions = Partial<SealOptions['facts']> & {
  /** Who signs it; the maintainer unless said otherwise. */
  readonly by?: SigningKey;
  /** The keys that its guard trusts; the maintainer's unless said otherwise. */
  readonly trusts?: readonly SigningKey[];
  /** A change of the built files before they are sealed: they get the right hashes all the same. */
  readonly change?: (apps: BuiltApps) => void;
};

export type ReleaseStory = {
  readonly maintainer: SigningKey;
  readonly stranger: SigningKey;
  /** Version 1.0.0. */
  readonly first: BuiltApps;
  /** The same files as another release. */
  readonly another: (options: ReleaseOptions) => Promise<BuiltApps>;
  readonly end: () => void;
};

export async function tellReleases(): Promise<ReleaseStory> {
  const keys = mkdtempSync(join(tmpdir(), 'leeward-keys-'));
  const [maintainer, stranger] = await Promise.all(
    ['maintainer', 'stranger'].map((name) => makeKey(join(keys, `${name}.pem`))),
  );
  if (maintainer === undefined || stranger === undefined) throw new Error('no keys were made');
  const first = await buildApps();
  const built = [first];
  const seal = async (apps: BuiltApps, options: ReleaseOptions): Promise<BuiltApps> => {
    const { by = maintainer, trusts = [maintainer], change, ...facts } = options;
    change?.(apps);
    const buildKeys = trusts.flatMap(({ publicKey }) => buildKeyOf('test', publicKey));
    const dists = distsOf(apps);
    await sealDists({ dists, kind: 'test', facts: { ...firstFacts, ...facts }, buildKeys }, [by]);
    return apps;
  };
  await seal(first, {});
  return {
    maintainer,
    stranger,
    first,
    another: (options) => {
      const apps = first.copy();
      built.push(apps);
      return seal(apps, options);
    },
    end: () => {
      for (const apps of built) apps.end();
      rmSync(keys, { recursive: true, force: true });
    },
  };
}

/** Lets a proxy stand before a relay that serves these apps; returns the way to stop it. */
export async function serveBehind(proxy: StrippingProxy, apps: BuiltApps): Promise<() => Promise<void>> {
  const origins = {
    desk: [proxy.origin('desk')],
    door: [proxy.origin('door')],
    files: [proxy.origin('files')],
  };
  const relay = await startTestRelay({ apps: distsOf(apps), origins });
  proxy.target = relay.address.port;
  return relay.end;
}

/** The script that the desk's page begins with. */
export function entryOf(apps: BuiltApps): string {
  const html = readFileSync(join(apps.desk, 'index.html'), 'utf8');
  return /<script type="module"[^>]* src="([^"]+)"/.exec(html)?.[1] ?? '';
}

/** The one file of the desk whose path fits. @throws Error where none does, or several */
export function deskFile(apps: BuiltApps, path: RegExp): string {
  const [only, ...others] = servedFiles(apps.desk).filter((one) => path.test(one));
  if (only === undefined || others.length > 0) throw new Error(`${path} fits ${only} ${others.join(' ')}`);
  return only;
}

export function deskText(apps: BuiltApps, path: string): string {
  return readFileSync(join(apps.desk, path), 'utf8');
}

/** Waits until the desk has drawn its first screen. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() => (document.getElementById('root')?.textContent ?? '').length > 20);
}

/** Waits for a note of this kind above the screen, and gives its words. */
export async function noteOf(page: Page, kind: string): Promise<string> {
  const found = page.locator(`[data-release="${kind}"]`);
  await found.waitFor();
  return (await found.textContent()) ?? '';
}

/** Lets the page look at once for what it looks for every hour. */
export async function lookNow(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
}

/** What the guard says to a page that asks it. Rejects where the page has none. */
export function guardState(page: Page): Promise<GuardState> {
  return page.evaluate(
    () =>
      new Promise<GuardState>((resolve, reject) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => resolve(data);
        const guard = navigator.serviceWorker.controller;
        if (guard === null) reject(new Error('this page has no guard'));
        else guard.postMessage({ leeward: 'check' }, [port2]);
      }),
  );
}
