/** `npm run release`: builds, lists and signs what is shipped, with a key that is nowhere in the repository. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { keyAdmissions, releaseKeys } from '@leeward/workspace/release/keys.ts';
import { readSigned, writeSigned } from '@leeward/workspace/release/manifest.ts';
import { admissionBytes, manifestBytes } from '@leeward/workspace/release/verify.ts';
import { build } from '../build.ts';
import { root } from '../testing/command.ts';
import { checkFolders } from './check-files.ts';
import { describeBuild } from './describe-build.ts';
import { testKeyOf } from './development.ts';
import { MANIFEST_FILE, ownDists } from './dists.ts';
import { Mistake, type Options, readOptions, runCommand } from './options.ts';
import { layManifest, prepareDists, signDists } from './seal.ts';
import { makeKey, readKey, type SigningKey } from './signing-keys.ts';
import { trustedKeys } from './trusted.ts';

const HELP = `Usage: npm run release -- <what>

  --new-key <file>            make a release key; the file must lie outside of this repository
  --key <file>                build, seal and sign in one go, where the key is at hand
  --prepare <file>            build and seal; writes the text to be signed, for a machine without a network
  --sign <file> --key <file>  add a signature to such a text (needs no build, and no network)
  --attach <file>             lay the signed text into what was built, and check everything
  --admit <public key> --from <day> --until <day> --key <file>
                              let the key in <file> admit another one

A key that is encrypted is opened with the passphrase in LEEWARD_KEY_PASSPHRASE. docs/release.md explains each step.
`;

const KNOWN = {
  help: false,
  'new-key': true,
  key: true,
  prepare: true,
  sign: true,
  attach: true,
  admit: true,
  from: true,
  until: true,
} as const;

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), KNOWN);
  const given = (name: keyof typeof KNOWN): string | undefined => options.flags.get(name)?.[0];
  if (given('new-key') !== undefined) return newKey(given('new-key') ?? '');
  if (given('admit') !== undefined) return admit(options);
  if (given('sign') !== undefined) return addSignature(given('sign') ?? '', await keyOf(options));
  if (given('prepare') !== undefined) return prepare(given('prepare') ?? '');
  if (given('attach') !== undefined) return attach(given('attach') ?? '');
  if (given('key') !== undefined) return buildAndSign(await keyOf(options));
  console.log(HELP);
  return given('help') === undefined ? 2 : 0;
}

async function newKey(file: string): Promise<number> {
  if (!relative(root, resolve(file)).startsWith('..'))
    throw new Mistake('A release key does not belong into the repository. Name a file outside of it.');
  if (existsSync(file)) throw new Mistake(`${file} is there already; a key is never overwritten.`);
  const { publicKey } = await makeKey(file, process.env['LEEWARD_KEY_PASSPHRASE']);
  console.log(`Written: ${file}. Keep it on a medium that is connected only while a release is signed, and a copy elsewhere.

Its public half, for packages/workspace/src/release/keys.ts and the table in docs/release.md:

  { key: '${publicKey}', kind: 'release', from: <seconds>, until: <seconds> },`);
  return 0;
}

async function buildAndSign(key: SigningKey): Promise<number> {
  const body = await buildAndPrepare(kindOf(key));
  const text = await signDists(ownDists(), body, [key]);
  return conclude(text);
}

async function prepare(file: string): Promise<number> {
  const kind = releaseKeys.length > 0 ? 'release' : 'test';
  writeFileSync(file, writeSigned(await buildAndPrepare(kind), []));
  console.log(`Written: ${file}. Sign it where the key is, then come back with --attach.`);
  return 0;
}

/** Builds everything anew, dated by the commit, so that anybody can build the same bytes from it. */
async function buildAndPrepare(kind: 'release' | 'test'): Promise<string> {
  const facts = await describeBuild();
  if (kind === 'release' && facts.changed)
    throw new Mistake('A release is built from a commit, and there are changes here that are in none.');
  process.env['SOURCE_DATE_EPOCH'] = String(facts.date);
  for (const { app, ok, output } of await build())
    if (!ok) throw new Mistake(`apps/${app} could not be built:\n${output}`);
  const buildKeys = kind === 'test' ? testKeyOf(process.env) : [];
  return prepareDists({ dists: ownDists(), kind, facts, buildKeys, admissions: keyAdmissions });
}

async function addSignature(file: string, key: SigningKey): Promise<number> {
  const read = readSigned(readFileSync(file, 'utf8'));
  if (!read.ok) throw new Mistake(`${file} is no manifest.`);
  const { manifest, body, signatures } = read.value;
  const signature = await key.sign(manifestBytes(body));
  const others = signatures.filter((one) => one.key !== key.publicKey);
  writeFileSync(file, writeSigned(body, [...others, { key: key.publicKey, signature }]));
  console.log(
    `Signed ${manifest.kind} ${manifest.version} with ${manifest.files.length} files, commit ${manifest.commit}.`,
  );
  return 0;
}

async function attach(file: string): Promise<number> {
  const text = readFileSync(file, 'utf8');
  if (!readSigned(text).ok) throw new Mistake(`${file} is no manifest.`);
  layManifest(ownDists(), text);
  return conclude(text);
}

async function conclude(text: string): Promise<number> {
  const { verified, findings, compared } = await checkFolders(ownDists(), await trustedKeys());
  for (const finding of findings) console.log(finding);
  if (verified === null || findings.length > 0) return 1;
  const { kind, version } = verified.manifest;
  console.log(
    `${kind} ${version}: ${compared} files, ${text.length} bytes of ${MANIFEST_FILE}, signed by ${verified.key.key}.`,
  );
  return 0;
}

async function admit(options: Options): Promise<number> {
  const key = options.flags.get('admit')?.[0] ?? '';
  const [from, until] = ['from', 'until'].map(
    (name) => Date.parse(options.flags.get(name)?.[0] ?? '') / 1000,
  );
  if (!/^[0-9a-f]{64}$/.test(key)) throw new Mistake('--admit takes a public key in hexadecimal.');
  if (from === undefined || until === undefined || !(from < until))
    throw new Mistake('--from and --until are days, such as 2030-01-31.');
  const signer = await keyOf(options);
  const signature = await signer.sign(admissionBytes({ key, from, until }));
  console.log(`For keyAdmissions in packages/workspace/src/release/keys.ts:

  { key: '${key}', from: ${from}, until: ${until}, by: '${signer.publicKey}', signature: '${signature}' },`);
  return 0;
}

async function keyOf(options: Options): Promise<SigningKey> {
  const file = options.flags.get('key')?.[0];
  if (file === undefined) throw new Mistake('--key names the file of the key that signs.');
  if (!existsSync(file)) throw new Mistake(`${file} is not there. --new-key makes a key.`);
  return readKey(file, process.env['LEEWARD_KEY_PASSPHRASE']);
}

/** What this key may sign here. A key that nobody's code knows would make a release that every desk refuses. */
function kindOf({ publicKey }: SigningKey): 'release' | 'test' {
  if (releaseKeys.some(({ key }) => key === publicKey)) return 'release';
  if (testKeyOf(process.env).some(({ key }) => key === publicKey)) return 'test';
  throw new Mistake(
    `The key ${publicKey} is not in packages/workspace/src/release/keys.ts, so no desk would believe it. For a test build, name it in LEEWARD_TEST_RELEASE_KEY.`,
  );
}

await runCommand(main);
