import { describe, expect, it } from 'vitest';
import { canChangeState, canOpenCase } from '../case/rules.ts';
import { type CaseState, emptyCase, foldCase } from '../case/state.ts';
import { type Voices, voicesOf } from '../consent/voices.ts';
import { openTasks, sectionOf } from '../task/open.ts';
import { at, colleague, hash, id, tell } from '../testing/people.ts';
import { forgettingDay } from './retention.ts';
import { askedAfter, canEnd, type Ending, followUpDay, usualFollowUps } from './rules.ts';
import { openFollowUps, outcomesOf } from './state.ts';

const officer = colleague(1, 'officer');
const second = colleague(2, 'officer');
const today = '2026-11-21';

function opened(): CaseState {
  const opening = {
    pseudonym: 'Heron 12',
    fromConversation: hash(50),
    teams: [id(101)],
    responsible: officer.member,
    urgency: null,
  };
  return told(
    emptyCase,
    1,
    canOpenCase(officer, opening, () => false),
  );
}

function told(state: CaseState, entry: number, events: ReturnType<typeof canOpenCase>): CaseState {
  if (!events.ok) throw new Error(JSON.stringify(events.error));
  return events.value.reduce(
    (before, event, index) => foldCase(before, event, at(entry, officer, { index })),
    state,
  );
}

const closing = {
  state: 'case_closed',
  reason: 'The plan is done.',
  closure: 'close_support_completed',
} as const;
const ending: Ending = {
  outcome: {
    id: id(7),
    on: today,
    outcomes: ['out_continued_work', 'out_feels_safer'],
    note: 'She said so.',
  },
  farewell: {
    id: id(8),
    wayBack: 'The same door, the same words.',
    wishes: 'Destroy the photographs.',
    alternatives: '',
  },
  followUps: usualFollowUps.map((months, index) => ({
    id: id(20 + index),
    due: followUpDay(today, months),
    months,
  })),
};
const ended = (): CaseState => told(opened(), 2, canEnd(opened(), officer, closing, ending));

describe('the end of a case', () => {
  it('is one act: reason, what became of her, the way back, and three days on which she is asked again', () => {
    const { phase, parts } = ended();
    expect(phase).toBe('case_closed');
    expect(outcomesOf(parts.outcome)).toHaveLength(1);
    expect(parts.outcome.farewells.size).toBe(1);
    expect(openFollowUps(parts.outcome).map(({ fields }) => fields.due?.[0]?.value)).toEqual([
      '2027-02-21',
      '2027-05-21',
      '2027-11-21',
    ]);
  });

  it('makes a task of each follow-up by itself, early enough, and stays closed all the while [invariant 9]', () => {
    const state = ended();
    const tasks = openTasks(state).filter(({ kind }) => kind === 'follow_up');
    expect(tasks.map(({ part, item }) => [part, item])).toEqual(
      [20, 21, 22].map((one) => ['outcome', id(one)]),
    );
    const [first] = tasks;
    if (first === undefined) throw new Error('no task');
    expect(sectionOf(first, '2027-01-01')).toBe('not_yet');
    expect(sectionOf(first, '2027-02-10')).toBe('later');
    expect(sectionOf(first, '2027-02-22')).toBe('late');
    expect(state.phase).toBe('case_closed');
  });

  it('is not undone by what is heard at a follow-up, whatever it is', () => {
    const heard = {
      type: 'OutcomeKept',
      v: 1,
      id: id(30),
      set: { on: '2027-02-21', followUp: id(20), outcomes: ['out_new_threat'], safe: 'no' },
      replaces: {},
    };
    const state = tell(ended(), foldCase, [[heard, at(3, second)]]);
    // A person reads it and opens the case again, or does not: the file never does so by itself.
    expect(state.phase).toBe('case_closed');
    expect(openTasks(state).filter(({ kind }) => kind === 'follow_up')).toHaveLength(2);
    expect(outcomesOf(state.parts.outcome)[0]?.id).toBe(id(30));
  });

  it('asks again where what was heard was put away as a mistake', () => {
    const heard = {
      type: 'OutcomeKept',
      v: 1,
      id: id(30),
      set: { on: today, followUp: id(20), outcomes: [] },
      replaces: {},
    };
    const state = tell(ended(), foldCase, [
      [heard, at(3, second)],
      [{ type: 'OutcomePutAway', v: 1, id: id(30), reason: 'It was somebody else.' }, at(4, second)],
    ]);
    expect(openFollowUps(state.parts.outcome)).toHaveLength(3);
  });

  it('keeps both where two people wrote down apart what became of her', () => {
    const set = (note: string) => ({ type: 'OutcomeKept', v: 1, id: id(7), set: { note }, replaces: {} });
    const state = tell(ended(), foldCase, [
      [set('She works again.'), at(3, officer)],
      [set('She rests.'), at(4, second)],
    ]);
    expect(state.parts.outcome.outcomes.get(id(7))?.fields.note?.map(({ value }) => value)).toEqual([
      'She said so.',
      'She works again.',
      'She rests.',
    ]);
  });

  it('is refused as a whole where the closing is: nothing is half written', () => {
    const state = ended();
    expect(canEnd(state, officer, closing, ending)).toMatchObject({
      ok: false,
      error: { code: 'no_change' },
    });
    expect(canChangeState(opened(), officer, { ...closing, closure: null }).ok).toBe(false);
    expect(canEnd(opened(), officer, { ...closing, closure: null }, ending).ok).toBe(false);
  });
});

