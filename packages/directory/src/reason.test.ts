import { describe, expect, it } from 'vitest';
import type { Answers } from './answers.ts';
import type { Entry } from './entry.ts';
import { judge, reason } from './reason.ts';
import { door, openDoor } from './testing/entries.ts';

const today = '2026-11-21';

/** A journalist from Belarus in Georgia: everything that the open door asks is answered. */
const her: Answers = {
  present: 'GE',
  origin: ['BY'],
  work: ['journalist'],
  happened: ['threat'],
  happenedOn: '2026-10-30',
  party: 'alone',
  needs: ['money'],
  soon: 'month',
  canReturn: 'no',
};
const listOf = (entry: Entry, answers: Answers = her, day = today) => judge(entry, answers, day).list;
const firstQuestion = (entry: Entry, answers: Answers = her) => judge(entry, answers, today).questions[0];
const whyNot = (entry: Entry, answers: Answers = her) =>
  judge(entry, answers, today)
    .findings.filter((one) => one.truth === 'no')
    .map((one) => one.code);

describe('whether it takes requests', () => {
  it('fits where it is open and everything else is met', () => {
    expect(listOf(openDoor)).toBe('fits');
  });
  it('is never a fit when it is closed or paused, even if somebody heard that it is open', () => {
    const told = { ...her, told: { 'open-door': { 'is-open-now': 'yes' } } } as const;
    expect(listOf(door({ state: { is: 'closed', calls: [], since: null } }), told)).toBe('not');
    expect(listOf(door({ state: { is: 'paused', calls: [], since: '2026-05' } }), told)).toBe('not');
  });
  it('is a question when nobody has seen whether it is open, and the answer settles it', () => {
    const entry = door({ state: { is: 'unknown', calls: [], since: null } });
    expect(firstQuestion(entry)).toEqual({ of: 'them', code: 'is-open-now' });
    expect(listOf(entry, { ...her, told: { 'open-door': { 'is-open-now': 'yes' } } })).toBe('fits');
    expect(listOf(entry, { ...her, told: { 'open-door': { 'is-open-now': 'no' } } })).toBe('not');
    expect(listOf(entry, { ...her, told: { 'another-door': { 'is-open-now': 'yes' } } })).toBe('ask');
  });
  it('fits on the days of a call, and is a question before and after it', () => {
    const entry = door({
      state: { is: 'calls', calls: [{ opens: '2026-11-01', closes: '2026-12-15' }], since: null },
    });
    expect(listOf(entry)).toBe('fits');
    expect(judge(entry, her, '2026-10-30').findings[0]).toMatchObject({
      code: 'call-later',
      details: { date: '2026-11-01' },
    });
    expect(listOf(entry, her, '2026-12-16')).toBe('ask');
  });
  it('becomes a question six months after its facts were read for an offer, twelve for a procedure', () => {
    const answers = { ...her, soon: undefined };
    expect(listOf(openDoor, answers, '2027-04-30')).toBe('fits');
    expect(listOf(openDoor, answers, '2027-05-01')).toBe('ask');
    const procedure = door({ kind: 'un-mechanism' });
    expect(listOf(procedure, answers, '2027-10-31')).toBe('fits');
    expect(listOf(procedure, answers, '2027-11-01')).toBe('ask');
  });
  it('counts anew from the day on which somebody checked', () => {
    expect(listOf(door({ checked: { on: '2027-04-10', by: 'intake' } }), her, '2027-10-09')).toBe('fits');
    expect(listOf(door({ checked: { on: '2027-04-10', by: 'intake' } }), her, '2027-10-10')).toBe('ask');
  });
});

describe('where', () => {
  it('tells being somewhere from coming from there', () => {
    const present = door({ where: [{ basis: 'present', places: ['GE'] }] });
    const origin = door({ where: [{ basis: 'origin', places: ['GE'] }] });
    expect(listOf(present)).toBe('fits');
    expect(whyNot(origin)).toEqual(['region-not-yours']);
  });
  it('asks where the source named a place without saying what it means', () => {
    expect(listOf(door({ where: [{ basis: 'unknown', places: ['BY'] }] }))).toBe('ask');
    expect(listOf(door({ where: [{ basis: 'unknown', places: ['SD'] }] }))).toBe('not');
  });
  it('asks at the edge of a region, and where a list was not seen', () => {
    expect(listOf(door({ where: [{ basis: 'present', places: ['R-EUR'] }] }))).toBe('ask');
    expect(listOf(door({ where: [{ basis: 'origin', places: ['R-ODA'] }] }))).toBe('ask');
  });
  it('shuts out people in exile only where that was said, and asks where nothing was', () => {
    expect(whyNot(door({ exile: 'no' }))).toEqual(['exile-excluded']);
    expect(firstQuestion(door({ exile: 'ask' }))).toEqual({ of: 'them', code: 'takes-people-in-exile' });
    expect(listOf(door({ exile: 'no' }), { ...her, present: 'BY' })).toBe('fits');
  });
  it('lets a second nationality in where only people of the listed ones alone are shut out', () => {
    const entry = door({ gates: [{ on: 'origin', notIn: ['R-EU'], notOnly: true }] });
    expect(listOf(entry, { ...her, origin: ['DE'] })).toBe('not');
    expect(listOf(entry, { ...her, origin: ['DE', 'BY'] })).toBe('fits');
  });
});

