import type { Bytes } from '@leeward/sealed-log/wire';
import { decode, fixed, limits, struct, u32, verifyWork, zeros32 } from '@leeward/sealed-log/wire';
import { hashOf, hexOf } from '../bytes.ts';
import { readDoor } from '../door/stored.ts';
import { dayNow, hourNow } from '../hours.ts';
import { type Or, type Refused, refuse } from '../http/problem.ts';
import { readHead } from '../log/heads.ts';
import type { Services } from '../services.ts';
import { type BlobsTable, forgettable, lines, owners } from '../storage/schema.ts';
import { type Step, step } from '../storage/unit.ts';
import { count, counters, secondsLeft } from '../usage.ts';
import { diskFailure } from './disk.ts';

/** Who sends or reads parts of a blob. */
export type BlobCaller = {
  readonly org: Bytes;
  readonly kind: (typeof owners)[keyof typeof owners];
  /** The device's key or the mailbox's id. */
  readonly id: Bytes;
};

/** A part on its way in, with what a mailbox that has sent nothing yet must add (rule 22). */
export type NewPart = {
  readonly blob: Bytes;
  readonly number: number;
  readonly bytes: Bytes;
  /** The mailbox that may read a blob of the team. */
  readonly readableBy: Bytes | null;
  readonly work: Bytes | null;
};

/** Takes one part; `true` when it is new. It is durable when this resolves with success. */
export function takePart(services: Services, caller: BlobCaller, part: NewPart): Promise<Or<boolean>> {
  if (part.bytes.length === 0 || part.number >= limits.parts) return Promise.resolve(refuse('malformed'));
  const key = `blob ${hexOf(caller.org)}${hexOf(part.blob)}`;
  return services.turns(key, () => takePartInTurn(services, caller, part));
}

async function takePartInTurn(services: Services, caller: BlobCaller, part: NewPart): Promise<Or<boolean>> {
  const { store, disk } = services;
  const hash = hashOf(part.bytes);
  const known = await readBlob(services, caller.org, part.blob);
  if (known !== undefined && !isOwner(known, caller))
    return refuse('not-allowed', { reason: 'not-the-owner' });
  const there = await store.db
    .selectFrom('blob_parts')
    .select('hash')
    .where('org', '=', caller.org)
    .where('blob', '=', part.blob)
    .where('number', '=', part.number)
    .executeTakeFirst();
  if (there !== undefined) return sameAgain(services, caller, part, Buffer.compare(there.hash, hash) === 0);
  if (known?.complete === 1) return refuse('part-differs');
  if (await wasForgotten(services, caller.org, part.blob)) return refuse('forgotten');
  const allowed = await allowedSteps(services, caller, part, known);
  if (!allowed.ok) return allowed;

  try {
    const free = await disk.freeBytes();
    if (free - part.bytes.length < services.config.quotas.freeBytes) return refuse('no-space');
    await disk.writePart(caller.org, part.blob, part.number, part.bytes);
  } catch (error) {
    const failure = diskFailure(error);
    if (failure === null) throw error;
    return refuse(failure);
  }
  const done = await store.write([
    ...allowed.value,
    ...(known === undefined ? [beginBlob(services, caller, part)] : []),
    ...partSteps(services, caller.org, part, hash),
  ]);
  if (done.ok) return { ok: true, value: true };
  if (done.error.type === 'broken') throw new Error(done.error.message);
  if (done.error.type !== 'refused') return refuse(done.error.type);
  return overQuota(services, done.error.refusal);
}

/** The part is known. Its file is written again where it went missing: that is how a damaged disk heals. */
async function sameAgain(
  { disk }: Services,
  caller: BlobCaller,
  part: NewPart,
  same: boolean,
): Promise<Or<boolean>> {
  if (!same) return refuse('part-differs');
  if ((await disk.readPart(caller.org, part.blob, part.number)) === null)
    await disk.writePart(caller.org, part.blob, part.number, part.bytes);
  return { ok: true, value: false };
}

