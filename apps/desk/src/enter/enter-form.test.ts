import { canEnter } from '@leeward/domain/request/rules.ts';
import { emptyRequest } from '@leeward/domain/request/state.ts';
import { colleague } from '@leeward/domain/testing/people.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import {
  accountOf,
  atOf,
  type EnterForm,
  emptyEnterForm,
  enteredOf,
  enterProblem,
  momentOf,
} from './enter-form.ts';

const now = Date.UTC(2026, 10, 21, 12, 30);
const filled: EnterForm = { ...emptyEnterForm(now), words: 'She called from a friend’s.' };

describe('a request that is entered', () => {
  it('needs words and a moment that is not in the future, and says so one thing at a time [invariant 1]', () => {
    expect(enterProblem(emptyEnterForm(now), now)).toBe('enter.need.words');
    expect(enterProblem({ ...filled, date: '' }, now)).toBe('enter.need.when');
    expect(enterProblem({ ...filled, date: '2027-01-01' }, now)).toBe('enter.need.past');
    expect(enterProblem({ ...filled, urgency: 'urg_high' }, now)).toBe('enter.need.reason');
    expect(enterProblem({ ...filled, answered: 'We call back.' }, now)).toBe('enter.need.answeredBy');
    expect(enterProblem({ ...filled, reach: [{ channel: '', detail: '1', safe: true }] }, now)).toBe(
      'enter.need.channel',
    );
    expect(enterProblem(filled, now)).toBeNull();
  });

  it('keeps the minute in which she was heard', () => {
    expect(atOf(momentOf(now))).toBe(now);
    expect(atOf({ date: 'x', time: '12:00' })).toBeNull();
  });

  it('says nothing that was not asked: what was left open is left out', () => {
    expect(accountOf(filled).details).toEqual({});
    expect(enteredOf(filled)).toMatchObject({ answered: null, judged: null, joinWith: null, claim: true });
  });

  it('is allowed by the rules whenever the form finds nothing missing', () => {
    const forms = fc.record({
      way: fc.constantFrom('phone', 'partner', 'pigeon'),
      from: fc.string({ maxLength: 20 }),
      words: fc.string({ minLength: 1, maxLength: 40 }),
      danger: fc.constantFrom('', 'yes', 'no', 'perhaps'),
      callName: fc.string({ maxLength: 20 }),
      country: fc.constantFrom('', 'KE', 'ZZ'),
      language: fc.constantFrom('', 'ar', 'xx'),
      reach: fc.array(
        fc.record({
          channel: fc.constantFrom('chan_sms', 'chan_phone_call', 'x'),
          detail: fc.string({ maxLength: 20 }),
          safe: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
      urgency: fc.constantFrom('', 'urg_high', 'urg_unset'),
      reason: fc.string({ maxLength: 20 }),
      answered: fc.string({ maxLength: 20 }),
      answeredBy: fc.constantFrom('', 'chan_sms', 'x'),
    });
    fc.assert(
      fc.property(forms, (part) => {
        const form: EnterForm = { ...emptyEnterForm(now), ...part };
        if (enterProblem(form, now) !== null) return;
        const { account, answered, judged, claim } = enteredOf(form);
        const more = {
          answered: answered === null ? null : { ...answered, at: account.at },
          judged: judged === null ? null : { ...judged, replaces: [] },
          claim,
        };
        expect(canEnter(emptyRequest, colleague(1, 'officer'), account, more).ok).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });
});
