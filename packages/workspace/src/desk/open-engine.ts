import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { fromUtf8, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { OrganisationLog } from '@leeward/sealed-log/organisation/log.ts';
import { openOrganisationLog } from '@leeward/sealed-log/organisation/log.ts';
import { logs } from '@leeward/sealed-log/wire/entry.ts';
import { readEntry } from '@leeward/sealed-log/wire/verify.ts';
import type { RelayClient } from '../transport/relay-client.ts';
import type { AlertBook } from './alerts.ts';
import { loadAlternatives } from './alternatives.ts';
import type { Engine } from './engine.ts';
import { deviceSigner } from './engine.ts';
import { loadForgotten } from './forgetting.ts';
import { withKeptGrants } from './grants.ts';
import { settleBranches } from './organisation-fork.ts';
import { foldOrganisationLog } from './organisation-view.ts';
import { loadOutbox } from './outbox.ts';
import { loadDisplaced } from './readmissions.ts';
import { loadTeams } from './records.ts';
import type { Signatures } from './signatures.ts';
import { keepSnapshot, loadSnapshot } from './snapshot.ts';
import type { DeviceStore } from './store/device-store.ts';
import { logNames } from './store/device-store.ts';
import { watchRoom } from './store/room.ts';
import { loadBoxes } from './take-boxes.ts';
import { loadTroubles } from './troubles.ts';
import { keysOf, localSeal, type OwnKeys, type Vault } from './vault.ts';
import { verifyRecords } from './verify.ts';

export type Surroundings = {
  readonly store: DeviceStore;
  readonly client: RelayClient;
  readonly alerts: AlertBook;
  readonly now: () => number;
  readonly announce: Engine['announce'];
  readonly report: Engine['report'];
  readonly stopping: AbortSignal;
  readonly signatures?: Signatures;
};

export type NotOpen = 'offline' | 'not-a-device' | 'not-verified';

/** Opens a session from what the device holds, and from the relay where it holds nothing yet. */
export async function openEngine(
  { store, client, ...rest }: Surroundings,
  vault: Vault,
): Promise<{ readonly ok: true; readonly value: Engine } | { readonly ok: false; readonly error: NotOpen }> {
  const keys = await keysOf(vault);
  const held = await store.rowsOf(logNames.organisation);
  const fromDisk =
    held.length === 0 ? null : await openOrganisationLog(held, vault.org, keys.member, keys.device);
  if (fromDisk?.ok) {
    const { log, stopped } = fromDisk.value;
    const known = await withKeptGrants(store, log);
    const engine = await begin({ store, client, ...rest }, vault, keys, known);
    // Somebody changed the disk (fault 28): what verifies stands, the rest is asked for again.
    if (stopped !== null) notAsStored(engine, stopped.why, log.links.length);
    return { ok: true, value: engine };
  }
  const fetched = await fetchOrganisation(client, vault.org, keys, rest.stopping);
  if (typeof fetched === 'string') return { ok: false, error: fetched };
  const opened = await openOrganisationLog(fetched, vault.org, keys.member, keys.device);
  if (!opened.ok) return { ok: false, error: 'not-verified' };
  const { log } = opened.value;
  // The relay shows a beginning in which this device is not let in: nothing can be read, and nothing is kept.
  const facts = log.skeleton.devices.get(toHex(keys.device.signingKey));
  if (facts === undefined) return { ok: false, error: 'not-a-device' };
  // Let in as somebody else's: whose device this is was settled by the link that brought it here.
  if (facts.member !== toHex(keys.member.id)) return { ok: false, error: 'not-verified' };
  await store.addRows(
    log.links.map(({ bytes }, position) => ({ log: logNames.organisation, position, bytes })),
  );
  return { ok: true, value: await begin({ store, client, ...rest }, vault, keys, log) };
}

function notAsStored(engine: Engine, why: string, position: number): void {
  engine.askAgainFrom = 0;
  engine.alerts.raise('notInChain', { why, position });
}

async function begin(
  around: Surroundings,
  vault: Vault,
  keys: OwnKeys,
  organisation: OrganisationLog,
): Promise<Engine> {
  const { alerts } = around;
  const engine: Engine = {
    ...around,
    store: watchRoom(around.store, (full) =>
      full ? alerts.raise('deviceFull') : alerts.clear('deviceFull'),
    ),
    signatures: around.signatures ?? null,
    vault,
    keys,
    local: localSeal(vault.localKey),
    signer: deviceSigner(keys),
    organisation,
    organisationStates: foldOrganisationLog(organisation),
    records: new Map(),
    opening: new Map(),
    summaries: new Map(),
    unverified: new Set(),
    inbox: new Map(),
    sentReplies: new Map(),
    outbox: [],
    ...(await placeOf(around.store)),
    askedAgain: Number.NEGATIVE_INFINITY,
    askAgainPatience: 0,
    unsaved: [],
    waiting: new Map(),
    waitingForOrganisation: new Map(),
    alternatives: new Map(),
    toReadmit: new Set(),
    troubles: new Map(),
    stillWrong: new Set(),
    slots: new Map(),
    forgottenItems: new Set(),
    forgottenMailboxes: new Set(),
    tombstones: new Map(),
    adoptable: new Map(),
    agreed: new Set(),
    connection: 'offline',
    progress: null,
    organisationStopped: false,
  };
  await loadForgotten(engine);
  await loadTroubles(engine);
  await loadAlternatives(engine);
  await loadDisplaced(engine);
  await settleBranches(engine, []);
  await loadBoxes(engine);
  await loadLists(engine);
  await loadOutbox(engine);
  return engine;
}

/** The lists of the last time; what they do not have, or have of other entries, is verified before anything is shown. */
async function loadLists(engine: Engine): Promise<void> {
  await loadSnapshot(engine);
  const here = await engine.store.lengths(logNames.record(''));
  for (const [id, { position }] of engine.summaries)
    if (here.get(logNames.record(id)) !== position + 1) engine.summaries.delete(id);
  const missing: string[] = [];
  for (const log of here.keys()) {
    const id = log.slice(logNames.record('').length);
    engine.unverified.add(id);
    if (!engine.summaries.has(id)) missing.push(id);
  }
  if (missing.length === 0) return;
  // Teams' logs first: they say what every other record is.
  await loadTeams(engine);
  await verifyRecords(engine, missing, (done, total) => engine.report('verify', done, total));
  // A disk that is full keeps no lists: they are made again the next time.
  await keepSnapshot(engine).catch(() => undefined);
}

/** Where the device stood in the relay's rows, and what it has to ask for again. A cache: without it all is pulled anew. */
async function placeOf(store: DeviceStore): Promise<Pick<Engine, 'cursor' | 'mark' | 'askAgainFrom'>> {
  const kept = await store.get('cursor');
  const text = kept === null ? null : fromUtf8(kept);
  try {
    const [cursor, mark, from] = JSON.parse(text?.ok ? text.value : '') as readonly unknown[];
    if (typeof cursor === 'number' && typeof mark === 'string')
      return { cursor, mark, askAgainFrom: typeof from === 'number' ? from : null };
  } catch {
    // Said below.
  }
  return { cursor: 0, mark: '', askAgainFrom: null };
}

/** Entries of an organisation log that nobody could read, a relay may give without end (fault 14). */
const mostBytes = 64 * 1024 * 1024;

/** The whole organisation log from the relay, for a device that has just been let in, or that was ended. */
export async function fetchOrganisation(
  client: RelayClient,
  org: Bytes,
  keys: OwnKeys,
  signal: AbortSignal,
): Promise<readonly Bytes[] | NotOpen> {
  const found: { readonly position: number; readonly bytes: Bytes }[] = [];
  let after = 0;
  let bytes = 0;
  for (;;) {
    const page = await client.rows(org, after, 1000, deviceSigner(keys), signal, 'organisation');
    if (!page.ok) return page.error.status === 403 || page.error.status === 401 ? 'not-a-device' : 'offline';
    for (const row of page.value.rows) {
      const read = row.kind === 1 ? await readEntry(row.bytes) : null;
      if (!read?.ok || read.value.header.log !== logs.organisation) continue;
      found.push({ position: read.value.header.position, bytes: row.bytes });
      bytes += row.bytes.length;
    }
    const last = page.value.rows.at(-1)?.sequence ?? after;
    if (page.value.more === 0) break;
    if (last <= after || bytes > mostBytes) return 'offline';
    after = last;
  }
  return found.sort((left, right) => left.position - right.position).map((one) => one.bytes);
}
