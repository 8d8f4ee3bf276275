import type { CaseEvent } from '@leeward/domain/case/events.ts';
import type { EventRef } from '@leeward/domain/shared/context.ts';
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
import type { SampleCase } from './sample-cases.ts';

/** What is sealed, and by whom. */
export type Sealing = {
  readonly organisation: readonly Bytes[];
  readonly vault: Vault;
  /** The team that may read the cases, in hex. */
  readonly team: string;
  readonly cases: readonly SampleCase[];
};

export type SealedRow = { readonly bytes: Bytes };

/** How many cases are opened in one batch, while those that were opened before are worked on. */
const freshAtOnce = 20;

/**
 * Seals the cases, entry by entry, in the order of a working team: a case is listed in the team's log and opened, and
 * its entries follow while others are opened. Yields rows in batches.
 */
export async function* sealCases(sealing: Sealing): AsyncGenerator<readonly SealedRow[]> {
  const writer = await openWriter(sealing);
  const list = await writer.begin(await teamRecord(sealing.vault.org, unwrap(fromHex(sealing.team))));
  yield [list.first];
  let open: OpenCase[] = [];
  for (let number = 0; number < sealing.cases.length || open.length > 0; ) {
    const batch: SealedRow[] = [];
    const fresh = sealing.cases.slice(number, number + freshAtOnce);
    const begun = await Promise.all(
      fresh.map(async (one) => ({
        of: one,
        line: await writer.begin(randomBytes(32)),
        written: 0,
        standing: new Map<string, EventRef>(),
      })),
    );
    number += fresh.length;
    for (const { of, line } of begun) {
      batch.push(line.first);
      const listed = { type: 'RecordListed', v: 1, record: toHex(line.place.record), kind: 'case' };
      batch.push(await writer.write(list, [listed], of.writings[0]?.at ?? 0));
    }
    open.push(...begun);
    batch.push(...(await Promise.all(open.map((one) => writeNext(writer, one)))));
    open = open.filter((one) => one.written < one.of.writings.length);
    yield batch;
  }
}

type OpenCase = {
  readonly of: SampleCase;
  readonly line: Line;
  written: number;
  /** Where the last word on everything stands that a later one takes the place of, by what it is on. */
  readonly standing: Map<string, EventRef>;
};

async function writeNext(writer: Writer, one: OpenCase): Promise<SealedRow> {
  const writing = one.of.writings[one.written];
  if (writing === undefined) throw new Error('nothing is left to be written');
  const events = writing.events.map((event) => seenBefore(one, event));
  const row = await writer.write(one.line, events, writing.at);
  one.written += 1;
  const entry = toHex(one.line.place.prev);
  for (const [index, event] of events.entries())
    for (const about of spokenOf(event)) one.standing.set(about, { entry, index });
  return row;
}

/** As the desk writes it: its author had before her eyes what stood there. */
function seenBefore({ standing }: OpenCase, event: CaseEvent): CaseEvent {
  const seen = (about: string): readonly EventRef[] => {
    const before = standing.get(about);
    return before === undefined ? [] : [before];
  };
  if (event.type === 'NextStepSet' || event.type === 'RiskAssessed')
    return { ...event, replaces: spokenOf(event).flatMap(seen) };
  if (!isEdit(event)) return event;
  const replaces = Object.fromEntries(
    Object.keys(event.set).map((name) => [name, seen(`${event.id} ${name}`)]),
  );
  return { ...event, replaces } as CaseEvent;
}

/** What an event says anew, each field of a thing by itself. */
function spokenOf(event: CaseEvent): readonly string[] {
  if (event.type === 'NextStepSet') return ['next'];
  if (event.type === 'RiskAssessed') return [`${event.who} ${event.setting}`];
  return isEdit(event) ? Object.keys(event.set).map((name) => `${event.id} ${name}`) : [];
}

type Edit = { readonly id: string; readonly set: Readonly<Record<string, unknown>> };
const isEdit = (event: CaseEvent): event is CaseEvent & Edit => 'set' in event && 'id' in event;

/** A record that is being written: where its next entry goes, and under which epoch. */
type Line = { place: RecordPlace; readonly epoch: EpochInUse; readonly first: SealedRow };

type Writer = {
  readonly begin: (record: Bytes) => Promise<Line>;
  readonly write: (line: Line, events: readonly unknown[], at: number) => Promise<SealedRow>;
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
    write: (line, events, at) => writeEntry(device, line, events, Math.round(at)),
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
