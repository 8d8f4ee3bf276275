import { describe, expect, it } from 'vitest';
import type { SaidValue } from '../eligibility/events.ts';
import type { Asked, Fact, FactCost, Facts } from '../eligibility/facts.ts';
import { notSaid } from '../eligibility/facts.ts';
import { id } from '../testing/people.ts';
import { judgeProgramme, judgeRule } from './evaluate.ts';
import type { Rule, RuleTerms } from './events.ts';
import { lackingIn, ruleFields, ruleOrder } from './fields.ts';

const today = '2026-11-21';
const source = { of: 'said', id: '', how: 'She told us.', on: today } as const;

const rule = (code: Rule['code'], terms: RuleTerms = {}, more: Partial<Rule> = {}): Rule => ({
  id: id(1),
  code,
  must: true,
  terms,
  words: '',
  ...more,
});
const facts = (
  known: Partial<Record<Asked, SaidValue>>,
  costs: readonly Partial<FactCost>[] = [],
): Facts => ({
  fact: (asked): Fact => {
    const value = known[asked];
    return value === undefined ? notSaid : { known: true, value, sources: [source] };
  },
  costs: costs.map((cost, index) => ({
    id: id(100 + index),
    line: 'bud_legal_fees',
    amount: 1000,
    whole: null,
    currency: 'EUR',
    from: '2026-12-01',
    elsewhere: 'no',
    ...cost,
  })),
});
const truth = (one: Rule, known: Partial<Record<Asked, SaidValue>>, costs?: readonly Partial<FactCost>[]) =>
  judgeRule(one, facts(known, costs), today).truth;