describe('the end of a case with a no of ours [invariant 8]', () => {
  const no = {
    state: 'case_closed',
    reason: 'We have no money.',
    closure: 'close_declined_no_capacity',
  } as const;
  const said = (farewell: Partial<NonNullable<Ending['farewell']>> | null): Ending => ({
    outcome: null,
    farewell:
      farewell === null ? null : { id: id(8), wayBack: '', wishes: '', alternatives: '', ...farewell },
    followUps: [],
  });
  const wayBack = 'The same door, the same words.';

  it('is refused without what else may help, and without a way back', () => {
    const why = (ending: Ending) => {
      const allowed = canEnd(opened(), officer, no, ending);
      return allowed.ok ? 'ended' : allowed.error.code;
    };
    expect(why(said(null))).toBe('alternatives_needed');
    expect(why(said({ wayBack }))).toBe('alternatives_needed');
    expect(why(said({ wayBack, alternatives: '  ' }))).toBe('alternatives_needed');
    expect(why(said({ alternatives: 'A fund in the north.' }))).toBe('malformed');
    expect(why(said({ wayBack, alternatives: 'A fund in the north.' }))).toBe('ended');
    // Any other end owes her neither.
    expect(canEnd(opened(), officer, closing, said(null)).ok).toBe(true);
  });

  it('keeps its reason code, both, and the day on which it may be forgotten', () => {
    const state = told(
      opened(),
      2,
      canEnd(opened(), officer, no, said({ wayBack, alternatives: 'A fund.' })),
    );
    expect(state.phaseHistory.at(-1)).toMatchObject({ closure: no.closure });
    const [farewell] = [...state.parts.outcome.farewells.values()];
    expect(farewell?.fields.alternatives?.map(({ value }) => value)).toEqual(['A fund.']);
    expect(farewell?.fields.wayBack?.map(({ value }) => value)).toEqual([wayBack]);
    expect(forgettingDay(state)).not.toBe(null);
  });
});

describe('asking her afterwards', () => {
  it('is hers to allow: without a word nothing is known, and a refusal counts until she agrees anew', () => {
    const state = opened();
    expect(askedAfter(voicesOf(state, []), today)).toBe('not_asked');
    const asked = (answers: readonly ('given' | 'refused' | 'withdrawn')[]): Voices =>
      voicesOf(state, [
        {
          conversation: hash(50),
          consents: [
            {
              ask: {
                id: id(60),
                purpose: 'con_follow_up',
                recipient: 'Synthetic Aid',
                fields: ['contact'],
                text: 'May we ask you in some months how you are?',
                version: 1,
                language: 'en',
                until: '2028-01-01',
              },
              askedIn: hash(61),
              askedBy: officer.member,
              askedAt: 1,
              history: answers.map((answer, index) => ({
                answer,
                at: Date.UTC(2026, 10, 1 + index),
                place: index,
                item: hash(70 + index),
                words: '',
                effect: 'counts' as const,
              })),
            },
          ],
        },
      ]);
    expect(askedAfter(asked([]), today)).toBe('not_asked');
    expect(askedAfter(asked(['given']), today)).toBe('given');
    expect(askedAfter(asked(['refused']), today)).toBe('refused');
    expect(askedAfter(asked(['given', 'withdrawn']), today)).toBe('refused');
    expect(askedAfter(asked(['refused', 'given']), today)).toBe('given');
  });
});
