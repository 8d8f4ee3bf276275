import { describe, expect, it } from 'vitest';
import { type CaseState, emptyCase, foldCase } from '../case/state.ts';
import type { ConsentEvent } from '../consent/events.ts';
import { voicesOf } from '../consent/voices.ts';
import { judgeProgramme } from '../programme/evaluate.ts';
import type { Rule } from '../programme/events.ts';
import { askOf, yesOf } from '../testing/consents-of-a-case.ts';
import { at, colleague, id } from '../testing/people.ts';
import { personOf } from '../testing/people-of-a-case.ts';
import { factsIn } from './of-case.ts';
import { sayFact } from './rules.ts';

const today = '2026-11-21';
const programme = 'Emergency grant';
const rule: Rule = { id: id(900), code: 'rule_consent', must: true, terms: {}, words: '' };
const opening = { type: 'CaseOpened', v: 1, pseudonym: 'Heron', fromConversation: null, teams: [] };
const her = personOf(id(1), 'Heron', { roles: ['role_defender'] });
const his = personOf(id(2), 'Wren', { roles: ['role_defender'] });

function told(...events: readonly unknown[]): CaseState {
  const state = [opening, her, ...events].reduce<CaseState>(
    (before, event, index) => foldCase(before, event, at(index + 1, colleague(1, 'officer'))),
    emptyCase,
  );
  expect(state.kept).toEqual([]);
  return state;
}
const judged = (state: CaseState, name = programme, on = today) =>
  judgeProgramme([rule], factsIn(state, on, { voices: voicesOf(state, []), programme: name }), on).rules[0];
const yes = (number: number, person: string, until: string | null = null) =>
  yesOf(askOf(number, { purpose: 'con_referral_identity', recipient: programme, until }), person);
const stop: ConsentEvent = {
  type: 'ConsentsWithdrawn',
  v: 1,
  id: id(90),
  person: id(1),
  consents: [],
  all: true,
  how: 'conch_oral_noted',
  on: today,
  words: 'No more.',
};
const written = (value: boolean) =>
  sayFact(told().parts.eligibility, {
    fact: `rule_${id(900)}`,
    value,
    how: 'She said so on the phone; it is not written down yet.',
    on: today,
  });

describe('a programme that needs her consent', () => {
  it('finds it among the consents in force, for this very programme, and says which one', () => {
    expect(judged(told())?.truth).toBe('ask');
    expect(judged(told(yes(31, id(1))))).toMatchObject({
      truth: 'fits',
      looked: [{ sources: [{ of: 'consent', id: id(31), how: programme, on: '2026-11-20' }] }],
    });
    expect(judged(told(yes(31, id(1))), 'Rest house')?.truth).toBe('ask');
  });

  it('lapses with the consent, and is a question again', () => {
    const state = told(yes(31, id(1), '2026-11-30'));
    expect(judged(state)?.truth).toBe('fits');
    expect(judged(state, programme, '2026-12-01')?.truth).toBe('ask');
  });

  it('has a no as soon as she takes it back, whatever an officer wrote down by hand', () => {
    expect(judged(told(yes(31, id(1)), stop))).toMatchObject({
      truth: 'does_not',
      looked: [{ sources: [{ of: 'consent', on: today }] }],
    });
    expect(judged(told(yes(31, id(1)), stop, written(true)))?.truth).toBe('does_not');
  });

  it('lets an officer write down what she knows, with how: a yes over a silence, a no over a yes', () => {
    expect(judged(told(written(true)))).toMatchObject({
      truth: 'fits',
      looked: [{ sources: [{ of: 'said', how: 'She said so on the phone; it is not written down yet.' }] }],
    });
    expect(judged(told(yes(31, id(1)), written(false)))?.truth).toBe('does_not');
  });

  it('needs the word of everybody whose case it is', () => {
    expect(judged(told(his, yes(31, id(1))))?.truth).toBe('ask');
    expect(judged(told(his, yes(31, id(1)), yes(32, id(2))))?.truth).toBe('fits');
  });
});
