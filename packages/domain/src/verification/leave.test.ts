import { describe, expect, it } from 'vitest';
import { type CaseState, emptyCase, foldCase } from '../case/state.ts';
import type { ConsentEvent } from '../consent/events.ts';
import { voicesOf } from '../consent/voices.ts';
import { bars } from '../people/events.ts';
import { baseOf, editOf } from '../shared/items.ts';
import { askOf, yesOf } from '../testing/consents-of-a-case.ts';
import { at, colleague, id } from '../testing/people.ts';
import { personOf } from '../testing/people-of-a-case.ts';
import type { Telling } from './events.ts';
import { leaveOf } from './leave.ts';
import { mayAskIn, sheetCheckOf } from './of-case.ts';
import { source } from './testing/story.ts';

const today = '2026-11-21';
const officer = colleague(1, 'officer');
const [her, referee] = [id(1), id(2)];
const people = [
  personOf(her, 'Heron', { roles: ['role_defender'], contact: 'self' }),
  personOf(referee, 'Stork', { roles: ['role_referee'], contact: 'self' }),
];
const opening = { type: 'CaseOpened', v: 1, pseudonym: 'Heron', fromConversation: null, teams: [] };
const bar = (number: number, values: object) =>
  editOf(bars, baseOf(undefined, id(number)), {
    kind: 'never_contact',
    person: null,
    circle: '',
    why: 'He beat her.',
    ...values,
  });

function told(...events: readonly unknown[]): CaseState {
  const state = [opening, ...people, ...events].reduce<CaseState>(
    (before, event, index) => foldCase(before, event, at(index + 1, officer)),
    emptyCase,
  );
  expect(state.kept).toEqual([]);
  return state;
}
const stork = source(11, { person: referee, label: 'Referee A' });
const purpose = 'con_verify_referee';
const herYes = yesOf(askOf(31, { purpose, recipient: 'Referee A', fields: ['name', 'work'] }), her);
const hisYes = yesOf(askOf(32, { purpose, recipient: 'This team', fields: ['work'] }), referee);
const withdrawn = (person: string): ConsentEvent => ({
  type: 'ConsentsWithdrawn',
  v: 1,
  id: id(90),
  person,
  consents: [],
  all: true,
  how: 'conch_oral_noted',
  on: today,
  words: 'Please stop.',
});
const standings = (state: CaseState, number = 11, tellings: readonly Telling[] = []) => {
  const item = state.parts.verification.sources.get(id(number));
  if (item === undefined) throw new Error('no source');
  const { hers, theirs } = leaveOf(voicesOf(state, []), item, tellings, today);
  return [hers.standing, theirs.standing];
};
const verdict = (state: CaseState, tellings: readonly Telling[] = ['work'], number = 11) =>
  mayAskIn(state, voicesOf(state, []), id(number), tellings, today);
const codes = (notes: readonly { readonly code: string }[]) => notes.map(({ code }) => code);
const check = (state: CaseState, source: string | null, whom = '', on: string = purpose) =>
  sheetCheckOf(state, voicesOf(state, []), on, today)({ source, whom, about: null }).map(({ code }) => code);

describe('whether a referee may be asked', () => {
  it('is said by her and by him, among the consents of the file and nowhere else [invariant 11]', () => {
    expect(standings(told(stork))).toEqual(['not_asked', 'not_asked']);
    expect(codes(verdict(told(stork)).never)).toEqual(['no_leave_of_hers', 'no_own_consent']);
    expect(standings(told(stork, herYes))).toEqual(['given', 'not_asked']);
    expect(standings(told(stork, herYes, hisYes))).toEqual(['given', 'given']);
    expect(verdict(told(stork, herYes, hisYes)).never).toEqual([]);
  });

  it('is not made true by what somebody noted about him, and a no that was noted there stays a no', () => {
    const noted = source(11, { person: referee, label: 'Referee A', agreed: 'given' });
    expect(standings(told(noted, herYes))).toEqual(['given', 'not_asked']);
    const refused = source(11, { person: referee, label: 'Referee A', agreed: 'refused' });
    expect(standings(told(refused, herYes, hisYes))).toEqual(['given', 'refused']);
  });

  it('ends for both with one word of either [invariant 11]', () => {
    const both = [stork, herYes, hisYes];
    expect(standings(told(...both, withdrawn(her)))).toEqual(['withdrawn', 'given']);
    expect(standings(told(...both, withdrawn(referee)))).toEqual(['given', 'withdrawn']);
    expect(codes(verdict(told(...both, withdrawn(referee))).never)).toEqual(['no_own_consent']);
    expect(check(told(...both, withdrawn(referee)), id(11))).toEqual(['source_not_agreed']);
    const again = yesOf(askOf(33, { purpose, recipient: 'This team', fields: ['work'] }), referee, {
      on: today,
    });
    expect(standings(told(...both, withdrawn(referee), again))).toEqual(['given', 'given']);
  });

  it('covers what she said yes to, and nothing beyond', () => {
    const state = told(stork, herYes, hisYes);
    expect(standings(state, 11, ['pen_name', 'organisation'])).toEqual(['given', 'given']);
    expect(standings(state, 11, ['event'])).toEqual(['other_facts', 'given']);
  });

  it('knows a source by the words that stand in her consent, where those are not its label', () => {
    const union = yesOf(
      askOf(34, { purpose: 'con_verify_partner', recipient: 'The people of the north', fields: ['work'] }),
      her,
    );
    const body = (recipient: string) =>
      source(12, { origin: 'independent', kind: 'vs_local_member', label: 'Focal point', recipient });
    expect(standings(told(body(''), union), 12)).toEqual(['not_asked', 'not_needed']);
    expect(standings(told(body('The people of the north'), union), 12)).toEqual(['given', 'not_needed']);
  });

  it('is asked of nobody who only reads a paper, and a person needs a place in the file for a word of his own', () => {
    const paper = source(13, { kind: 'vs_document' });
    expect(standings(told(paper), 13)).toEqual(['not_needed', 'not_needed']);
    expect(codes(verdict(told(source(14), herYes), ['work'], 14).never)).toEqual([
      'no_leave_of_hers',
      'no_person',
    ]);
    expect(check(told(), null, 'The head of the union')).toEqual(['source_not_agreed']);
    expect(check(told(), null, 'The head of the union', 'con_verify_partner')).toEqual([]);
  });
});

describe('whom she wants left alone', () => {
  const both = [stork, herYes, hisYes];

  it('is not asked, by person, whoever agreed', () => {
    const state = told(...both, bar(21, { person: referee }));
    expect(codes(verdict(state).never)).toEqual(['never_contact']);
    expect(check(state, id(11))).toEqual(['do_not_contact']);
  });

  it('is found where she named a circle in words, over scripts and spellings, with the words that were taken for one', () => {
    const state = told(
      ...both,
      source(15, { label: 'Youssef Testnamov', origin: 'independent', kind: 'vs_adviser' }),
      bar(21, { kind: 'must_not_learn', circle: 'Her uncle يوسف تستناموف', why: 'The mine pays him.' }),
    );
    const [first] = verdict(state, ['work'], 15).never;
    expect(first).toMatchObject({
      code: 'never_contact',
      details: { why: 'Her uncle يوسف تستناموف: The mine pays him.' },
      words: [{ way: 'script' }, { way: 'script' }],
    });
    expect(check(state, null, 'Юсуф Тестнамов', 'con_verify_partner')).toEqual(['do_not_contact']);
    // Everybody else is asked with the circle before one's eyes.
    expect(codes(verdict(state).careful)).toEqual(['may_be_never_contact']);
  });
});