describe('for whom', () => {
  it('takes the narrower with the wider, and asks the wider about the narrower', () => {
    const women = door({ who: ['woman-journalist'] });
    expect(listOf(door({ who: ['journalist'] }), { ...her, work: ['woman-journalist'] })).toBe('fits');
    expect(firstQuestion(women)).toEqual({ of: 'her', code: 'is-woman-journalist' });
    expect(listOf(women, { ...her, details: { 'is-woman-journalist': 'yes' } })).toBe('fits');
    expect(listOf(women, { ...her, details: { 'is-woman-journalist': 'no' } })).toBe('not');
  });
  it('asks a journalist whether her work defends rights, where the door is for defenders', () => {
    const entry = door({ who: ['defender'] });
    expect(firstQuestion(entry)).toEqual({ of: 'her', code: 'rights-work' });
    expect(listOf(entry, { ...her, details: { 'rights-work': 'no' } })).toBe('not');
  });
  it('keeps what is for organisations from somebody who asks for herself', () => {
    expect(whyNot(door({ who: ['organisation'] }))).toEqual(['for-bodies-only']);
    expect(firstQuestion(door({ who: ['organisation'] }), { ...her, party: undefined })).toEqual({
      of: 'short',
      code: 'party',
    });
  });
  it('asks nothing twice: what she said already answers a condition', () => {
    const entry = door({
      gates: [
        { on: 'detail', code: 'because-of-work' },
        { on: 'detail', code: 'come-alone' },
      ],
    });
    expect(listOf(entry)).toBe('fits');
    expect(listOf(entry, { ...her, details: { 'come-alone': 'no' } })).toBe('not');
  });
});

describe('the family', () => {
  const family: Answers = { ...her, party: 'family', needs: ['place'], months: 6 };
  const shelter = door({ kind: 'shelter', family: 'unknown' });
  it('is a question where nobody has seen whether it may come', () => {
    expect(firstQuestion(shelter, family)).toEqual({ of: 'them', code: 'takes-families' });
  });
  it('may stay behind if she says so: then the question is settled', () => {
    expect(listOf(shelter, { ...family, details: { 'come-alone': 'yes' } })).toBe('fits');
    expect(firstQuestion(door({ kind: 'shelter', family: 'no' }), family)).toEqual({
      of: 'her',
      code: 'come-alone',
    });
    expect(
      listOf(door({ kind: 'shelter', family: 'no' }), { ...family, details: { 'come-alone': 'no' } }),
    ).toBe('not');
  });
  it('does not matter to somebody who only pays', () => {
    expect(listOf(door({ family: 'unknown' }), { ...her, party: 'family' })).toBe('fits');
  });
});

describe('how long and how soon', () => {
  const place: Answers = { ...her, needs: ['place'] };
  const months = (min: number | null, max: number | null) =>
    door({ kind: 'shelter', gives: { ...openDoor.gives, months: { min, max } } });
  it('is not for her where the longest stay is shorter than what she needs', () => {
    expect(whyNot(months(1, 3), { ...place, months: 6 })).toEqual(['length-too-short']);
  });
  it('is not for her where the shortest stay is longer than she can be away', () => {
    expect(whyNot(months(3, 6), { ...place, atMost: 0.5 })).toEqual(['length-too-long']);
    expect(listOf(months(0.25, 0.5), { ...place, atMost: 0.5 })).toBe('fits');
  });
  it('asks where the length was not seen', () => {
    expect(firstQuestion(months(null, null), { ...place, months: 6 })).toEqual({
      of: 'them',
      code: 'long-enough',
    });
  });
  it('does not send somebody who needs help in hours to a fund that is known to take weeks', () => {
    const slow = door({
      speed: {
        answerHours: null,
        urgentHours: null,
        decisionDays: { min: 21, max: 40 },
        helpDays: null,
        words: null,
      },
    });
    expect(whyNot(slow, { ...her, soon: 'hours' })).toEqual(['too-slow']);
    expect(listOf(slow, { ...her, soon: 'later' })).toBe('fits');
  });
  it('asks how fast it is, where nobody knows and hours matter', () => {
    const unseen = door({
      speed: {
        answerHours: null,
        urgentHours: null,
        decisionDays: { min: null, max: null },
        helpDays: null,
        words: null,
      },
    });
    expect(firstQuestion(unseen, { ...her, soon: 'hours' })).toEqual({ of: 'them', code: 'fast-enough' });
  });
});

