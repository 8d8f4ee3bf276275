import { type CaseState, emptyCase, foldCase } from '@leeward/domain/case/state.ts';
import type { OrganisationState } from '@leeward/domain/organisation/state.ts';
import { foldRequest } from '@leeward/domain/request/fold.ts';
import { clockOf, phaseOf, suggestedUrgency } from '@leeward/domain/request/queue.ts';
import { saidBy } from '@leeward/domain/request/said.ts';
import { countingItems, missingItems, type RequestState } from '@leeward/domain/request/state.ts';
import { at, hash } from '@leeward/domain/testing/people.ts';
import type {
  Alert,
  Answer,
  Commands,
  DoorView,
  Failure,
  FromWorker,
  InvitationView,
  PendingEdit,
  SessionView,
  Topic,
} from '@leeward/workspace/desk/contract.ts';
import { connectSession, type Handlers, type Session, serveSession } from '@leeward/workspace/desk/rpc.ts';
import { caseLineOf, lineOf, me, sealedNext, teamId } from './fake-world.ts';

/** What a fake session starts with. Everything may be left out. */
export type FakeOptions = {
  readonly type?: SessionView['type'];
  readonly organisation: OrganisationState;
  readonly requests?: readonly { readonly record: string; readonly state: RequestState }[];
  readonly cases?: readonly { readonly record: string; readonly state: CaseState }[];
  readonly alerts?: readonly Alert[];
  readonly pending?: ReadonlyMap<string, readonly PendingEdit[]>;
  readonly stopped?: ReadonlyMap<string, string>;
  readonly connection?: 'online' | 'offline' | 'syncing';
  readonly progress?: { readonly done: number; readonly total: number };
  readonly door?: DoorView;
  readonly invitations?: readonly InvitationView[];
  readonly file?: { readonly bytes: ArrayBuffer; readonly name: string; readonly mediaType: string };
  /** How long something stays kept, then sent, before it is confirmed; milliseconds. */
  readonly pace?: number;
  readonly now?: () => number;
};

export type FakeSession = {
  readonly session: Session;
  /** Every command that was called, with its argument. */
  readonly calls: { readonly name: string; readonly args: unknown }[];
  /** What the next call of a command answers instead of doing anything. */
  readonly fail: (name: keyof Commands, failure: Failure) => void;
};

export const words = ['canyon', 'lantern', 'orbit', 'walnut', 'ribbon', 'saddle'];
export const passphrase = 'made up for tests only';

