import { describe, expect, it } from 'vitest';
import { guardianships } from '../people/events.ts';
import { countPeople } from '../people/group.ts';
import { adviceOn } from '../risk/advice.ts';
import { baseOf, editOf } from '../shared/items.ts';
import { situationItems } from '../situation/events.ts';
import { act, dayAt, incident, judged } from '../testing/danger-of-a-case.ts';
import { id } from '../testing/people.ts';
import { personOf, relationOf } from '../testing/people-of-a-case.ts';
import { point, wholeStory } from '../testing/whole-story.ts';

const _start = Date.parse('2026-03-01T10:00:00Z');

describe('a trade unionist’s family, of whom only a child must leave', () => {
  const [father, girl, mother] = [id(221), id(222), id(223)];

  it('is one case of three people: the yes for the child is her parents’, she is heard herself, and they stay [invariant 11]', () => {
    const theirs = wholeStory(
      'They asked my daughter’s school for her timetable.',
      'urg_urgent',
      'A child is watched.',
    );
    theirs.open(
      0,
      'Plover 3',
      personOf(father, 'Plover', { roles: ['role_defender'], travelling: 'no', danger: 'yes' }),
      personOf(girl, 'Stint', {
        roles: ['role_dependant'],
        ageBand: '12_17',
        travelling: 'yes',
        danger: 'yes',
      }),
      personOf(mother, 'Ruff', { roles: ['role_relative_home'], travelling: 'no', danger: 'not_seen' }),
      relationOf(321, girl, 'fam_child', father),
      relationOf(322, girl, 'fam_child', mother),
    );
    theirs.on(
      1,
      ...[father, mother].map((guardian, index) =>
        editOf(guardianships, baseOf(undefined, id(331 + index)), {
          child: girl,
          guardian,
          basis: 'parent',
          voice: 'together',
          from: null,
          until: null,
          note: '',
        }),
      ),
    );
    theirs.on(1, judged(theirs.state(), id(601), { who: girl, on: dayAt(1), impact: 'impact_5' }));
    theirs.on(1, judged(theirs.state(), id(602), { who: father, on: dayAt(1), impact: 'impact_3' }));
    expect(theirs.bands().map(([who, , band]) => [who, band])).toEqual([
      [girl, 'risk_extreme'],
      [father, 'risk_medium'],
    ]);

    const use = {
      purpose: 'con_share_host',
      recipient: 'A boarding house',
      fields: ['name', 'danger'],
      persons: [girl],
    } as const;
    const yes = (number: number, saidBy: readonly string[]) =>
      ({
        type: 'ConsentWitnessed',
        v: 1,
        ask: {
          id: id(number),
          purpose: use.purpose,
          recipient: use.recipient,
          fields: use.fields,
          text: 'May she live with you?',
          version: 1,
          language: 'en',
          until: null,
        },
        person: girl,
        saidBy,
        childView: 'I want to finish school, and I want to ring home.',
        how: 'conch_oral_noted',
        on: dayAt(2),
        words: 'Yes.',
        interpreter: '',
        assured: ['understood', 'no_costs_nothing', 'may_withdraw', 'no_pressure'],
      }) as const;
    theirs.on(2, yes(51, [father]));
    expect(theirs.may(2, use)).toBe('lacking');
    theirs.on(2, yes(52, [father, mother]));
    expect(theirs.may(2, use)).toBe('consent');
    theirs.shares(3, 53, use, 'Her name and why she comes.');

    theirs.on(
      3,
      theirs.measure(21, {
        kind: 'internal_relocation',
        what: 'Stint to the boarding house.',
        whyThis: 'They follow her and not him.',
        considered: 'Another way to school: it was followed too.',
        fallback: 'Her aunt.',
      }),
    );
    theirs.answers(3, 21, { answer: 'agreed', words: 'All three of us.' });
    theirs.on(
      4,
      editOf(situationItems, baseOf(undefined, id(61)), {
        kind: 'place',
        country: 'KE',
        from: point(4),
        until: null,
        person: girl,
      }),
    );
    // Where the child lives is no move of the case: nobody takes her father for gone.
    expect(theirs.fits(5, [{ code: 'rule_alone', terms: {} }]).truth).toBe('does_not');
    theirs.on(9, theirs.measure(21, { state: 'done', outcome: 'She rings every evening.' }));
    theirs.closes(120, 'close_safe_otherwise', 'The watching stopped; she is home for the summer.');
    expect(theirs.state().phase).toBe('case_closed');
  });
});

