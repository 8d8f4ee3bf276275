import { describe, expect, it } from 'vitest';
import { emptyCase, foldCase } from '../case/state.ts';
import type { CheckInStanding } from '../request/alarm.ts';
import { baseOf, editOf, putAwayOf } from '../shared/items.ts';
import { at, colleague, days, hour, id, minute, tell } from '../testing/people.ts';
import {
  type AgreedCheckIn,
  checkInItems,
  coverItems,
  ladderItems,
  pauseItems,
  type SaidWord,
} from './events.ts';
import { looksAfter, nextSignDue, roundsOf, rungsDue, silenceAt, silenceCalls } from './silence.ts';
import { watchOf } from './watch.ts';

const officer = colleague(1, 'officer');
const second = colleague(2, 'officer');
const start = Date.UTC(2026, 10, 20, 21);
const on = (moment: number) => new Date(moment).toISOString().slice(0, 16);

const opened = tell(emptyCase, foldCase, [
  [
    { type: 'CaseOpened', v: 1, pseudonym: 'Tern 4', fromConversation: null, teams: [id(101)] },
    at(1, officer),
  ],
]);
/** A journalist leaves by road: every evening at nine she calls and says the word, an hour is given. */
const evening: AgreedCheckIn = {
  rhythm: { every: 24 },
  from: start,
  until: start + 10 * days,
  grace: 60,
  way: 'She calls the second number.',
  silence: 'After an hour we ring her sister, after three the lawyer.',
  language: 'en',
  safeWord: 'the figs are ripe',
  forceWord: 'the well is dry',
};
const agreed = editOf(checkInItems, baseOf<AgreedCheckIn>(undefined, id(30)), evening);
const rung = (number: number, after: number, what: string, who: string | null = null) =>
  editOf(ladderItems, baseOf<never>(undefined, id(number)), {
    after,
    what,
    who,
    whom: 'Contact 2',
    contact: null,
  } as never);
const onTheWay = tell(opened, foldCase, [
  [agreed, at(2, officer)],
  [rung(42, 180, 'Call the lawyer', second.member), at(3, officer)],
  [rung(41, 0, 'Call her sister'), at(4, officer)],
]);
const heard = (moment: number, word: SaidWord = 'safe', safe = true) => ({
  type: 'SignHeard',
  v: 1,
  at: moment,
  safe,
  word,
  way: 'Second number',
  note: '',
});
const climbed = (step: number, round: number, moment: number) => ({
  type: 'LadderStepDone',
  v: 1,
  step: id(step),
  round,
  on: moment,
  note: 'No answer.',
});
const silence = (state: typeof opened, now: number, standing: CheckInStanding | null = null) =>
  silenceAt(watchOf(state.parts.checkIns), standing, now);

