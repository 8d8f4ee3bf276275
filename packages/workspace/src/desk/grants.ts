import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { concat, equal, fromHex, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { OrganisationLog } from '@leeward/sealed-log/organisation/log.ts';
import { takeGrants } from '@leeward/sealed-log/organisation/log.ts';
import { decode } from '@leeward/sealed-log/wire/codec.ts';
import { grantsHash } from '@leeward/sealed-log/wire/hashes.ts';
import { limits } from '@leeward/sealed-log/wire/limits.ts';
import { longestGrants, organisationClear } from '@leeward/sealed-log/wire/organisation.ts';
import { currentGeneration } from '@leeward/sealed-log/wire/skeleton.ts';
import { readEntry } from '@leeward/sealed-log/wire/verify.ts';
import type { Engine } from './engine.ts';
import { organisationNow, orgOf } from './engine.ts';
import { fromText } from './send.ts';
import { organisationSlot, slotOf } from './slots.ts';
import type { DeviceStore } from './store/device-store.ts';

/*
 * A team of more than 256 members gets its keys in a blob beside the entry (rule 9, section 5.3). It is fetched, held
 * against the hash in the signed entry, and kept, so that a relay that was restored can be given it back.
 */

const nameOf = (blob: Bytes): string => `grants:${toHex(blob)}`;

/** Opens what lies on this device already: a desk without a line knows its teams' keys as before. */
export async function withKeptGrants(store: DeviceStore, log: OrganisationLog): Promise<OrganisationLog> {
  let known = log;
  for (const { blob } of log.keyring.wanted) {
    const kept = await store.get(nameOf(blob));
    const taken = kept === null ? null : await takeGrants(known, kept);
    if (taken?.ok) known = taken.value;
  }
  return known;
}

/**
 * Fetches the blobs that hold a key for this member, the newest first, and opens what is hers. True where a key came.
 * One that is missing, or is not what was signed, is said with the name of its team; nothing of it is opened (rule 8).
 */
export async function fetchGrants(engine: Engine): Promise<boolean> {
  const before = engine.organisation;
  const tried = new Set<string>();
  for (;;) {
    const { wanted } = engine.organisation.keyring;
    const next = wanted.find(({ blob }) => !tried.has(toHex(blob)));
    if (next === undefined) break;
    tried.add(toHex(next.blob));
    engine.organisation = await withKeptGrants(engine.store, engine.organisation);
    if (!engine.organisation.keyring.wanted.some(({ blob }) => equal(blob, next.blob))) continue;
    const bytes = await fetchBlob(engine, next.blob, next.length);
    if (bytes === 'offline') return engine.organisation !== before;
    const taken = bytes === null ? null : await takeGrants(engine.organisation, bytes);
    if (bytes !== null && taken?.ok) {
      await engine.store.put(nameOf(next.blob), bytes);
      engine.organisation = taken.value;
    }
  }
  tell(engine, tried);
  await dropOld(engine);
  return engine.organisation !== before;
}

/** The bytes of a blob; null where the relay has not all of it, or has more than was signed. */
async function fetchBlob(engine: Engine, blob: Bytes, length: number): Promise<Bytes | null | 'offline'> {
  if (length > longestGrants) return null;
  const parts: Bytes[] = [];
  let had = 0;
  while (had < length) {
    const access = { org: orgOf(engine), signer: engine.signer };
    const part = await engine.client.getPart(access, blob, parts.length, engine.stopping);
    if (!part.ok) return part.error.status >= 400 && part.error.status < 500 ? null : 'offline';
    if (part.value.length === 0) return null;
    parts.push(part.value);
    had += part.value.length;
  }
  return had === length ? concat(...parts) : null;
}

/** Says of which teams a key could not be had, and takes back what is no longer so. */
function tell(engine: Engine, tried: ReadonlySet<string>): void {
  const missing = new Map(
    engine.organisation.keyring.wanted
      .filter(({ blob }) => tried.has(toHex(blob)))
      .map(({ team, generation }) => [team, generation]),
  );
  for (const [team, facts] of engine.organisation.skeleton.teams) {
    const generation = missing.get(team);
    if (generation === undefined) engine.alerts.clear('grantsMissing', toHex(facts.id));
    else {
      const name = organisationNow(engine).teams.get(team)?.name ?? '';
      engine.alerts.raise('grantsMissing', { team: name, generation }, team);
    }
  }
}

/** A later generation leads back to the earlier ones: their blobs need not be kept once it is held. */
async function dropOld(engine: Engine): Promise<void> {
  const { skeleton, keyring } = engine.organisation;
  const needed = new Set<string>();
  for (const [id, team] of skeleton.teams) {
    const current = currentGeneration(team);
    const held = current !== null && keyring.teams.get(id)?.has(current.generation) === true;
    for (const one of team.generations)
      if (one.grants !== null && (!held || one === current)) needed.add(nameOf(one.grants.blob));
  }
  const slot = await slotOf(engine, organisationSlot);
  // What was signed last may not stand yet.
  if (slot !== null) for (const blob of await blobsNamedIn(fromText(slot.bytes))) needed.add(nameOf(blob));
  for (const name of await engine.store.names('grants:'))
    if (!needed.has(name)) await engine.store.delete(name);
}

/** Keeps the blob of a generation that is about to be signed: it must outlive a crash, as the signed bytes do (rule 6). */
export async function keepGrants(engine: Engine, blob: Bytes): Promise<void> {
  await engine.store.put(nameOf(await grantsHash(blob)), blob);
}

/**
 * Brings the blobs that an organisation entry names to the relay, where this device holds them and the relay does not:
 * they must be durable before the entry is acknowledged (rules 9 and 23). The ids to ask that for; null where the relay
 * did not answer.
 */
export async function bringGrants(engine: Engine, entry: Bytes): Promise<readonly Bytes[] | null> {
  const ids: Bytes[] = [];
  for (const blob of await blobsNamedIn(entry)) {
    const there = await bringBlob(engine, blob);
    if (there === null) return null;
    // Held by nobody here: whoever has it gives it back; the entry must not be lost with it.
    if (there) ids.push(blob);
  }
  return ids;
}

async function blobsNamedIn(entry: Bytes): Promise<readonly Bytes[]> {
  const read = await readEntry(entry);
  const clear = read.ok ? decode(organisationClear, read.value.entry.clear) : read;
  if (!clear.ok) return [];
  return clear.value.operations.flatMap((one) =>
    one.type === 'largeTeamGeneration' ? [one.grants.blob] : [],
  );
}

/** Whether the relay has all of a blob at the end; null where it did not answer. */
async function bringBlob(
  { client, store, signer, stopping, ...engine }: Engine,
  blob: Bytes,
): Promise<boolean | null> {
  const access = { org: engine.organisation.skeleton.org, signer };
  const state = await client.blobState(access, blob, stopping);
  if (!state.ok) return null;
  if (state.value.complete) return true;
  const bytes = await store.get(nameOf(blob));
  if (bytes === null) return false;
  const parts = Math.ceil(bytes.length / limits.part);
  for (let part = 0; part < parts; part += 1) {
    const slice = bytes.slice(part * limits.part, (part + 1) * limits.part);
    const put = await client.putPart(access, blob, part, slice, stopping);
    if (!put.ok) return null;
  }
  const complete = await client.completeBlob(access, blob, { parts, totalBytes: bytes.length }, stopping);
  return complete.ok ? true : null;
}

/** Gives back what a restored relay has lost of the generations in force (rule 23). False where it did not answer. */
export async function giveBackGrants(engine: Engine): Promise<boolean> {
  for (const name of await engine.store.names('grants:')) {
    const blob = fromHex(name.slice('grants:'.length));
    if (blob.ok && (await bringBlob(engine, blob.value)) === null) return false;
  }
  return true;
}