describe('a group of five colleagues in one raid', () => {
  const five = [241, 242, 243, 244, 245].map(id);

  it('is one incident of acts against each, five judgements, and a measure for all that each may refuse [invariant 11]', () => {
    const theirs = wholeStory(
      'Our office was raided. Five of us were inside.',
      'urg_immediate',
      'Two are still held.',
    );
    theirs.open(
      0,
      'Knot 5',
      ...five.map((one, index) =>
        personOf(one, `Knot ${index + 1}`, {
          roles: index === 0 ? ['role_defender'] : ['role_defender', 'role_colleague'],
          danger: 'yes',
        }),
      ),
    );
    theirs.on(
      0,
      incident(id(801), {
        kind: 'inc_attack',
        when: point(0),
        happened: 'Men without badges took computers and two people.',
        link: 'link_clear',
      }),
      act(id(811), id(801), { what: 'act_privacy_raid', victims: five }),
      act(id(812), id(801), { what: 'act_liberty_short_term_detention', victims: five.slice(0, 2) }),
      act(id(813), id(801), { what: 'act_property_confiscation', victims: ['who_us'] }),
    );
    expect(theirs.fits(1, [{ code: 'rule_group_size', terms: { number: 2 } }]).truth).toBe('ask');
    expect(countPeople(theirs.state().parts.people)).toMatchObject({ people: 5 });
    const unjudged = adviceOn(theirs.state(), dayAt(1)).find(({ code }) => code === 'unjudged')?.of ?? [];
    for (const one of five) expect(unjudged).toContain(one);
    for (const [index, one] of five.entries())
      theirs.on(
        1,
        judged(theirs.state(), id(601 + index), {
          who: one,
          on: dayAt(1),
          likelihood: index < 2 ? 'like_5' : 'like_2',
        }),
      );
    expect(theirs.bands().filter(([, , band]) => band === 'risk_extreme')).toHaveLength(2);
    // The organisation was struck as well, and somebody looks at its own danger.
    expect(theirs.due(1)).toEqual(['risk_review']);
    theirs.on(
      1,
      judged(theirs.state(), id(609), {
        who: 'who_us',
        on: dayAt(1),
        likelihood: 'like_2',
        impact: 'impact_2',
      }),
    );
    expect(theirs.due(1)).toEqual([]);
    // One yes is no yes of the other four.
    const use = {
      purpose: 'con_public_name',
      recipient: 'The press',
      fields: ['name'],
      persons: five,
    } as const;
    expect(theirs.may(2, use)).toBe('not_asked');
    theirs.on(
      2,
      theirs.measure(21, {
        kind: 'digital_security',
        what: 'New machines, and every password.',
        fallback: 'Paper.',
      }),
    );
    theirs.on(
      2,
      theirs.measure(22, {
        kind: 'legal_defence',
        what: 'Two lawyers for the two who are held.',
        fallback: 'The bar.',
      }),
    );
    theirs.answers(3, 21, { answer: 'agreed', words: 'All five.' });
    theirs.answers(3, 22, { answer: 'agreed', words: 'All five.' });
    theirs.on(
      20,
      theirs.measure(21, { state: 'done', outcome: 'Done.' }),
      theirs.measure(22, { state: 'done', outcome: 'Both are free.' }),
    );
    for (const [index, one] of five.entries())
      theirs.on(
        30,
        judged(theirs.state(), id(611 + index), {
          who: one,
          on: dayAt(30),
          likelihood: 'like_2',
          impact: 'impact_2',
        }),
      );
    expect(new Set(theirs.bands().map(([, , band]) => band))).toEqual(new Set(['risk_low']));
    theirs.closes(60, 'close_support_completed', 'All five work again.');
    expect(theirs.unfinished()).toEqual([]);
  });
});