describe('a journalist on the way', () => {
  it('is awaited before her time comes, waited for through the grace, and late only then [invariant 10]', () => {
    expect(silence(onTheWay, start - 3 * hour)).toBeNull();
    expect(silence(onTheWay, start - hour)).toMatchObject({ stage: 'coming', round: start, missed: 0 });
    expect(silence(onTheWay, start + 59 * minute)).toMatchObject({ stage: 'waited' });
    expect(silence(onTheWay, start + 60 * minute)).toMatchObject({ stage: 'late', missed: 1 });
  });

  it('closes the round by the agreed word; by no other, and by none although one was agreed', () => {
    const calls = (word: SaidWord, safe = true) =>
      silence(foldCase(onTheWay, heard(start + 5 * minute, word, safe), at(5, officer)), start + 2 * hour);
    expect(calls('safe')).toBeNull();
    expect(calls('missing')).toMatchObject({ stage: 'late' });
    expect(calls('force')).toMatchObject({ stage: 'danger', round: start + 5 * minute });
    expect(calls('safe', false)).toMatchObject({ stage: 'danger' });
  });

  it('is silent on the second night: the ladder is climbed rung by rung, each by somebody with a name [invariant 10]', () => {
    const firstNight = foldCase(onTheWay, heard(start + 10 * minute), at(5, officer));
    const night = start + days;
    const now = night + hour + 5 * minute;
    const late = silence(firstNight, now);
    expect(late).toMatchObject({ stage: 'late', round: night, missed: 1 });
    if (late === null) throw new Error('no silence');
    expect(late.rungs.map(({ what, dueAt }) => [what, on(dueAt)])).toEqual([
      ['Call her sister', on(night + hour)],
      ['Call the lawyer', on(night + 4 * hour)],
    ]);
    expect(rungsDue(late, now).map(({ what }) => what)).toEqual(['Call her sister']);
    const called = foldCase(firstNight, climbed(41, night, now), at(6, officer));
    const after = silence(called, night + 4 * hour);
    expect(after && rungsDue(after, night + 4 * hour).map(({ what }) => what)).toEqual(['Call the lawyer']);
    // The third night is silent too: it is the same silence, and what was climbed stays climbed.
    expect(silence(called, night + 26 * hour)).toMatchObject({
      round: night,
      missed: 2,
      rungs: [{ done: [{ by: officer.member, on: now }] }, { done: [] }],
    });
  });

  it('climbs one rung once where two officers do it apart, and both names stay', () => {
    const night = start;
    const both = tell(onTheWay, foldCase, [
      [climbed(41, night, night + 61 * minute), at(5, officer)],
      [climbed(41, night, night + 63 * minute), at(6, second)],
      [climbed(41, night, night + 64 * minute), at(7, second)],
    ]);
    expect(silence(both, night + 2 * hour)?.rungs[0]?.done.map(({ by }) => by)).toEqual([
      officer.member,
      second.member,
    ]);
  });

  it('ends her silence by a call, whenever it is written down, and the ladder begins anew with the next one', () => {
    const story = tell(onTheWay, foldCase, [
      [climbed(41, start, start + 65 * minute), at(5, officer)],
      [heard(start + 3 * hour), at(6, officer)],
    ]);
    expect(silence(story, start + 5 * hour)).toBeNull();
    expect(silence(story, start + 26 * hour)?.rungs.every(({ done }) => done.length === 0)).toBe(true);
    // Written after the second night, about the first: it does not answer the second.
    const written = foldCase(onTheWay, heard(start + 30 * minute), at(5, officer));
    expect(silence(written, start + 26 * hour)).toMatchObject({ round: start + days });
  });

  it('is not asked for while a pause runs to which she agreed, and is again from the first round after it [invariant 10]', () => {
    const pause = editOf(pauseItems, baseOf<never>(undefined, id(50)), {
      from: start - hour,
      until: start + 2 * days - hour,
      why: 'She crosses the mountains.',
      agreed: 'In the call of Monday.',
    } as never);
    const paused = foldCase(onTheWay, pause, at(5, officer));
    expect(silence(paused, start + 30 * hour)).toBeNull();
    expect(nextSignDue(watchOf(paused.parts.checkIns), null)).toBe(start + 2 * days);
    const back = foldCase(paused, putAwayOf(pauseItems, id(50), 'She stays.'), at(6, officer));
    expect(silence(back, start + 30 * hour)).toMatchObject({ stage: 'late', round: start });
  });

  it('is found in prison: the silence ends with its reason and nobody is called for it again', () => {
    const found = {
      type: 'SilenceEnded',
      v: 1,
      round: start,
      on: start + 5 * hour,
      how: 'detained',
      note: 'The lawyer saw her.',
    };
    const state = foldCase(onTheWay, found, at(5, officer));
    expect(silence(state, start + 6 * hour)).toBeNull();
    expect(silence(state, start + 26 * hour)).toMatchObject({ round: start + days });
  });

  it('is looked after by a colleague while the officer is away', () => {
    const cover = editOf(coverItems, baseOf<never>(undefined, id(60)), {
      member: second.member,
      from: start,
      until: start + 2 * days,
    } as never);
    const watch = watchOf(foldCase(onTheWay, cover, at(5, officer)).parts.checkIns);
    expect(looksAfter(watch, officer.member, start - 1)).toBe(officer.member);
    expect(looksAfter(watch, officer.member, start + hour)).toBe(second.member);
    expect(looksAfter(watch, officer.member, start + 2 * days)).toBe(officer.member);
  });

  it('leaves times with the relay at which people are called although no desk is open [invariant 10]', () => {
    const calls = (now: number) => silenceCalls(watchOf(onTheWay.parts.checkIns), null, now).map(on);
    expect(calls(start - 5 * days)).toEqual([on(start + hour), on(start + 4 * hour)]);
    expect(calls(start + 2 * hour)).toEqual([on(start + 4 * hour)]);
    expect(silenceCalls(null, null, start)).toEqual([]);
  });
});

describe('what she agreed to at the door', () => {
  const door = (more: Partial<CheckInStanding> = {}): CheckInStanding => ({
    plan: {
      id: id(9),
      rhythm: { every: 12 },
      from: start,
      until: null,
      grace: 30,
      silence: 'We ring the lawyer.',
      language: 'en',
    },
    proposed: null,
    lastSafe: null,
    notSafe: null,
    seenTo: null,
    ...more,
  });
  const onlyLadder = foldCase(opened, rung(41, 0, 'Call her sister'), at(2, officer));

  it('climbs the same ladder, and a word by voice closes its round as one by the door does [invariant 10]', () => {
    expect(silence(onlyLadder, start + hour, door())).toMatchObject({
      stage: 'late',
      rungs: [{ what: 'Call her sister' }],
    });
    expect(silence(onlyLadder, start + hour, door({ lastSafe: start + minute }))).toBeNull();
    const called = foldCase(onlyLadder, heard(start + minute, 'none_agreed'), at(3, officer));
    expect(silence(called, start + hour, door())).toBeNull();
  });

  it('holds danger until she herself says that she is safe, by whichever way', () => {
    const notSafe = door({ notSafe: start + 2 * hour });
    expect(silence(onlyLadder, start + 3 * hour, notSafe)).toMatchObject({ stage: 'danger' });
    const before = foldCase(onlyLadder, heard(start + hour, 'none_agreed'), at(3, officer));
    expect(silence(before, start + 3 * hour, notSafe)).toMatchObject({ stage: 'danger' });
    const after = foldCase(onlyLadder, heard(start + 3 * hour, 'none_agreed'), at(3, officer));
    expect(silence(after, start + 4 * hour, notSafe)).toBeNull();
  });

  it('is told of not so long before where rounds follow each other closely', () => {
    const hourly = door({ lastSafe: start - 5 * hour });
    const plan = { ...hourly.plan, rhythm: { every: 1 } } as NonNullable<CheckInStanding['plan']>;
    expect(silence(opened, start - 20 * minute, { ...hourly, plan })).toBeNull();
    expect(silence(opened, start - 10 * minute, { ...hourly, plan })).toMatchObject({ stage: 'coming' });
  });

  it('is told round by round: answered, paused, missed, or still open', () => {
    const { plan } = door();
    if (plan === null) throw new Error('no plan');
    const pauses = [{ from: start + 11 * hour, until: start + 13 * hour }];
    const span = { from: start, to: start + 48 * hour, now: start + 40 * hour };
    const rounds = roundsOf(plan, { pauses }, [start + 10 * minute], span);
    expect(rounds.map(({ came }) => came)).toEqual(['answered', 'paused', 'missed', 'missed', 'open']);
  });
});
