import { addMonths } from '../clock/days.ts';
import type { FactCost, Facts } from '../eligibility/facts.ts';
import type { RuleTerms } from './events.ts';
import type { Judged, Looked, Truth } from './verdict.ts';

type CostRule =
  | 'use_by'
  | 'no_retroactive'
  | 'no_duplicate'
  | 'partial_funding'
  | 'ceiling'
  | 'excluded_costs';

/** Rules about what is asked for. They hold costs against each other, line by line, and never people. */
export const judgeCosts =
  (kind: CostRule) =>
  (terms: RuleTerms, facts: Facts, today: string): Judged => {
    const { costs } = facts;
    if (costs.length === 0) return { truth: 'ask', reason: 'no_costs', looked: [], asks: ['costs'] };
    switch (kind) {
      case 'use_by': {
        const last = addMonths(today, terms.months ?? 0);
        return byLine(costs, ({ from }) => (from === null ? 'ask' : from <= last ? 'fits' : 'does_not'), {
          date: last,
        });
      }
      case 'no_retroactive':
        return byLine(costs, ({ from }) => (from === null ? 'ask' : from >= today ? 'fits' : 'does_not'));
      case 'no_duplicate':
        // Somebody else was asked: that is no payment yet, and both must know.
        return byLine(costs, ({ elsewhere }) =>
          elsewhere === 'yes' ? 'does_not' : elsewhere === 'no' ? 'fits' : 'ask',
        );
      case 'excluded_costs': {
        const excluded: readonly string[] = terms.costs ?? [];
        return byLine(costs, ({ line }) => (excluded.includes(line) ? 'does_not' : 'fits'));
      }
      case 'ceiling':
        return ceiling(costs, terms.amount ?? 0, terms.currency ?? '');
      case 'partial_funding':
        return byLine(
          costs,
          ({ amount, whole }) =>
            whole === null ? 'ask' : amount * 100 <= whole * (terms.percent ?? 0) ? 'fits' : 'does_not',
          { percent: terms.percent ?? 0 },
        );
    }
  };

/** Every line by itself; the lines that tell are named. */
function byLine(
  costs: readonly FactCost[],
  judge: (cost: FactCost) => Truth,
  details: Judged['details'] = {},
): Judged {
  const judged = costs.map((cost) => ({ cost, truth: judge(cost) }));
  const truth: Truth = judged.some((one) => one.truth === 'does_not')
    ? 'does_not'
    : judged.some((one) => one.truth === 'ask')
      ? 'ask'
      : 'fits';
  const telling = judged.filter((one) => one.truth === truth).map(({ cost }) => cost);
  return {
    truth,
    reason: truth === 'fits' ? 'met' : truth === 'ask' ? 'not_known' : 'not_met',
    looked: lookedAt(telling),
    asks: truth === 'ask' ? ['costs'] : [],
    details: { ...details, lines: [...new Set(telling.map(({ line }) => line))] },
  };
}

/** One sum, in one currency. Nothing is exchanged silently: a rate is somebody's judgement of a day. */
function ceiling(costs: readonly FactCost[], amount: number, currency: string): Judged {
  const looked = lookedAt(costs);
  const others = [...new Set(costs.map((cost) => cost.currency))].filter((one) => one !== currency);
  const asked = costs
    .filter((cost) => cost.currency === currency)
    .reduce((sum, cost) => sum + cost.amount, 0);
  const details = { amount, currency, asked };
  if (asked > amount) return { truth: 'does_not', reason: 'not_met', looked, details };
  if (others.length > 0)
    return {
      truth: 'ask',
      reason: 'other_currency',
      looked,
      asks: ['costs'],
      details: { ...details, currencies: others },
    };
  return { truth: 'fits', reason: 'met', looked, details };
}

const lookedAt = (costs: readonly FactCost[]): readonly Looked[] =>
  costs.length === 0
    ? []
    : [
        {
          fact: 'costs',
          sources: costs.map(({ id }) => ({ of: 'cost' as const, id, how: '', on: null })),
        },
      ];
