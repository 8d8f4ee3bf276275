import type { Append, Bytes, Header, ReadEntry } from '@leeward/sealed-log/wire';
import {
  capabilities,
  deviceAt,
  deviceMay,
  equal,
  forms,
  signedBytes,
  toHex,
  zeros32,
} from '@leeward/sealed-log/wire';
import { notForgotten } from '../blobs/known.ts';
import { type Or, refuse } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { type HeadsTable, lines } from '../storage/schema.ts';
import { type Step, step } from '../storage/unit.ts';
import { type Clear, readClear } from './clear-parts.ts';
import { type Forgetting, forgettingOf, settleForgetting } from './forget.ts';
import { readHead } from './heads.ts';
import type { Organisation } from './organisations.ts';
import { type Appended, acknowledge, afterFailure, headMoved, newRow } from './outcome.ts';
import { isMemberAt } from './owners.ts';
import { givenSequence, insertRow, moveHead, type NewRow, referBlobs, takeSequence } from './placing.ts';
import { readForgotten, wasForgotten, withoutForgotten } from './remembered.ts';

/**
 * How often an append is checked anew because the organisation's log moved under it; and from which time on that log
 * waits for it, so that a writer is never overtaken without end.
 */
const attempts = 8;
const attemptsInTurn = 3;

/** Appends an entry to a record: everything that the relay can hold a writer to without reading anything (rule 12). */
export async function appendToRecord(
  services: Services,
  organisation: Organisation,
  request: Append,
  read: ReadEntry,
): Promise<Or<Appended>> {
  const { header } = read;
  if (!organisation.skeleton.devices.has(toHex(header.device)))
    return refuse('not-allowed', { reason: 'key-not-admitted' });
  if (!(await services.judge.signatureHolds(read))) return refuse('bad-signature');
  const clear = await readClear(read);
  if (!clear.ok) return clear;
  const blobs = await notForgotten(services.store, organisation.org, request.blobs);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const once = () => tryOnce(services, organisation, { ...request, blobs }, read, clear.value);
    const done = await (attempt < attemptsInTurn
      ? once()
      : services.organisations.inTurn(organisation, once));
    if (done !== 'organisation-moved') return done;
    await services.organisations.refresh(organisation);
  }
  return refuse('busy', { retryAfter: 1 });
}

async function tryOnce(
  services: Services,
  organisation: Organisation,
  request: Append,
  read: ReadEntry,
  clear: Clear,
): Promise<Or<Appended> | 'organisation-moved'> {
  const { store } = services;
  const { skeleton, org } = organisation;
  const { header, hash } = read;
  const now = skeleton.hashes.length - 1;
  const cited = skeleton.hashes[header.orgPosition];
  if (cited === undefined || !equal(cited, header.orgHead))
    return refuse('not-allowed', { reason: 'unknown-organisation-head' });
  // Judged where the entry claims to stand. A colleague may bring what a removed person wrote before or after her
  // removal: it is kept, and the clients' rules say what it counts for (rule 1).
  if (deviceAt(skeleton, header.device, header.orgPosition) === null)
    return refuse('not-allowed', { reason: 'author-ended' });
  const mayForget = capabilities.forget | capabilities.administrator;
  if (clear.forget !== null && !deviceMay(skeleton, header.device, mayForget, now))
    return refuse('not-allowed', { reason: 'may-not-forget' });

  // Asked together: they travel to the database and back as one.
  const [head, keys, remembered] = await Promise.all([
    readHead(store, org, lines.record, header.record),
    header.position === 0 ? [] : readAppendKeys(services, read),
    readForgotten(services, read, clear),
  ]);
  if (!continues(read, head)) return headMoved(services, organisation, read);
  if (head !== undefined && header.orgPosition < head.org_position)
    return refuse('not-allowed', { reason: 'organisation-head-lowered' });
  const begins = clear.epoch !== null && (header.position === 0 || equal(clear.epoch.previous, zeros32));
  const owner = begins ? await services.owners.teamOf(skeleton, header.record) : null;
  const isOwn = owner !== null && isMemberAt(skeleton, header.device, owner, header.orgPosition);
  if (owner !== null && !isOwn) return refuse('not-allowed', { reason: 'not-in-team' });
  // Members of the team need no key of whoever was first: by the rules of clients that epoch may be nobody's (rule 12).
  const proven = isOwn || (await proofHolds(services, read, request.proof, keys));
  if (!proven) return refuse('not-allowed', { reason: 'bad-append-proof' });
  const forgotten = wasForgotten(read, remembered, head);
  if (forgotten === 'for good') return refuse('forgotten');

  const row = withoutForgotten(newRow(org, read), forgotten);
  const forgetting = clear.forget === null ? null : await forgettingOf(store, row, clear.forget);
  const done = await store.write([
    takeSequence(store, org, now),
    moveHead(store, row, header.prev, header.orgPosition),
    insertRow(store, row),
    ...appendKeySteps(services, row, clear),
    ...referBlobs(store, row, request.blobs),
    ...(forgetting?.steps ?? []),
  ]);
  if (!done.ok) {
    if (done.error.type === 'refused' && done.error.refusal === 'organisation-moved')
      return 'organisation-moved';
    return afterFailure(services, organisation, read, request.blobs, done.error);
  }
  if (forgetting !== null) await finishForgetting(services, forgetting);
  return acknowledge(services, { ...row, hash }, givenSequence(done.value));
}

