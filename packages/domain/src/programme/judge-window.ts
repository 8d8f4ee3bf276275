import type { Facts } from '../eligibility/facts.ts';
import type { RuleTerms } from './events.ts';
import type { Judged } from './verdict.ts';

/** Programmes pause, fill up and open by calls: the day alone decides, and nothing about her does. */
export const judgeWindow =
  (kind: 'suspended' | 'quota_full' | 'call_window') =>
  (terms: RuleTerms, _facts: Facts, today: string): Judged => {
    const from = terms.from ?? null;
    const until = terms.until ?? null;
    const details = { ...(from !== null && { from }), ...(until !== null && { until }) };
    const begun = from === null || from <= today;
    const past = until !== null && until < today;
    if (kind === 'call_window') {
      if (!begun) return { truth: 'does_not', reason: 'not_open_yet', looked: [], details };
      if (past) return { truth: 'does_not', reason: 'over', looked: [], details };
      return { truth: 'fits', reason: 'met', looked: [], details, until };
    }
    // A pause without an end holds until somebody says otherwise.
    const closed = begun && !past;
    return { truth: closed ? 'does_not' : 'fits', reason: closed ? 'not_met' : 'met', looked: [], details };
  };
