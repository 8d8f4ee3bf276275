import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { at, colleague, hash, id } from '../testing/people.ts';
import type { SharedView } from './list-events.ts';
import { canNoteExport, canShareView, canWithdrawView } from './list-rules.ts';
import { emptyTeam, foldTeam, type TeamState } from './state.ts';

const officer = colleague(1, 'officer');
const second = colleague(2, 'officer');
const reader = colleague(3, 'reader');

const view = (name: string, form = '{}'): SharedView => ({ view: id(7), list: 'requests', name, form });
const shared = (name: string, replaces: readonly number[] = []) => ({
  type: 'ViewShared',
  v: 1,
  ...view(name),
  replaces: replaces.map((entry) => ({ entry: hash(entry), index: 0 })),
});
const noted = {
  list: 'requests',
  format: 'xlsx',
  rows: 12,
  columns: ['request', 'urgency'],
  filter: 'Urgency: Immediate',
  sort: '',
  reason: 'For the meeting with the lawyer.',
  hash: hash(9),
};
const names = (state: TeamState): readonly string[] =>
  (state.views.get(id(7)) ?? []).map(({ value }) => value.name);

describe('views that a team shares', () => {
  it('stand as they were shared last; two versions made apart stand side by side until somebody chooses', () => {
    const first = foldTeam(emptyTeam('intake'), shared('Mine'), at(1, officer));
    const both = foldTeam(first, shared('Hers'), at(2, second));
    expect(names(both)).toEqual(['Mine', 'Hers']);
    const chosen = canShareView(both, officer, view('Ours'));
    expect(chosen).toMatchObject({
      ok: true,
      value: [{ replaces: [{ entry: hash(1) }, { entry: hash(2) }] }],
    });
    const after = chosen.ok
      ? chosen.value.reduce((state, one) => foldTeam(state, one, at(3, officer)), both)
      : both;
    expect(names(after)).toEqual(['Ours']);
  });

  it('are taken away for all, once; sharing the same again changes nothing', () => {
    const state = foldTeam(emptyTeam('intake'), shared('Mine'), at(1, officer));
    expect(canShareView(state, officer, view('Mine'))).toMatchObject({ error: { code: 'no_change' } });
    expect(canWithdrawView(state, second, id(7)).ok).toBe(true);
    const gone = foldTeam(state, { type: 'ViewWithdrawn', v: 1, view: id(7) }, at(2, second));
    expect(names(gone)).toEqual([]);
    expect(canWithdrawView(gone, second, id(7))).toMatchObject({ error: { code: 'no_change' } });
  });

  it('are nothing that a reader may change', () => {
    expect(canShareView(emptyTeam('intake'), reader, view('Mine'))).toMatchObject({
      error: { code: 'role' },
    });
    expect(names(foldTeam(emptyTeam('intake'), shared('Mine'), at(1, reader)))).toEqual([]);
  });
});

describe('what is taken out of a list', () => {
  it('[rule 24] is told by everybody who can read it, with rows, filter, reason and hash, and never changed', () => {
    for (const actor of [officer, reader]) {
      const told = canNoteExport(emptyTeam('intake'), actor, noted);
      expect(told).toMatchObject({ ok: true });
      const state = told.ok
        ? told.value.reduce((before, one) => foldTeam(before, one, at(1, actor)), emptyTeam('intake'))
        : emptyTeam('intake');
      expect(state.exports).toEqual([{ ...noted, by: actor.member, claimedTime: at(1, actor).claimedTime }]);
    }
  });

  it('[rule 24] needs a reason: white space is none', () => {
    expect(canNoteExport(emptyTeam('intake'), officer, { ...noted, reason: '  ' })).toMatchObject({
      error: { code: 'malformed', details: { path: 'reason' } },
    });
  });

  it('stands in the order of the log, whatever else happens between', () => {
    const events = fc.array(fc.constantFrom('share', 'withdraw', 'export'), { maxLength: 12 });
    fc.assert(
      fc.property(events, (kinds) => {
        const state = kinds.reduce((before, kind, index) => {
          const context = at(index + 1, index % 2 === 0 ? officer : second);
          if (kind === 'share') return foldTeam(before, shared(`View ${index}`, []), context);
          if (kind === 'withdraw')
            return foldTeam(before, { type: 'ViewWithdrawn', v: 1, view: id(7) }, context);
          return foldTeam(before, { type: 'ListExported', v: 1, ...noted, rows: index }, context);
        }, emptyTeam('intake'));
        const rows = kinds.flatMap((kind, index) => (kind === 'export' ? [index] : []));
        expect(state.exports.map((one) => one.rows)).toEqual(rows);
        const last = kinds.lastIndexOf('withdraw');
        const since = kinds.slice(last + 1).filter((kind) => kind === 'share').length;
        expect(names(state)).toHaveLength(since);
      }),
      { numRuns: runs(200) },
    );
  });
});
