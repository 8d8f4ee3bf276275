import type { Mechanism } from '@leeward/directory/mechanism.ts';
import type { FullRelease } from '@leeward/directory/release.ts';
import { door } from '@leeward/directory/testing/entries.ts';
import type { DirectoryState } from '@leeward/domain/directory/state.ts';
import { emptyDirectory, foldDirectory } from '@leeward/domain/directory/state.ts';
import type { Actor } from '@leeward/domain/shared/context.ts';
import { at, colleague } from '@leeward/domain/testing/people.ts';
import { type Seen, wantChange, wantCheck } from '../acts.ts';
import { buildAct } from '../build.ts';
import { fieldOf } from '../fields.ts';
import { shownDirectory } from '../overlay.ts';

export const officer = colleague(1, 'officer');
export const second = colleague(2, 'officer');
export const today = '2026-11-21';
export const source = { source: 'https://example.org/news', sourceDate: '2026-11-02', note: '' };
export const nameOf = (member: string) => (member === officer.member ? 'Officer One' : 'Officer Two');

/** A whole synthetic mechanism. */
export const full = (narrower: Partial<Mechanism>): Mechanism => ({
  ...door({ readOn: '2026-10', ...narrower }),
  sources: ['https://example.org'],
  mended: [],
});
export const release = (version: string, ...entries: readonly Mechanism[]): FullRelease => ({
  format: 'leeward-directory/1',
  version,
  entries: [...entries],
});
export const shipped = release('2026.10.0', full({ id: 'a-fund' }), full({ id: 'b-fund' }));

/** An organisation that acts through the forms of its desks, one act after the other. */
export function organisation(
  under: FullRelease | null = shipped,
  state: DirectoryState = emptyDirectory,
  entry = 1,
) {
  const shown = shownDirectory(under, state, today, nameOf);
  const seen: Seen = {
    shown,
    release: under,
    state,
    today,
    random: (digits) => entry.toString(16).padStart(digits, '0'),
  };
  const of = (mechanism: string) => {
    const found = shown.entries.find((one) => one.entry.id === mechanism);
    if (found === undefined) throw new Error(`no ${mechanism}`);
    return found;
  };
  const does = (wanted: ReturnType<typeof wantChange> | ReturnType<typeof wantCheck>, actor: Actor) => {
    if (wanted.type !== 'act') throw new Error(JSON.stringify(wanted));
    const events = buildAct(state, actor, wanted.act);
    if (!events.ok) throw new Error(events.error.code);
    const next = events.value.reduce<DirectoryState>(
      (folded, event, index) => foldDirectory(folded, event, { ...at(entry, actor), index }),
      state,
    );
    return organisation(under, next, entry + 1);
  };
  return {
    state,
    shown,
    seen,
    of,
    does,
    /** Puts another release under the same work. */
    over: (other: FullRelease | null) => organisation(other, state, entry),
    change: (field: string, to: unknown, actor = officer, mechanism = 'a-fund') => {
      const changes = [{ field, from: fieldOf(of(mechanism).entry, field), to }];
      return does(wantChange(seen, { mechanism, changes, confirm: true, ...source }), actor);
    },
    confirm: (proposal: string, actor = second) =>
      organisation(
        under,
        foldDirectory(state, { type: 'ProposalConfirmed', v: 1, proposal }, at(entry, actor)),
        entry + 1,
      ),
    check: (
      on: string,
      outcome: 'unchanged' | 'changed' | 'not_reachable' | 'closed',
      mechanism = 'a-fund',
    ) => does(wantCheck(seen, { mechanism, on, outcome, source: 'Its own page' }), officer),
  };
}
