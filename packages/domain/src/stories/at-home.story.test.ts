import { describe, expect, it } from 'vitest';
import { checkInItems, ladderItems } from '../check-in/events.ts';
import { silenceAt } from '../check-in/silence.ts';
import { watchOf } from '../check-in/watch.ts';
import { countPeople } from '../people/group.ts';
import { contactItems, pageItems, planPage } from '../plan/events.ts';
import { suggestedUrgency } from '../request/queue.ts';
import { adviceOn } from '../risk/advice.ts';
import { baseOf, editOf, putAwayOf } from '../shared/items.ts';
import { actor, dayAt, incident, judged, threat } from '../testing/danger-of-a-case.ts';
import { days, id } from '../testing/people.ts';
import { landDefender, personOf, them } from '../testing/people-of-a-case.ts';
import { point, wholeStory } from '../testing/whole-story.ts';

const start = Date.parse('2026-03-01T10:00:00Z');

describe('a woman land defender with three children', () => {
  it('is judged with each of them, stays because she wants to, is awaited every evening, and her case ends in safety', () => {
    const her = wholeStory('Men came to my fence.', 'urg_urgent', 'They named the night.');
    her.open(1, 'Heron 12', ...landDefender);
    expect(countPeople(her.state().parts.people).people).toBe(7);
    her.on(
      1,
      actor(id(501), 'The guards of the mine', { kind: 'perp_company' }),
      threat(id(511), 'They will burn the house', {
        kind: 'threat_declared',
        whom: [them.defender, them.son],
      }),
    );
    her.on(2, judged(her.state(), id(601), { who: them.defender, on: dayAt(2), impact: 'impact_5' }));
    her.on(2, judged(her.state(), id(602), { who: them.son, on: dayAt(2) }));
    expect(her.bands().map(([who, , band]) => [who, band])).toEqual([
      [them.defender, 'risk_extreme'],
      [them.son, 'risk_high'],
    ]);
    expect(adviceOn(her.state(), dayAt(2)).map(({ code }) => code)).toContain('unjudged');

    // Moving is argued before she is asked, and she may say no to it without an argument.
    her.on(3, her.measure(21, { kind: 'regional_relocation', what: 'Three months near the coast.' }));
    expect(() => her.answers(3, 21, { answer: 'agreed', words: 'Yes.' })).toThrow('whyThis');
    her.answers(3, 21, { answer: 'refused', words: 'The harvest would be lost, and my mother alone.' });
    her.on(4, her.measure(21, { state: 'stopped', outcome: 'She stays.' }));
    her.on(
      4,
      her.measure(22, { kind: 'accompaniment', what: 'Two neighbours each night.', fallback: 'The parish.' }),
    );
    her.answers(4, 22, { answer: 'agreed', words: 'Yes. I chose them.' });
    her.on(
      4,
      editOf(contactItems, baseOf(undefined, id(31)), {
        who: 'Her sister',
        occasions: ['arrest', 'silence'],
        rank: 1,
      }),
      editOf(pageItems, baseOf(undefined, planPage), {
        publicity: 'harms',
        publicityAgainst: 'The uncle reads it.',
      }),
    );
    expect(her.gaps()).toEqual([]);

    // Every evening a sign; the second is missed and the ladder is climbed.
    const evening = start + 5 * days;
    her.on(
      5,
      editOf(checkInItems, baseOf(undefined, id(41)), {
        rhythm: { every: 24 },
        from: evening,
        until: evening + 30 * days,
        grace: 60,
        way: 'She rings.',
        silence: 'We ring her sister.',
        language: 'es',
        safeWord: 'the figs',
        forceWord: 'the well',
      }),
      editOf(ladderItems, baseOf(undefined, id(42)), {
        after: 0,
        what: 'Ring her sister',
        who: null,
        whom: '',
        contact: id(31),
      }),
    );
    her.on(5, { type: 'SignHeard', v: 1, at: evening, safe: true, word: 'safe', way: 'She rang.', note: '' });
    const late = silenceAt(watchOf(her.state().parts.checkIns), null, evening + 2 * days);
    expect(late).toMatchObject({ stage: 'late', round: evening + days });
    her.on(7, {
      type: 'SignHeard',
      v: 1,
      at: evening + 2 * days,
      safe: true,
      word: 'safe',
      way: 'She rang.',
      note: '',
    });
    expect(silenceAt(watchOf(her.state().parts.checkIns), null, evening + 2 * days)).toBeNull();

    her.on(
      40,
      judged(her.state(), id(603), {
        who: them.defender,
        on: dayAt(40),
        likelihood: 'like_1',
        impact: 'impact_2',
      }),
    );
    her.on(
      40,
      judged(her.state(), id(604), {
        who: them.son,
        on: dayAt(40),
        likelihood: 'like_1',
        impact: 'impact_2',
      }),
    );
    expect(her.bands().every(([, , band]) => band === 'risk_low')).toBe(true);
    expect(her.unfinished()).toEqual(['checkIns']);
    her.on(41, putAwayOf(checkInItems, id(41), 'She feels safe.'));
    her.closes(42, 'close_support_completed', 'The mine left; she said that it is enough.');
    expect(her.state().phase).toBe('case_closed');
    expect(her.due(42 + 365)).toEqual(['retention']);
  });
});