/** A session in memory that answers every command of the contract, for tests of screens. It holds no key and keeps nothing. */
export function fakeSession(options: FakeOptions): FakeSession {
  const now = options.now ?? Date.now;
  const pace = options.pace ?? 0;
  const requests = new Map((options.requests ?? []).map(({ record, state }) => [record, state]));
  const cases = new Map((options.cases ?? []).map(({ record, state }) => [record, state]));
  const pending = new Map(options.pending ?? []);
  const drafts = new Map<string, string>();
  const failures = new Map<string, Failure>();
  const calls: { name: string; args: unknown }[] = [];
  let type = options.type ?? 'open';
  let alerts = options.alerts ?? [];
  let invitations = options.invitations ?? [];
  let door: DoorView = options.door ?? {
    link: null,
    texts: null,
    validUntil: null,
    oneAdministrator: true,
    waitingForSecond: false,
  };
  let entry = 90_000;
  let send: (message: FromWorker) => void = () => undefined;
  const changed = (...topics: readonly Topic[]): void => send({ changed: topics });
  const yes = <T>(value: T): Answer<T> => ({ ok: true, value });
  const missing: Answer<never> = { ok: false, error: { code: 'not-here' } };

  const context = () => {
    entry += 1;
    return { ...at(entry, me), claimedTime: now() };
  };
  const inRequest = (record: string, event: Readonly<Record<string, unknown>>): Answer<null> => {
    const before = requests.get(record);
    if (before === undefined) return missing;
    const after = foldRequest(before, { v: 1, ...event }, context());
    const kept = after.kept.length > before.kept.length ? after.kept.at(-1)?.why : undefined;
    if (kept?.kind === 'refused') return { ok: false, error: { code: 'refused', refusal: kept.refusal } };
    requests.set(record, after);
    changed('queue', `record:${record}`);
    return yes(null);
  };
  const inCase = (record: string, event: Readonly<Record<string, unknown>>): Answer<null> => {
    const before = cases.get(record);
    if (before === undefined) return missing;
    cases.set(record, foldCase(before, { v: 1, ...event }, context()));
    changed('cases', `record:${record}`);
    return yes(null);
  };
  const setPending = (
    record: string,
    change: (edits: readonly PendingEdit[]) => readonly PendingEdit[],
  ): void => {
    pending.set(record, change(pending.get(record) ?? []));
    changed('session', `record:${record}`);
  };
  /** Keeps an edit as typed, then sends it, then confirms it: what the real outbox does. */
  const through = (record: string, command: string, text: string, confirm: () => void): Answer<null> => {
    const action = `action ${calls.length}`;
    const edit: PendingEdit = {
      action,
      command,
      delivery: 'kept',
      since: now(),
      changed: [],
      text,
      failure: null,
    };
    setPending(record, (edits) => [...edits, edit]);
    setTimeout(() => {
      setPending(record, (edits) =>
        edits.map((one) => (one.action === action ? { ...one, delivery: 'sent' } : one)),
      );
      setTimeout(() => {
        confirm();
        setPending(record, (edits) => edits.filter((one) => one.action !== action));
      }, pace);
    }, pace);
    return yes(null);
  };
  const become = (next: SessionView['type']): void => {
    type = next;
    changed('session', 'queue', 'cases', 'invitations', 'door');
  };
  const recovery = {
    recoveryFile: new ArrayBuffer(64),
    recoveryCode: 'A0A0A B1B1B C2C2C D3D3D E4E4E F5F5F G6G6G H7H7H',
  };

  const view = (): SessionView => {
    if (type === 'empty') return { type, persistent: true };
    if (type === 'locked') return { type, organisation: options.organisation.name };
    if (type === 'joining') return { type, words, state: 'waiting' };
    return {
      type: 'open',
      org: hash(1),
      organisation: options.organisation,
      me: { member: me.member, device: me.device },
      administrator: true,
      connection: options.connection ?? 'online',
      progress: options.progress ?? null,
      unsent: [...pending.values()].flat().length,
      alerts,
      recoveryMissing: false,
    };
  };

  const handlers: Handlers = {
    session: async () => yes(view()),
    createOrganisation: async () => {
      become('open');
      return yes(recovery);
    },
    unlock: async ({ passphrase: typed }) => {
      if (typed !== passphrase) return { ok: false, error: { code: 'wrong-passphrase' } };
      become('open');
      return yes(null);
    },
    lock: async () => {
      become('locked');
      return yes(null);
    },
    openRecoveryFile: async () => {
      become('open');
      return yes(recovery);
    },
    makeRecoveryFile: async () => yes(recovery),
    wipe: async () => {
      become('empty');
      return yes(null);
    },
    invite: async ({ role, teams }) => {
      const link = `http://desk.localhost:8700/#join=${'sample'.repeat(20)}`;
      const made = {
        join: hash(invitations.length),
        link,
        role,
        teams,
        expires: now() + 72 * 3_600_000,
        opened: null,
      };
      invitations = [...invitations, made];
      changed('invitations');
      return yes(made);
    },
    invitations: async () => yes(invitations),
    confirmInvitation: async ({ join }) => {
      invitations = invitations.filter((one) => one.join !== join);
      changed('invitations', 'session');
      return yes(null);
    },
    cancelInvitation: async ({ join }) => {
      invitations = invitations.filter((one) => one.join !== join);
      changed('invitations');
      return yes(null);
    },
    join: async () => {
      become('joining');
      return yes({ words });
    },
    removeMember: async () => yes(null),
    queue: async () => yes([...requests].map(([record, state]) => lineOf(record, state, now()))),
    request: async ({ record }) => {
      const state = requests.get(record);
      if (state === undefined) return missing;
      const said = saidBy(state);
      return yes({
        record,
        state,
        said,
        phase: phaseOf(state),
        clock: clockOf(state, now()),
        suggested: suggestedUrgency(state),
        missing: missingItems(state),
        channels: said.channels,
        pending: pending.get(record) ?? [],
        stopped: options.stopped?.get(record) ?? null,
        refused: [],
        draft: drafts.get(record) ?? '',
        checkWords: words.slice(0, 2),
      });
    },
    noteOpened: async ({ record }) => {
      const state = requests.get(record);
      const last = state === undefined ? undefined : countingItems(state).at(-1);
      if (state === undefined || last === undefined) return missing;
      return inRequest(record, { type: 'OpenedNoted', sequence: last.sequence, sent: sealedNext(state) });
    },
    claim: async ({ record }) => inRequest(record, { type: 'RequestClaimed', member: me.member }),
    release: async ({ record }) => inRequest(record, { type: 'RequestReleased' }),
    setUrgency: async ({ record, urgency, reason }) =>
      inRequest(record, { type: 'UrgencySet', urgency, reason }),
    keepDraft: async ({ record, text }) => {
      drafts.set(record, text);
      return yes(null);
    },
    reply: async ({ record, text }) =>
      through(record, 'reply', text, () => {
        const state = requests.get(record);
        if (state !== undefined)
          inRequest(record, { type: 'ReplyWritten', text, files: [], sent: sealedNext(state) });
      }),
    decline: async ({ record, wayBackDays, ...rest }) => {
      const state = requests.get(record);
      if (state === undefined) return missing;
      const sent = sealedNext(state);
      return inRequest(record, { type: 'RequestDeclined', ...rest, wayBack: { days: wayBackDays }, sent });
    },
    takeUpAgain: async ({ record, reason }) => inRequest(record, { type: 'RequestTakenUpAgain', reason }),
    setAside: async ({ records, reason }) => {
      for (const record of records) inRequest(record, { type: 'RequestSetAside', reason });
      return yes(null);
    },
    putBack: async ({ record }) => inRequest(record, { type: 'RequestReturned' }),
    openCase: async ({ record, pseudonym, teams }) => {
      const made = hash(700 + cases.size);
      cases.set(made, emptyCase);
      inCase(made, { type: 'CaseOpened', pseudonym, fromConversation: record, teams });
      inRequest(record, { type: 'CaseOpened', case: made });
      return yes({ case: made });
    },
    cases: async () => yes([...cases].map(([record, state]) => caseLineOf(record, state))),
    case: async ({ record }) => {
      const state = cases.get(record);
      if (state === undefined) return missing;
      return yes({
        record,
        state,
        pending: pending.get(record) ?? [],
        stopped: options.stopped?.get(record) ?? null,
        refused: [],
        readers: [
          { type: 'team', id: teamId('protection') },
          { type: 'team', id: teamId('intake') },
        ],
      });
    },
    addNote: async ({ record, text }) =>
      through(record, 'addNote', text, () => void inCase(record, { type: 'NoteWritten', text })),
    setNextStep: async ({ record, text, date }) =>
      inCase(record, {
        type: 'NextStepSet',
        text,
        date: date === '' ? null : date,
        replaces: (cases.get(record)?.nextStep ?? []).map((written) => written.at),
      }),
    openFile: async ({ file }) =>
      yes(
        options.file ?? {
          bytes: new TextEncoder().encode('sample').buffer,
          name: file.name,
          mediaType: file.mediaType,
        },
      ),
    door: async () => yes(door),
    publishDoor: async ({ texts }) => {
      const link = `http://door.localhost:8700/#${'0sample'.repeat(18)}`;
      door = {
        link,
        texts,
        validUntil: now() + 14 * 24 * 3_600_000,
        oneAdministrator: true,
        waitingForSecond: false,
      };
      changed('door');
      return yes(door);
    },
    signDoor: async () => {
      door = { ...door, waitingForSecond: false };
      changed('door');
      return yes(door);
    },
    dismissAlert: async ({ id }) => {
      alerts = alerts.filter((alert) => alert.id !== id);
      changed('session');
      return yes(null);
    },
    confirmFork: async () => yes(null),
    acceptLate: async () => yes(null),
    compareWords: async () => yes({ words }),
    retry: async () => yes(null),
    discardPending: async ({ action }) => {
      for (const record of pending.keys())
        setPending(record, (edits) => edits.filter((edit) => edit.action !== action));
      return yes(null);
    },
  };

  const watched = Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      async (args: never) => {
        calls.push({ name, args });
        const failure = failures.get(name);
        failures.delete(name);
        return failure === undefined ? handler(args) : { ok: false, error: failure };
      },
    ]),
  ) as unknown as Handlers;
  const { port1, port2 } = new MessageChannel();
  send = serveSession(port1, watched).send;
  port1.start();
  const session = connectSession(port2);
  port2.start();
  return { session, calls, fail: (name, failure) => failures.set(name, failure) };
}
