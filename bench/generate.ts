/**
 * Makes the data folder of a relay with an organisation of many synthetic cases, sealed and signed by the code that
 * ships, and written with the relay's own steps in the order in which they would have come in.
 *
 *     node scripts/with-node.mjs bench/generate.ts <folder> [cases]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultConfig, startRelay } from '@leeward/relay';
import { readLog } from '@leeward/relay/log/organisations.ts';
import { newRow } from '@leeward/relay/log/outcome.ts';
import { insertRow, moveHead, takeSequence } from '@leeward/relay/log/placing.ts';
import { openStore } from '@leeward/relay/storage/open.ts';
import type { Store } from '@leeward/relay/storage/store.ts';
import { step } from '@leeward/relay/storage/unit.ts';
import { fromBase64url, toBase64url, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { unwrap } from '@leeward/sealed-log/crypto/result.ts';
import { type Bytes, decode } from '@leeward/sealed-log/wire/codec.ts';
import { forms } from '@leeward/sealed-log/wire/entry.ts';
import { epochClear } from '@leeward/sealed-log/wire/record.ts';
import { readEntry } from '@leeward/sealed-log/wire/verify.ts';
import { memoryStore } from '@leeward/workspace/desk/store/memory-store.ts';
import type { Vault } from '@leeward/workspace/desk/vault.ts';
import { openVault } from '@leeward/workspace/desk/vault.ts';
import { foundAt, openDesk, passphrase, teamOf } from '../tests/support/desk.ts';
import { sampleCases, type Writing } from './support/sample-cases.ts';
import { type SealedRow, sealCases } from './support/seal-cases.ts';
import { touchedBy } from './support/touched.ts';

/** An organisation that was generated: where the relay's data lies, and the vault of the device that belongs to it. */
export type Sample = {
  readonly folder: string;
  readonly vault: Vault;
  readonly cases: number;
  /** Entries of records, and their bytes as they travel. */
  readonly entries: number;
  readonly bytes: number;
  /** Stands for the times at which each case was last written in. */
  readonly touched: number;
  /** The pseudonym of the very long case, and how many events it has. */
  readonly longest: string;
  readonly longestEvents: number;
};

/** With another generator comes another number, and what was generated before is not taken. */
const version = 4;
const noteFile = 'sample.json';

/** Generates into an empty folder, or takes what was generated there before for the same number of cases. */
export async function generateOrganisation(folder: string, cases: number): Promise<Sample> {
  const kept = keptSample(folder);
  if (kept?.cases === cases) return kept;
  const { vault, team } = await found(folder);
  const store = await openStore({ ...defaultConfig(), data: folder });
  try {
    const sample = sampleCases(cases, Date.now(), { team, member: toHex(vault.member) });
    const sealing = { organisation: await readLog(store, vault.org, 0), vault, team, cases: sample };
    let entries = 0;
    let bytes = 0;
    for await (const rows of sealCases(sealing)) {
      await writeRows(store, rows);
      entries += rows.length;
      for (const row of rows) bytes += row.bytes.length;
    }
    const touched = touchedBy(sample.map(({ writings }) => lastOf(writings)));
    const [first] = sample;
    const longest = first?.pseudonym ?? '';
    const longestEvents = first?.writings.reduce((sum, { events }) => sum + events.length, 0) ?? 0;
    const made = { folder, vault, cases, entries, bytes, touched, longest, longestEvents };
    keepSample(made);
    return made;
  } finally {
    await store.close();
  }
}

const lastOf = (writings: readonly Writing[]): number =>
  Math.max(...writings.map(({ at }) => Math.round(at)));

/** Founds the organisation by a real session against a real relay, and takes its vault. */
async function found(folder: string): Promise<{ readonly vault: Vault; readonly team: string }> {
  const relay = await startRelay({ data: folder, port: 0 }, { log: () => undefined });
  const store = memoryStore();
  const desk = await openDesk(relay, { store });
  try {
    const team = teamOf(await foundAt(desk, relay), 'protection');
    return { vault: unwrap(await openVault(store, passphrase)), team };
  } finally {
    desk.stop();
    await relay.stop();
  }
}

/** What the relay does with an append, without its questions: these rows were made to fit. */
async function writeRows(store: Store, rows: readonly SealedRow[]): Promise<void> {
  const units = await Promise.all(
    rows.map(async ({ bytes }) => {
      const read = unwrap(await readEntry(bytes));
      const row = newRow(read.header.org, read);
      const epoch = read.header.form === forms.epoch ? unwrap(decode(epochClear, read.entry.clear)) : null;
      const key = {
        org: row.org,
        record: row.line,
        epoch: row.hash,
        position: row.position,
        append_key: epoch?.appendKey ?? row.hash,
      };
      return [
        takeSequence(store, row.org, null),
        moveHead(store, row, read.header.prev, read.header.orgPosition),
        insertRow(store, row),
        ...(epoch === null ? [] : [step(store.db.insertInto('append_keys').values(key))]),
      ];
    }),
  );
  // Handed over in one turn and in order: each list of a team grows by several entries of one batch.
  const outcomes = await Promise.all(units.map((unit) => store.write(unit)));
  for (const outcome of outcomes) unwrap(outcome);
}

type Note = Omit<Sample, 'folder' | 'vault'> & {
  readonly version: number;
  readonly vault: Readonly<Record<string, string>>;
};

const byteFields = ['org', 'member', 'memberSeed', 'signingSeed', 'sealingSeed', 'localKey'] as const;

function keepSample({ folder, vault, ...counts }: Sample): void {
  const kept = Object.fromEntries(byteFields.map((name) => [name, toBase64url(vault[name])]));
  const note: Note = { version, ...counts, vault: { ...kept, orgName: vault.orgName } };
  writeFileSync(join(folder, noteFile), JSON.stringify(note));
}

/** What was generated there before. @throws Error where another generator did so. */
function keptSample(folder: string): Sample | null {
  const file = join(folder, noteFile);
  if (!existsSync(file)) return null;
  const { vault, version: madeBy, ...counts } = JSON.parse(readFileSync(file, 'utf8')) as Note;
  if (madeBy !== version) throw new Error(`${folder} was generated before this generator: delete it`);
  const bytes = (name: (typeof byteFields)[number]): Bytes => unwrap(fromBase64url(vault[name] ?? ''));
  return {
    folder,
    ...counts,
    vault: {
      version: 1,
      orgName: vault['orgName'] ?? '',
      joining: null,
      org: bytes('org'),
      member: bytes('member'),
      memberSeed: bytes('memberSeed'),
      signingSeed: bytes('signingSeed'),
      sealingSeed: bytes('sealingSeed'),
      localKey: bytes('localKey'),
    },
  };
}

if (import.meta.main) {
  const [folder = '', cases = '10000'] = process.argv.slice(2);
  if (folder === '') throw new Error('name a folder');
  const started = performance.now();
  const sample = await generateOrganisation(folder, Number(cases));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${sample.cases} cases, ${sample.entries} entries, ${(sample.bytes / 2 ** 20).toFixed(0)} MiB of ${toHex(sample.vault.org).slice(0, 8)} in ${seconds} s`,
  );
}