async function finishForgetting(services: Services, forgetting: Forgetting): Promise<void> {
  await settleForgetting(services, forgetting);
  services.logbook('forgotten', forgetting.count);
}

function continues({ header }: ReadEntry, head: HeadsTable | undefined): boolean {
  if (head === undefined) return header.position === 0;
  return header.position === head.position + 1 && equal(header.prev, head.head);
}

type KnownKey = { readonly epoch: Bytes; readonly append_key: Bytes };

/** The append keys that the record ever had, the latest first. */
function readAppendKeys({ store }: Services, { header }: ReadEntry): Promise<readonly KnownKey[]> {
  return store.db
    .selectFrom('append_keys')
    .select(['epoch', 'append_key'])
    .where('org', '=', header.org)
    .where('record', '=', header.record)
    .orderBy('position', 'desc')
    .execute();
}

/**
 * Whether the writer holds a key of the record (rule 12): the append key of the entry's epoch, or, for a new epoch, any
 * that the record ever had, so that a takeover cannot lock its members out.
 */
async function proofHolds(
  services: Services,
  { header, hash }: ReadEntry,
  proof: Bytes | null,
  keys: readonly KnownKey[],
): Promise<boolean> {
  if (header.position === 0) return true;
  const own = keys.filter(({ epoch }) => equal(epoch, header.epoch));
  const anyWillDo =
    header.form === forms.epoch || (own.length === 0 && (await isForgottenEpoch(services, header)));
  const candidates = anyWillDo ? keys : own;
  // A record all of whose epochs were forgotten has no key that anybody could hold: what is left is that a device asks.
  if (anyWillDo && candidates.length === 0) return true;
  if (proof === null) return false;
  const message = signedBytes.append(hash);
  for (const { append_key } of candidates)
    if (await services.judge.verify(append_key, message, proof)) return true;
  return false;
}

/** Whether the epoch that an entry names is in its record, but came without its key: it was forgotten elsewhere. */
async function isForgottenEpoch({ store }: Services, { org, record, epoch }: Header): Promise<boolean> {
  const found = await store.db
    .selectFrom('rows')
    .select('position')
    .where('org', '=', org)
    .where('hash', '=', epoch)
    .where('line', '=', record)
    .where('form', '=', forms.epoch)
    .where('clear', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

function appendKeySteps({ store }: Services, row: NewRow, clear: Clear): readonly Step[] {
  if (clear.epoch === null) return [];
  const key = {
    org: row.org,
    record: row.line,
    epoch: row.hash,
    position: row.position,
    append_key: clear.epoch.appendKey,
  };
  return [step(store.db.insertInto('append_keys').values(key))];
}
