import { describe, expect, it } from 'vitest';
import { emptyCase, foldCase } from '../case/state.ts';
import { stageCodes } from '../stage/events.ts';
import { openTasks, sectionOf } from '../task/open.ts';
import { at, colleague, id, tell } from '../testing/people.ts';
import { missingIn } from './state.ts';
import { usualDocuments, usualDue, usualFor } from './usual.ts';

const officer = colleague(1, 'officer');
const second = colleague(2, 'officer');
const asked = (number: number, set: object) => ({
  type: 'DocumentAskedKept',
  v: 1,
  id: id(number),
  set,
  replaces: {},
});
const opened = foldCase(
  emptyCase,
  { type: 'CaseOpened', v: 1, pseudonym: 'Heron', fromConversation: null, teams: [] },
  at(1, officer),
);

describe('a document that is asked for', () => {
  it('is a task by its day, and none once it is here', () => {
    const state = tell(opened, foldCase, [
      [asked(7, { title: 'Budget by line and month', stage: 'grant', due: '2026-12-01' }), at(2, officer)],
      [asked(8, { title: 'A letter of the union' }), at(3, officer)],
    ]);
    const [task] = openTasks(state);
    expect(task).toMatchObject({ kind: 'document_asked', part: 'documents', item: id(7), due: '2026-12-01' });
    if (task === undefined) throw new Error('no task');
    expect(sectionOf(task, '2026-12-02')).toBe('late');
    // Without a day it is missing all the same, and no day is invented for it.
    expect(missingIn(state.parts.asked)).toHaveLength(2);
    const came = tell(state, foldCase, [
      [
        {
          ...asked(7, { came: id(50) }),
          replaces: { came: [] },
        },
        at(4, second),
      ],
    ]);
    expect(openTasks(came)).toEqual([]);
    expect(missingIn(came.parts.asked).map((one) => one.id)).toEqual([id(8)]);
  });

  it('stays missing where two people say apart whether it came', () => {
    const state = tell(opened, foldCase, [
      [asked(7, { title: 'Budget', due: '2026-12-01' }), at(2, officer)],
      [asked(7, { came: id(50) }), at(3, officer)],
      [asked(7, { came: null }), at(4, second)],
    ]);
    expect(missingIn(state.parts.asked)).toHaveLength(1);
  });
});

describe('the usual documents', () => {
  it('are offered for every step at which papers are needed, and never name what identifies somebody [invariant 1]', () => {
    expect(usualFor(['grant']).map(({ code }) => code)).toContain('budget');
    expect(usualFor([])).toEqual([]);
    expect(usualFor(['contact', 'triage', 'plan'])).toEqual([]);
    for (const stage of ['verification', 'risk', 'grant', 'relocation', 'exile', 'return'] as const)
      expect(usualFor([stage]).length, stage).toBeGreaterThan(0);
    expect(usualFor(stageCodes)).toHaveLength(usualDocuments.length);
    expect(usualDocuments.some(({ code }) => /passport|identity|birth/.test(code))).toBe(false);
    for (const one of usualDocuments) expect(usualDue(one, '2026-11-21') > '2026-11-21').toBe(true);
  });
});
