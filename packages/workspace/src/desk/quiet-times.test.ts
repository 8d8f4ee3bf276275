import { describe, expect, it } from 'vitest';
import { disturbing } from './quiet-times.ts';

const quiet = {
  hours: { zone: 'Asia/Tbilisi', spans: [{ days: [], from: '20:00', until: '07:00' }] },
  exceptDanger: true,
  claimedTime: 0,
};
/** A time in Tbilisi, four hours ahead of UTC all year. */
const there = (hour: number): number => Date.UTC(2026, 10, 21, hour - 4);

describe('a call that would come in quiet hours', () => {
  it('comes when they are over, and is not lost', () => {
    const at = disturbing(quiet);
    expect(at(there(23), false)).toBe(there(31));
    expect(at(there(12), false)).toBe(there(12));
  });

  it('comes at once in immediate danger, if she wants that', () => {
    expect(disturbing(quiet)(there(23), true)).toBe(there(23));
    expect(disturbing({ ...quiet, exceptDanger: false })(there(23), true)).toBe(there(31));
  });

  it('comes at once where she set no hours, or where this device does not know her clock', () => {
    expect(disturbing(undefined)(there(23), false)).toBe(there(23));
    const nowhere = { ...quiet, hours: { ...quiet.hours, zone: 'Nowhere/Here' } };
    expect(disturbing(nowhere)(there(23), false)).toBe(there(23));
  });
});
