import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../case/events.ts';
import { type CaseState, caseNoun, emptyCase, foldCase } from '../case/state.ts';
import type { Actor } from '../shared/context.ts';
import { propose } from '../shared/fold.ts';
import { at, colleague, days, id } from '../testing/people.ts';
import {
  accessUntil,
  answerQuestion,
  askForIdentity,
  endAccess,
  longestAccess,
  withdrawQuestion,
} from './rules.ts';
import { standingOf, waitingQuestions } from './state.ts';

const officer = colleague(1, 'officer');
const keeper = { ...colleague(2, 'officer'), custody: true };
const finance = colleague(3, 'finance');
const begun = foldCase(
  emptyCase,
  { type: 'CaseOpened', v: 1, pseudonym: 'Heron', fromConversation: null, teams: [] },
  at(1, officer),
);
let entry = 1;
const does = (state: CaseState, actor: Actor, event: CaseEvent): CaseState => {
  const allowed = propose(caseNoun, state, actor, [event]);
  if (!allowed.ok) throw new Error(allowed.error.code);
  entry += 1;
  return foldCase(state, event, at(entry, actor, { custody: actor.custody === true }));
};
const refusedTo = (state: CaseState, actor: Actor, event: CaseEvent): string | null => {
  const allowed = propose(caseNoun, state, actor, [event]);
  return allowed.ok ? null : allowed.error.code;
};
const until = 30 * days;
const asked = does(begun, officer, askForIdentity(id(5), id(7), 'For her visa letter.', until));
const question = (state: CaseState, which = 5) => {
  const found = state.parts.custody.get(id(which));
  if (found === undefined) throw new Error('no question');
  return found;
};

describe('an officer who needs a name for a visa letter', () => {
  it('asks for one person, with a reason and until when; custody grants it and says why', () => {
    expect(waitingQuestions(asked.parts.custody)).toMatchObject([{ question: id(5), person: id(7) }]);
    const granted = does(asked, keeper, answerQuestion(id(5), true, until, 'The letter needs it.'));
    expect(standingOf(question(granted), 1)).toBe('granted');
    expect(standingOf(question(granted), until)).toBe('over');
    expect(waitingQuestions(granted.parts.custody)).toEqual([]);
    const over = does(granted, officer, endAccess(id(5), 'returned', 'The letter is written.'));
    expect(standingOf(question(over), 1)).toBe('over');
    expect(refusedTo(over, keeper, endAccess(id(5), 'ended', ''))).toBe('no_change');
  });

  it('reads a reason where it was refused, and may ask again with a better one', () => {
    const refused = does(asked, keeper, answerQuestion(id(5), false, 0, 'The consulate takes a pseudonym.'));
    expect(standingOf(question(refused), 1)).toBe('refused');
    expect(refusedTo(refused, keeper, answerQuestion(id(5), true, until, 'After all.'))).toBe('exists');
    expect(refusedTo(refused, keeper, endAccess(id(5), 'ended', ''))).toBe('not_there');
    const again = does(refused, officer, askForIdentity(id(6), id(7), 'They refused it.', until));
    expect(waitingQuestions(again.parts.custody).map((one) => one.question)).toEqual([id(6)]);
  });

  it('takes her question back while it waits, and nobody else does', () => {
    expect(refusedTo(asked, keeper, withdrawQuestion(id(5)))).toBe('only_oneself');
    const back = does(asked, officer, withdrawQuestion(id(5)));
    expect(standingOf(question(back), 1)).toBe('withdrawn');
    expect(refusedTo(back, keeper, answerQuestion(id(5), true, until, 'Yes.'))).toBe('ended');
  });

  it('never grants it to herself, in custody or not, and no colleague outside custody does it for her', () => {
    expect(refusedTo(asked, officer, answerQuestion(id(5), true, until, 'Mine.'))).toBe('not_custody');
    expect(refusedTo(asked, { ...officer, custody: true }, answerQuestion(id(5), true, until, 'Mine.'))).toBe(
      'not_oneself',
    );
    expect(refusedTo(asked, finance, answerQuestion(id(5), true, until, 'Hers.'))).toBe('role');
    const forged = foldCase(asked, answerQuestion(id(5), true, until, 'Forged.'), at(90, officer));
    expect(forged.parts.custody).toBe(asked.parts.custody);
    expect(forged.kept.at(-1)?.why).toMatchObject({ refusal: { code: 'not_custody' } });
  });

  it('is let in for ninety days at most', () => {
    expect(accessUntil(10 * days, 0)).toBe(10 * days);
    expect(accessUntil(10_000 * days, days)).toBe(days + longestAccess);
  });

  it('[rule 3] grants nothing by readmission alone', () => {
    const grant = answerQuestion(id(5), true, until, 'Yes.');
    const again = foldCase(asked, grant, at(91, keeper, { custody: true, readmitted: true }));
    expect(question(again).answer).toBe(null);
  });
});
