import { describe, expect, it } from 'vitest';
import { routeOf } from '../router/route.ts';
import type { Errand } from './today-of.ts';
import { whatNow } from './what-now.ts';

const record = 'ab'.repeat(32);
const begun = (command: string, about: string | null = record): Errand =>
  ({ kind: 'begun', command, record: about, name: null }) as Errand;

describe('what to do about a line of the day', () => {
  it('leads to the very form that was begun', () => {
    expect(routeOf(whatNow(begun('decline')).href)).toEqual({ name: 'request', record, part: 'decline' });
    expect(routeOf(whatNow(begun('openCase')).href)).toEqual({ name: 'request', record, part: 'case' });
    expect(routeOf(whatNow(begun('reply')).href)).toEqual({ name: 'request', record, part: 'talk' });
    expect(routeOf(whatNow(begun('addNote')).href)).toEqual({ name: 'case', record });
    expect(routeOf(whatNow(begun('case:rung:4f')).href)).toMatchObject({ record, part: 'checkins' });
    expect(routeOf(whatNow(begun('case:Measure:new')).href)).toMatchObject({ record, part: 'plan' });
    expect(routeOf(whatNow(begun('case:task:x:done')).href)).toMatchObject({ record, part: 'tasks' });
    expect(routeOf(whatNow(begun('enterRequest', null)).href)).toEqual({ name: 'enter' });
    expect(routeOf(whatNow(begun('keepWords', null)).href)).toEqual({ name: 'words' });
    expect(routeOf(whatNow(begun('publishDoor', null)).href)).toEqual({ name: 'door' });
    expect(routeOf(whatNow(begun('shortlist')).href)).toMatchObject({ part: 'list', record });
  });

  it('leads to the record of an act that could not be saved', () => {
    const unsettled = (kind: 'request' | 'case' | 'other'): Errand => ({
      kind: 'unsettled',
      name: null,
      edit: { action: 'x', record, kind, command: 'claim', delivery: 'conflict', since: 0 },
    });
    expect(routeOf(whatNow(unsettled('request')).href).name).toBe('request');
    expect(routeOf(whatNow(unsettled('case')).href).name).toBe('case');
    expect(routeOf(whatNow(unsettled('other')).href).name).toBe('directory');
  });
});
