import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { copyOf } from '@leeward/sealed-log/wire';
import { alertBook } from '@leeward/workspace/desk/alerts.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { Alert, AlertKind } from '@leeward/workspace/desk/contract.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { joinAsDevice } from '@leeward/workspace/desk/device-link.ts';
import type { Engine } from '@leeward/workspace/desk/engine.ts';
import { teamIdFor } from '@leeward/workspace/desk/engine.ts';
import { foundOrganisation } from '@leeward/workspace/desk/founding.ts';
import { confirmInvitation, invite, join } from '@leeward/workspace/desk/invitations.ts';
import type { Surroundings } from '@leeward/workspace/desk/open-engine.ts';
import { openEngine } from '@leeward/workspace/desk/open-engine.ts';
import type { NewItem } from '@leeward/workspace/desk/outbox.ts';
import { keep } from '@leeward/workspace/desk/outbox.ts';
import { addDevice, confirmDevice, deviceLinks } from '@leeward/workspace/desk/own-devices.ts';
import { openRecord } from '@leeward/workspace/desk/records.ts';
import { syncOnce } from '@leeward/workspace/desk/sync.ts';
import type { Vault } from '@leeward/workspace/desk/vault.ts';
import { caseView, requestView } from '@leeward/workspace/desk/views.ts';
import { createRelayClient } from '@leeward/workspace/transport/relay-client.ts';
import { passphrase } from './desk.ts';
import type { RelayFetch } from './relay-fetch.ts';
import { type TestStore, testStore } from './test-store.ts';

/**
 * A desk's session without its clockwork: the same engine, but nothing happens until a test says so. So a schedule can
 * be told step by step, a crash falls exactly where it is wanted, and a thousand of them take no longer than they must.
 */
export type EngineDesk = {
  readonly name: string;
  readonly origin: string;
  readonly store: TestStore;
  readonly engine: Engine;
  /** One round: pull, settle, send. */
  readonly sync: () => Promise<void>;
  /** Keeps an act of a person; nothing is sent yet. */
  readonly keep: (...items: readonly NewItem[]) => Promise<void>;
  /** Keeps it and does a round. */
  readonly act: (...items: readonly NewItem[]) => Promise<void>;
  readonly alerts: (kind?: AlertKind) => readonly Alert[];
  readonly case: (record: string) => Promise<CaseView>;
  readonly request: (record: string) => Promise<RequestView>;
  /** Hashes of a record's entries, in their order. */
  readonly chain: (record: string) => Promise<readonly string[]>;
  /** The same device, opened anew from what was durable: after a crash, or when the desk is opened in the morning. */
  readonly reopened: (fetch?: RelayFetch) => Promise<EngineDesk>;
  /** The same device at the same moment in another world: over a copy of its store, with another relay. */
  readonly copied: (fetch: RelayFetch, clock?: Clock) => EngineDesk;
  /** Ends whatever is under way. */
  readonly stop: () => void;
};

/** The time as desks see it: it stands still until a test moves it. */
export type Clock = { now: number };
export const clockAt = (now = Date.UTC(2026, 0, 5, 9)): Clock => ({ now });
export const minute = 60_000;
export const day = 24 * 60 * minute;

/** Where a desk's relay is, as the desk's address bar says it: requests are signed for it. */
const usualOrigin = 'http://desk.localhost:8700';

function around(
  store: TestStore,
  fetch: RelayFetch,
  clock: Clock,
  ending: AbortController,
  origin: string,
): Surroundings {
  const now = (): number => clock.now;
  return {
    store,
    client: createRelayClient({ origin, fetch }),
    alerts: alertBook(now, () => undefined),
    now,
    announce: () => undefined,
    report: () => undefined,
    stopping: ending.signal,
  };
}

function deskOver(
  name: string,
  store: TestStore,
  engine: Engine,
  fetch: RelayFetch,
  clock: Clock,
  ending: AbortController,
  origin: string,
): EngineDesk {
  const expected = <T>(answer: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    return answer.value;
  };
  const sync = async (): Promise<void> => void (await syncOnce(engine));
  return {
    name,
    origin,
    store,
    engine,
    sync,
    keep: async (...items) => void (await keep(engine, items)),
    act: async (...items) => {
      await keep(engine, items);
      await sync();
    },
    alerts: (kind) => engine.alerts.all().filter((alert) => kind === undefined || alert.kind === kind),
    case: async (record) => expected(await caseView(engine, record)),
    request: async (record) => expected(await requestView(engine, record)),
    chain: async (record) => (await openRecord(engine, record)).chain.links.map((link) => toHex(link.hash)),
    reopened: async (other = fetch) => {
      ending.abort();
      store.crash();
      return openDeskOver(name, store, engine.vault, other, clock, origin);
    },
    copied: (other, otherClock = clock) => {
      const copy = store.copy();
      const otherEnding = new AbortController();
      const surroundings = around(copy, other, otherClock, otherEnding, origin);
      return deskOver(name, copy, engineCopy(engine, surroundings), other, otherClock, otherEnding, origin);
    },
    stop: () => ending.abort(),
  };
}

/** Opens a device from its store. @throws Error where it cannot be opened. */
export async function openDeskOver(
  name: string,
  store: TestStore,
  vault: Vault,
  fetch: RelayFetch,
  clock: Clock,
  origin: string = usualOrigin,
): Promise<EngineDesk> {
  const ending = new AbortController();
  const engine = await openEngine(around(store, fetch, clock, ending, origin), vault);
  if (!engine.ok) throw new Error(`${name} cannot be opened: ${engine.error}`);
  return deskOver(name, store, engine.value, fetch, clock, ending, origin);
}

