import type { ProgrammeRule } from '@leeward/vocabulary/lists/programme-rule.ts';
import { addMonths } from '../clock/days.ts';
import { type Asked, type Fact, type Facts, ownFact } from '../eligibility/facts.ts';
import type { RuleTerms } from './events.ts';
import { judgeCosts } from './judge-costs.ts';
import { judgeWindow } from './judge-window.ts';
import type { Judged, Reason, Truth } from './verdict.ts';

/** One kind of rule. `rule` is its id, for the questions that are its own. */
type Judge = (terms: RuleTerms, facts: Facts, today: string, rule: string) => Judged;

type FactName = Exclude<Asked, 'costs'>;

/** A fact that is not known is asked, and the reason says why it is not known. */
function open(name: FactName, fact: Extract<Fact, { readonly known: false }>): Judged {
  const reasons: Readonly<Record<typeof fact.why, Reason>> = {
    not_said: 'not_known',
    apart: 'apart',
    not_yet: 'not_yet',
  };
  return {
    truth: 'ask',
    reason: reasons[fact.why],
    looked: [{ fact: name, sources: fact.sources }],
    asks: [name],
  };
}

/** A rule about one fact: what a known value means. */
const about =
  (name: FactName, says: (value: unknown, terms: RuleTerms, today: string) => Said): Judge =>
  (terms, facts, today) => {
    const fact = facts.fact(name);
    if (!fact.known) return open(name, fact);
    const { fits, details, until } = says(fact.value, terms, today);
    return {
      truth: fits ? 'fits' : 'does_not',
      reason: fits ? 'met' : 'not_met',
      looked: [{ fact: name, sources: fact.sources }],
      ...(details && { details }),
      until: fits ? (until ?? null) : null,
    };
  };
type Said = {
  readonly fits: boolean;
  readonly details?: Judged['details'];
  readonly until?: string | null;
};

const isYes = (name: FactName): Judge => about(name, (value) => ({ fits: value === true }));
const isNo = (name: FactName): Judge => about(name, (value) => ({ fits: value === false }));

/** All of them: one that does not hold is enough for a no; else one that is not known is asked. */
const all =
  (...parts: readonly Judge[]): Judge =>
  (...given) => {
    const judged = parts.map((part) => part(...given));
    const truth: Truth = judged.some((one) => one.truth === 'does_not')
      ? 'does_not'
      : judged.some((one) => one.truth === 'ask')
        ? 'ask'
        : 'fits';
    const telling = judged.find((one) => one.truth === truth);
    return {
      truth,
      reason: telling?.reason ?? 'met',
      looked: judged.flatMap(({ looked }) => looked),
      // What would not change the answer any more is not asked.
      asks: truth === 'ask' ? judged.flatMap(({ asks }) => asks ?? []) : [],
      details: Object.assign({}, ...judged.map(({ details }) => details ?? {})),
      until: judged.flatMap(({ until }) => until ?? []).toSorted()[0] ?? null,
    };
  };

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

const oneAmong = (name: FactName, wanted: (terms: RuleTerms) => readonly string[]): Judge =>
  about(name, (value, terms) => {
    const has = typeof value === 'string' ? [value] : listOf(value);
    const fits = has.filter((one) => wanted(terms).includes(one));
    return { fits: fits.length > 0, details: { codes: fits.length > 0 ? fits : has } };
  });

/** A day that must lie within the last months; it fits until the months are over. */
const within = (name: FactName): Judge =>
  about(name, (value, terms, today) => {
    const day = typeof value === 'string' ? value : '';
    const until = addMonths(day, terms.months ?? 0);
    return { fits: until >= today, until, details: { date: day, months: terms.months ?? 0 } };
  });

/** At home, or left within the months: the same person falls out of one programme and into another at the border. */
const homeOrRecent: Judge = (terms, facts, today, rule) => {
  const abroad = facts.fact('abroad');
  if (abroad.known && abroad.value === false)
    return { truth: 'fits', reason: 'met', looked: [{ fact: 'abroad', sources: abroad.sources }] };
  if (!abroad.known) return open('abroad', abroad);
  const left = within('left_on')(terms, facts, today, rule);
  return { ...left, looked: [{ fact: 'abroad', sources: abroad.sources }, ...left.looked] };
};

const region: Judge = (terms, facts, today, rule) =>
  oneAmong(terms.whose === 'home' ? 'home_countries' : 'country_now', ({ countries }) => countries ?? [])(
    terms,
    facts,
    today,
    rule,
  );

const threePart: Judge = (terms, ...rest) =>
  all(...(terms.tests ?? []).map((test) => isYes(`test_${test}`)))(terms, ...rest);

/** A rule's own question is answered under the rule's own id: no other rule's answer stands for it. */
const question: Judge = (terms, facts, today, rule) =>
  (terms.wanted === 'no' ? isNo : isYes)(ownFact(rule) as FactName)(terms, facts, today, rule);
/** Read from the consents in force where they are at hand; what an officer wrote down stands under the rule's own id. */
const consent: Judge = (terms, facts, today, rule) => {
  const name = ownFact(rule) as FactName;
  const read = facts.consent;
  const fact = read === undefined ? facts.fact : () => read(rule);
  return isYes(name)(terms, { ...facts, fact }, today, rule);
};

export const judges: Readonly<Record<ProgrammeRule, Judge>> = {
  rule_three_part: threePart,
  rule_recency: within('last_event_on'),
  rule_use_by: judgeCosts('use_by'),
  rule_no_retroactive: judgeCosts('no_retroactive'),
  rule_no_duplicate: judgeCosts('no_duplicate'),
  rule_partial_funding: judgeCosts('partial_funding'),
  rule_ceiling: judgeCosts('ceiling'),
  rule_excluded_costs: judgeCosts('excluded_costs'),
  rule_not_in_exile: isNo('abroad'),
  rule_home_or_recent: homeOrRecent,
  rule_region: region,
  rule_profile: oneAmong('profiles', ({ profiles }) => profiles ?? []),
  rule_recent_profession: all(
    oneAmong('profiles', ({ profiles }) => profiles ?? []),
    within('worked_until'),
  ),
  rule_nonviolence: isYes('peaceful'),
  rule_history: isYes('history'),
  rule_registered: isYes('registered'),
  rule_group_size: about('group_size', (value, { number = 0 }) => ({
    fits: typeof value === 'number' && value >= number,
    details: { number, has: typeof value === 'number' ? value : 0 },
  })),
  rule_leadership: oneAmong('led_by', ({ groups }) => groups ?? []),
  rule_no_safe_abode: isNo('safe_abode'),
  rule_return_intent: all(isYes('can_return'), isYes('wants_return')),
  rule_alone: isYes('comes_alone'),
  rule_language_min: oneAmong('languages', ({ languages }) => languages ?? []),
  rule_host_needed: isYes('has_host'),
  rule_nomination: isYes('nominated'),
  rule_refugee_criteria: all(
    isYes('refugee_criteria'),
    isYes('test_link'),
    isNo('durable_solution'),
    isYes('wants_resettlement'),
  ),
  rule_unanticipated: all(isYes('unanticipated'), isYes('cannot_wait')),
  rule_peer_support: isYes('peers_support'),
  rule_consent: consent,
  rule_suspended: judgeWindow('suspended'),
  rule_quota_full: judgeWindow('quota_full'),
  rule_call_window: judgeWindow('call_window'),
  rule_question: question,
};
