import { fromHex, randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { unwrap } from '@leeward/sealed-log/crypto/result.ts';
import type { DeviceKeys } from '@leeward/sealed-log/keys/device.ts';
import type { Reader } from '@leeward/sealed-log/log/epoch-entry.ts';
import { sealEpoch } from '@leeward/sealed-log/log/epoch-entry.ts';
import { teamSecret } from '@leeward/sealed-log/log/keyring.ts';
import type { EpochInUse, RecordPlace, SealedEntry } from '@leeward/sealed-log/log/seal.ts';
import { sealEntry } from '@leeward/sealed-log/log/seal.ts';
import { openOrganisationLog } from '@leeward/sealed-log/organisation/log.ts';
import { contentBody } from '@leeward/sealed-log/wire/body.ts';
import type { Bytes } from '@leeward/sealed-log/wire/codec.ts';
import { teamRecord, zeros32 } from '@leeward/sealed-log/wire/hashes.ts';
import { keysOf, type Vault } from '@leeward/workspace/desk/vault.ts';
import type { Replaced } from './sample-cases.ts';
import { entriesPerCase, eventsOf, eventsPerEntry } from './sample-cases.ts';

/** What is sealed, and by whom. */
export type Sealing = {
  readonly organisation: readonly Bytes[];
  readonly vault: Vault;
  /** The team that may read the cases, in hex. */
  readonly team: string;
  readonly cases: number;
};

export type SealedRow = { readonly bytes: Bytes };

/** How many cases are worked on at the same time: their entries lie between one another's in the relay's order. */
const atOnce = 200;
/** When the first case was opened, in milliseconds since 1970, and how long a case's next entry waits. */
const began = Date.UTC(2030, 0, 1);
const minute = 60_000;

/**
 * Seals the cases, entry by entry, in the order of a working team: a case is listed in the team's log and opened, and
 * its entries follow while others are opened. Yields rows in batches.
 */
export async function* sealCases(sealing: Sealing): AsyncGenerator<readonly SealedRow[]> {
  const writer = await openWriter(sealing);
  const list = await writer.begin(await teamRecord(sealing.vault.org, unwrap(fromHex(sealing.team))));
  yield [list.first];
  let open: OpenCase[] = [];
  for (let number = 0; number < sealing.cases || open.length > 0; ) {
    const batch: SealedRow[] = [];
    const fresh = Math.min(atOnce / entriesPerCase, sealing.cases - number);
    const begun = await Promise.all(
      Array.from({ length: fresh }, async (_, index) => ({
        number: number + index,
        line: await writer.begin(randomBytes(32)),
        written: 0,
        nextStep: null,
      })),
    );
    number += fresh;
    for (const one of begun) {
      batch.push(one.line.first);
      const listed = { type: 'RecordListed', v: 1, record: toHex(one.line.place.record), kind: 'case' };
      batch.push(await writer.write(list, [listed], one.number));
    }
    open.push(...begun);
    batch.push(...(await Promise.all(open.map((one) => writeNext(writer, sealing, one)))));
    open = open.filter((one) => one.written < entriesPerCase);
    yield batch;
  }
}

type OpenCase = {
  readonly number: number;
  readonly line: Line;
  written: number;
  nextStep: Replaced | null;
};

async function writeNext(writer: Writer, { team, vault }: Sealing, one: OpenCase): Promise<SealedRow> {
  const about = { number: one.number, team, member: toHex(vault.member) };
  const events = eventsOf(about, one.written, one.nextStep);
  const row = await writer.write(one.line, events, one.number + one.written * atOnce);
  one.written += 1;
  one.nextStep = { entry: toHex(one.line.place.prev), index: eventsPerEntry - 1 };
  return row;
}

/** A record that is being written: where its next entry goes, and under which epoch. */
type Line = { place: RecordPlace; readonly epoch: EpochInUse; readonly first: SealedRow };

type Writer = {
  readonly begin: (record: Bytes) => Promise<Line>;
  readonly write: (line: Line, events: readonly unknown[], minutes: number) => Promise<SealedRow>;
};

async function openWriter({ organisation, vault, team }: Sealing): Promise<Writer> {
  const { device, member } = await keysOf(vault);
  const { log } = unwrap(await openOrganisationLog(organisation, vault.org, member));
  const { hashes } = log.skeleton;
  const cited = { orgPosition: hashes.length - 1, orgHead: hashes.at(-1) ?? zeros32 };
  const id = unwrap(fromHex(team));
  const secret = teamSecret(log.keyring, id, 1);
  if (secret === null) throw new Error('the founder holds no key of that team');
  const context = { org: vault.org, team: id, generation: 1 };
  const readers: readonly Reader[] = [{ type: 'team', context, secret, recoverable: true }];
  return {
    begin: async (record) => {
      const place = { org: vault.org, record, position: 0, prev: zeros32, ...cited };
      const sealed = await sealEpoch(device, place, readers, null, []);
      return { place: after(place, sealed), epoch: { hash: sealed.hash, key: sealed.key }, first: sealed };
    },
    write: (line, events, minutes) => writeEntry(device, line, events, began + minutes * minute),
  };
}

async function writeEntry(
  device: DeviceKeys,
  line: Line,
  events: readonly unknown[],
  claimedTime: number,
): Promise<SealedRow> {
  const body = { action: randomBytes(16), claimedTime, events: JSON.stringify(events), quoted: [] };
  const clear = new Uint8Array(0);
  const sealed = await sealEntry(device, line.place, line.epoch, {
    form: 1,
    clear,
    codec: contentBody,
    body,
  });
  line.place = after(line.place, sealed);
  return sealed;
}

const after = (place: RecordPlace, { hash }: SealedEntry): RecordPlace => ({
  ...place,
  position: place.position + 1,
  prev: hash,
});
