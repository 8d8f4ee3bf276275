import { err, ok, type Result } from '@leeward/sealed-log/crypto/result.ts';

/*
 * The list of everything that a release ships, as text (docs/release.md): a head, one line for each file in the manner
 * of sha256sum, an empty line, and one line for each signature over all that stands before it. Text and not one of our
 * binary structures, because people who do not run our code should be able to hold a server to it. There is exactly
 * one way to write a manifest: reading is as strict as with every other format of ours.
 */

/** Which apps a file may belong to: the folder of `apps` that it was built from. */
export const releaseSites = ['desk', 'door', 'files'] as const;
export type ReleaseSite = (typeof releaseSites)[number];

/** What signs a manifest decides what it may call itself; a test or a development build is never a release. */
export const releaseKinds = ['release', 'test', 'development'] as const;
export type ReleaseKind = (typeof releaseKinds)[number];

/** One shipped file. */
export type ReleaseFile = {
  /** The app, a slash, and the path from its origin. */
  readonly path: string;
  /** SHA-256 in lower-case hexadecimal. */
  readonly hash: string;
  /** In bytes, before any compression. */
  readonly size: number;
};

/** A key admitted by another one, so that keys can change without asking every browser again. */
export type KeyAdmission = {
  /** Public keys and the signature are hexadecimal. */
  readonly key: string;
  /** The times, in seconds since 1970, between which manifests of this key are dated. `until` is not included. */
  readonly from: number;
  readonly until: number;
  readonly by: string;
  readonly signature: string;
};

export type Manifest = {
  readonly kind: ReleaseKind;
  /** Three numbers, as in package.json. */
  readonly version: string;
  /** Time of the commit that it was built from, in seconds since 1970. */
  readonly date: number;
  /** The lowest version of the format that this code still reads. */
  readonly floor: number;
  /** The commit, as 40 hexadecimal digits; zeros where it was not built from a clone. */
  readonly commit: string;
  readonly admissions: readonly KeyAdmission[];
  /** In ascending order of their paths, each once. */
  readonly files: readonly ReleaseFile[];
};

export type ManifestSignature = { readonly key: string; readonly signature: string };

export type SignedManifest = {
  readonly manifest: Manifest;
  /** The exact text that is signed: everything before the empty line. */
  readonly body: string;
  readonly signatures: readonly ManifestSignature[];
};

/** Where every origin serves the manifest. */
export const manifestPath = '/release.txt';

/** Bounds of the format, so that a hostile server can make nobody read for long. */
export const manifestLimits = { bytes: 512 * 1024, files: 4096, admissions: 32, signatures: 16 } as const;

const title = 'leeward release 1';

/** The text to be signed. @throws RangeError when the manifest breaks a bound of the format: a bug. */
export function writeManifest(manifest: Manifest): string {
  const body = [
    title,
    `kind ${manifest.kind}`,
    `version ${manifest.version}`,
    `date ${time(manifest.date)}`,
    `floor ${manifest.floor}`,
    `commit ${manifest.commit}`,
    ...manifest.admissions.map(
      ({ key, from, until, by, signature }) =>
        `admit ${key} from ${time(from)} until ${time(until)} by ${by} ${signature}`,
    ),
    ...manifest.files.map(({ path, hash, size }) => `file ${hash} ${size} ${path}`),
    '',
  ].join('\n');
  if (!readBody(body).ok) throw new RangeError('this manifest cannot be written');
  return body;
}

/** The text of a signed manifest, as it is served. */
export function writeSigned(body: string, signatures: readonly ManifestSignature[]): string {
  return `${body}\n${signatures.map(({ key, signature }) => `sign ${key} ${signature}\n`).join('')}`;
}

