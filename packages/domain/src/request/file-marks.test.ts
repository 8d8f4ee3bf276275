import { describe, expect, it } from 'vitest';
import { at, colleague, hash } from '../testing/people.ts';
import { type FileMarks, foldFileMark, warningOf } from './file-marks.ts';

const officer = colleague(1, 'officer');
const second = colleague(2, 'officer');
const blob = hash(7);
const mark = (graphic: boolean, shows: string, replaces: readonly { entry: string; index: number }[] = []) =>
  ({ type: 'FileMarked', v: 1, blob, graphic, shows, replaces }) as const;
const told = (marks: FileMarks, event: ReturnType<typeof mark>, entry: number, who = officer): FileMarks => {
  const folded = foldFileMark({ marks }, event, at(entry, who));
  if (!folded.ok) throw new Error(folded.error.code);
  return folded.value.marks;
};

describe('a file that is hard to see', () => {
  it('is said in words before anybody opens it, until somebody who saw it says otherwise', () => {
    const marked = told(new Map(), mark(true, 'Wounds on a back.'), 1);
    expect(warningOf(marked, blob)).toEqual({ graphic: true, shows: 'Wounds on a back.' });
    const taken = told(marked, mark(false, '', [{ entry: hash(1), index: 0 }]), 2, second);
    expect(warningOf(taken, blob)).toBeNull();
    expect(warningOf(taken, hash(8))).toBeNull();
  });

  it('keeps its warning where two judged apart', () => {
    const marked = told(new Map(), mark(true, 'Wounds.'), 1);
    const seen = [{ entry: hash(1), index: 0 }];
    const both = told(told(marked, mark(false, '', seen), 2), mark(true, 'A burnt house.', seen), 3, second);
    expect(warningOf(both, blob)?.shows).toBe('A burnt house.');
  });

  it('changes nothing where nothing is said', () => {
    expect(foldFileMark({ marks: new Map() }, mark(false, ''), at(1, officer))).toMatchObject({
      error: { code: 'no_change' },
    });
  });
});
