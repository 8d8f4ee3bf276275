import type { RunningRelay } from '@leeward/relay';
import type {
  Answer,
  CommandName,
  Commands,
  FromWorker,
  SessionView,
} from '@leeward/workspace/desk/contract.ts';
import { createSession } from '@leeward/workspace/desk/session.ts';
import type { DeviceStore } from '@leeward/workspace/desk/store/device-store.ts';
import { memoryStore } from '@leeward/workspace/desk/store/memory-store.ts';
import type { RelayFetch } from './relay-fetch.ts';
import { relayFetch } from './relay-fetch.ts';

/** A desk without a screen: the real session over a store in memory, talking to a real relay. */
export type TestDesk = {
  readonly store: DeviceStore;
  readonly messages: readonly FromWorker[];
  /** Calls a command; a refusal is an error of the test. */
  readonly call: <Name extends CommandName>(
    name: Name,
    args: Commands[Name][0],
  ) => Promise<Commands[Name][1]>;
  /** Calls a command that may be refused. */
  readonly attempt: <Name extends CommandName>(
    name: Name,
    args: Commands[Name][0],
  ) => Promise<Answer<Commands[Name][1]>>;
  /** Waits until what a command answers satisfies. */
  readonly until: <Name extends CommandName>(
    name: Name,
    args: Commands[Name][0],
    satisfied: (value: Commands[Name][1]) => boolean,
  ) => Promise<Commands[Name][1]>;
  readonly stop: () => void;
};

export type DeskOptions = {
  readonly store?: DeviceStore;
  readonly fetch?: RelayFetch;
  readonly now?: () => number;
  /** In milliseconds; how long `until` is patient. */
  readonly patience?: number;
  /** The file of the public directory that came with the desk. */
  readonly directory?: () => Promise<Uint8Array<ArrayBuffer> | null>;
};

export async function openDesk(
  relay: Pick<RunningRelay, 'address' | 'url'>,
  options: DeskOptions = {},
): Promise<TestDesk> {
  const store = options.store ?? memoryStore();
  const messages: FromWorker[] = [];
  const { handlers, stop } = await createSession({
    store,
    origin: relay.url('desk'),
    doorOrigin: relay.url('door'),
    fetch: options.fetch ?? relayFetch(relay.address),
    ...(options.now === undefined ? {} : { now: options.now }),
    ...(options.directory === undefined ? {} : { directory: options.directory }),
    send: (message) => messages.push(message),
  });
  const attempt: TestDesk['attempt'] = (name, args) =>
    (handlers[name] as (given: typeof args) => Promise<Answer<never>>)(args);
  const call: TestDesk['call'] = async (name, args) => {
    const answer = await attempt(name, args);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  };
  return {
    store,
    messages,
    attempt,
    call,
    until: async (name, args, satisfied) => {
      const deadline = Date.now() + (options.patience ?? 20_000);
      for (;;) {
        const answer = await attempt(name, args);
        if (answer.ok && satisfied(answer.value)) return answer.value;
        if (Date.now() > deadline) {
          const shown = JSON.stringify(answer, (_key, value: unknown) =>
            value instanceof Map ? [...value] : value,
          );
          throw new Error(`${name} did not come to what was waited for: ${shown.slice(0, 2000)}`);
        }
        await new Promise((resume) => setTimeout(resume, 50));
      }
    },
    stop,
  };
}

export const passphrase = 'a long synthetic passphrase 7';

/** Founds an organisation at a desk, with one administrator in every team. */
export async function foundAt(
  desk: TestDesk,
  relay: Pick<RunningRelay, 'token'>,
): Promise<SessionView & { type: 'open' }> {
  await desk.call('createOrganisation', {
    token: await relay.token(),
    organisation: 'Synthetic Aid',
    name: 'Officer One',
    passphrase,
  });
  const view = await desk.until(
    'session',
    {},
    (session) => session.type === 'open' && session.connection === 'online',
  );
  if (view.type !== 'open') throw new Error('not open');
  return view;
}

/** The team for a purpose. */
export function teamOf(view: SessionView & { type: 'open' }, purpose: string): string {
  const found = [...view.organisation.teams.values()].find((team) => team.purpose === purpose);
  if (found === undefined) throw new Error(`no team for ${purpose}`);
  return found.team;
}

export const doorTexts = {
  v: 1,
  languages: ['en', 'ar'],
  name: { en: 'Synthetic Aid', ar: 'عون تجريبي' },
  retention: { en: 'We keep what you write for 6 months.', ar: 'نحتفظ بما تكتبه ستة أشهر.' },
  contacts: { en: 'Write to any partner that you trust.', ar: 'اكتب إلى أي شريك تثق به.' },
} as const;
