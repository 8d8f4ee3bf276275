import type { OrganisationState } from '@leeward/domain/organisation/state.ts';
import { roleOf } from '@leeward/domain/organisation/state.ts';
import type { Actor } from '@leeward/domain/shared/context.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { sign } from '@leeward/sealed-log/crypto/ed25519.ts';
import type { OrganisationLog } from '@leeward/sealed-log/organisation/log.ts';
import { openMembers } from '@leeward/sealed-log/wire/skeleton.ts';
import type { RelayClient, Signer } from '../transport/relay-client.ts';
import type { AlertBook } from './alerts.ts';
import type { Topic } from './contract.ts';
import type { InboxItem } from './inbox.ts';
import type { Incoming } from './incoming.ts';
import type { OutboxItem } from './outbox-item.ts';
import type { RecordView } from './record-view.ts';
import type { Signatures } from './signatures.ts';
import type { Slot } from './slots.ts';
import type { DeviceStore, StoredRow } from './store/device-store.ts';
import type { Summary } from './summary.ts';
import type { Trouble } from './troubles.ts';
import type { LocalSeal, OwnKeys, Vault } from './vault.ts';

/**
 * An open session: what the worker holds while the desk is unlocked. Its parts are changed in place by the modules
 * beside this one, each of which has one of them in its care; nothing here is reachable from a screen.
 */
export type Engine = {
  readonly store: DeviceStore;
  readonly client: RelayClient;
  readonly vault: Vault;
  readonly keys: OwnKeys;
  readonly local: LocalSeal;
  readonly signer: Signer;
  /** Judges many signatures beside the session; null where there is nobody to do so. */
  readonly signatures: Signatures | null;
  /** Milliseconds since 1970, by this device's clock. */
  readonly now: () => number;
  readonly alerts: AlertBook;
  readonly announce: (...topics: readonly Topic[]) => void;
  readonly report: (of: string, done: number, total: number) => void;
  readonly stopping: AbortSignal;

  organisation: OrganisationLog;
  /** The organisation as the domain folds it, after each position of its log. */
  organisationStates: OrganisationState[];
  /** Records that are loaded, by id. */
  readonly records: Map<string, RecordView>;
  /** Records that are being read from the store. */
  readonly opening: Map<string, Promise<RecordView>>;
  /** What lists need of every record, loaded or not; a cache. */
  readonly summaries: Map<string, Summary>;
  /** Records that are here and were not verified since the desk was opened: only listed, from the cache. */
  readonly unverified: Set<string>;
  /** Items of defenders by mailbox, in the order of their numbers. */
  readonly inbox: Map<string, InboxItem[]>;
  /** Hashes of replies that the relay has, by mailbox. */
  readonly sentReplies: Map<string, Set<string>>;
  outbox: OutboxItem[];
  /** The last row of the relay that is here. */
  cursor: number;
  /** The hash of that row, hex: a relay that shows another one there went back, or lies. Empty before the first. */
  mark: string;
  /** The lowest row that has to be asked for again, because something did not fit; null where all fits. */
  askAgainFrom: number | null;
  /** When rows were last asked for again, by this device's clock. */
  askedAgain: number;
  /** How long to wait until the next time, in milliseconds. */
  askAgainPatience: number;
  /** Rows that were taken in and are not durable yet: a disk that was full for a moment loses none. */
  unsaved: StoredRow[];
  /** Entries that fit nowhere yet, by record and hash: what they follow has not come. Bounded. */
  readonly waiting: Map<string, Map<string, Incoming>>;
  readonly waitingForOrganisation: Map<string, Incoming>;
  /** Verified entries that stand where this device holds others, by record and hash: another tail (rule 2). */
  readonly alternatives: Map<string, Map<string, Incoming>>;
  /** Logs of displaced tails that may still have something to be readmitted. */
  readonly toReadmit: Set<string>;
  /** What is wrong with a record, so that nothing is written there for now. */
  readonly troubles: Map<string, Trouble>;
  /** Records of which something came in this look that did not fit. */
  readonly stillWrong: Set<string>;
  /** What this device signed last in each log: never two entries on one predecessor (rule 6). */
  readonly slots: Map<string, Slot | null>;
  /** What was forgotten for good: hashes of her items, hex. */
  readonly forgottenItems: Set<string>;
  /** Mailboxes all of whose items and replies were forgotten, hex. */
  readonly forgottenMailboxes: Set<string>;
  /** The team that each record is for which a defender's first item founds, by record (section 6.6). */
  readonly adoptable: Map<string, Bytes>;
  /** Items of a mailbox that the relay says were forgotten, by hash: to be held against the entry that asks for it. */
  readonly tombstones: Map<string, Set<string>>;
  /** Claims of colleagues' checkpoints that were compared and agree. */
  readonly agreed: Set<string>;
  connection: 'online' | 'offline' | 'syncing';
  progress: { readonly done: number; readonly total: number } | null;
  /** Set while a fork of the organisation log keeps everything from being sealed (rule 4). */
  organisationStopped: boolean;
};

/** Signs requests with the device's key. */
export const deviceSigner = (keys: OwnKeys): Signer => ({
  key: keys.device.signingKey,
  sign: (message) => sign(keys.device.signingSeed, message),
});

export const orgOf = (engine: Engine): Bytes => engine.organisation.skeleton.org;

/** The organisation now. */
export function organisationNow(engine: Engine): OrganisationState {
  const state = engine.organisationStates.at(-1);
  if (state === undefined) throw new Error('an organisation has at least its genesis');
  return state;
}

/** The organisation as it was at a position of its log. */
export function organisationAt(engine: Engine, position: number): OrganisationState {
  return engine.organisationStates[position] ?? organisationNow(engine);
}

/** The head of the organisation log, as new entries cite it. */
export function organisationHead(engine: Engine): { readonly orgPosition: number; readonly orgHead: Bytes } {
  const { hashes } = engine.organisation.skeleton;
  const orgPosition = hashes.length - 1;
  const orgHead = hashes[orgPosition];
  if (orgHead === undefined) throw new Error('an organisation has at least its genesis');
  return { orgPosition, orgHead };
}

/** Who is about to act on this device. */
export function actorOf(engine: Engine): Actor {
  const state = organisationNow(engine);
  const member = toHex(engine.keys.member.id);
  return {
    member,
    device: toHex(engine.keys.device.signingKey),
    role: roleOf(state, member),
    permissions: state.permissions,
    custody: isInCustody(engine),
  };
}

/** Whether this member is of the team that has custody of identities, and holds its key. */
function isInCustody({ organisation, keys, ...engine }: Engine): boolean {
  const state = engine.organisationStates.at(-1);
  for (const { team, purpose } of state?.teams.values() ?? []) {
    const facts = purpose === 'custody' ? organisation.skeleton.teams.get(team) : undefined;
    if (facts !== undefined && openMembers(facts).includes(toHex(keys.member.id)))
      return organisation.keyring.teams.has(team);
  }
  return false;
}

/** The id of the team for a purpose, in bytes; null where the organisation has none or this member is not told. */
export function teamIdFor(engine: Engine, purpose: string): Bytes | null {
  const found = [...organisationNow(engine).teams.values()].find((team) => team.purpose === purpose);
  const team = found === undefined ? undefined : engine.organisation.skeleton.teams.get(found.team);
  return team?.id ?? null;
}
