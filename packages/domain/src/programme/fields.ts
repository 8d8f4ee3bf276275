import { isCodeOf } from '@leeward/vocabulary/list.ts';
import type { ProgrammeRule } from '@leeward/vocabulary/lists/programme-rule.ts';
import { programmeRule } from '@leeward/vocabulary/lists/programme-rule.ts';
import type { Rule, RuleTerms } from './events.ts';

/** What each kind of rule must say. A rule that lacks it is not evaluated: it says that it is not finished. */
export const ruleFields: Readonly<Record<ProgrammeRule, readonly (keyof RuleTerms)[]>> = {
  rule_three_part: ['tests'],
  rule_recency: ['months'],
  rule_use_by: ['months'],
  rule_no_retroactive: [],
  rule_no_duplicate: [],
  rule_partial_funding: ['percent'],
  rule_ceiling: ['amount', 'currency'],
  rule_excluded_costs: ['costs'],
  rule_not_in_exile: [],
  rule_home_or_recent: ['months'],
  rule_region: ['countries', 'whose'],
  rule_profile: ['profiles'],
  rule_recent_profession: ['profiles', 'months'],
  rule_nonviolence: [],
  rule_history: [],
  rule_registered: [],
  rule_group_size: ['number'],
  rule_leadership: ['groups'],
  rule_no_safe_abode: [],
  rule_return_intent: [],
  rule_alone: [],
  rule_language_min: ['languages'],
  rule_host_needed: [],
  rule_nomination: [],
  rule_refugee_criteria: [],
  rule_unanticipated: [],
  rule_peer_support: [],
  rule_consent: [],
  rule_suspended: ['from', 'until'],
  rule_quota_full: ['until'],
  rule_call_window: ['from', 'until'],
  rule_question: ['question', 'wanted'],
};

/** The kinds of rule in the order in which they are offered: who, where, what, when. */
export const ruleOrder = Object.keys(ruleFields) as readonly ProgrammeRule[];

/** What a rule lacks before it can be held against anything. */
export function lackingIn(rule: Pick<Rule, 'code' | 'terms'>): readonly (keyof RuleTerms)[] {
  if (!isCodeOf(programmeRule, rule.code)) return [];
  return ruleFields[rule.code].filter((name) => {
    const value = rule.terms[name];
    // An end that nobody knows is said as null, and is an answer.
    if (value === null) return false;
    return value === undefined || (Array.isArray(value) && value.length === 0);
  });
}
