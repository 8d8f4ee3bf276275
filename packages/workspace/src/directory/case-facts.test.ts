import type { CaseState } from '@leeward/domain/case/state.ts';
import { emptyCase, foldCase } from '@leeward/domain/case/state.ts';
import { baseOf, editOf } from '@leeward/domain/shared/items.ts';
import { type SituationValues, situationItems } from '@leeward/domain/situation/events.ts';
import { at, colleague, id } from '@leeward/domain/testing/people.ts';
import { describe, expect, it } from 'vitest';
import { answersOfCase } from './case-facts.ts';

const officer = colleague(1, 'officer');
const today = '2026-11-21';
const opening = { type: 'CaseOpened', v: 1, pseudonym: 'Heron', fromConversation: null, teams: [] };
const situation = (number: number, values: Partial<SituationValues>) =>
  editOf(situationItems, baseOf<SituationValues>(undefined, id(number)), {
    person: null,
    from: null,
    until: null,
    ...values,
  });
const said = (fact: string, value: unknown) => ({
  type: 'EligibilityFactSaid',
  v: 1,
  fact,
  value,
  how: 'She told us.',
  on: today,
  replaces: [],
});
const told = (...events: readonly unknown[]): CaseState =>
  [opening, ...events].reduce<CaseState>(
    (state, event, index) => foldCase(state, event, at(index + 1, officer)),
    emptyCase,
  );

describe('the directory is asked with the present facts of a case', () => {
  it('and with nothing where nothing is known', () => {
    expect(answersOfCase(told(), today)).toEqual({});
  });

  it('where she is, where she is from, her status there, her work, and how soon as it was judged', () => {
    const state = told(
      situation(1, {
        kind: 'place',
        country: 'KE',
        from: { kind: 'point', at: '2026-10-01', about: false, said: '' },
      }),
      situation(2, { kind: 'nationality', country: 'SD' }),
      situation(3, { kind: 'status', country: 'KE', status: 'imm_short_stay' }),
      said('profiles', ['hrd_journalist', 'hrd_other_profile']),
      said('safe_abode', false),
      { type: 'UrgencySet', v: 1, urgency: 'urg_high', reason: 'Named on the radio.' },
    );
    expect(answersOfCase(state, today)).toEqual({
      present: 'KE',
      origin: ['SD'],
      status: 'visitor',
      leftOn: '2026-10-01',
      work: ['journalist'],
      soon: 'month',
      details: { 'no-second-safe-country': 'yes' },
    });
  });

  it('two countries at once are no answer', () => {
    const state = told(
      situation(1, { kind: 'place', country: 'KE' }),
      situation(2, { kind: 'place', country: 'UG' }),
    );
    expect(answersOfCase(state, today).present).toBeUndefined();
  });
});
