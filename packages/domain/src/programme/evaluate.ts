import { isCodeOf } from '@leeward/vocabulary/list.ts';
import { programmeRule } from '@leeward/vocabulary/lists/programme-rule.ts';
import type { Facts } from '../eligibility/facts.ts';
import type { Rule } from './events.ts';
import { lackingIn } from './fields.ts';
import { judges } from './judges.ts';
import type { ProgrammeVerdict, Reason, RuleVerdict, Truth } from './verdict.ts';

/** Holds one rule against the facts. */
export function judgeRule(rule: Rule, facts: Facts, today: string): RuleVerdict {
  const unknown = (reason: Reason): RuleVerdict => ({
    rule,
    truth: 'ask',
    reason,
    looked: [],
    asks: [],
    details: {},
    until: null,
  });
  if (!isCodeOf(programmeRule, rule.code)) return unknown('unknown_rule');
  if (lackingIn(rule).length > 0) return unknown('unfinished');
  const judged = judges[rule.code](rule.terms, facts, today, rule.id);
  return { rule, asks: [], details: {}, until: null, ...judged };
}

/**
 * Holds a programme against the facts of a case on a day. A rule that must hold and does not, shuts the door; one that
 * is not known keeps it open with a question. Rules that are only looked at are shown and decide nothing.
 */
export function judgeProgramme(rules: readonly Rule[], facts: Facts, today: string): ProgrammeVerdict {
  const judged = rules.map((rule) => judgeRule(rule, facts, today));
  const must = judged.filter(({ rule }) => rule.must);
  const truth: Truth = must.some((one) => one.truth === 'does_not')
    ? 'does_not'
    : must.some((one) => one.truth === 'ask')
      ? 'ask'
      : 'fits';
  const ends = must.flatMap(({ truth: one, until }) => (one === 'fits' && until !== null ? [until] : []));
  return {
    truth,
    rules: judged,
    asks: [...new Set(judged.flatMap(({ asks }) => asks))],
    until: ends.toSorted()[0] ?? null,
  };
}
