import { describe, expect, it } from 'vitest';
import { type CaseState, emptyCase, foldCase } from '../case/state.ts';
import { clocksIn } from '../clock/all.ts';
import { askOf, yesOf } from '../testing/consents-of-a-case.ts';
import { at, colleague, id } from '../testing/people.ts';
import { landDefender, them } from '../testing/people-of-a-case.ts';
import type { ConsentEvent } from './events.ts';
import { mayShare } from './share.ts';
import { voicesOf } from './voices.ts';
import { withdrawOf } from './withdrawal.ts';

const officer = colleague(1, 'officer');
const second = colleague(2, 'officer');
const reader = colleague(4, 'reader');
const today = '2026-11-21';
const use = {
  purpose: 'con_referral_identity',
  recipient: 'North Wind House',
  fields: ['name'],
  persons: [them.defender],
} as const;
const may = (state: CaseState) => mayShare(voicesOf(state, []), use, today).ok;

let entry = 30_000;
const told = (state: CaseState, event: unknown, who = officer, more: object = {}): CaseState => {
  entry += 1;
  return foldCase(state, event, at(entry, who, more));
};
const opened = landDefender.reduce(
  (state, event) => told(state, event),
  told(emptyCase, { type: 'CaseOpened', v: 1, pseudonym: 'Heron 12', fromConversation: null, teams: [] }),
);
const yes = yesOf(askOf(1, { until: '2026-12-31' }), them.defender);
const stop = withdrawOf(
  { person: them.defender, consents: 'all' },
  { id: id(50), how: 'conch_oral_noted', on: today, words: 'Stop.' },
);

describe('consents in the record of a case', () => {
  it('[rule 3] that give wait for a new signature after a fork, and those that stop count at once', () => {
    const late = told(opened, yes, officer, { readmitted: true });
    expect(late.kept.at(-1)?.why).toMatchObject({ refusal: { code: 'signature_to_renew' } });
    expect(may(late)).toBe(false);
    const given = told(opened, yes);
    expect(may(given)).toBe(true);
    const stopped = told(given, stop, second, { readmitted: true });
    expect(may(stopped)).toBe(false);
    const ask = askOf(2, { purpose: 'con_share_authority' });
    const again: ConsentEvent = {
      type: 'ConsentSeconded',
      v: 1,
      consent: ask.id,
      how: 'called_back',
      on: today,
      words: '',
      urgent: '',
    };
    const heard = told(opened, yesOf(ask, them.defender));
    const renewed = told(heard, again, second, { readmitted: true });
    expect(renewed.parts.consents.witnessed.get(ask.id)?.seconds).toEqual([]);
  });

  it('[rule 1] are written by whoever works on the case: a reader’s yes is kept and changes nothing', () => {
    const tried = told(opened, yes, reader);
    expect(tried.kept.at(-1)?.why).toMatchObject({ refusal: { code: 'role' } });
    expect(may(tried)).toBe(false);
  });

  it('[invariant 9] raise their hand before they end, among all clocks of the case', () => {
    const kinds = clocksIn(told(opened, yes)).filter(({ part }) => part === 'consents');
    expect(kinds).toMatchObject([
      { kind: 'consent', item: id(1), until: '2026-12-31', person: them.defender },
    ]);
    expect(clocksIn(told(told(opened, yes), stop)).filter(({ part }) => part === 'consents')).toEqual([]);
  });

  it('do not change when people, roles and relations do', () => {
    const given = told(opened, yes);
    const after = [
      { type: 'RelationPutAway', v: 1, id: id(301), reason: 'Wrong.' },
      { type: 'PersonPutAway', v: 1, id: them.son, reason: 'Twice.' },
    ].reduce((state, event) => told(state, event), given);
    expect(after.parts.consents).toBe(given.parts.consents);
    expect(may(after)).toBe(true);
  });
});