describe('the rules of the field are data', () => {
  it('recency: a threat within the last three months, until the day on which it is too long ago [invariant 13]', () => {
    const recency = rule('rule_recency', { months: 3 });
    expect(truth(recency, {})).toBe('ask');
    expect(truth(recency, { last_event_on: '2026-08-20' })).toBe('does_not');
    const fits = judgeRule(recency, facts({ last_event_on: '2026-08-21' }), today);
    expect(fits).toMatchObject({ truth: 'fits', until: '2026-11-21' });
    expect(fits.looked).toEqual([{ fact: 'last_event_on', sources: [source] }]);
  });

  it('not in exile, and at home or only recently left: eligibility flips at the border [invariants 7, 13]', () => {
    const strict = rule('rule_not_in_exile');
    const recent = rule('rule_home_or_recent', { months: 6 });
    expect([truth(strict, { abroad: false }), truth(strict, { abroad: true })]).toEqual(['fits', 'does_not']);
    expect(truth(recent, { abroad: false })).toBe('fits');
    expect(truth(recent, { abroad: true })).toBe('ask');
    expect(truth(recent, { abroad: true, left_on: '2026-06-01' })).toBe('fits');
    expect(truth(recent, { abroad: true, left_on: '2026-01-01' })).toBe('does_not');
  });

  it('no cost that is paid elsewhere, none that is past, none of kinds that are never paid [invariant 13]', () => {
    const none = rule('rule_no_duplicate');
    expect(truth(none, {}, [])).toBe('ask');
    expect(truth(none, {}, [{}])).toBe('fits');
    expect(truth(none, {}, [{ elsewhere: 'yes' }])).toBe('does_not');
    // Somebody else was asked: both must know before either pays.
    expect(truth(none, {}, [{ elsewhere: 'asked' }])).toBe('ask');
    const past = rule('rule_no_retroactive');
    expect(truth(past, {}, [{ from: '2026-11-20' }])).toBe('does_not');
    expect(truth(past, {}, [{ from: today }])).toBe('fits');
    const excluded = rule('rule_excluded_costs', { costs: ['bud_rent'] });
    expect(judgeRule(excluded, facts({}, [{}, { line: 'bud_rent' }]), today)).toMatchObject({
      truth: 'does_not',
      details: { lines: ['bud_rent'] },
    });
  });

  it('a ceiling in one currency: sums in another are never exchanged silently [invariant 13]', () => {
    const ceiling = rule('rule_ceiling', { amount: 1500, currency: 'EUR' });
    expect(truth(ceiling, {}, [{}])).toBe('fits');
    expect(truth(ceiling, {}, [{}, {}])).toBe('does_not');
    expect(judgeRule(ceiling, facts({}, [{}, { currency: 'USD' }]), today)).toMatchObject({
      truth: 'ask',
      reason: 'other_currency',
      details: { currencies: ['USD'] },
    });
  });

  it('part of a cost, and use within a period', () => {
    const half = rule('rule_partial_funding', { percent: 50 });
    expect(truth(half, {}, [{ amount: 500, whole: 1000 }])).toBe('fits');
    expect(truth(half, {}, [{ amount: 501, whole: 1000 }])).toBe('does_not');
    expect(truth(half, {}, [{ whole: null }])).toBe('ask');
    const soon = rule('rule_use_by', { months: 3 });
    expect(truth(soon, {}, [{ from: '2027-02-21' }])).toBe('fits');
    expect(truth(soon, {}, [{ from: '2027-02-22' }])).toBe('does_not');
    expect(truth(soon, {}, [{ from: null }])).toBe('ask');
  });

  it('a profession, and employed in it in the past twelve months', () => {
    const scholar = rule('rule_recent_profession', { profiles: ['hrd_scholar'], months: 12 });
    expect(truth(scholar, { profiles: ['hrd_lawyer'] })).toBe('does_not');
    expect(truth(scholar, { profiles: ['hrd_scholar'] })).toBe('ask');
    expect(truth(scholar, { profiles: ['hrd_scholar'], worked_until: '2025-12-01' })).toBe('fits');
    expect(truth(scholar, { profiles: ['hrd_scholar'], worked_until: '2025-11-01' })).toBe('does_not');
  });

  it('a documented history where no registration is needed, a group of two, a movement led by women', () => {
    expect(truth(rule('rule_history'), { history: true, registered: false })).toBe('fits');
    expect(truth(rule('rule_registered'), { history: true, registered: false })).toBe('does_not');
    expect(truth(rule('rule_group_size', { number: 2 }), { group_size: 2 })).toBe('fits');
    expect(truth(rule('rule_group_size', { number: 2 }), { group_size: 1 })).toBe('does_not');
    const led = rule('rule_leadership', { groups: ['grp_woman', 'grp_trans'] });
    expect(truth(led, { led_by: ['grp_trans'] })).toBe('fits');
    expect(truth(led, {})).toBe('ask');
  });

  it('non-violence, no other safe abode, coming alone, a language, a host first, by nomination, with peers', () => {
    expect(truth(rule('rule_nonviolence'), { peaceful: true })).toBe('fits');
    expect(truth(rule('rule_nonviolence'), {})).toBe('ask');
    expect(truth(rule('rule_no_safe_abode'), { safe_abode: true })).toBe('does_not');
    expect(truth(rule('rule_no_safe_abode'), { safe_abode: false })).toBe('fits');
    expect(truth(rule('rule_alone'), { comes_alone: false })).toBe('does_not');
    expect(truth(rule('rule_language_min', { languages: ['en', 'fr'] }), { languages: ['fr'] })).toBe('fits');
    expect(truth(rule('rule_host_needed'), { has_host: false })).toBe('does_not');
    expect(truth(rule('rule_nomination'), { nominated: true })).toBe('fits');
    expect(truth(rule('rule_peer_support'), { peers_support: true })).toBe('fits');
  });

  it('able and willing to return: a no to one is enough, and what would not change it is not asked', () => {
    const back = rule('rule_return_intent');
    expect(truth(back, { can_return: true, wants_return: true })).toBe('fits');
    const no = judgeRule(back, facts({ wants_return: false }), today);
    expect(no).toMatchObject({ truth: 'does_not', asks: [] });
    expect(judgeRule(back, facts({ can_return: true }), today)).toMatchObject({
      truth: 'ask',
      asks: ['wants_return'],
    });
  });

  it('resettlement: refugee criteria, because of the work, no solution where she is, and her own wish', () => {
    const all = {
      refugee_criteria: true,
      test_link: true,
      durable_solution: false,
      wants_resettlement: true,
    } as const;
    expect(truth(rule('rule_refugee_criteria'), all)).toBe('fits');
    expect(truth(rule('rule_refugee_criteria'), { ...all, durable_solution: true })).toBe('does_not');
    expect(truth(rule('rule_unanticipated'), { unanticipated: true, cannot_wait: true })).toBe('fits');
  });

  it('a region by where she is or where she is from', () => {
    const now = rule('rule_region', { countries: ['KE', 'UG'], whose: 'now' });
    const home = rule('rule_region', { countries: ['KE', 'UG'], whose: 'home' });
    const known = { country_now: 'KE', home_countries: ['SD'] };
    expect([truth(now, known), truth(home, known)]).toEqual(['fits', 'does_not']);
  });

  it('pauses, full places and calls, by the day alone [invariant 13]', () => {
    const paused = rule('rule_suspended', { from: '2026-11-01', until: '2026-12-31' });
    expect(truth(paused, {})).toBe('does_not');
    expect(truth(rule('rule_suspended', { from: '2026-12-01', until: null }), {})).toBe('fits');
    expect(truth(rule('rule_quota_full', { until: null }), {})).toBe('does_not');
    const call = (from: string | null, until: string | null) =>
      judgeRule(rule('rule_call_window', { from, until }), facts({}), today);
    expect(call('2026-11-01', '2026-12-01')).toMatchObject({ truth: 'fits', until: '2026-12-01' });
    expect(call('2026-12-01', null)).toMatchObject({ truth: 'does_not', reason: 'not_open_yet' });
    expect(call(null, '2026-11-20')).toMatchObject({ truth: 'does_not', reason: 'over' });
  });

  it('the three tests and the causal link, as somebody argued them', () => {
    const tests = rule('rule_three_part', { tests: ['defender', 'danger', 'need', 'link'] });
    const yes = { test_defender: true, test_danger: true, test_need: true } as const;
    expect(judgeRule(tests, facts(yes), today)).toMatchObject({ truth: 'ask', asks: ['test_link'] });
    expect(truth(tests, { ...yes, test_link: true })).toBe('fits');
    expect(truth(tests, { ...yes, test_link: false })).toBe('does_not');
  });

  it('her consent and questions of its own, answered for this rule and no other', () => {
    const asked = rule('rule_question', { question: 'Published a book?', wanted: 'yes' });
    expect(truth(asked, { [`rule_${id(1)}`]: true })).toBe('fits');
    expect(truth(asked, { [`rule_${id(2)}`]: true })).toBe('ask');
    expect(truth(rule('rule_consent'), { [`rule_${id(1)}`]: false })).toBe('does_not');
  });
});

