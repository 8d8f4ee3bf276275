import type { Bytes } from '../crypto/bytes.ts';
import { randomBytes, toHex } from '../crypto/bytes.ts';
import type { Reader } from '../log/epoch-entry.ts';
import { sealEpoch } from '../log/epoch-entry.ts';
import { cutStatement } from '../log/head-list.ts';
import { teamSecret } from '../log/keyring.ts';
import type { EpochInUse, RecordPlace, SealedEntry } from '../log/seal.ts';
import { sealEntry } from '../log/seal.ts';
import type { ContentBody, CutStatement } from '../wire/body.ts';
import { contentBody } from '../wire/body.ts';
import { encode } from '../wire/codec.ts';
import { zeros32 } from '../wire/hashes.ts';
import type { ForgetTarget } from '../wire/record.ts';
import { forgetClear } from '../wire/record.ts';
import type { Desk } from './desk.ts';
import { chainOf, judgementOf, orgOf, pullRecord, skeletonOf } from './desk.ts';
import { generationOf, saying } from './organisation.ts';
import { entriesOf, post } from './shared-log.ts';

/** Where the next entry of a record goes, as a desk sees it; `citing` an older head of the organisation if wanted. */
export function placeOf(desk: Desk, record: Bytes, citing?: number): RecordPlace {
  const { links } = chainOf(desk, record);
  const { hashes } = skeletonOf(desk);
  const orgPosition = citing ?? hashes.length - 1;
  return {
    org: orgOf(desk),
    record,
    position: links.length,
    prev: links.at(-1)?.hash ?? zeros32,
    orgPosition,
    orgHead: hashes[orgPosition] ?? zeros32,
  };
}

/** A team as a reader: by its secret where this desk holds it, else by its public key. */
export function teamReader(desk: Desk, team: Bytes, recoverable = true): Reader {
  const { generation, sealing } = generationOf(desk, team);
  const context = { org: orgOf(desk), team, generation };
  const secret = teamSecret(desk.log.keyring, team, generation);
  if (secret === null) return { type: 'other-team', context, sealingKey: sealing };
  return { type: 'team', context, secret, recoverable };
}

export const memberReader = ({ member }: Desk): Reader => ({
  type: 'member',
  member: member.id,
  sealingKey: member.sealingKey,
});

/** The epoch that a desk would write under, with its key. @throws Error where it holds none. */
export async function epochOf(desk: Desk, record: Bytes): Promise<EpochInUse> {
  const { epoch } = await judgementOf(desk, record);
  const key = epoch === null ? undefined : chainOf(desk, record).keys.get(toHex(epoch.hash));
  if (epoch === null || key === undefined) throw new Error(`${desk.name} cannot write in this record`);
  return { hash: epoch.hash, key };
}

/** Posts an entry of a record and pulls it back; 'lost' where somebody was faster. */
export async function postEntry(desk: Desk, record: Bytes, sealed: SealedEntry): Promise<'posted' | 'lost'> {
  if (!(await post(entriesOf(desk.shared, record), sealed.bytes))) return 'lost';
  await pullRecord(desk, record);
  return 'posted';
}

/** Opens a new record for these readers. */
export async function openRecord(
  desk: Desk,
  readers: readonly Reader[],
  record = randomBytes(32),
): Promise<Bytes> {
  await postEntry(desk, record, await sealEpoch(desk.device, placeOf(desk, record), readers, null, []));
  return record;
}

/** The cuts that a desk can state: one for each removal, with proof where it kept the list of heads. */
export async function cutsBy(desk: Desk, record: Bytes): Promise<readonly CutStatement[]> {
  const cuts: CutStatement[] = [];
  for (const { entry } of skeletonOf(desk).removals)
    cuts.push(await cutStatement(entry, desk.cutLists.get(toHex(entry)) ?? null, record));
  return cuts;
}

/** A new epoch for these readers, with the cuts that this desk can state. Not posted. */
export async function nextEpoch(
  desk: Desk,
  record: Bytes,
  readers: readonly Reader[],
  citing?: number,
): Promise<SealedEntry & { readonly key: Bytes }> {
  const cuts = await cutsBy(desk, record);
  return sealEpoch(desk.device, placeOf(desk, record, citing), readers, await epochOf(desk, record), cuts);
}

export async function rotateRecord(
  desk: Desk,
  record: Bytes,
  readers: readonly Reader[],
): Promise<'posted' | 'lost'> {
  return postEntry(desk, record, await nextEpoch(desk, record, readers));
}

export type Writing = {
  readonly citing?: number;
  readonly epoch?: EpochInUse;
  readonly body?: ContentBody;
};

/** Seals a text for the place that a desk sees, and does not post it. */
export async function sealText(
  desk: Desk,
  record: Bytes,
  text: string,
  { citing, epoch, body }: Writing = {},
): Promise<SealedEntry> {
  const inUse = epoch ?? (await epochOf(desk, record));
  const content = {
    form: 1 as const,
    clear: new Uint8Array(0),
    codec: contentBody,
    body: body ?? saying(text),
  };
  return sealEntry(desk.device, placeOf(desk, record, citing), inUse, content);
}

/** Writes a text into a record. */
export async function write(
  desk: Desk,
  record: Bytes,
  text: string,
  writing?: Writing,
): Promise<'posted' | 'lost'> {
  return postEntry(desk, record, await sealText(desk, record, text, writing));
}

/** A signed forget entry for these targets. Not posted. */
export async function forgetting(
  desk: Desk,
  record: Bytes,
  targets: readonly ForgetTarget[],
): Promise<SealedEntry> {
  const clear = encode(forgetClear, { targets });
  const content = { form: 3 as const, clear, codec: contentBody, body: saying('asked to be forgotten') };
  return sealEntry(desk.device, placeOf(desk, record), await epochOf(desk, record), content);
}
