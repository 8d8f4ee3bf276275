import type { Alert, AlertKind } from './contract.ts';

/** What a person must know, each thing once. An alert goes when its cause is gone or, where allowed, when it was read. */
export type AlertBook = {
  readonly raise: (kind: AlertKind, details?: Alert['details'], record?: string | null) => void;
  readonly clear: (kind: AlertKind, record?: string | null) => void;
  readonly dismiss: (id: string) => void;
  readonly all: () => readonly Alert[];
};

/** Those that stay until their cause is gone. */
const lasting: ReadonlySet<AlertKind> = new Set([
  'fork',
  'forkNeedsAuthority',
  'organisationFork',
  'notInChain',
  'extraRecipient',
  'needsNewer',
  'noHeartbeat',
  'heldBack',
  'doorExpired',
  'recoveryNone',
  'staleTeam',
  'teamAbandoned',
  'ownKeyMissing',
  'recoveryOutdated',
  'grantsMissing',
  'setAside',
  'equivocation',
  'deviceFull',
  'serverFull',
]);

export function alertBook(now: () => number, changed: () => void): AlertBook {
  const alerts = new Map<string, Alert>();
  const dismissed = new Set<string>();
  const idOf = (kind: AlertKind, record: string | null): string => `${kind}:${record ?? ''}`;
  return {
    raise(kind, details = {}, record = null) {
      const id = idOf(kind, record);
      const before = alerts.get(id);
      const same = JSON.stringify(before?.details) === JSON.stringify(details);
      if (same && (before !== undefined || dismissed.has(`${id} ${JSON.stringify(details)}`))) return;
      alerts.set(id, {
        id,
        kind,
        record,
        details,
        since: before?.since ?? now(),
        // A fork that is settled has to be read once; one that is open stays.
        dismissable: !lasting.has(kind) || details['stage'] === 'settled',
      });
      changed();
    },
    clear(kind, record = null) {
      if (alerts.delete(idOf(kind, record))) changed();
    },
    dismiss(id) {
      const alert = alerts.get(id);
      if (alert === undefined || !alert.dismissable) return;
      dismissed.add(`${id} ${JSON.stringify(alert.details)}`);
      alerts.delete(id);
      changed();
    },
    all: () => [...alerts.values()].sort((left, right) => left.since - right.since),
  };
}
