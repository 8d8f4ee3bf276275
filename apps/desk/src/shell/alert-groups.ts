import type { Alert } from '@leeward/workspace/desk/contract.ts';
import { sortAlerts } from './alert-words.ts';

/** Alerts of one kind, which say the same of several records; the gravest and newest first, never empty. */
export type AlertGroup = readonly [Alert, ...Alert[]];

/**
 * What is told in one place: the same thing in eighteen records is one alert with eighteen records under it. Two teams,
 * two people or two devices are two alerts, as something else is to be done about each.
 */
export function alertGroups(alerts: readonly Alert[]): readonly AlertGroup[] {
  const groups = new Map<string, [Alert, ...Alert[]]>();
  for (const alert of sortAlerts(alerts)) {
    const { team, member, device } = alert.details;
    const key = JSON.stringify([alert.kind, team, member, device, alert.record === null ? alert.id : '']);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [alert]);
    else group.push(alert);
  }
  return [...groups.values()];
}

/** An alert that says of all of them what each says of itself: with their numbers added up. */
export function togetherOf(group: AlertGroup): Alert {
  const [first] = group;
  if (group.length === 1 || first.details['count'] === undefined) return first;
  const count = group.reduce((sum, { details }) => sum + Number(details['count'] ?? 1), 0);
  return { ...first, details: { ...first.details, count } };
}