function beginBlob({ store }: Services, caller: BlobCaller, part: NewPart): Step {
  const blob: BlobsTable = {
    org: caller.org,
    blob: part.blob,
    owner_kind: caller.kind,
    owner: caller.id,
    mailbox: caller.kind === owners.mailbox ? caller.id : part.readableBy,
    hour: hourNow(),
    bytes: 0,
    complete: 0,
    referenced: 0,
  };
  return step(store.db.insertInto('blobs').values(blob), 1, 'began-meanwhile');
}

function partSteps({ store }: Services, org: Bytes, part: NewPart, hash: Bytes): readonly Step[] {
  const size = part.bytes.length;
  const grown = store.db
    .updateTable('blobs')
    .set((row) => ({ bytes: row('bytes', '+', size) }))
    .where('org', '=', org)
    .where('blob', '=', part.blob)
    .where('complete', '=', 0);
  const row = { org, blob: part.blob, number: part.number, size, hash };
  return [
    step(grown, 1, 'complete-meanwhile'),
    step(store.db.insertInto('blob_parts').values(row), 1, 'taken'),
  ];
}

/** The quotas that a mailbox's part counts against; a device of the team has none but the disk's. */
async function allowedSteps(
  services: Services,
  caller: BlobCaller,
  part: NewPart,
  known: BlobsTable | undefined,
): Promise<Or<readonly Step[]>> {
  if (caller.kind === owners.device) return { ok: true, value: [] };
  const { store, config } = services;
  const size = part.bytes.length;
  const own = count(
    store,
    counters.bytes,
    caller.org,
    caller.id,
    size,
    config.quotas.mailboxBytesPerDay,
    'bytes',
  );
  const hasSent = (await readHead(store, caller.org, lines.inBox, caller.id)) !== undefined;
  if (hasSent) return { ok: true, value: [own] };
  const shown = known === undefined ? await workHolds(services, caller.org, part) : null;
  if (shown !== null) return shown;
  const limit = config.quotas.newMailboxBytesPerHour;
  return {
    ok: true,
    value: [own, count(store, counters.newBytes, caller.org, zeros32, size, limit, 'newBytes')],
  };
}

const workHeader = struct<{ readonly day: number; readonly nonce: Bytes }>({ day: u32, nonce: fixed(8) });

/** Proof of work over (organisation, day, blob), for the first part of a blob; null when it holds. */
async function workHolds(services: Services, org: Bytes, part: NewPart): Promise<Refused | null> {
  const door = await readDoor(services.store, org);
  if (door === null) return refuse('no-door');
  const work = part.work === null ? null : decode(workHeader, part.work);
  if (work === null || !work.ok) return refuse('work-missing', { bits: door.workBits });
  const { day, nonce } = work.value;
  const subject = { orgId: org, day, submissionHash: part.blob };
  const enough = Math.abs(day - dayNow()) <= 1 && (await verifyWork(subject, door.workBits, nonce));
  return enough ? null : refuse('work-missing', { bits: door.workBits });
}

function overQuota({ config }: Services, refusal: string): Refused {
  if (refusal === 'bytes')
    return refuse('quota', {
      limit: config.quotas.mailboxBytesPerDay,
      retryAfter: secondsLeft(counters.bytes),
    });
  if (refusal === 'newBytes')
    return refuse('quota', {
      limit: config.quotas.newMailboxBytesPerHour,
      retryAfter: secondsLeft(counters.newBytes),
    });
  return refuse('part-differs');
}

export function readBlob({ store }: Services, org: Bytes, blob: Bytes): Promise<BlobsTable | undefined> {
  return store.db
    .selectFrom('blobs')
    .selectAll()
    .where('org', '=', org)
    .where('blob', '=', blob)
    .executeTakeFirst();
}

export function isOwner(blob: BlobsTable, caller: BlobCaller): boolean {
  return blob.owner_kind === caller.kind && Buffer.compare(blob.owner, caller.id) === 0;
}

export async function wasForgotten({ store }: Services, org: Bytes, blob: Bytes): Promise<boolean> {
  const found = await store.db
    .selectFrom('forgotten')
    .select('kind')
    .where('org', '=', org)
    .where('kind', '=', forgettable.blob)
    .where('id', '=', blob)
    .executeTakeFirst();
  return found !== undefined;
}
