import type { DeskKey, Translator } from '@leeward/ui';
import { formatDate, formatDuration } from '@leeward/ui';
import type { Alert, AlertKind } from '@leeward/workspace/desk/contract.ts';

/** How much an alert asks of a person. Red is kept for what endangers somebody. */
export const alertTones: Readonly<Record<AlertKind, 'danger' | 'warn' | 'plain'>> = {
  organisationFork: 'danger',
  extraRecipient: 'danger',
  equivocation: 'danger',
  badGrant: 'danger',
  ownKeyMissing: 'danger',
  deviceFull: 'danger',
  serverFull: 'danger',
  deviceAdded: 'warn',
  recoveryOutdated: 'warn',
  recoveryNone: 'danger',
  fork: 'warn',
  forkNeedsAuthority: 'warn',
  serverWentBack: 'warn',
  notInChain: 'warn',
  missingNotes: 'warn',
  missingFromHer: 'warn',
  noHeartbeat: 'danger',
  heldBack: 'danger',
  staleTeam: 'warn',
  teamAbandoned: 'danger',
  grantsMissing: 'warn',
  doorExpired: 'warn',
  doorExpiring: 'warn',
  unsentWork: 'warn',
  bodyMissing: 'warn',
  storageMayBeEvicted: 'warn',
  unlistedDevice: 'warn',
  ownClock: 'warn',
  caseTakenBack: 'plain',
  setAside: 'plain',
  needsNewer: 'plain',
  readmitted: 'plain',
  clockDiffers: 'plain',
};

const order = ['danger', 'warn', 'plain'] as const;

/** The gravest first, then the newest. */
export function sortAlerts(alerts: readonly Alert[]): readonly Alert[] {
  const rank = (alert: Alert): number => order.indexOf(alertTones[alert.kind] ?? 'warn');
  return [...alerts].sort((left, right) => rank(left) - rank(right) || right.since - left.since);
}

export type AlertText = {
  readonly title: string;
  readonly happened: string;
  readonly safe: string;
  readonly do: string;
};

type Names = {
  readonly member: (member: string) => string;
  readonly team: (team: string) => string;
  /** What a record is called on screen. */
  readonly record: (record: string | null) => string;
};

/** The words of an alert: what happened, what is safe, what to do. Missing details never leave a hole. */
export function alertText(t: Translator<DeskKey>, numbers: string, alert: Alert, names: Names): AlertText {
  const { details } = alert;
  const text = (name: string): string => String(details[name] ?? '');
  const count = Number(details['count'] ?? 1);
  const member = text('member');
  const date = Number(details['date'] ?? details['until'] ?? details['since'] ?? alert.since);
  const values = {
    count,
    record: names.record(alert.record),
    name: member === '' ? t('alert.aMember') : names.member(member),
    team: names.team(text('team')),
    date: formatDate(numbers, date),
    other: formatDate(numbers, Number(details['other'] ?? date)),
    device: text('device') === '' ? t('devices.recovery') : text('device'),
    days: Number(details['days'] ?? 0),
    duration: formatDuration(numbers, Math.abs(Number(details['duration'] ?? details['difference'] ?? 0))),
    names: text('names') === '' ? t('alert.aFile') : text('names'),
  };
  return {
    title: t(`alert.${alert.kind}.title`, values),
    happened: t(`alert.${alert.kind}.happened`, values),
    safe: t(`alert.${alert.kind}.safe`, values),
    do: t(`alert.${alert.kind}.do`, values),
  };
}
