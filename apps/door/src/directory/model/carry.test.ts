import { describe, expect, it } from 'vitest';
import { noAnswers } from '../../model/answers.ts';
import { type Portable, portableOf, takenAlong } from './carry.ts';

const search = {
  present: 'TR',
  origin: ['IR'],
  work: ['journalist'],
  needs: ['place'],
  languages: ['fa', 'en'],
  happened: [],
} as const;
const lineOf = (one: Portable): string => `${one}.`;
const picked = (...all: readonly Portable[]): ReadonlySet<Portable> => new Set(all);

describe('taking answers along into a request', () => {
  it('offers what was answered and nothing else, and the entry only where there is one', () => {
    expect(portableOf(search, false)).toEqual(['present', 'origin', 'work', 'needs', 'languages']);
    expect(portableOf({}, true)).toEqual(['entry']);
    expect(portableOf({}, false)).toEqual([]);
  });

  it('takes nothing that was not picked', () => {
    expect(takenAlong(noAnswers, search, picked(), lineOf)).toEqual({});
    expect(takenAlong(noAnswers, search, picked('needs'), lineOf)).toEqual({ what: 'needs.' });
  });

  it('fills the fields that the request has, and puts the rest into her text, line by line', () => {
    const all = picked('present', 'origin', 'work', 'needs', 'languages', 'entry');
    expect(takenAlong(noAnswers, search, all, lineOf)).toEqual({
      country: 'TR',
      languages: ['fa', 'en'],
      what: 'entry.\norigin.\nwork.\nneeds.',
    });
  });

  it('changes nothing that she typed, and adds nothing twice', () => {
    const typed = { ...noAnswers, what: 'They came again.\n', country: 'GE', languages: ['fa', 'ar'] };
    const once = { ...typed, ...takenAlong(typed, search, picked('present', 'needs', 'languages'), lineOf) };
    expect(once).toEqual({
      ...typed,
      what: 'They came again.\npresent.\nneeds.',
      country: 'GE',
      languages: ['fa', 'ar', 'en'],
    });
    expect(takenAlong(once, search, picked('present', 'needs'), lineOf)).toEqual({});
  });
});
