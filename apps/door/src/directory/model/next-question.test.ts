import type { Question } from '@leeward/directory/finding.ts';
import type { Verdict } from '@leeward/directory/reason.ts';
import { describe, expect, it } from 'vitest';
import { nameOf, nextQuestion, questionToShow, withDetail, withTold } from './next-question.ts';

const work: Question = { of: 'short', code: 'work' };
const party: Question = { of: 'short', code: 'party' };
const passport: Question = { of: 'her', code: 'valid-passport' };
const isOpen: Question = { of: 'them', code: 'is-open-now' };
const waiting = (...questions: readonly Question[]): Verdict => ({
  id: 'sample',
  list: 'ask',
  findings: [],
  questions,
  warnings: [],
  standing: { reach: 0, closeness: 0, speed: 0, wishes: 0, knowledge: 0, total: 0 },
});
const times = (count: number, ...questions: readonly Question[]): readonly Verdict[] =>
  Array.from({ length: count }, () => waiting(...questions));
const none: ReadonlySet<never> = new Set();

describe('the next question', () => {
  it('is the one that would settle most entries: an entry with one open question counts more than one with four', () => {
    const verdicts = [...times(4, work, party, passport, isOpen), ...times(3, passport)];
    expect(nextQuestion(verdicts, none, none)).toEqual({ question: passport, entries: 7 });
    expect(nextQuestion([...times(3, party), ...times(3, passport)], none, none)?.question).toEqual(passport);
  });

  it('is none that only the organisation can answer, that stands on the page, or that she left open', () => {
    const verdicts = [...times(9, isOpen), ...times(5, work), ...times(4, party), ...times(3, passport)];
    expect(nextQuestion(verdicts, none, new Set(['work']))?.question).toEqual(party);
    expect(nextQuestion(verdicts, new Set([nameOf(party)]), new Set(['work']))?.question).toEqual(passport);
  });

  it('is not asked for one or two entries: it stands with them', () => {
    expect(nextQuestion(times(2, party), none, none)).toBeUndefined();
    expect(nextQuestion([], none, none)).toBeUndefined();
  });
});

describe('the question that stands with an entry', () => {
  it('is hers before it is theirs, and theirs where she left hers open', () => {
    const verdict = waiting(passport, isOpen);
    expect(questionToShow(verdict, none)).toEqual(passport);
    expect(questionToShow(verdict, new Set([nameOf(passport)]))).toEqual(isOpen);
    expect(questionToShow(waiting(passport), new Set([nameOf(passport)]))).toEqual(passport);
    expect(questionToShow(waiting(), none)).toBeUndefined();
  });
});

describe('an answer on the spot', () => {
  it('is given and taken back without touching the others', () => {
    const answers = withDetail(withDetail({ age: 30 }, 'valid-passport', 'yes'), 'come-alone', 'no');
    expect(answers).toEqual({ age: 30, details: { 'valid-passport': 'yes', 'come-alone': 'no' } });
    expect(withDetail(answers, 'come-alone', undefined).details).toEqual({ 'valid-passport': 'yes' });
  });

  it('of an organisation counts for its own entry alone', () => {
    const answers = withTold(withTold({}, 'a', 'is-open-now', 'no'), 'b', 'is-open-now', 'yes');
    expect(answers.told).toEqual({ a: { 'is-open-now': 'no' }, b: { 'is-open-now': 'yes' } });
    expect(withTold(answers, 'a', 'is-open-now', undefined).told?.['a']).toEqual({});
  });
});
