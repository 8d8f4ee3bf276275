import { daysBetween } from '../clock/days.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { ConsentEvent, SharedUse } from './events.ts';
import type { VitalAct } from './record.ts';
import { isSameUse } from './rules.ts';

/**
 * What may be done without consent where a life or a child is in danger, or a law demands it: reaching whoever can help
 * now. Never publicity, money, reports, studies or keeping evidence.
 */
export const vitalPurposes: ReadonlySet<string> = new Set([
  'con_contact',
  'con_share_authority',
  'con_referral_identity',
  'con_referral_anonymous',
  'con_share_host',
  'con_verify_partner',
  'con_health_data',
  'con_emergency_act',
]);

/** The longest that an act without consent may last, in days. It ends by itself and is never renewed silently. */
export const vitalDays = 14;

/** Whether an act without consent may be proposed at all. */
export function judgeVital(
  event: Extract<ConsentEvent, { readonly type: 'VitalProposed' }>,
): Result<true, Refusal> {
  if (!vitalPurposes.has(event.use.purpose)) return err(refusal('never_without_consent'));
  const days = daysBetween(event.from, event.until);
  return days < 0 || days > vitalDays
    ? err(refusal('malformed', { path: 'until', problem: 'wrong' }))
    : ok(true);
}

export type VitalStanding = 'waits' | 'in_force' | 'refused' | 'over';

/** Where an act without consent stands on a day: nothing at all until a second person has agreed. */
export function vitalStanding(act: VitalAct, today: string): VitalStanding {
  if (act.second !== null && !act.second.agreed) return 'refused';
  if (act.until < today) return 'over';
  return act.second === null ? 'waits' : 'in_force';
}

/** Whether an act without consent covers a use on a day: this purpose, this recipient, these facts and these people, no more. */
export function coversUse(act: VitalAct, use: SharedUse, today: string): boolean {
  return (
    vitalStanding(act, today) === 'in_force' &&
    act.from <= today &&
    isSameUse(act.use, use) &&
    use.fields.every((field) => act.use.fields.includes(field)) &&
    use.persons.every((person) => act.use.persons.includes(person))
  );
}
