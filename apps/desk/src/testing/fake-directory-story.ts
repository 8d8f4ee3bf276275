import type { FullRelease } from '@leeward/directory/release.ts';
import { type DirectoryState, emptyDirectory, foldDirectory } from '@leeward/domain/directory/state.ts';
import type { Actor } from '@leeward/domain/shared/context.ts';
import { at, id } from '@leeward/domain/testing/people.ts';
import type { FakeDirectory } from './fake-directory.ts';
import { withProgrammes } from './fake-trust-story.ts';
import { me, second } from './fake-world.ts';

/*
 * What happened in a made-up organisation's directory, over the true entries: somebody changed an address and waits for
 * a second person, something is closed, something is due, something is only theirs.
 */

/** Entries whose last reading is made old here, so that the list of checks has something in it. */
const old = 6;

export function sampleDirectory(name: string, release: FullRelease): FakeDirectory {
  if (name === 'bare') return {};
  const entries = release.entries.map((entry, index) =>
    index < old ? { ...entry, readOn: '2026-03' } : index < 2 * old ? { ...entry, readOn: '2026-05' } : entry,
  );
  const aged = { ...release, entries };
  const state = story(aged);
  return { release: aged, state: name === 'trust' ? withProgrammes(state) : state };
}

function story(release: FullRelease): DirectoryState {
  const entries = release.entries.slice(20);
  const [moved, quiet, shut, told, edited] = entries;
  if (
    moved === undefined ||
    quiet === undefined ||
    shut === undefined ||
    told === undefined ||
    edited === undefined
  )
    return emptyDirectory;
  const from = { source: 'https://sample.example/page', sourceDate: '2026-11-02', note: '' };
  const steps: readonly (readonly [Actor, unknown])[] = [
    [
      second,
      {
        type: 'ChangeProposed',
        v: 1,
        proposal: id(8001),
        mechanism: moved.id,
        changes: [
          {
            field: 'link.url',
            base: moved.link.url,
            value: 'https://sample.example/new-address',
            replaces: [],
          },
        ],
        ...from,
        note: 'The old address leads elsewhere now.',
      },
    ],
    [
      second,
      {
        type: 'MechanismChecked',
        v: 1,
        mechanism: quiet.id,
        on: '2026-11-10',
        outcome: 'unchanged',
        source: quiet.link.url,
      },
    ],
    [
      me,
      {
        type: 'MechanismChecked',
        v: 1,
        mechanism: moved.id,
        on: '2026-11-12',
        outcome: 'not_reachable',
        source: moved.link.url,
      },
    ],
    [
      me,
      {
        type: 'ChangeProposed',
        v: 1,
        proposal: id(8002),
        mechanism: shut.id,
        changes: [{ field: 'state.is', base: shut.state.is, value: 'paused', replaces: [] }],
        ...from,
      },
    ],
    [me, { type: 'ProposalConfirmed', v: 1, proposal: id(8002) }],
    [
      me,
      {
        type: 'AnswerTold',
        v: 1,
        mechanism: told.id,
        condition: 'takes-families',
        answer: 'yes',
        on: '2026-11-15',
        source: 'A colleague there, by phone',
      },
    ],
    [
      second,
      {
        type: 'LocalAdded',
        v: 1,
        proposal: id(8003),
        mechanism: 'local-0000000000000001',
        entry: {
          ...edited,
          id: 'local-0000000000000001',
          name: 'Sample flat of a friend of the house',
          organisation: 'Sample organisation',
          otherNames: [],
          summary: { text: 'A room for some weeks, for people whom a colleague knows.', language: 'en' },
          checked: null,
          mended: [],
          sources: ['A colleague'],
        },
        source: 'A colleague',
        sourceDate: '2026-11-01',
        note: '',
      },
    ],
  ];
  return steps.reduce(
    (state, [actor, event], index) =>
      foldDirectory(state, event, {
        ...at(94_000 + index, actor),
        claimedTime: Date.UTC(2026, 10, 16 + (index % 4)),
      }),
    emptyDirectory,
  );
}
