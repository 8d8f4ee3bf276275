import { describe, expect, it } from 'vitest';
import { canChangeState } from '../case/rules.ts';
import { checkInItems } from '../check-in/events.ts';
import { adviceOn } from '../risk/advice.ts';
import { reviewsDue } from '../risk/clocks.ts';
import { baseOf, editOf, putAwayOf } from '../shared/items.ts';
import { type SituationValues, situationItems } from '../situation/events.ts';
import { stageItems } from '../stage/events.ts';
import { openStages, timesIn } from '../stage/state.ts';
import { officer } from '../testing/conversation.ts';
import { act, actor, dayAt, incident, judged } from '../testing/danger-of-a-case.ts';
import { days, id } from '../testing/people.ts';
import { personOf, relationOf } from '../testing/people-of-a-case.ts';
import { point, wholeStory } from '../testing/whole-story.ts';
import { finding, source } from '../verification/testing/story.ts';

const fact = (number: number, values: Partial<SituationValues>) =>
  editOf(situationItems, baseOf<SituationValues>(undefined, id(number)), {
    from: null,
    until: null,
    country: null,
    status: null,
    person: null,
    note: '',
    ...values,
  });
const start = Date.parse('2026-03-01T10:00:00Z');

describe('a journalist who fled without papers', () => {
  const her = id(251);

  it('is believed without a passport, falls out of one programme and into another at the border, and is settled where she is [invariants 1, 7]', () => {
    const story = wholeStory('I left on foot. I have no papers.', 'urg_urgent', 'She sleeps in a station.');
    story.open(1, 'Swift 2', personOf(her, 'Swift', { roles: ['role_defender'], travelling: 'yes' }));
    story.on(
      1,
      fact(61, { kind: 'nationality', country: 'SD' }),
      fact(62, { kind: 'place', country: 'SD', until: point(-3) }),
      fact(63, { kind: 'place', country: 'ET', from: point(-2) }),
      fact(64, { kind: 'status', country: 'ET', status: 'imm_irregular' }),
    );
    const home = [{ code: 'rule_not_in_exile', terms: {} }] as const;
    const there = [{ code: 'rule_home_or_recent', terms: { months: 3 } }] as const;
    expect([story.fits(1, home).truth, story.fits(1, there).truth]).toEqual(['does_not', 'fits']);
    expect(story.fits(1, there).until).toBe('2026-05-27');
    // No document is asked of her: her published work and a colleague's word settle who she is.
    story.on(
      2,
      source(11, { kind: 'vs_public_source', label: 'Her articles' }),
      finding(1, {
        question: 'vq_defender_work',
        level: 'ver_2_documents',
        sources: [id(11)],
        on: dayAt(2),
        words: 'Forty articles, the last in February.',
      }),
    );
    expect(story.asking(2, 11).never).toEqual([]);
    expect(story.stands(2, 'vq_defender_work').stands).toBe('documented');
    expect(story.stands(2, 'vq_identity').stands).toBe('nothing_yet');
    story.on(3, judged(story.state(), id(601), { who: her, on: dayAt(3), setting: 'set_here' }));
    story.on(
      3,
      judged(story.state(), id(602), {
        who: her,
        on: dayAt(3),
        setting: 'set_return',
        likelihood: 'like_5',
        impact: 'impact_5',
      }),
    );
    expect(story.bands().map(([, setting, band]) => [setting, band])).toEqual([
      ['set_here', 'risk_high'],
      ['set_return', 'risk_extreme'],
    ]);
    // The road is judged before she takes it.
    story.on(4, {
      type: 'RiskChangeKept',
      v: 1,
      id: id(701),
      set: { kind: 'change_move', trigger: null, on: dayAt(9), note: 'To the south.' },
      replaces: {},
    });
    expect(reviewsDue(story.state())[0]).toMatchObject({ why: 'move', due: dayAt(9) });
    expect(adviceOn(story.state(), dayAt(5)).map(({ code }) => code)).toContain('move');
    story.on(
      5,
      judged(story.state(), id(603), { who: her, on: dayAt(5), setting: 'set_way' }),
      judged(story.state(), id(604), { who: her, on: dayAt(5), setting: 'set_there', likelihood: 'like_2' }),
    );
    expect(adviceOn(story.state(), dayAt(5)).map(({ code }) => code)).not.toContain('move');
    story.on(
      6,
      story.measure(21, {
        kind: 'regional_relocation',
        what: 'To a house in the south.',
        whyThis: 'She is sought in this town.',
        considered: 'The station: no. The church: full.',
        fallback: 'The office of the agency.',
      }),
    );
    story.answers(6, 21, { answer: 'agreed', words: 'Yes.' });
    story.on(
      10,
      fact(65, { kind: 'place', country: 'KE', from: point(10) }),
      fact(66, { kind: 'status', country: 'KE', status: 'imm_asylum_seeker', until: point(100) }),
    );
    // The permit that ends is a clock from the day on which it is known.
    expect(story.due(100)).toContain('status');
    story.closes(130, 'close_support_completed', 'She is recognised and writes again.');
    expect(story.state().phase).toBe('case_closed');
  });
});

