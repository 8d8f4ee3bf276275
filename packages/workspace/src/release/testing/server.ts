import { toHex, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { publicKeyOf, sign } from '@leeward/sealed-log/crypto/ed25519.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import type { TrustedKey } from '../keys.ts';
import { type KeyAdmission, type Manifest, manifestPath, writeManifest, writeSigned } from '../manifest.ts';
import type { KeptName, ReleaseStore } from '../store.ts';
import { admissionBytes, manifestBytes } from '../verify.ts';

/* Releases, servers and stores in memory, for tests. */

/** Headers with every protection of the desk, as a relay sends them. */
export const goodHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; script-src 'self' 'wasm-unsafe-eval' 'sha256-bWFw'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; worker-src 'self'; frame-src http://files.localhost:8700; frame-ancestors 'none'; trusted-types leeward-desk",
  'Integrity-Policy': 'blocked-destinations=(script)',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'geolocation=(), camera=(self)',
};

export type TestKey = {
  readonly publicKey: string;
  readonly sign: (message: Uint8Array<ArrayBuffer>) => Promise<string>;
  /** As a guard pins it. */
  readonly trusted: (kind: TrustedKey['kind'], from?: number, until?: number) => TrustedKey;
};

/** A key from a small number, the same at every run. */
export async function testKey(number: number): Promise<TestKey> {
  const seed = new Uint8Array(32).fill(number);
  const publicKey = toHex(await publicKeyOf(seed));
  return {
    publicKey,
    sign: async (message) => toHex(await sign(seed, message)),
    trusted: (kind, from = 0, until = 2 ** 40) => ({ key: publicKey, kind, from, until }),
  };
}

/** A key's word for another one. */
export async function admit(
  by: TestKey,
  { publicKey: key }: TestKey,
  from: number,
  until: number,
): Promise<KeyAdmission> {
  return {
    key,
    from,
    until,
    by: by.publicKey,
    signature: await by.sign(admissionBytes({ key, from, until })),
  };
}

export type TestFiles = Readonly<Record<string, string>>;

/** The date of releases in tests unless they say otherwise: an hour on a day in 2026. */
export const someDate = 1_780_000_000;

export async function manifestOf(files: TestFiles, facts: Partial<Manifest> = {}): Promise<Manifest> {
  const listed = await Promise.all(
    Object.entries(files).map(async ([path, text]) => {
      const bytes = utf8(text);
      return { path: `desk${path}`, hash: toHex(await sha256(bytes)), size: bytes.length };
    }),
  );
  return {
    kind: 'release',
    version: '1.0.0',
    date: someDate,
    floor: 1,
    commit: 'c'.repeat(40),
    admissions: [],
    files: listed.sort((left, right) => (left.path < right.path ? -1 : 1)),
    ...facts,
  };
}

export async function signed(manifest: Manifest, ...keys: readonly TestKey[]): Promise<string> {
  const body = writeManifest(manifest);
  const signatures = keys.map(async ({ publicKey, sign }) => ({
    key: publicKey,
    signature: await sign(manifestBytes(body)),
  }));
  return writeSigned(body, await Promise.all(signatures));
}

/** What a server sends, to be changed by a test at will; the paths asked are noted. */
export type TestServer = {
  files: Record<string, string>;
  manifest: string | null;
  headers: Record<string, string>;
  reachable: boolean;
  readonly asked: string[];
  readonly ask: (path: string) => Promise<Response>;
};

export function testServer(files: TestFiles, manifest: string | null): TestServer {
  const server: TestServer = {
    files: { ...files },
    manifest,
    headers: { ...goodHeaders },
    reachable: true,
    asked: [],
    ask: async (path) => {
      server.asked.push(path);
      if (!server.reachable) throw new TypeError('the server cannot be reached');
      const text = path === manifestPath ? server.manifest : server.files[path];
      if (text === undefined || text === null) return new Response('nothing', { status: 404 });
      const headers = new Headers({ ...server.headers, Vary: 'Accept-Encoding' });
      // As at the relay: only pages state hashes, and only they are held to them.
      if (!path.endsWith('.html')) headers.delete('Integrity-Policy');
      return new Response(text, { headers });
    },
  };
  return server;
}

/** A store whose content a test can look at and spoil. */
export type TestStore = ReleaseStore & {
  readonly manifests: Map<KeptName, string>;
  readonly files: Map<string, Response>;
};

export function testStore(): TestStore {
  const manifests = new Map<KeptName, string>();
  const files = new Map<string, Response>();
  return {
    manifests,
    files,
    readManifest: async (name) => manifests.get(name) ?? null,
    writeManifest: async (name, text) => {
      if (text === null) manifests.delete(name);
      else manifests.set(name, text);
    },
    readFile: async (release, path) => files.get(`${release} ${path}`)?.clone() ?? null,
    writeFile: async (release, path, file) => {
      files.set(`${release} ${path}`, file);
    },
    keepOnly: async (releases) => {
      for (const name of files.keys()) if (!releases.some((one) => name.startsWith(one))) files.delete(name);
    },
  };
}
