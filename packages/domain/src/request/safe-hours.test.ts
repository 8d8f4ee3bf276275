import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { isSafeAt, minutesOf, type SafeHours, safeHoursShape, weekDays } from './safe-hours.ts';

const hours = (...spans: SafeHours['spans']): SafeHours => ({ zone: 'Asia/Tbilisi', spans });
const at = (day: (typeof weekDays)[number], time: string) => ({ day, minute: minutesOf(time) });

describe('the hours that she calls safe', () => {
  it('begin with their first minute and end before their last', () => {
    const evening = hours({ days: ['mon'], from: '20:00', until: '22:00' });
    expect(isSafeAt(evening, at('mon', '19:59'))).toBe(false);
    expect(isSafeAt(evening, at('mon', '20:00'))).toBe(true);
    expect(isSafeAt(evening, at('mon', '21:59'))).toBe(true);
    expect(isSafeAt(evening, at('mon', '22:00'))).toBe(false);
    expect(isSafeAt(evening, at('tue', '21:00'))).toBe(false);
  });

  it('go over midnight into the morning after the day on which they begin, and into no other', () => {
    const night = hours({ days: ['sun'], from: '22:30', until: '01:00' });
    expect(isSafeAt(night, at('sun', '23:00'))).toBe(true);
    expect(isSafeAt(night, at('mon', '00:59'))).toBe(true);
    expect(isSafeAt(night, at('mon', '01:00'))).toBe(false);
    expect(isSafeAt(night, at('sun', '00:30'))).toBe(false);
    expect(isSafeAt(night, at('mon', '23:00'))).toBe(false);
  });

  it('are every day where none is named, and the whole day from midnight to midnight', () => {
    for (const day of weekDays) {
      expect(isSafeAt(hours({ days: [], from: '09:00', until: '10:00' }), at(day, '09:30'))).toBe(true);
      expect(isSafeAt(hours({ days: [], from: '00:00', until: '24:00' }), at(day, '23:59'))).toBe(true);
    }
  });

  it('are counted minute by minute as somebody with a wall calendar would count them', () => {
    const time = fc
      .nat(24 * 60 - 1)
      .map(
        (minute) =>
          `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
      );
    const span = fc.record({ days: fc.subarray([...weekDays]), from: time, until: time });
    fc.assert(
      fc.property(
        fc.array(span, { minLength: 1, maxLength: 4 }),
        fc.nat(6),
        fc.nat(24 * 60 - 1),
        (spans, day, minute) => {
          const now = day * 1440 + minute;
          const covered = spans.some(({ days, from, until }) =>
            weekDays.some((name, index) => {
              if (days.length > 0 && !days.includes(name)) return false;
              const start = index * 1440 + minutesOf(from);
              const length = (minutesOf(until) - minutesOf(from) + 1440) % 1440 || 1440;
              return [0, 7 * 1440].some((week) => now + week >= start && now + week < start + length);
            }),
          );
          expect(isSafeAt(hours(...spans), { day: weekDays[day] ?? 'mon', minute })).toBe(covered);
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('are read only in their exact form, so that nobody reasons about half of them [invariant 2]', () => {
    const good = hours({ days: ['mon', 'sun'], from: '00:00', until: '24:00' });
    expect(safeHoursShape(good, '')).toEqual({ ok: true, value: good });
    const day = { days: [], from: '09:00', until: '10:00' };
    for (const wrong of [
      null,
      {},
      { zone: 'Asia/Tbilisi' },
      { zone: 'Asia/Tbilisi', spans: [] },
      { zone: '<b>', spans: [day] },
      { zone: 'UTC', spans: [{ ...day, from: '9:00' }] },
      { zone: 'UTC', spans: [{ ...day, until: '24:01' }] },
      { zone: 'UTC', spans: [{ ...day, days: ['monday'] }] },
      { zone: 'UTC', spans: [day], more: 1 },
      { zone: 'UTC', spans: Array.from({ length: 15 }, () => day) },
    ])
      expect(safeHoursShape(wrong, '').ok, JSON.stringify(wrong)).toBe(false);
  });
});