/** Reads a signed manifest. Nothing is said of its signatures yet: that is `verifyManifest`. */
export function readSigned(text: string): Result<SignedManifest, 'malformed'> {
  if (text.length > manifestLimits.bytes) return err('malformed');
  const end = text.indexOf('\n\n');
  if (end < 0 || !text.endsWith('\n')) return err('malformed');
  const body = text.slice(0, end + 1);
  const lines = text.slice(end + 2, -1);
  const signatures: ManifestSignature[] = [];
  for (const line of lines === '' ? [] : lines.split('\n')) {
    const [, key, signature] = /^sign ([0-9a-f]{64}) ([0-9a-f]{128})$/.exec(line) ?? [];
    if (key === undefined || signature === undefined) return err('malformed');
    signatures.push({ key, signature });
  }
  if (signatures.length > manifestLimits.signatures) return err('malformed');
  const manifest = readBody(body);
  if (!manifest.ok) return manifest;
  return text === writeSigned(body, signatures)
    ? ok({ manifest: manifest.value, body, signatures })
    : err('malformed');
}

/** The files of one app, with their paths as that origin serves them. */
export function filesOf(manifest: Manifest, site: ReleaseSite): ReadonlyMap<string, ReleaseFile> {
  return new Map(
    manifest.files
      .filter(({ path }) => path.startsWith(`${site}/`))
      .map((file) => [file.path.slice(site.length), file] as const),
  );
}

/** How a browser writes a SHA-256 in an `integrity` attribute. */
export function integrityOf(hash: string): string {
  const bytes = hash.match(/../g) ?? [];
  return `sha256-${btoa(bytes.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join(''))}`;
}

const head = [
  /^leeward release 1$/,
  /^kind (release|test|development)$/,
  /^version ((?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2})$/,
  /^date (\S+)$/,
  /^floor ([1-9]\d{0,2})$/,
  /^commit ([0-9a-f]{40})$/,
] as const;
const admission = /^admit ([0-9a-f]{64}) from (\S+) until (\S+) by ([0-9a-f]{64}) ([0-9a-f]{128})$/;
const file =
  /^file ([0-9a-f]{64}) (0|[1-9]\d{0,9}) ((?:desk|door|files)(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+)$/;

function readBody(body: string): Result<Manifest, 'malformed'> {
  if (!body.endsWith('\n')) return err('malformed');
  const lines = body.slice(0, -1).split('\n');
  const values = head.map((pattern, index) => pattern.exec(lines[index] ?? '')?.[1] ?? '');
  if (lines[0] !== title || values.slice(1).includes('')) return err('malformed');
  const [, kind = '', version = '', dated = '', floor = '', commit = ''] = values;
  const date = seconds(dated);
  const rest = lines.slice(head.length);
  const firstFile = rest.findIndex((line) => line.startsWith('file '));
  const admissions = complete(rest.slice(0, firstFile < 0 ? rest.length : firstFile).map(readAdmission));
  const files = complete((firstFile < 0 ? [] : rest.slice(firstFile)).map(readFile));
  if (date === null || admissions === null || files === null) return err('malformed');
  if (admissions.length > manifestLimits.admissions || files.length > manifestLimits.files)
    return err('malformed');
  if (files.some(({ path }, index) => index > 0 && path <= (files[index - 1]?.path ?? '')))
    return err('malformed');
  return ok({ kind: kind as ReleaseKind, version, date, floor: Number(floor), commit, admissions, files });
}

function readAdmission(line: string): KeyAdmission | null {
  const [, key, from, until, by, signature] = admission.exec(line) ?? [];
  const [first, last] = [seconds(from ?? ''), seconds(until ?? '')];
  if (key === undefined || by === undefined || signature === undefined) return null;
  return first === null || last === null ? null : { key, from: first, until: last, by, signature };
}

function readFile(line: string): ReleaseFile | null {
  const [, hash, size, path] = file.exec(line) ?? [];
  return hash === undefined || size === undefined || path === undefined
    ? null
    : { path, hash, size: Number(size) };
}

function complete<Value>(values: readonly (Value | null)[]): readonly Value[] | null {
  const found = values.filter((value) => value !== null);
  return found.length === values.length ? found : null;
}

function time(value: number): string {
  return new Date(value * 1000).toISOString().replace('.000Z', 'Z');
}

/** The seconds of a time in the one spelling that `time` gives; null for any other. */
function seconds(text: string): number | null {
  const value = Date.parse(text) / 1000;
  return Number.isInteger(value) && value >= 0 && time(value) === text ? value : null;
}
