import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import {
  type Seen,
  type Wanted,
  wantAddition,
  wantChange,
  wantCheck,
  wantConfirmation,
  wantLocalChange,
  wantTold,
} from '../directory/acts.ts';
import { buildAct, type DirectoryAct } from '../directory/build.ts';
import type { DirectoryCommands, Proposed, ReleaseRead } from '../directory/contract.ts';
import { exportDirectory } from '../directory/export.ts';
import { shownDirectory } from '../directory/overlay.ts';
import {
  compareRelease,
  noRelease,
  parseRelease,
  type ReadRelease,
  releaseAtMost,
} from '../directory/release-file.ts';
import { dayOf } from '../directory/today.ts';
import { type DirectorySituation, directoryView, mechanismHistory } from '../directory/view.ts';
import type { Answer, DraftedCommand } from './contract.ts';
import { directoryId } from './directory-id.ts';
import { directoryItems, directoryPending, directoryState } from './directory-record.ts';
import { type OnShelf, releaseShelf } from './directory-release.ts';
import type { Engine } from './engine.ts';
import { actorOf, organisationNow } from './engine.ts';
import { uploadFiles } from './files.ts';
import { keep } from './outbox.ts';
import type { Handlers } from './rpc.ts';
import { heldBy } from './troubles.ts';

/** What the session lends to the commands of the directory. */
export type DirectoryTools = {
  readonly opened: <T>(work: (engine: Engine, sync: () => void) => Promise<Answer<T>>) => Promise<Answer<T>>;
  readonly inOrder: <T>(work: () => Promise<T>) => Promise<T>;
  readonly given: <T>(
    command: DraftedCommand,
    record: string | null,
    answer: Promise<Answer<T>>,
  ) => Promise<Answer<T>>;
  /** The file of the public release that came with the desk; null where it came with none. */
  readonly builtIn: () => Promise<Bytes | null>;
};

type Stand = OnShelf & DirectorySituation & { readonly record: string };

