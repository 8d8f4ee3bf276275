/** Holds what is on a disk, or what a server sends, against a signed manifest (fault 68). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { TrustedKey } from '@leeward/workspace/release/keys.ts';
import { filesOf, manifestPath, type ReleaseSite } from '@leeward/workspace/release/manifest.ts';
import { type VerifiedManifest, verifyManifest } from '@leeward/workspace/release/verify.ts';
import { askFor } from '../../apps/cli/src/check/ask.ts';
import { checkHeaders, describeFinding, type Origins } from '../../apps/cli/src/check/headers.ts';
import { type Dists, hashOf, MANIFEST_FILE, readServed, servedFiles } from './dists.ts';
import { sealPage } from './integrity.ts';

/** What came out of a check: `findings` are sentences, and there are none when all is as it was signed. */
export type Checked = {
  readonly verified: VerifiedManifest | null;
  readonly findings: readonly string[];
  /** How many files were compared. */
  readonly compared: number;
};

/** Checks folders of built apps. */
export async function checkFolders(dists: Dists, trusted: readonly TrustedKey[]): Promise<Checked> {
  const texts = Object.entries(dists).map(([site, folder]) => {
    const file = join(folder, MANIFEST_FILE);
    return { where: `${site}/${MANIFEST_FILE}`, text: existsSync(file) ? readFileSync(file, 'utf8') : null };
  });
  return check(texts, trusted, Object.keys(dists) as ReleaseSite[], async (site, verified) => {
    const folder = dists[site] ?? '';
    const listed = filesOf(verified.manifest, site);
    const found = servedFiles(folder);
    return [
      ...[...listed.keys()]
        .filter((path) => !found.includes(path))
        .map((path) => `${site}${path} is missing.`),
      ...found.filter((path) => !listed.has(path)).map((path) => `${site}${path} is not in the manifest.`),
      ...found.flatMap((path) => {
        const bytes = readServed(folder, path);
        const file = listed.get(path);
        if (file !== undefined && hashOf(bytes) !== file.hash)
          return [`${site}${path} differs from the manifest.`];
        return [...checkPacked(folder, path, bytes, site), ...checkSealed(folder, path, bytes, site)];
      }),
    ];
  });
}

/** Checks the files that a running server sends, in every encoding that browsers ask for, and their headers. */
export async function checkServer(origins: Origins, trusted: readonly TrustedKey[]): Promise<Checked> {
  const texts = await Promise.all(
    Object.entries(origins).map(async ([site, origin]) => {
      const answer = await askFor(new URL(manifestPath, origin));
      return {
        where: `${site}${manifestPath}`,
        text: answer.status === 200 ? answer.bytes.toString('utf8') : null,
      };
    }),
  );
  const headers = (await checkHeaders(origins)).map(describeFinding);
  const checked = await check(
    texts,
    trusted,
    Object.keys(origins) as ReleaseSite[],
    async (site, verified) => {
      const findings: string[] = [];
      const files = filesOf(verified.manifest, site);
      const page = files.get('/index.html');
      const asked = [...files].concat(page === undefined ? [] : [['/', page]]);
      for (const [path, file] of asked) {
        for (const encoding of ['br', 'gzip', 'identity']) {
          const answer = await askFor(new URL(path, origins[site]), { encoding });
          if (answer.status === 200 && hashOf(answer.bytes) === file.hash) continue;
          const what =
            answer.status === 200 ? 'differs from the manifest' : `is answered with ${answer.status}`;
          findings.push(`${site}${path} ${what} (asked for ${encoding}).`);
        }
      }
      return findings;
    },
  );
  return { ...checked, findings: [...checked.findings, ...headers] };
}

type ManifestText = { readonly where: string; readonly text: string | null };

async function check(
  texts: readonly ManifestText[],
  trusted: readonly TrustedKey[],
  sites: readonly ReleaseSite[],
  compare: (site: ReleaseSite, verified: VerifiedManifest) => Promise<readonly string[]>,
): Promise<Checked> {
  const nothing = (finding: string): Checked => ({ verified: null, findings: [finding], compared: 0 });
  const [first] = texts;
  const absent = texts.find(({ text }) => text === null);
  if (first === undefined) return nothing('There is nothing to check.');
  if (absent !== undefined || first.text === null) return nothing(`${absent?.where} is not there.`);
  const other = texts.find(({ text }) => text !== first.text);
  if (other !== undefined) return nothing(`${other.where} is another manifest than ${first.where}.`);
  const verified = await verifyManifest(first.text, trusted);
  if (!verified.ok) return nothing(`The manifest is not believed: ${faultWords[verified.error]}`);
  const findings: string[] = [];
  let compared = 0;
  for (const site of sites) {
    compared += filesOf(verified.value.manifest, site).size;
    findings.push(...(await compare(site, verified.value)));
  }
  return { verified: verified.value, findings, compared };
}

const faultWords = {
  malformed: 'it is not in the form that manifests have.',
  'unknown-key': 'no key that is trusted here has signed it.',
  'wrong-kind': 'its key may not sign what it calls itself.',
  'key-expired': 'its date lies outside of the time of its key.',
  'bad-signature': 'its signature does not fit its text.',
} as const;

/** The packed forms beside a file, which a relay sends in its place. */
function checkPacked(folder: string, path: string, bytes: Buffer, site: string): readonly string[] {
  const forms = { br: brotliDecompressSync, gz: gunzipSync };
  return Object.entries(forms).flatMap(([ending, unpack]) => {
    const file = join(folder, `${path}.${ending}`);
    if (!existsSync(file)) return [];
    try {
      if (unpack(readFileSync(file)).equals(bytes)) return [];
    } catch {
      // Not even packed: it differs.
    }
    return [`${site}${path}.${ending} holds other bytes than the file that it stands for.`];
  });
}

/** Whether a page states the hash of everything that it loads. */
function checkSealed(folder: string, path: string, bytes: Buffer, site: string): readonly string[] {
  if (!path.endsWith('.html')) return [];
  const html = bytes.toString('utf8');
  try {
    if (sealPage(html, (file) => readServed(folder, file)) === html) return [];
  } catch (error) {
    return [`${site}${path}: ${error instanceof Error ? error.message : String(error)}.`];
  }
  return [`${site}${path} does not state the hashes of all that it loads.`];
}