describe('clocks', () => {
  const afterDisappearance = door({
    clocks: [{ within: 3, unit: 'months', side: 'after', of: 'disappearance', hard: true }],
  });
  const family: Answers = { ...her, happened: ['disappearance'], happenedOn: '2026-09-01' };
  it('says until when', () => {
    const finding = judge(afterDisappearance, family, today).findings.find(
      (one) => one.code === 'clock-running',
    );
    expect(finding).toMatchObject({ truth: 'yes', details: { date: '2026-12-01' } });
  });
  it('is not for her once the time has run out', () => {
    expect(whyNot(afterDisappearance, { ...family, happenedOn: '2026-08-01' })).toEqual(['clock-passed']);
  });
  it('asks for the day where the month alone does not decide', () => {
    expect(firstQuestion(afterDisappearance, { ...family, happenedOn: '2026-08' })).toEqual({
      of: 'short',
      code: 'happenedOn',
    });
  });
  it('does not run where nothing of the kind happened', () => {
    expect(listOf(afterDisappearance)).toBe('fits');
  });
});

describe('who opens the door', () => {
  const byHost = door({ openers: ['host'] });
  it('asks about the host where one must apply, and ends where there is none', () => {
    expect(firstQuestion(byHost)).toEqual({ of: 'her', code: 'has-host' });
    expect(listOf(byHost, { ...her, details: { 'has-host': 'yes' } })).toBe('fits');
    expect(whyNot(byHost, { ...her, details: { 'has-host': 'no' } })).toEqual(['opener-needed']);
  });
  it('needs only one of several ways in', () => {
    expect(listOf(door({ openers: ['host', 'self'] }), { ...her, details: { 'has-host': 'no' } })).toBe(
      'fits',
    );
  });
  it('asks where nobody has seen who may apply', () => {
    expect(firstQuestion(door({ openers: [] }))).toEqual({ of: 'them', code: 'self-application' });
  });
});

describe('the order', () => {
  const ids = (entries: readonly Entry[], answers: Answers = her) =>
    reason(entries, answers, today).fits.map((one) => one.id);
  it('puts what gives all that she needs before what goes some of the way', () => {
    const all = door({ id: 'all' });
    const part = door({ id: 'a-part', gives: { ...openDoor.gives, services: ['job-support'] } });
    expect(ids([part, all])).toEqual(['all', 'a-part']);
  });
  it('puts what is meant for her country before what is for anybody', () => {
    const near = door({ id: 'near', where: [{ basis: 'origin', places: ['BY'] }] });
    expect(ids([door({ id: 'anybody' }), near])).toEqual(['near', 'anybody']);
  });
  it('puts what is well known before what is hardly known, and equals by their ids', () => {
    expect(ids([door({ id: 'b' }), door({ id: 'a' }), door({ id: 'low', confidence: 'low' })])).toEqual([
      'a',
      'b',
      'low',
    ]);
  });
});

describe('warnings', () => {
  it('names low confidence, an undated source, an old one and an address that is not its own', () => {
    const doubtful = door({
      confidence: 'low',
      sourceDated: { from: null, to: null, words: null },
      link: { url: 'https://example.net/', own: false },
    });
    const codes = judge(doubtful, her, today).warnings.map((one) => one.code);
    expect(codes).toEqual(expect.arrayContaining(['low-confidence', 'undated', 'not-its-own-site']));
    const old = door({ sourceDated: { from: '2019', to: '2019', words: null } });
    expect(judge(old, her, today).warnings).toContainEqual({ code: 'old-source', date: '2019' });
  });
  it('does not keep a fit from being one', () => {
    expect(listOf(door({ confidence: 'low' }))).toBe('fits');
  });
});