/** Answers the commands of the directory. */
export function directoryHandlers(tools: DirectoryTools): Pick<Handlers, keyof DirectoryCommands> {
  const { opened, inOrder, given } = tools;
  const shelf = releaseShelf(tools.builtIn);

  const stand = async (engine: Engine): Promise<Stand> => {
    const state = await directoryState(engine);
    const { members } = organisationNow(engine);
    return {
      ...(await shelf.inUse(engine, state)),
      record: await directoryId(engine),
      state,
      actor: actorOf(engine),
      today: dayOf(engine.now()),
      nameOf: (member) => members.get(member)?.name ?? '',
    };
  };

  const seenBy = async (engine: Engine): Promise<Seen> => {
    const { release, state, today, nameOf } = await stand(engine);
    return {
      shown: shownDirectory(release, state, today, nameOf),
      release,
      state,
      today,
      random: (digits) => toHex(randomBytes(digits / 2)),
    };
  };

  /** Makes an act of what was typed, asks the rules, keeps it, and sends it in the background. */
  const doing = <T>(want: (seen: Seen) => Wanted<T>): Promise<Answer<T>> =>
    opened<T>(async (engine, sync) => {
      const seen = await seenBy(engine);
      const wanted = want(seen);
      if (wanted.type === 'answer') return { ok: true, value: wanted.answer };
      if (wanted.type === 'refused') return refused(wanted.refusal);
      const allowed = buildAct(seen.state, actorOf(engine), wanted.act);
      if (!allowed.ok) return refused(allowed.error);
      const items = await directoryItems(engine, wanted.act);
      await inOrder(() => keep(engine, items));
      engine.announce('directory');
      sync();
      return { ok: true, value: wanted.answer };
    });

  const simply = (act: DirectoryAct): Promise<Answer<null>> =>
    doing(() => ({ type: 'act', act, answer: null }));

  /** A form goes once its command was taken, and stays as it is where something is wrong with it. */
  const form = async (
    command: DraftedCommand,
    record: string | null,
    answer: Promise<Answer<Proposed>>,
  ): Promise<Answer<Proposed>> => {
    const answered = await answer;
    return answered.ok && answered.value.type !== 'kept'
      ? answered
      : given(command, record, Promise.resolve(answered));
  };

  const readFile = async (
    engine: Engine,
    file: File,
  ): Promise<{ readonly report: ReleaseRead; readonly bytes: Bytes; readonly read: ReadRelease | null }> => {
    const nothing = new Uint8Array(0);
    if (file.size > releaseAtMost)
      return { report: noRelease('too-large', '', ''), bytes: nothing, read: null };
    const bytes = new Uint8Array(await file.arrayBuffer());
    const read = await parseRelease(bytes);
    const { release, use, state, today } = await stand(engine);
    if (!read.ok) return { report: { ...read.error, inUse: use?.version ?? '' }, bytes, read: null };
    const inUse = release === null || use === null ? null : { release, use };
    return { report: compareRelease(read.value, inUse, state, today), bytes, read: read.value };
  };

  const importRelease = async (
    engine: Engine,
    sync: () => void,
    { file, hash }: DirectoryCommands['importRelease'][0],
  ): Promise<Answer<ReleaseRead>> => {
    const { report, bytes, read } = await readFile(engine, file);
    if (read === null || report.type === 'no-release') return { ok: true, value: report };
    const { version } = read.release;
    if (read.hash !== hash)
      return {
        ok: true,
        value: noRelease('another-file', read.hash, version, [], report.replaces?.version ?? ''),
      };
    const act = (blob: string): DirectoryAct => ({
      command: 'importRelease',
      release: { version, hash, blob },
    });
    const allowed = buildAct(await directoryState(engine), actorOf(engine), act(hash));
    if (!allowed.ok) return refused(allowed.error);
    if (engine.connection === 'offline') return { ok: false, error: { code: 'offline' } };
    // Its own name: the one that it had on somebody's disk is nobody's business.
    const named = new File([bytes], `directory-${version}.json`, { type: 'application/json' });
    const sent = await uploadFiles(engine, null, [named]);
    if (!sent.ok) return sent;
    await shelf.keep(engine, bytes, read);
    const items = await directoryItems(engine, act(sent.value.blobs[0] ?? ''), sent.value);
    await inOrder(() => keep(engine, items));
    engine.announce('directory');
    sync();
    return { ok: true, value: report };
  };

  return {
    directory: () =>
      opened(async (engine) => {
        const { waitingFor, record, ...situation } = await stand(engine);
        const pending = directoryPending(engine, record, situation.state);
        const stopped = heldBy(engine, record);
        return { ok: true, value: directoryView(situation, { waitingFor, pending, stopped }) };
      }),
    mechanismHistory: ({ mechanism }) =>
      opened(async (engine) => ({ ok: true, value: mechanismHistory(await stand(engine), mechanism) })),
    proposeChange: (args) =>
      form(
        'proposeChange',
        args.mechanism,
        doing((seen) => wantChange(seen, args)),
      ),
    confirmChange: (args) => doing((seen) => wantConfirmation(seen, args)),
    refuseChange: ({ proposal, reason }) =>
      given('refuseChange', proposal, simply({ command: 'refuseChange', proposal, reason })),
    withdrawChange: ({ proposal }) => simply({ command: 'withdrawChange', proposal }),
    checkMechanism: (args) =>
      given(
        'checkMechanism',
        args.mechanism,
        doing((seen) => wantCheck(seen, args)),
      ),
    addMechanism: (args) =>
      form(
        'addMechanism',
        null,
        doing((seen) => wantAddition(seen, args)),
      ),
    changeMechanism: (args) =>
      form(
        'changeMechanism',
        args.mechanism,
        doing((seen) => wantLocalChange(seen, args)),
      ),
    withdrawMechanism: ({ mechanism, reason }) =>
      given('withdrawMechanism', mechanism, simply({ command: 'withdrawMechanism', mechanism, reason })),
    noteTold: (args) =>
      given(
        'noteTold',
        args.mechanism,
        doing((seen) => wantTold(seen, args)),
      ),
    keepProgramme: ({ event, form: draft }) =>
      given(draft as DraftedCommand, null, simply({ command: 'keepProgramme', event })),
    readRelease: ({ file }) =>
      opened(async (engine) => ({ ok: true, value: (await readFile(engine, file)).report })),
    importRelease: (args) => opened((engine, sync) => importRelease(engine, sync, args)),
    exportDirectory: (args) =>
      opened(async (engine) => {
        const { release, use, state, today, nameOf } = await stand(engine);
        const { entries } = shownDirectory(release, state, today, nameOf);
        return { ok: true, value: await exportDirectory(entries, use, today, args) };
      }),
  };
}

const refused = (
  refusal: Extract<Wanted<never>, { readonly type: 'refused' }>['refusal'],
): Answer<never> => ({
  ok: false,
  error: { code: 'refused', refusal },
});
