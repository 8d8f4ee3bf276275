import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { at, colleague, id } from '../testing/people.ts';
import { isQuietAt, mayDisturb, type Quiet, quietFor } from './quiet.ts';
import { canSetQuiet } from './rules.ts';
import { emptyTeam, foldTeam } from './state.ts';

const officer = colleague(1, 'officer');
const reader = colleague(4, 'reader');
const nights: Quiet = {
  hours: { zone: 'Asia/Tbilisi', spans: [{ days: [], from: '20:00', until: '07:00' }] },
  exceptDanger: true,
  claimedTime: 0,
};

describe('the quiet hours of a colleague', () => {
  it('go over midnight and end in the morning', () => {
    expect(isQuietAt(nights, { day: 'mon', minute: 21 * 60 })).toBe(true);
    expect(isQuietAt(nights, { day: 'tue', minute: 6 * 60 + 59 })).toBe(true);
    expect(isQuietAt(nights, { day: 'tue', minute: 7 * 60 })).toBe(false);
    expect(quietFor(nights, { day: 'mon', minute: 23 * 60 })).toBe(8 * 60);
    expect(quietFor(nights, { day: 'mon', minute: 12 * 60 })).toBeNull();
  });

  it('let immediate danger through only where she says so', () => {
    const night = { day: 'sun', minute: 60 } as const;
    expect([mayDisturb(nights, night, true), mayDisturb(nights, night, false)]).toEqual([true, false]);
    expect(mayDisturb({ ...nights, exceptDanger: false }, night, true)).toBe(false);
    expect(mayDisturb(undefined, night, false)).toBe(true);
  });

  it('are hers: whoever writes them, they are the author’s own, and every role may have them', () => {
    const hers = { hours: nights.hours, exceptDanger: true };
    const first = canSetQuiet(emptyTeam('everyone'), officer, hers);
    if (!first.ok) throw new Error(first.error.code);
    const set = foldTeam(emptyTeam('everyone'), first.value[0], at(1, officer));
    const other = canSetQuiet(set, reader, { hours: null, exceptDanger: false });
    if (!other.ok) throw new Error(other.error.code);
    const both = foldTeam(set, other.value[0], at(2, reader));
    expect(both.quiet.get(officer.member)?.hours).toEqual(nights.hours);
    expect([...both.quiet.keys()]).toEqual([id(1), id(4)]);
    expect(canSetQuiet(set, officer, hers)).toMatchObject({ error: { code: 'no_change' } });
  });

  it('have no place for a reason', () => {
    const told = foldTeam(
      emptyTeam('everyone'),
      { type: 'QuietHoursSet', v: 1, hours: null, exceptDanger: true, reason: 'Tired.' },
      at(1, officer),
    );
    expect(told.quiet.size).toBe(0);
    expect(told.kept[0]?.why.kind).toBe('unreadable');
  });

  it('always end at a minute that is not quiet, unless they fill the week', () => {
    const time = fc.integer({ min: 0, max: 1439 });
    const written = (minute: number): string =>
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    const days = fc.subarray(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const);
    const order = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
    fc.assert(
      fc.property(time, time, days, time, fc.constantFrom(...order), (from, until, on, minute, day) => {
        const quiet: Quiet = {
          ...nights,
          hours: { zone: 'UTC', spans: [{ days: on, from: written(from), until: written(until) }] },
        };
        const left = quietFor(quiet, { day, minute });
        expect(left === null).toBe(!isQuietAt(quiet, { day, minute }));
        const total = minute + (left ?? 0);
        const end = order[(order.indexOf(day) + Math.floor(total / 1440)) % 7] ?? 'mon';
        const fills = left === 7 * 1440;
        if (!fills) expect(isQuietAt(quiet, { day: end, minute: total % 1440 })).toBe(false);
      }),
      { numRuns: runs(100) },
    );
  });
});