describe('a witness of a crime', () => {
  const witness = id(231);

  it('is no defender by having seen: the danger is real, the link is argued, and the door that fits is another one', () => {
    const his = wholeStory(
      'I saw who shot the teacher. They know my face.',
      'urg_urgent',
      'They know his face.',
    );
    his.says(0, { type: 'add', danger48h: 'yes' });
    expect(suggestedUrgency(his.talk())).toBe('urg_immediate');
    his.open(
      0,
      'Teal 8',
      personOf(witness, 'Teal', { roles: ['role_defender', 'role_witness'], danger: 'yes' }),
    );
    his.on(
      0,
      incident(id(801), {
        kind: 'inc_attack',
        when: point(-2),
        happened: 'A teacher was shot before his eyes.',
        graphic: true,
        link: 'link_unlikely',
      }),
    );
    // It was the teacher’s work and not his: the incident is no event of his work.
    expect(his.fits(1, [{ code: 'rule_recency', terms: { months: 3 } }]).truth).toBe('ask');
    const threeParts = [
      { code: 'rule_three_part', terms: { tests: ['defender', 'danger', 'link'] } },
    ] as const;
    expect(his.fits(1, threeParts).asks).toEqual(['test_defender', 'test_danger', 'test_link']);
    his.argues(1, 'danger', 'yes', 'They came to his street twice.');
    his.argues(1, 'defender', 'no', 'He drives a bus, and says himself that he stays out of all that.');
    his.argues(1, 'link', 'no', 'He is hunted for what he saw and not for what he does.');
    expect(his.fits(1, threeParts).truth).toBe('does_not');
    // He is not left alone for that: what keeps him alive tonight is a plan all the same.
    his.on(
      1,
      his.measure(21, {
        kind: 'safe_house',
        what: 'Two nights with the sisters.',
        fallback: 'The prosecutor’s guard.',
      }),
    );
    his.answers(1, 21, { answer: 'agreed', words: 'Tonight, please.' });
    const use = {
      purpose: 'con_referral_identity',
      recipient: 'The witness unit of the court',
      fields: ['name', 'story'],
      persons: [],
    } as const;
    expect(his.may(1, use)).toBe('not_asked');
    his.consents(1, { number: 51, ...use });
    expect(his.may(1, use)).toBe('consent');
    his.shares(2, 52, use, 'Who he is and what he saw.');
    his.closes(6, 'close_referred_accepted', 'The witness unit took him in.');
    expect(his.unfinished()).toEqual([]);
  });
});
