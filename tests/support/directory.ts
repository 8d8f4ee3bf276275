import type { Mechanism } from '@leeward/directory/mechanism.ts';
import type { FullRelease } from '@leeward/directory/release.ts';
import { door } from '@leeward/directory/testing/entries.ts';
import type { Answer } from '@leeward/workspace/desk/contract.ts';
import { directoryHandlers } from '@leeward/workspace/desk/directory-handlers.ts';
import type { DirectoryCommands } from '@leeward/workspace/directory/contract.ts';
import type { EngineDesk } from './engine-desk.ts';

/** A plainly synthetic mechanism. */
export const mechanism = (id: string, other: Partial<Mechanism> = {}): Mechanism => ({
  ...door({ id, name: `Synthetic ${id}`, readOn: '2025-12', ...other }),
  sources: ['https://example.org'],
  mended: [],
  ...other,
});

/** A release of such mechanisms. */
export const releaseOf = (version: string, entries: readonly Mechanism[]): FullRelease => ({
  format: 'leeward-directory/1',
  version,
  entries: [...entries],
});

export const asFile = (release: FullRelease): File =>
  new File([JSON.stringify(release)], 'a name of somebody’s disk.json');

/** The directory's commands at a desk without clockwork: an act is kept, and sent when the test says so. */
export type DirectoryDesk = {
  readonly call: <Name extends keyof DirectoryCommands>(
    name: Name,
    args: DirectoryCommands[Name][0],
  ) => Promise<DirectoryCommands[Name][1]>;
  readonly attempt: <Name extends keyof DirectoryCommands>(
    name: Name,
    args: DirectoryCommands[Name][0],
  ) => Promise<Answer<DirectoryCommands[Name][1]>>;
};

/** @param builtIn the release that came with the desk */
export function directoryAt(desk: EngineDesk, builtIn: FullRelease | null): DirectoryDesk {
  const bytes = builtIn === null ? null : new TextEncoder().encode(JSON.stringify(builtIn));
  const handlers = directoryHandlers({
    opened: (work) => work(desk.engine, () => undefined),
    inOrder: (work) => work(),
    given: (_command, _record, answer) => answer,
    builtIn: async () => bytes,
  });
  const attempt: DirectoryDesk['attempt'] = (name, args) =>
    (handlers[name] as (given: typeof args) => Promise<Answer<never>>)(args);
  return {
    attempt,
    call: async (name, args) => {
      const answer = await attempt(name, args);
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
      return answer.value;
    },
  };
}
