import { describe, expect, it } from 'vitest';
import { idleState } from './idle.ts';

const minute = 60_000;

describe('a desk that nobody uses', () => {
  it('says so a minute before, then locks', () => {
    expect(idleState(0, 13 * minute, 15).state).toBe('used');
    expect(idleState(0, 14 * minute, 15)).toEqual({ state: 'soon', locksAt: 15 * minute });
    expect(idleState(0, 15 * minute, 15).state).toBe('lock');
  });

  it('is locked after a machine has slept, because it compares clocks and trusts no timer', () => {
    expect(idleState(0, 9 * 60 * minute, 15).state).toBe('lock');
  });
});