describe('an exiled writer who faces expulsion', () => {
  const his = id(261);
  const mother = id(262);

  it('is in danger again years later: a new stage beside the old ones, his mother judged too, and the same file', () => {
    const story = wholeStory(
      'My permit was not renewed. They gave me thirty days.',
      'urg_high',
      'Thirty days, and a ruling against him.',
    );
    story.open(
      1,
      'Curlew 9',
      personOf(his, 'Curlew', { roles: ['role_defender'], danger: 'yes' }),
      personOf(mother, 'Dunlin', { roles: ['role_relative_home'], travelling: 'no' }),
      relationOf(361, mother, 'fam_parent', his),
    );
    story.on(
      1,
      fact(61, { kind: 'nationality', country: 'BY' }),
      fact(62, { kind: 'place', country: 'GE', from: point(-900) }),
      fact(63, { kind: 'status', country: 'GE', status: 'imm_removal_order', until: point(30) }),
      editOf(stageItems, baseOf(undefined, id(71)), { stage: 'exile', from: dayAt(-900) }),
      editOf(stageItems, baseOf(undefined, id(72)), { stage: 'risk', from: dayAt(-890), until: dayAt(-880) }),
      editOf(stageItems, baseOf(undefined, id(73)), { stage: 'risk', from: dayAt(1) }),
    );
    expect(openStages(story.state().parts.stages)).toHaveLength(2);
    expect(timesIn(story.state().parts.stages, 'risk')).toBe(2);
    expect(story.due(30)).toContain('status');
    expect(story.fits(1, [{ code: 'rule_home_or_recent', terms: { months: 3 } }]).truth).toBe('does_not');
    story.on(
      2,
      actor(id(501), 'The security service', { kind: 'perp_intelligence' }),
      incident(id(801), {
        kind: 'inc_legal_step',
        when: point(1),
        happened: 'His mother was dismissed, and told why.',
        link: 'link_clear',
      }),
      act(id(811), id(801), {
        what: 'act_family_collective_punishment',
        methods: ['tnr_proxy_coercion'],
        victims: [mother],
        by: [{ actor: id(501), part: 'inv_direct' }],
      }),
    );
    expect(adviceOn(story.state(), dayAt(2)).find(({ code }) => code === 'proxy')?.of).toEqual([mother]);
    story.on(
      3,
      judged(story.state(), id(601), {
        who: his,
        on: dayAt(3),
        setting: 'set_return',
        likelihood: 'like_5',
        impact: 'impact_5',
      }),
      judged(story.state(), id(602), { who: mother, on: dayAt(3) }),
    );
    // A state is told nothing about him without his name under it, and it takes two and a night.
    const use = {
      purpose: 'con_share_authority',
      recipient: 'The ministry of a third country',
      fields: ['name', 'story'],
      persons: [his],
    } as const;
    story.consents(4, { number: 51, ...use }, 'refused');
    expect(story.may(4, use)).toBe('refused');
    const un = {
      purpose: 'con_un_confidential',
      recipient: 'The agency for refugees',
      fields: ['name', 'story'],
      persons: [his],
    } as const;
    story.consents(4, { number: 52, ...un });
    expect(story.may(4, un)).toBe('consent');
    story.shares(5, 53, un, 'His name and the ruling.');
    story.on(
      6,
      story.measure(21, {
        kind: 'international_relocation',
        what: 'A fellowship of a year.',
        whyThis: 'There is nowhere left in the country.',
        considered: 'An appeal: it does not stop the removal.',
        fallback: 'The embassy that knows him.',
      }),
    );
    story.answers(6, 21, { answer: 'agreed', words: 'If I may write there.' });
    story.on(
      25,
      fact(64, { kind: 'place', country: 'NO', from: point(25) }),
      fact(65, { kind: 'status', country: 'NO', status: 'imm_residence_temporary', until: point(390) }),
    );
    expect(story.due(20)).not.toContain('status');
    story.closes(60, 'close_support_completed', 'He is at the university.');
    // A year later the fellowship ends: the same file is opened again by a person, with a reason, and it is counted.
    story.let(
      400,
      canChangeState(story.state(), officer, {
        state: 'case_assessing',
        reason: 'The fellowship ends.',
        closure: null,
      }),
    );
    expect(story.state().phase).toBe('case_assessing');
  });
});

