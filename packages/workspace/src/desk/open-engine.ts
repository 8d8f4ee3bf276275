import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { fromUtf8, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { verifyItem } from '@leeward/sealed-log/door/boxes.ts';
import type { OrganisationLog } from '@leeward/sealed-log/organisation/log.ts';
import { openOrganisationLog } from '@leeward/sealed-log/organisation/log.ts';
import { outItem, signed as signedCodec } from '@leeward/sealed-log/wire/box.ts';
import { decode } from '@leeward/sealed-log/wire/codec.ts';
import { logs } from '@leeward/sealed-log/wire/entry.ts';
import { replyHash } from '@leeward/sealed-log/wire/hashes.ts';
import { readEntry } from '@leeward/sealed-log/wire/verify.ts';
import type { RelayClient } from '../transport/relay-client.ts';
import type { AlertBook } from './alerts.ts';
import type { Engine } from './engine.ts';
import { deviceSigner } from './engine.ts';
import { takeItem } from './inbox.ts';
import { foldOrganisationLog } from './organisation-view.ts';
import { loadOutbox } from './outbox.ts';
import { openRecord, teamLog } from './records.ts';
import { loadSnapshot } from './snapshot.ts';
import type { DeviceStore } from './store/device-store.ts';
import { logNames } from './store/device-store.ts';
import { keysOf, localSeal, type OwnKeys, type Vault } from './vault.ts';

export type Surroundings = {
  readonly store: DeviceStore;
  readonly client: RelayClient;
  readonly alerts: AlertBook;
  readonly now: () => number;
  readonly announce: Engine['announce'];
  readonly report: Engine['report'];
  readonly stopping: AbortSignal;
};

export type NotOpen = 'offline' | 'not-a-device' | 'not-verified';

/** Opens a session from what the device holds, and from the relay where it holds nothing yet. */
export async function openEngine(
  { store, client, ...rest }: Surroundings,
  vault: Vault,
): Promise<{ readonly ok: true; readonly value: Engine } | { readonly ok: false; readonly error: NotOpen }> {
  const keys = await keysOf(vault);
  const held = await store.rowsOf(logNames.organisation);
  const entries = held.length > 0 ? held : await fetchOrganisation(client, vault.org, keys, rest.stopping);
  if (typeof entries === 'string') return { ok: false, error: entries };
  const opened = await openOrganisationLog(entries, vault.org, keys.member);
  if (!opened.ok) return { ok: false, error: 'not-verified' };
  if (held.length === 0)
    await store.addRows(entries.map((bytes, position) => ({ log: logNames.organisation, position, bytes })));
  const engine = await begin({ store, client, ...rest }, vault, keys, opened.value.log);
  return { ok: true, value: engine };
}

async function begin(
  around: Surroundings,
  vault: Vault,
  keys: OwnKeys,
  organisation: OrganisationLog,
): Promise<Engine> {
  const cursor = await around.store.get('cursor');
  const text = cursor === null ? null : fromUtf8(cursor);
  const engine: Engine = {
    ...around,
    vault,
    keys,
    local: localSeal(vault.localKey),
    signer: deviceSigner(keys),
    organisation,
    organisationStates: foldOrganisationLog(organisation),
    records: new Map(),
    opening: new Map(),
    summaries: new Map(),
    inbox: new Map(),
    sentReplies: new Map(),
    outbox: [],
    cursor: text?.ok ? Number(text.value) || 0 : 0,
    connection: 'offline',
    progress: null,
    organisationStopped: false,
  };
  await loadBoxes(engine);
  // Teams' logs first: they say what every other record is.
  for (const team of organisation.keyring.teams.keys()) {
    const facts = organisation.skeleton.teams.get(team);
    if (facts !== undefined) await teamLog(engine, facts.id);
  }
  if (!(await loadSnapshot(engine))) await loadEverything(engine);
  await loadOutbox(engine);
  return engine;
}

/** Opens every record, and so makes the lists anew from the logs. */
async function loadEverything(engine: Engine): Promise<void> {
  const ids = await engine.store.logs('r:');
  for (const [index, log] of ids.entries()) {
    await openRecord(engine, log.slice(2));
    if (index % 50 === 0) engine.report('verify', index, ids.length);
  }
}

/** Her items and our replies as they were stored: verified again, because a disk is not believed. */
async function loadBoxes(engine: Engine): Promise<void> {
  for (const log of await engine.store.logs('i:'))
    for (const bytes of await engine.store.rowsOf(log)) {
      const signed = decode(signedCodec, bytes);
      const verified = signed.ok ? await verifyItem(signed.value, engine.vault.org) : null;
      if (verified?.ok) takeItem(engine, { verified: verified.value, bytes });
    }
  for (const log of await engine.store.logs('u:'))
    for (const bytes of await engine.store.rowsOf(log)) {
      const signed = decode(signedCodec, bytes);
      const item = signed.ok ? decode(outItem, signed.value.bytes) : null;
      if (!signed.ok || item === null || !item.ok) continue;
      const mailbox = toHex(item.value.mailbox);
      const known = engine.sentReplies.get(mailbox) ?? new Set();
      engine.sentReplies.set(mailbox, known.add(toHex(await replyHash(signed.value.bytes))));
    }
}

/** The whole organisation log from the relay, for a device that has just been let in. */
async function fetchOrganisation(
  client: RelayClient,
  org: Bytes,
  keys: OwnKeys,
  signal: AbortSignal,
): Promise<readonly Bytes[] | NotOpen> {
  const found: { readonly position: number; readonly bytes: Bytes }[] = [];
  let after = 0;
  for (;;) {
    const page = await client.rows(org, after, 1000, deviceSigner(keys), signal);
    if (!page.ok) return page.error.status === 403 || page.error.status === 401 ? 'not-a-device' : 'offline';
    for (const row of page.value.rows) {
      const read = row.kind === 1 ? await readEntry(row.bytes) : null;
      if (read?.ok && read.value.header.log === logs.organisation)
        found.push({ position: read.value.header.position, bytes: row.bytes });
    }
    after = page.value.next;
    if (page.value.more === 0) break;
  }
  return found.sort((left, right) => left.position - right.position).map((one) => one.bytes);
}
