import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { labelledHash } from '@leeward/sealed-log/crypto/hash.ts';
import { lineIsBack } from '../transport/live.ts';
import { createRelayClient } from '../transport/relay-client.ts';
import { acceptLate } from './accept-late.ts';
import { alertBook } from './alerts.ts';
import { setAnswerHours } from './answer-hours.ts';
import { bringHandlers } from './bring-handlers.ts';
import { careHandlers } from './care-handlers.ts';
import { copyHandlers } from './case-copy.ts';
import { caseHandlers } from './case-handlers.ts';
import { comeBackHandlers } from './come-back-handlers.ts';
import type { Answer, DraftedCommand, Failure, FromWorker, SessionView, Topic } from './contract.ts';
import { conversationHandlers } from './conversation-handlers.ts';
import { deviceHandlers } from './device-handlers.ts';
import { joinAsDevice } from './device-link.ts';
import { deviceIsKnown } from './device-notices.ts';
import { directoryHandlers } from './directory-handlers.ts';
import { directoryId } from './directory-id.ts';
import { doorHandlers } from './door-handlers.ts';
import { draftsOf, dropDraft, keepDraft } from './drafts.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import { openFile } from './files.ts';
import { confirmFork } from './forks.ts';
import { completeFounding, foundOrganisation } from './founding.ts';
import { confirmHeldBack } from './held-back.ts';
import { identityHandlers } from './identity/handlers.ts';
import { isCancelled, join } from './invitations.ts';
import { joinWait } from './join-wait.ts';
import { listHandlers } from './list-handlers.ts';
import { membersHandlers } from './members-handlers.ts';
import type { Surroundings } from './open-engine.ts';
import { openEngine } from './open-engine.ts';
import type { NewItem } from './outbox.ts';
import { discard, keep, tryAgain } from './outbox.ts';
import { isOwner } from './owner.ts';
import { addPasskey, openWithPasskey, passkeyHere, removePasskey } from './passkey.ts';
import { weaknessOf } from './passphrase.ts';
import { patternsView } from './patterns-view.ts';
import { questionsHandlers } from './questions-handlers.ts';
import { hasNoRecoveryFile, makeRecoveryFile, useRecoveryFile } from './recovery-file.ts';
import { requestHandlers } from './request-handlers.ts';
import { setRiskMatrix } from './risk-matrix.ts';
import type { Handlers } from './rpc.ts';
import { searchView, startSearch } from './search.ts';
import { sheetHandlers } from './sheet-handlers.ts';
import type { Signatures } from './signatures.ts';
import { sixWords } from './six-words.ts';
import type { DeviceStore } from './store/device-store.ts';
import { follow, syncOnce } from './sync.ts';
import { teamHandlers } from './team-handlers.ts';
import { noteRight, noteWrong, waitingUntil } from './tries.ts';
import { dismissTrouble } from './troubles.ts';
import type { Vault } from './vault.ts';
import { comesAsDevice, openVault } from './vault.ts';
import { setVerificationTerms } from './verification-terms.ts';
import { sessionView, textOf } from './views.ts';

export type SessionOptions = {
  readonly store: DeviceStore;
  /** The desk's own origin, as the address bar says it. */
  readonly origin: string;
  /** Where the door is served, for its link. */
  readonly doorOrigin: string;
  /** Where the relay is reached, when not at the origin; for tests. */
  readonly base?: string;
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  readonly now?: () => number;
  /** The file of the public directory that came with the desk; null where it could not be had. */
  readonly directory?: () => Promise<Bytes | null>;
  /** Somebody who judges signatures beside the session. */
  readonly signatures?: Signatures;
  readonly send: (message: FromWorker) => void;
};

type State =
  | { readonly type: 'empty'; readonly ended?: 'by-others' | 'by-owner' }
  | { readonly type: 'locked' }
  | { readonly type: 'joining'; readonly vault: Vault; readonly words: readonly string[]; cancelled: boolean }
  /** `sync` asks for a round soon; however often it is asked, one waits. */
  | { readonly type: 'open'; readonly engine: Engine; readonly sync: () => void };

const no = <T>(error: Failure): Answer<T> => ({ ok: false, error });
const yes = <T>(value: T): Answer<T> => ({ ok: true, value });
const done = yes(null);