/** Everything in an engine that its modules change, copied; what they never change is shared. */
function engineCopy(engine: Engine, surroundings: Surroundings): Engine {
  const { organisation } = engine;
  return {
    ...engine,
    ...surroundings,
    organisation: { ...organisation, skeleton: copyOf(organisation.skeleton) },
    organisationStates: [...engine.organisationStates],
    records: new Map(engine.records),
    opening: new Map(),
    summaries: new Map(engine.summaries),
    inbox: new Map([...engine.inbox].map(([mailbox, items]) => [mailbox, [...items]])),
    sentReplies: new Map([...engine.sentReplies].map(([mailbox, held]) => [mailbox, new Set(held)])),
    unsaved: [...engine.unsaved],
    waiting: new Map([...engine.waiting].map(([id, pool]) => [id, new Map(pool)])),
    waitingForOrganisation: new Map(engine.waitingForOrganisation),
    alternatives: new Map([...engine.alternatives].map(([id, pool]) => [id, new Map(pool)])),
    toReadmit: new Set(engine.toReadmit),
    troubles: new Map(engine.troubles),
    stillWrong: new Set(engine.stillWrong),
    unverified: new Set(engine.unverified),
    slots: new Map(engine.slots),
    forgottenItems: new Set(engine.forgottenItems),
    forgottenMailboxes: new Set(engine.forgottenMailboxes),
    adoptable: new Map(engine.adoptable),
    tombstones: new Map([...engine.tombstones].map(([mailbox, left]) => [mailbox, new Set(left)])),
    agreed: new Set(engine.agreed),
  };
}

/** Founds an organisation with its administrator's desk. */
export async function foundDesk(
  fetch: RelayFetch,
  clock: Clock = clockAt(),
  token = 'any',
  origin = usualOrigin,
): Promise<EngineDesk> {
  const store = testStore();
  const ending = new AbortController();
  const founding = { token, organisation: 'Synthetic Aid', name: 'Officer 1', passphrase };
  const engine = await foundOrganisation(around(store, fetch, clock, ending, origin), founding);
  if (!engine.ok) throw new Error(`not founded: ${JSON.stringify(engine.error)}`);
  const desk = deskOver('Officer 1', store, engine.value, fetch, clock, ending, origin);
  await desk.sync();
  return desk;
}

/** Lets a further person in, with a desk of her own. */
export async function joinDesk(
  administrator: EngineDesk,
  fetch: RelayFetch,
  clock: Clock,
  choices: { readonly role?: string; readonly teams?: readonly string[] } = {},
): Promise<EngineDesk> {
  const { engine, origin } = administrator;
  const purposes = choices.teams ?? ['intake', 'protection', 'custody'];
  const teams = purposes.map((purpose) => teamFor(administrator, purpose));
  const invitation = await invite(engine, choices.role ?? 'officer', teams, origin);
  if (!invitation.ok) throw new Error('not invited');
  const store = testStore();
  const ending = new AbortController();
  const name = `Officer ${engine.organisation.skeleton.members.size + 1}`;
  const joined = await join(
    around(store, fetch, clock, ending, origin),
    invitation.value.link,
    name,
    `${passphrase} ${name}`,
  );
  if (!joined.ok) throw new Error(`not joined: ${JSON.stringify(joined.error)}`);
  const confirmed = await confirmInvitation(engine, invitation.value.join);
  if (!confirmed.ok) throw new Error(`not confirmed: ${JSON.stringify(confirmed.error)}`);
  const desk = await openDeskOver(name, store, joined.value.vault, fetch, clock, origin);
  await desk.sync();
  return desk;
}

/** A device that has nothing yet: its store, and what it needs to open a link. */
export function bareDevice(fetch: RelayFetch, clock: Clock, origin = usualOrigin) {
  const store = testStore();
  return { store, around: around(store, fetch, clock, new AbortController(), origin) };
}

/** Adds a further device of the same person: the link, the words on both screens, the confirmation. */
export async function addOwnDevice(
  of: EngineDesk,
  fetch: RelayFetch,
  clock: Clock,
  name = 'Phone',
): Promise<EngineDesk> {
  const made = await addDevice(of.engine, of.origin);
  if (!made.ok) throw new Error('no link');
  const { store, around: bare } = bareDevice(fetch, clock, of.origin);
  const joined = await joinAsDevice(bare, made.value.link, name, `${passphrase} ${name}`);
  if (!joined.ok) throw new Error(`not joined: ${JSON.stringify(joined.error)}`);
  const [seen] = await deviceLinks(of.engine, of.origin);
  if (JSON.stringify(seen?.opened?.words) !== JSON.stringify(joined.value.words))
    throw new Error('the words differ');
  const confirmed = await confirmDevice(of.engine, made.value.join);
  if (!confirmed.ok) throw new Error(`not confirmed: ${JSON.stringify(confirmed.error)}`);
  const desk = await openDeskOver(`${of.name}, ${name}`, store, joined.value.vault, fetch, clock, of.origin);
  await desk.sync();
  return desk;
}

/** Hex of the team for a purpose. */
export function teamFor({ engine }: EngineDesk, purpose: string): string {
  const team = teamIdFor(engine, purpose);
  if (team === null) throw new Error(`no team for ${purpose}`);
  return toHex(team);
}
