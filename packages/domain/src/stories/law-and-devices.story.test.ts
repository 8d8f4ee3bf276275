import { describe, expect, it } from 'vitest';
import { canSetCaseUrgency } from '../case/rules.ts';
import { recipientsToTell } from '../consent/withdrawal.ts';
import { retriageFor } from '../incident/rules.ts';
import { openGuest } from '../request/state.ts';
import { officer, second } from '../testing/conversation.ts';
import { act, actor, dayAt, incident, judged } from '../testing/danger-of-a-case.ts';
import { id } from '../testing/people.ts';
import { personOf, relationOf } from '../testing/people-of-a-case.ts';
import { point, wholeStory } from '../testing/whole-story.ts';

describe('a lawyer listed as a terrorist, with her cousins', () => {
  const [lawyer, cousin, another] = [id(411), id(412), id(413)];

  it('is one listing of three people: each is judged, money goes nowhere on it, and a state is told nothing without two', () => {
    const story = wholeStory(
      'I am on the list since Tuesday. So are my cousins.',
      'urg_urgent',
      'Accounts are frozen.',
    );
    story.open(
      0,
      'Ibis 3',
      personOf(lawyer, 'Ibis', { roles: ['role_defender', 'role_lawyer'], danger: 'yes' }),
      personOf(cousin, 'Plover', { roles: ['role_relative_home'], travelling: 'no' }),
      personOf(another, 'Dunlin', { roles: ['role_relative_home'], travelling: 'no' }),
      relationOf(421, cousin, 'fam_other_relative', lawyer),
      relationOf(422, another, 'fam_other_relative', lawyer),
    );
    story.on(
      0,
      actor(id(501), 'The list of the interior ministry', { kind: 'perp_executive_official' }),
      incident(id(801), {
        kind: 'inc_legal_step',
        when: point(-3),
        happened: 'The list was published.',
        link: 'link_clear',
      }),
      act(id(811), id(801), { what: 'act_judicial_terror_designation', victims: [lawyer, cousin, another] }),
      act(id(812), id(801), { what: 'act_property_confiscation', victims: [cousin] }),
    );
    expect(story.due(1).filter((kind) => kind === 'risk_review').length).toBeGreaterThan(0);
    for (const [number, who] of [
      [601, lawyer],
      [602, cousin],
      [603, another],
    ] as const)
      story.on(
        1,
        judged(story.state(), id(number), { who, on: dayAt(1), likelihood: 'like_4', impact: 'impact_4' }),
      );
    expect(story.due(1)).not.toContain('risk_review');
    // An officer who is alone at night is stopped by nothing but the night: it takes a second voice on another day.
    const use = {
      purpose: 'con_share_authority',
      recipient: 'The consulate of a third country',
      fields: ['name', 'danger'],
      persons: [lawyer],
    } as const;
    story.on(1, {
      type: 'ConsentWitnessed',
      v: 1,
      ask: {
        id: id(51),
        purpose: use.purpose,
        recipient: use.recipient,
        fields: use.fields,
        text: 'May the consulate know your name?',
        version: 1,
        language: 'en',
        until: null,
      },
      person: lawyer,
      saidBy: [],
      childView: '',
      how: 'conch_oral_noted',
      on: dayAt(1),
      words: 'Yes, but not my cousins.',
      interpreter: '',
      assured: ['understood', 'no_costs_nothing', 'may_withdraw', 'no_pressure'],
    });
    expect(story.may(1, use)).toBe('lacking');
    const heard = {
      type: 'ConsentSeconded',
      v: 1,
      consent: id(51),
      how: 'called_back',
      words: 'The same.',
      urgent: '',
    } as const;
    expect(story.refuses({ ...heard, on: dayAt(1) }, second)).toBe('sleep_on_it');
    story.by(second, 2, { ...heard, on: dayAt(2) });
    expect(story.may(2, use)).toBe('consent');
    expect(story.may(2, { ...use, persons: [lawyer, cousin] })).toBe('not_asked');
    story.shares(2, 52, use, 'Her name and that she is listed.');
    story.on(
      3,
      story.measure(21, {
        kind: 'legal_defence',
        what: 'A petition against the listing.',
        fallback: 'The court of the region.',
        cost: { amount: '1250.50', currency: 'EUR' },
      }),
    );
    story.answers(3, 21, { answer: 'agreed', words: 'I wrote half of it.' });
    story.on(200, story.measure(21, { state: 'done', outcome: 'Struck off the list.' }));
    story.closes(201, 'close_support_completed', 'All three are off the list.');
    expect(story.state().phase).toBe('case_closed');
  });
});

