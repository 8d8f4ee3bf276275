import type { OrganisationState } from '@leeward/domain/organisation/state.ts';
import { hash } from '@leeward/domain/testing/people.ts';
import type { Form } from '@leeward/forms';
import type {
  Alert,
  Answer,
  Commands,
  Failure,
  FromWorker,
  OpenedFile,
  SessionView,
  Topic,
} from '@leeward/workspace/desk/contract.ts';
import type { DoorView } from '@leeward/workspace/desk/door-contract.ts';
import type { InvitationView } from '@leeward/workspace/desk/members-contract.ts';
import { connectSession, type Handlers, type Session, serveSession } from '@leeward/workspace/desk/rpc.ts';
import { fakeBring } from './fake-bring.ts';
import { checkWords, fakeDevices, fakePassphrase } from './fake-devices.ts';
import { type FakeDirectory, fakeDirectory } from './fake-directory.ts';
import { fakeLists } from './fake-lists.ts';
import { fakeQuestions } from './fake-questions.ts';
import { type FakeRecords, fakeRecords } from './fake-records.ts';
import { fakeTeams } from './fake-teams.ts';
import { me } from './fake-world.ts';

/** What a fake session starts with. Everything may be left out. */
export type FakeOptions = Omit<FakeRecords, 'files'> & {
  readonly type?: SessionView['type'];
  readonly organisation: OrganisationState;
  readonly alerts?: readonly Alert[];
  readonly connection?: 'online' | 'offline' | 'syncing';
  readonly progress?: { readonly done: number; readonly total: number };
  readonly door?: DoorView;
  readonly invitations?: readonly InvitationView[];
  /** Attachments by the number of their blob. */
  readonly files?: ReadonlyMap<string, OpenedFile>;
  readonly directory?: FakeDirectory;
  /** Forms that are asked in files, besides the usual one. */
  readonly formsInFiles?: readonly Form[];
};

export type FakeSession = {
  readonly session: Session;
  /** Every command that was called, with its argument. */
  readonly calls: { readonly name: string; readonly args: unknown }[];
  /** What the next call of a command answers instead of doing anything. */
  readonly fail: (name: keyof Commands, failure: Failure) => void;
};

export const passphrase = fakePassphrase;
export const words = checkWords;

/** A session in memory that answers every command of the contract, for tests of screens. It holds no key and keeps nothing. */
export function fakeSession(options: FakeOptions): FakeSession {
  const now = options.now ?? Date.now;
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
  let calledAt: string | null = null;
  let send: (message: FromWorker) => void = () => undefined;
  const changed = (...topics: readonly Topic[]): void => send({ changed: topics });
  const yes = <T>(value: T): Answer<T> => ({ ok: true, value });

  const files = new Map(options.files ?? []);
  const records = fakeRecords({ ...options, files }, changed);
  const become = (next: SessionView['type']): void => {
    type = next;
    changed('session', 'queue', 'cases', 'invitations', 'door', 'directory');
  };
  const recovery = {
    recoveryFile: new ArrayBuffer(64),
    recoveryCode: 'A0A0A B1B1B C2C2C D3D3D E4E4E F5F5F G6G6G H7H7H',
  };

  const organisation = { state: options.organisation };
  const teams = fakeTeams(organisation, changed);
  const view = (): SessionView => {
    if (type === 'empty') return { type, persistent: true };
    if (type === 'locked' || type === 'elsewhere') return { type };
    if (type === 'joining') return { type, as: 'member', words, state: 'waiting' };
    return {
      type: 'open',
      org: hash(1),
      organisation: organisation.state,
      me: { member: me.member, device: me.device },
      administrator: true,
      connection: options.connection ?? 'online',
      progress: options.progress ?? null,
      unsent: records.unsent(),
      alerts,
      recoveryMissing: false,
      teams: teams.mine(),
    };
  };

  const handlers: Handlers = {
    ...records.handlers,
    ...teams.handlers,
    ...fakeLists(now, changed),
    ...fakeBring(now, changed),
    takeCopy: async ({ format }) =>
      yes({ name: 'file.json', bytes: format === 'print' ? null : new ArrayBuffer(8) }),
    ...fakeDevices(now, changed, () => become('joining')),
    ...fakeDirectory(options.directory ?? {}, options.organisation, now, changed),
    session: async () => yes(view()),
    workHere: async () => {
      become('locked');
      return yes(null);
    },
    giveUp: async () => yes(null),
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
      return yes({ ...recovery, wasOld: false });
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
    openFile: async ({ file }) => {
      const opened = files.get(file.blob);
      return opened === undefined
        ? { ok: false, error: { code: 'not-here' } }
        : yes({ ...opened, bytes: opened.bytes.slice(0) });
    },
    door: async () => yes(door),
    passkey: async () => yes(null),
    addPasskey: async () => yes(null),
    removePasskey: async () => yes(null),
    unlockWithPasskey: async () => {
      become('open');
      return yes(null);
    },
    source: async () => yes({ address: 'https://git.example.org/leeward' }),
    call: async () => yes({ available: true, address: calledAt }),
    setCall: async ({ address }) => {
      calledAt = address;
      changed('call');
      return yes(null);
    },
    testCall: async () => yes(null),
    lineIsBack: async () => yes(null),
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
    ...fakeQuestions(changed, options.formsInFiles),
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
    confirmHeldBack: async () => yes(null),
    acceptLate: async () => yes(null),
    compareWords: async () => yes({ words }),
    retry: async () => yes(null),
  };

  const watched = Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      async (args: never) => {
        calls.push({ name, args });
        const failure = failures.get(name);
        failures.delete(name);
        if (failure !== undefined) return { ok: false, error: failure };
        const answer = await (handler as (args: unknown) => Promise<Answer<unknown>>)(args);
        const { record } = args as { readonly record?: string };
        if (answer.ok && name !== 'request') records.given(name, record ?? null);
        return answer;
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