describe('a defender who has returned', () => {
  const her = id(271);

  it('goes home because she decides to: return is judged beforehand, watched afterwards, and ends by her own word', () => {
    const story = wholeStory(
      'I want to go home after the election.',
      'urg_standard',
      'She is safe where she is.',
    );
    story.open(1, 'Whimbrel 6', personOf(her, 'Whimbrel', { roles: ['role_defender'], danger: 'yes' }));
    story.on(
      1,
      fact(61, { kind: 'nationality', country: 'UG' }),
      fact(62, { kind: 'place', country: 'RW', from: point(-400) }),
    );
    story.on(
      2,
      judged(story.state(), id(601), {
        who: her,
        on: dayAt(2),
        setting: 'set_return',
        likelihood: 'like_4',
        impact: 'impact_5',
      }),
    );
    story.on(30, {
      type: 'RiskChangeKept',
      v: 1,
      id: id(701),
      set: { kind: 'change_leadership', trigger: null, on: dayAt(29), note: 'Another minister.' },
      replaces: {},
    });
    expect(reviewsDue(story.state()).map(({ why }) => why)).toContain('leadership');
    story.on(
      31,
      judged(story.state(), id(602), {
        who: her,
        on: dayAt(31),
        setting: 'set_return',
        likelihood: 'like_2',
        impact: 'impact_3',
        reasons: 'The charge was dropped, and two others returned unharmed.',
      }),
    );
    expect(reviewsDue(story.state()).map(({ why }) => why)).not.toContain('leadership');
    expect(story.bands().map(([, , band]) => band)).toEqual(['risk_medium']);
    story.argues(31, 'need', 'not_yet', 'The fare, if the union does not pay it.');
    expect(story.fits(31, [{ code: 'rule_return_intent', terms: {} }]).asks).toEqual([
      'can_return',
      'wants_return',
    ]);
    story.moves(32, 'case_follow_up', 'She goes home on the fifteenth.');
    const evening = start + 45 * days;
    story.on(
      44,
      editOf(checkInItems, baseOf(undefined, id(41)), {
        rhythm: { every: 72 },
        from: evening,
        until: evening + 60 * days,
        grace: 240,
        way: 'At her door.',
        silence: 'We ring the union.',
        language: 'en',
        safeWord: 'rain',
        forceWord: '',
      }),
    );
    story.on(
      45,
      editOf(situationItems, baseOf(story.state().parts.situation.get(id(62)), id(62)), { until: point(45) }),
      fact(63, { kind: 'place', country: 'UG', from: point(45) }),
    );
    expect(story.fits(46, [{ code: 'rule_not_in_exile', terms: {} }]).truth).toBe('fits');
    // A new place asks for danger to be looked at where she is now, and not only before she came.
    expect(reviewsDue(story.state()).some(({ why }) => why === 'location')).toBe(true);
    story.on(
      46,
      judged(story.state(), id(603), { who: her, on: dayAt(46), likelihood: 'like_2', impact: 'impact_2' }),
    );
    expect(reviewsDue(story.state()).some(({ why }) => why === 'location')).toBe(false);
    expect(story.unfinished()).toEqual(['checkIns']);
    story.on(106, putAwayOf(checkInItems, id(41), 'She says that it is enough.'));
    story.closes(106, 'close_safe_otherwise', 'Home and at work for two months.');
    expect(story.due(106)).toEqual([]);
    expect(story.unfinished()).toEqual([]);
  });
});
