import type { CaseState } from '@leeward/domain/case/state.ts';
import { reliefAskedBy, secondOf, standingOffers } from '@leeward/domain/responsibility/rules.ts';
import { latest } from '@leeward/domain/shared/field.ts';
import { sheetLine } from '@leeward/domain/sheet/rules.ts';
import type { CaseLine } from './case-contract.ts';
import { identitiesIn } from './identity/case-line.ts';
import { lineTasks } from './line-tasks.ts';
import { riskIn } from './risk-line.ts';

/** What lists show of a case. Ten thousand of them are held in memory: no more than lists need. */
export function caseLine(record: string, state: CaseState): CaseLine {
  const next = latest(state.nextStep);
  return {
    record,
    pseudonym: latest(state.pseudonym) ?? '',
    urgency: state.urgency,
    state: state.phase,
    responsible: state.responsible,
    next: next === undefined || next.text === '' ? null : { text: next.text, date: next.date ?? '' },
    conversation: state.opened?.fromConversation ?? null,
    updated: state.touched,
    ...broughtLine(state),
    ...lineTasks(state),
    ...riskIn(state),
    ...(state.parts.sheet.size === 0 ? {} : { sheets: sheetLine(state.parts.sheet) }),
    ...identitiesIn(state),
    second: secondOf(state),
    offered: standingOffers(state).at(-1)?.to ?? null,
    relief: reliefAskedBy(state).length > 0,
  };
}

/** From which table it was brought; nothing for most. */
function broughtLine({ parts }: CaseState): Pick<CaseLine, 'brought'> {
  const { brought, again } = parts.bring;
  if (brought === null) return {};
  const { batch, source, key, by, claimedTime } = brought;
  const others = again.map((one) => ({ batch: one.batch, by: one.by, at: one.claimedTime }));
  const more = others.length === 0 ? {} : { again: others };
  return { brought: { batch, source, key, by, at: claimedTime, ...more } };
}