describe('a programme', () => {
  it('fits where all that must hold does, does not where one thing does not, and asks in between', () => {
    const rules = [rule('rule_nonviolence'), rule('rule_recency', { months: 3 }, { id: id(2) })];
    const judged = (known: Partial<Record<Asked, SaidValue>>) => judgeProgramme(rules, facts(known), today);
    expect(judged({ peaceful: true, last_event_on: '2026-11-01' })).toMatchObject({
      truth: 'fits',
      until: '2027-02-01',
      asks: [],
    });
    expect(judged({ peaceful: true })).toMatchObject({ truth: 'ask', asks: ['last_event_on'] });
    expect(judged({ peaceful: false })).toMatchObject({ truth: 'does_not' });
  });

  it('is not shut by what it only looks at when places are few', () => {
    const liked = rule('rule_leadership', { groups: ['grp_woman'] }, { must: false });
    expect(judgeProgramme([liked], facts({ led_by: ['grp_man'] }), today).truth).toBe('fits');
  });

  it('never shuts by a rule that nobody finished, or that a newer version wrote', () => {
    const unfinished = rule('rule_ceiling', { amount: 100 });
    expect(lackingIn(unfinished)).toEqual(['currency']);
    expect(judgeRule(unfinished, facts({}, [{}]), today)).toMatchObject({
      truth: 'ask',
      reason: 'unfinished',
    });
    expect(judgeRule(rule('x_moonlight'), facts({}), today)).toMatchObject({
      truth: 'ask',
      reason: 'unknown_rule',
    });
  });

  it('offers every kind of rule that the vocabulary has, each once [invariant 13]', () => {
    expect(new Set(ruleOrder).size).toBe(ruleOrder.length);
    expect(ruleOrder.every((code) => Array.isArray(ruleFields[code]))).toBe(true);
  });
});
