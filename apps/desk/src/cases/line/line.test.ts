import { type CaseState, emptyCase, foldCase } from '@leeward/domain/case/state.ts';
import { at, colleague, hour, id } from '@leeward/domain/testing/people.ts';
import type { Access } from '@leeward/workspace/desk/access.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../../tests/support/size.ts';
import { byDay, filtered, noFilter } from './filter.ts';
import { lineOf } from './line-of.ts';
import { readersOfLine } from './readers.ts';

const officer = colleague(1, 'officer');
const second = colleague(2, 'officer');
const start = Date.UTC(2026, 10, 1, 9);

/** A case with notes, each by its author at so many hours; a clock may go wrong. */
function withNotes(
  notes: readonly (readonly [author: typeof officer, hours: number, text: string])[],
): CaseState {
  const opened = foldCase(
    emptyCase,
    { type: 'CaseOpened', v: 1, pseudonym: 'Heron', fromConversation: null, teams: [] },
    at(1, officer, { claimedTime: start }),
  );
  return notes.reduce<CaseState>(
    (state, [author, hours, text], index) =>
      foldCase(
        state,
        { type: 'NoteWritten', v: 1, text },
        at(index + 2, author, { claimedTime: start + hours * hour }),
      ),
    opened,
  );
}
const lines = (state: CaseState) => lineOf({ state, pending: [] }, null);
const words = (found: ReturnType<typeof lines>) =>
  found.map(({ find }) => find.join(' ')).filter((text) => text !== '');

describe('the line of everything that happened', () => {
  it('keeps the order of the log where somebody’s clock is wrong, the newest first', () => {
    const state = withNotes([
      [officer, 5, 'first'],
      [second, -4000, 'second, by a clock that is months behind'],
      [officer, 6, 'third'],
    ]);
    expect(words(lines(state))).toEqual(['third', 'second, by a clock that is months behind', 'first']);
  });

  it('shows what is not sent yet once, above everything', () => {
    const pending = [
      {
        action: 'a',
        command: 'addNote',
        delivery: 'kept',
        since: start + 9 * hour,
        changed: [],
        text: 'waiting',
        failure: null,
      },
    ] as const;
    const all = lineOf({ state: withNotes([[officer, 5, 'first']]), pending }, null);
    expect(words(all)).toEqual(['waiting', 'first']);
  });

  it('is looked through by person, kind, day and words, accents and case aside', () => {
    const state = withNotes([
      [officer, 1, 'Asked the Lawyer'],
      [second, 30, 'Señora called again'],
      [second, 60, 'the lawyer answers'],
    ]);
    const all = lines(state);
    expect(words(filtered(all, { ...noFilter, text: 'LAWYER the' }))).toEqual([
      'the lawyer answers',
      'Asked the Lawyer',
    ]);
    expect(words(filtered(all, { ...noFilter, text: 'senora' }))).toEqual(['Señora called again']);
    expect(words(filtered(all, { ...noFilter, who: second.member, from: '2026-11-03' }))).toEqual([
      'the lawyer answers',
    ]);
    expect(filtered(all, { ...noFilter, kind: 'message' })).toEqual([]);
    expect(filtered(all, noFilter)).toHaveLength(all.length);
  });

  it('loses no line and doubles none when it is put under its days, whatever the clocks say', () => {
    const note = fc.tuple(fc.constantFrom(officer, second), fc.integer({ min: -500, max: 500 }));
    fc.assert(
      fc.property(fc.array(note, { maxLength: 20 }), (notes) => {
        const all = lines(withNotes(notes.map(([who, hours], index) => [who, hours, `note ${index}`])));
        const days = byDay(all);
        expect(days.flatMap((day) => day.lines)).toEqual(all);
        expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
        expect(words(all)).toEqual(notes.map((_, index) => `note ${index}`).reverse());
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('who could read a line since when', () => {
  const team: Access = {
    type: 'team',
    id: id(101),
    from: 0,
    since: start,
    until: null,
    ended: null,
    members: [
      { member: id(1), since: 0, until: null },
      { member: id(2), since: start + 10 * hour, until: null },
      { member: id(3), since: 0, until: start + 10 * hour },
      { member: id(4), since: 0, until: start - hour },
    ],
  };
  const read = (position: number, time: number, access: readonly Access[] = [team]) =>
    readersOfLine(access, { position, time }).map(({ member, later, until }) => [member, later, until]);

  it('says who read it at once, who was let in later, who was removed, and nobody who had left before', () => {
    expect(read(3, start + hour)).toEqual([
      [id(1), false, null],
      [id(2), true, null],
      [id(3), false, start + 10 * hour],
    ]);
    // Written after that: whoever was removed never could.
    expect(read(9, start + 20 * hour).map(([member]) => member)).toEqual([id(1), id(2)]);
  });

  it('knows a reader who was named later and one who is not named any more', () => {
    const later: Access = {
      ...team,
      type: 'member',
      id: id(5),
      from: 7,
      since: start + 30 * hour,
      members: [],
    };
    const gone: Access = {
      ...team,
      type: 'member',
      id: id(6),
      until: 7,
      ended: start + 30 * hour,
      members: [],
    };
    expect(read(3, start + hour, [later, gone])).toEqual([
      [id(5), true, null],
      [id(6), false, start + 30 * hour],
    ]);
    expect(read(8, start + 40 * hour, [later, gone])).toEqual([[id(5), false, null]]);
  });
});