/** A session: what the worker answers with. Everything that touches the engine runs one after the other. */
export async function createSession(
  options: SessionOptions,
): Promise<{ readonly handlers: Handlers; readonly stop: () => void }> {
  const { store, origin, doorOrigin } = options;
  const now = options.now ?? Date.now;
  let state: State = (await store.get('vault')) === null ? { type: 'empty' } : { type: 'locked' };
  let ending = new AbortController();
  let queue: Promise<unknown> = Promise.resolve();

  const exclusively = <T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.then(work, work);
    queue = next.catch(() => undefined);
    return next;
  };
  let keeping: Promise<unknown> = Promise.resolve();
  /** Acts of a person are kept in their order, and never wait for a relay that does not answer (fault 14). */
  const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
    const next = keeping.then(work, work);
    keeping = next.catch(() => undefined);
    return next;
  };

  let pendingTopics = new Set<Topic>();
  /** The directory is a record as well; screens know it by its own name. */
  let directoryTopic: Topic | null = null;
  const announce = (...topics: readonly Topic[]): void => {
    if (pendingTopics.size === 0)
      queueMicrotask(() => {
        const changed = [...pendingTopics];
        pendingTopics = new Set();
        options.send({ changed });
      });
    for (const topic of topics) pendingTopics.add(topic === directoryTopic ? 'directory' : topic);
  };

  const around = (): Surroundings => ({
    store,
    client: createRelayClient({
      origin,
      ...(options.base === undefined ? {} : { base: options.base }),
      ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
    }),
    alerts: alertBook(now, () => announce('session')),
    now,
    announce,
    report: (of, doneSoFar, total) => options.send({ progress: { of, done: doneSoFar, total } }),
    stopping: ending.signal,
    ...(options.signatures === undefined ? {} : { signatures: options.signatures }),
  });

  /** This device has ended: what it holds goes, at once and without a question (fault 61). */
  const forgetHere = async (ended: 'by-others' | 'by-owner'): Promise<void> => {
    ending.abort();
    ending = new AbortController();
    await store.wipe();
    state = { type: 'empty', ended };
    announce('session', 'queue', 'cases', 'directory');
  };

  const begin = (engine: Engine): void => {
    // Founding goes before the first round: until there are teams there is nothing to bring.
    void exclusively(() => completeFounding(engine));
    state = { type: 'open', engine, sync: follow(engine, exclusively, () => forgetHere('by-others')) };
    startSearch(engine);
    engine.alerts.raise('recoveryNone');
    void directoryId(engine).then((id) => {
      directoryTopic = `record:${id}`;
    });
    void store.persistent().then((persistent) => {
      if (!persistent) engine.alerts.raise('storageMayBeEvicted');
    });
    announce('session', 'queue', 'cases', 'door', 'invitations', 'directory');
  };

  /** Something that needs an open session. */
  const opened = async <T>(
    work: (engine: Engine, sync: () => void) => Promise<Answer<T>>,
  ): Promise<Answer<T>> => (state.type === 'open' ? work(state.engine, state.sync) : no({ code: 'locked' }));

  /** An act of a person: kept first, then on its way in the background. */
  const act = (items: (engine: Engine) => Promise<Answer<readonly NewItem[]>>): Promise<Answer<null>> =>
    opened(async (engine, sync) => {
      const wanted = await items(engine);
      if (!wanted.ok) return wanted;
      await inOrder(() => keep(engine, wanted.value));
      sync();
      return done;
    });

  /** A command with a form: what was kept of the form goes only once the command is given, and never before. */
  const given = async <T>(
    command: DraftedCommand,
    record: string | null,
    answer: Promise<Answer<T>>,
  ): Promise<Answer<T>> => {
    const answered = await answer;
    if (!answered.ok || state.type !== 'open') return answered;
    const { engine } = state;
    await inOrder(() => dropDraft(engine, command, record));
    return answered;
  };

  const checkJoining = async (began: number): Promise<void> => {
    if (state.type !== 'joining' || state.cancelled) return;
    const { vault } = state;
    const engine = await openEngine(around(), vault);
    if (engine.ok) {
      // The vault keeps `joining` until the next passphrase is typed; the log says more truly that we are in.
      begin(engine.value);
    } else if (await isCancelled(around(), vault)) {
      state.cancelled = true;
      announce('session');
    } else setTimeout(() => void checkJoining(began), joinWait(now() - began));
  };

  const openWith = async (vault: Vault): Promise<Answer<null>> => {
    await noteRight(store);
    const engine = await openEngine(around(), vault);
    if (engine.ok) begin(engine.value);
    else if (vault.joining !== null) {
      const words = textOf(await store.get('join-words')).split(' ');
      state = { type: 'joining', vault, words, cancelled: false };
      void checkJoining(now());
    } else return no({ code: engine.error === 'offline' ? 'offline' : 'broken-file' });
    announce('session');
    return done;
  };

  /** Comes to an organisation by a link: as a member, or as a further device of one. */
  const come = async (
    passphrase: string,
    open: (
      from: Surroundings,
    ) => Promise<Answer<{ readonly words: readonly string[]; readonly vault: Vault }>>,
  ): Promise<Answer<{ readonly words: readonly string[] }>> => {
    const weak = weaknessOf(passphrase);
    if (weak !== null) return no({ code: 'weak-passphrase', why: weak });
    const answer = await exclusively(() => open(around()));
    if (!answer.ok) return answer;
    const { words, vault } = answer.value;
    state = { type: 'joining', vault, words, cancelled: false };
    announce('session');
    void checkJoining(now());
    return yes({ words });
  };

  const view = async (): Promise<SessionView> => {
    switch (state.type) {
      case 'empty':
        return {
          type: 'empty',
          persistent: await store.persistent(),
          ...(state.ended === 'by-others' ? { wasEnded: true as const } : {}),
          ...(state.ended === 'by-owner' ? { endedItself: true as const } : {}),
        };
      case 'locked':
        return { type: 'locked' };
      case 'joining':
        return {
          type: 'joining',
          as: comesAsDevice(state.vault) ? 'device' : 'member',
          words: state.words,
          state: state.cancelled ? 'cancelled' : 'waiting',
        };
      case 'open':
        return sessionView(state.engine, await hasNoRecoveryFile(state.engine));
    }
  };

  const handlers: Handlers = {
    ...requestHandlers({ opened, inOrder, act, given }),
    ...conversationHandlers({ opened, inOrder, act, given, now }),
    ...doorHandlers({ opened, exclusively, given, doorOrigin }),
    ...questionsHandlers({ opened, exclusively, act, given, doorOrigin }),
    ...membersHandlers({ opened, exclusively, given, origin }),
    ...careHandlers({ opened, inOrder, act, given }),
    ...caseHandlers({ opened, inOrder, act, given }),
    ...listHandlers({ opened, inOrder, given }),
    ...teamHandlers({ opened, exclusively, given, act }),
    ...bringHandlers({ opened, inOrder }),
    ...copyHandlers({ opened, inOrder }),
    ...directoryHandlers({ opened, inOrder, given, builtIn: options.directory ?? (async () => null) }),
    ...comeBackHandlers({ act, given, opened, exclusively }),
    ...sheetHandlers({ opened, inOrder, given, doorOrigin }),
    ...deviceHandlers({ opened, exclusively, origin, forget: () => forgetHere('by-owner') }),
    ...identityHandlers({ opened, inOrder, act, given }),
    session: async () => yes(await view()),
    // Of windows, only whoever serves a session to one of them knows more (worker.ts).
    workHere: async () => done,
    giveUp: async () => done,

    createOrganisation: async ({ token, organisation, name, passphrase }) => {
      const weak = weaknessOf(passphrase);
      if (weak !== null) return no({ code: 'weak-passphrase', why: weak });
      return exclusively(async () => {
        const engine = await foundOrganisation(around(), { token, organisation, name, passphrase });
        if (!engine.ok) return engine;
        const file = await makeRecoveryFile(engine.value);
        begin(engine.value);
        return file;
      });
    },

    unlock: ({ passphrase }) =>
      exclusively(async () => {
        if (state.type === 'open') return done;
        const until = await waitingUntil(store, now());
        if (until !== null) return no({ code: 'wait', until });
        const vault = await openVault(store, passphrase);
        if (vault.ok) return openWith(vault.value);
        if (vault.error === 'damaged') return no({ code: 'broken-file' });
        await noteWrong(store, now());
        return no({ code: 'wrong-passphrase' });
      }),
    unlockWithPasskey: ({ secret }) =>
      exclusively(async () => {
        if (state.type === 'open') return done;
        const vault = await openWithPasskey(store, new Uint8Array(secret));
        return vault === null ? no({ code: 'wrong-passkey' }) : openWith(vault);
      }),
    passkey: async () => {
      const found = await passkeyHere(store);
      if (found === null) return yes(null);
      return yes({ credential: found.credential.slice().buffer, salt: found.salt.slice().buffer });
    },
    addPasskey: ({ credential, salt, secret, passphrase }) =>
      opened(async (engine) => {
        const right = await isOwner(engine, { passphrase });
        if (!right.ok) return right;
        const passkey = {
          credential: new Uint8Array(credential),
          salt: new Uint8Array(salt),
          secret: new Uint8Array(secret),
        };
        await addPasskey(store, engine.vault, passkey);
        announce('passkey');
        return done;
      }),
    removePasskey: () =>
      opened(async () => {
        await removePasskey(store);
        announce('passkey');
        return done;
      }),

    lock: async () => {
      ending.abort();
      ending = new AbortController();
      if (state.type === 'open' || state.type === 'joining') state = { type: 'locked' };
      announce('session');
      return done;
    },

    openRecoveryFile: ({ file, code, passphrase }) => {
      const weak = weaknessOf(passphrase);
      if (weak !== null) return Promise.resolve(no({ code: 'weak-passphrase', why: weak }));
      return exclusively(async () => {
        const used = await useRecoveryFile(around(), file, code, passphrase);
        if (!used.ok) return used;
        begin(used.value.engine);
        return yes(used.value.next);
      });
    },
    makeRecoveryFile: () => opened((engine) => exclusively(() => makeRecoveryFile(engine))),

    wipe: async () => {
      ending.abort();
      ending = new AbortController();
      await store.wipe();
      state = { type: 'empty' };
      announce('session');
      return done;
    },

    join: ({ link, name, passphrase }) => come(passphrase, (from) => join(from, link, name, passphrase)),
    joinAsDevice: ({ link, name, passphrase }) =>
      come(passphrase, (from) => joinAsDevice(from, link, name, passphrase)),
    drafts: () => opened(async (engine) => yes(await inOrder(() => draftsOf(engine)))),
    keepDraft: (draft) =>
      opened(async (engine) => {
        const kept = await inOrder(() => keepDraft(engine, draft)).then(
          () => true,
          () => false,
        );
        return kept ? done : no({ code: 'no-space' });
      }),

    search: (query) => opened(async (engine) => yes(searchView(engine, query))),
    patterns: () => opened(async (engine) => yes(patternsView(engine))),

    openFile: ({ record, file }) => opened((engine) => openFile(engine, record, file)),
    setAnswerHours: (wanted) => opened((engine) => exclusively(() => setAnswerHours(engine, wanted))),
    setVerificationTerms: (wanted) =>
      opened((engine) => exclusively(() => setVerificationTerms(engine, wanted))),
    setRiskMatrix: (wanted) => opened((engine) => exclusively(() => setRiskMatrix(engine, wanted))),
    source: () =>
      opened(async ({ client, stopping }) => {
        const address = await client.source(stopping);
        return address.ok ? yes({ address: address.value }) : no({ code: 'offline' });
      }),
    lineIsBack: async () => {
      lineIsBack();
      if (state.type === 'open') state.sync();
      return done;
    },
    dismissAlert: ({ id }) =>
      opened(async (engine) => {
        await dismissTrouble(engine, id);
        await deviceIsKnown(engine, id);
        engine.alerts.dismiss(id);
        return done;
      }),
    confirmFork: ({ record }) =>
      opened((engine) =>
        exclusively(async () => {
          const confirmed = await confirmFork(engine, record);
          if (confirmed.ok) await syncOnce(engine);
          return confirmed;
        }),
      ),
    confirmHeldBack: () =>
      opened(async (engine, sync) => {
        await inOrder(() => confirmHeldBack(engine));
        sync();
        return done;
      }),
    acceptLate: ({ record, entry }) =>
      opened((engine) => exclusively(() => acceptLate(engine, record, entry))),
    compareWords: () =>
      opened(async (engine) => {
        const { hashes } = engine.organisation.skeleton;
        const head = hashes.at(-1) ?? new Uint8Array(32);
        return yes({ words: await sixWords(await labelledHash('head words', orgOf(engine), head)) });
      }),
    retry: ({ action }) =>
      opened(async (engine, sync) => {
        await inOrder(() => tryAgain(engine, action));
        sync();
        return done;
      }),
    discardPending: ({ action }) =>
      opened(async (engine, sync) => {
        await inOrder(() => discard(engine, action));
        // What it kept back goes out now, and not with the next round.
        sync();
        return done;
      }),
  };
  return { handlers, stop: () => ending.abort() };
}
