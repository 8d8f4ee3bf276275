import type { FullRelease } from '@leeward/directory/release.ts';
import { type DirectoryState, emptyDirectory, foldDirectory } from '@leeward/domain/directory/state.ts';
import type { OrganisationState } from '@leeward/domain/organisation/state.ts';
import { at } from '@leeward/domain/testing/people.ts';
import type { Answer, Topic } from '@leeward/workspace/desk/contract.ts';
import type { Handlers } from '@leeward/workspace/desk/rpc.ts';
import {
  type Seen,
  type Wanted,
  wantAddition,
  wantChange,
  wantCheck,
  wantConfirmation,
  wantLocalChange,
  wantTold,
} from '@leeward/workspace/directory/acts.ts';
import { buildAct, type DirectoryAct } from '@leeward/workspace/directory/build.ts';
import type {
  DirectoryCommands,
  DirectoryPending,
  ReleaseInUse,
  ReleaseRead,
} from '@leeward/workspace/directory/contract.ts';
import { exportDirectory } from '@leeward/workspace/directory/export.ts';
import { shownDirectory } from '@leeward/workspace/directory/overlay.ts';
import { compareRelease, parseRelease, type ReadRelease } from '@leeward/workspace/directory/release-file.ts';
import { dayOf } from '@leeward/workspace/directory/today.ts';
import { directoryView, mechanismHistory } from '@leeward/workspace/directory/view.ts';
import { me } from './fake-world.ts';

/** What the directory of a fake session starts with. */
export type FakeDirectory = {
  /** The release that came with the desk; without one there is none. */
  readonly release?: FullRelease;
  readonly state?: DirectoryState;
  /** Acts that never leave this desk: to show "kept here", "sent", "refused". */
  readonly pending?: readonly DirectoryPending[];
  readonly stopped?: string;
};

/** The commands of the directory over the very rules and views of the real session; every act stands at once. */
export function fakeDirectory(
  options: FakeDirectory,
  organisation: OrganisationState,
  now: () => number,
  changed: (...topics: readonly Topic[]) => void,
): Pick<Handlers, keyof DirectoryCommands> {
  let state = options.state ?? emptyDirectory;
  let entry = 95_000;
  let imported: { readonly read: ReadRelease; readonly use: ReleaseInUse } | null = null;

  const inUse = (): { readonly release: FullRelease | null; readonly use: ReleaseInUse | null } => {
    if (imported !== null) return { release: imported.read.release, use: imported.use };
    const { release } = options;
    if (release === undefined) return { release: null, use: null };
    const { version, entries } = release;
    const use = {
      version,
      hash: 'ab'.repeat(32),
      from: 'built-in',
      count: entries.length,
      imported: null,
    } as const;
    return { release, use };
  };
  const situation = () => ({
    ...inUse(),
    state,
    actor: me,
    today: dayOf(now()),
    nameOf: (member: string) => organisation.members.get(member)?.name ?? '',
  });
  const seen = (): Seen => {
    const { release, today, nameOf } = situation();
    return {
      shown: shownDirectory(release, state, today, nameOf),
      release,
      state,
      today,
      random: (digits) => {
        entry += 1;
        return entry.toString(16).padStart(digits, '0');
      },
    };
  };
  const doing = async <T>(want: (seen: Seen) => Wanted<T>): Promise<Answer<T>> => {
    const wanted = want(seen());
    if (wanted.type === 'answer') return { ok: true, value: wanted.answer };
    if (wanted.type === 'refused') return { ok: false, error: { code: 'refused', refusal: wanted.refusal } };
    const allowed = buildAct(state, me, wanted.act);
    if (!allowed.ok) return { ok: false, error: { code: 'refused', refusal: allowed.error } };
    entry += 1;
    for (const [index, event] of allowed.value.entries())
      state = foldDirectory(state, event, { ...at(entry, me), index, claimedTime: now() });
    changed('directory');
    return { ok: true, value: wanted.answer };
  };
  const simply = (act: DirectoryAct): Promise<Answer<null>> =>
    doing(() => ({ type: 'act', act, answer: null }));

  const readFile = async (
    file: File,
  ): Promise<{ readonly report: ReleaseRead; readonly read: ReadRelease | null }> => {
    const parsed = await parseRelease(new Uint8Array(await file.arrayBuffer()));
    const { release, use, today } = situation();
    if (!parsed.ok) return { report: { ...parsed.error, inUse: use?.version ?? '' }, read: null };
    const before = release === null || use === null ? null : { release, use };
    return { report: compareRelease(parsed.value, before, state, today), read: parsed.value };
  };

  return {
    directory: async () => ({
      ok: true,
      value: directoryView(situation(), {
        waitingFor: null,
        pending: options.pending ?? [],
        stopped: options.stopped ?? null,
      }),
    }),
    mechanismHistory: async ({ mechanism }) => ({
      ok: true,
      value: mechanismHistory(situation(), mechanism),
    }),
    proposeChange: (args) => doing((before) => wantChange(before, args)),
    confirmChange: (args) => doing((before) => wantConfirmation(before, args)),
    refuseChange: ({ proposal, reason }) => simply({ command: 'refuseChange', proposal, reason }),
    withdrawChange: ({ proposal }) => simply({ command: 'withdrawChange', proposal }),
    checkMechanism: (args) => doing((before) => wantCheck(before, args)),
    addMechanism: (args) => doing((before) => wantAddition(before, args)),
    changeMechanism: (args) => doing((before) => wantLocalChange(before, args)),
    withdrawMechanism: ({ mechanism, reason }) => simply({ command: 'withdrawMechanism', mechanism, reason }),
    noteTold: (args) => doing((before) => wantTold(before, args)),
    keepProgramme: ({ event }) => simply({ command: 'keepProgramme', event }),
    readRelease: async ({ file }) => ({ ok: true, value: (await readFile(file)).report }),
    importRelease: async ({ file }) => {
      const { report, read } = await readFile(file);
      if (read === null || report.type === 'no-release') return { ok: true, value: report };
      const { version, entries } = read.release;
      const by = { by: me.member, claimedTime: now() };
      const use = {
        version,
        hash: read.hash,
        from: 'imported',
        count: entries.length,
        imported: by,
      } as const;
      imported = { read, use };
      changed('directory');
      return { ok: true, value: report };
    },
    exportDirectory: async (args) => {
      const { use, today } = situation();
      return { ok: true, value: await exportDirectory(seen().shown.entries, use, today, args) };
    },
  };
}