describe('a cyber activist whose phone was taken', () => {
  const his = id(431);

  it('closes the door that the phone opens, judges being online by itself, and asks for the urgency again', () => {
    const story = wholeStory(
      'I run the mirror of a banned site.',
      'urg_standard',
      'Nobody has found him yet.',
    );
    story.open(0, 'Dipper 5', personOf(his, 'Dipper', { roles: ['role_defender'], danger: 'yes' }));
    story.on(
      1,
      judged(story.state(), id(601), {
        who: his,
        on: dayAt(1),
        setting: 'set_online',
        likelihood: 'like_3',
        impact: 'impact_4',
      }),
    );
    expect(retriageFor(story.state())).toEqual([]);
    story.on(
      10,
      incident(id(801), {
        kind: 'inc_attack',
        when: point(10),
        happened: 'His phone was taken at a checkpoint, unlocked.',
        link: 'link_clear',
      }),
      act(id(811), id(801), { what: 'act_digital_intercept', victims: [his] }),
    );
    expect(retriageFor(story.state()).map(({ id: one }) => one)).toEqual([id(801)]);
    expect(story.due(10)).toContain('risk_review');
    story.let(
      10,
      canSetCaseUrgency(story.state(), officer, {
        urgency: 'urg_immediate',
        reason: 'They hold his phone, unlocked.',
      }),
    );
    expect(story.state().urgency).toBe('urg_immediate');
    expect(retriageFor(story.state())).toEqual([]);
    story.on(
      10,
      judged(story.state(), id(602), {
        who: his,
        on: dayAt(10),
        setting: 'set_online',
        likelihood: 'like_5',
        impact: 'impact_5',
      }),
      judged(story.state(), id(603), { who: his, on: dayAt(10), likelihood: 'like_4', impact: 'impact_5' }),
    );
    expect(story.bands().map(([, setting, band]) => [setting, band])).toEqual(
      expect.arrayContaining([
        ['set_online', 'risk_extreme'],
        ['set_here', 'risk_extreme'],
      ]),
    );
    // Whoever holds the phone may hold his words: the door is closed, and what comes by it gives nothing.
    const use = {
      purpose: 'con_share_host',
      recipient: 'A flat in the city',
      fields: ['name'],
      persons: [his],
    } as const;
    story.closesDoor(10);
    expect(openGuest(story.talk())).toBeUndefined();
    expect(story.may(10, use)).toBe('not_asked');
    story.on(11, yesOnPaper(use, dayAt(11)));
    expect(story.may(11, use)).toBe('consent');
    story.on(
      11,
      story.measure(21, {
        kind: 'digital_security',
        what: 'Every key of the mirror is changed by a friend.',
        fallback: 'The mirror goes dark.',
      }),
    );
    story.answers(11, 21, { answer: 'agreed', words: 'Let it go dark.' });
    story.on(12, story.measure(21, { state: 'done', outcome: 'Dark since noon.' }));
    story.on(
      60,
      judged(story.state(), id(604), {
        who: his,
        on: dayAt(60),
        setting: 'set_online',
        likelihood: 'like_1',
        impact: 'impact_2',
      }),
      judged(story.state(), id(605), { who: his, on: dayAt(60), likelihood: 'like_2', impact: 'impact_2' }),
    );
    expect(story.bands().every(([, , band]) => band === 'risk_low')).toBe(true);
    story.closes(61, 'close_safe_otherwise', 'A new phone, and another city.');
    expect(story.unfinished()).toEqual([]);
  });

  const yesOnPaper = (
    use: {
      readonly purpose: 'con_share_host';
      readonly recipient: string;
      readonly fields: readonly string[];
    },
    on: string,
  ) =>
    ({
      type: 'ConsentWitnessed',
      v: 1,
      ask: {
        id: id(59),
        purpose: use.purpose,
        recipient: use.recipient,
        fields: use.fields,
        text: 'May they know your name?',
        version: 1,
        language: 'en',
        until: null,
      },
      person: his,
      saidBy: [],
      childView: '',
      how: 'conch_signed',
      on,
      words: '',
      interpreter: '',
      assured: ['understood', 'no_costs_nothing', 'may_withdraw', 'no_pressure'],
    }) as const;
});

describe('a person who withdraws everything', () => {
  const her = id(441);

  it('stops all with one word: nothing more goes out, whoever has it is told, her file ends, and it is said what cannot be undone [invariants 3, 14]', () => {
    const story = wholeStory('I can no longer sleep at home.', 'urg_high', 'She is followed each evening.');
    story.open(0, 'Avocet 8', personOf(her, 'Avocet', { roles: ['role_defender'], danger: 'yes' }));
    const host = {
      purpose: 'con_share_host',
      recipient: 'A house by the lake',
      fields: ['name', 'danger'],
      persons: [],
    } as const;
    const fund = {
      purpose: 'con_share_funder',
      recipient: 'A grant',
      fields: ['money', 'danger'],
      persons: [],
    } as const;
    story.consents(1, { number: 51, ...host });
    story.consents(1, { number: 52, ...fund });
    expect([story.may(1, host), story.may(1, fund)]).toEqual(['consent', 'consent']);
    expect(story.fits(1, [{ code: 'rule_consent', terms: {} }]).truth).toBe('fits');
    story.shares(2, 53, host, 'Her name and why she comes.');
    story.on(2, judged(story.state(), id(601), { who: her, on: dayAt(2) }));
    story.on(
      3,
      story.measure(21, { kind: 'safe_house', what: 'The house by the lake.', fallback: 'Her friend.' }),
    );
    story.answers(3, 21, { answer: 'agreed', words: 'Yes.' });

    story.on(9, {
      type: 'ConsentsWithdrawn',
      v: 1,
      id: id(54),
      person: null,
      consents: [],
      all: true,
      how: 'conch_oral_noted',
      on: dayAt(9),
      words: 'Please forget me.',
    });
    expect([story.may(9, host), story.may(9, fund)]).toEqual(['withdrawn', 'withdrawn']);
    expect(story.fits(9, [{ code: 'rule_consent', terms: {} }]).truth).toBe('does_not');
    // What went out stays out: the house is to be told, and that is a clock until somebody has.
    expect(recipientsToTell(story.voices(), dayAt(9)).map(({ sharing }) => sharing.use.recipient)).toEqual([
      'A house by the lake',
    ]);
    story.on(10, {
      type: 'RecipientTold',
      v: 1,
      sharing: id(53),
      on: dayAt(10),
      answer: 'Deleted, they say.',
    });
    expect(recipientsToTell(story.voices(), dayAt(10))).toEqual([]);
    story.answers(10, 21, { answer: 'refused', words: 'No more.' });
    story.on(10, story.measure(21, { state: 'stopped', outcome: 'She left the house herself.' }));
    story.closes(11, 'close_erasure_request', 'She asked to be forgotten.');
    expect(story.state().phase).toBe('case_closed');
    // A yes from before does not come back by somebody writing it down again.
    expect(story.may(20, host)).toBe('withdrawn');
  });
});
