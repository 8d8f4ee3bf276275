import type { Alert } from '@leeward/workspace/desk/contract.ts';
import { type ReactNode, useCallback } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Empty, Screen } from '../parts/screen.tsx';
import { addressOf } from '../router/route.ts';
import { useMemberName, useOpenSession } from '../session/organisation.tsx';
import { useTeamName } from '../session/team-name.ts';
import { useAction, useView } from '../session/use-session.tsx';
import { type AlertText, alertText, alertTones, sortAlerts } from './alert-words.ts';

/** What a record is called, where this device knows it. */
function useRecordNames(): {
  readonly nameOf: (record: string | null) => string;
  readonly hrefOf: (record: string | null) => string | null;
} {
  const { t } = useSpeech();
  const cases = useView('cases', {});
  const queue = useView('queue', {});
  const nameOf = useCallback(
    (record: string | null) => {
      const known = cases?.ok === true ? cases.value.find((line) => line.record === record) : undefined;
      return known?.pseudonym ?? t('alert.aRecord');
    },
    [cases, t],
  );
  const hrefOf = useCallback(
    (record: string | null) => {
      if (record === null) return null;
      if (cases?.ok === true && cases.value.some((line) => line.record === record))
        return addressOf({ name: 'case', record });
      const asked = queue?.ok === true && queue.value.some((line) => line.record === record);
      return asked ? addressOf({ name: 'request', record, part: 'talk' }) : null;
    },
    [cases, queue],
  );
  return { nameOf, hrefOf };
}

function useAlertText(): (alert: Alert) => AlertText {
  const { t, numbers } = useSpeech();
  const member = useMemberName();
  const { organisation } = useOpenSession();
  const teamName = useTeamName();
  const { nameOf } = useRecordNames();
  return (alert) =>
    alertText(t, numbers, alert, {
      member,
      team: (name) => {
        const team = [...organisation.teams.values()].find((one) => one.team === name || one.name === name);
        return team === undefined ? name : teamName(team);
      },
      record: nameOf,
    });
}

/** The alerts, above every screen: the gravest in one line, the others counted. */
export function AlertBar(): ReactNode {
  const { t } = useSpeech();
  const { alerts } = useOpenSession();
  const textOf = useAlertText();
  // What holds for months and has its place in the settings is not said above every screen.
  const [first] = sortAlerts(alerts).filter(
    (alert) => alertTones[alert.kind] !== 'plain' && alert.kind !== 'recoveryNone',
  );
  return (
    <div role="status" className="alert-slot screen-only">
      {first === undefined ? null : (
        <a className={`alert-bar note ${toneOf(first)}`} href={addressOf({ name: 'alerts' })}>
          <strong>{textOf(first).title}</strong>
          <span>{alerts.length > 1 ? t('shell.alertCount', { count: alerts.length }) : t('alert.read')}</span>
        </a>
      )}
    </div>
  );
}

/** All alerts, each with what happened, what is safe and what to do. */
export function AlertsScreen(): ReactNode {
  const { t } = useSpeech();
  const { alerts } = useOpenSession();
  return (
    <Screen title={t('alert.title')}>
      {alerts.length === 0 ? <Empty title={t('alert.none')}>{t('alert.noneHint')}</Empty> : null}
      <ul className="plain stack">
        {sortAlerts(alerts).map((alert) => (
          <li key={alert.id}>
            <AlertCard alert={alert} />
          </li>
        ))}
      </ul>
    </Screen>
  );
}

/** One alert in full, with what can be done about it here. */
export function AlertCard({ alert }: { readonly alert: Alert }): ReactNode {
  const { t } = useSpeech();
  const text = useAlertText()(alert);
  const { hrefOf } = useRecordNames();
  const dismiss = useAction('dismissAlert');
  const confirmFork = useAction('confirmFork');
  const acceptLate = useAction('acceptLate');
  const confirmHeldBack = useAction('confirmHeldBack');
  const { record } = alert;
  const href = hrefOf(record);
  const entry = alert.details['entry'];
  return (
    <article className={`card alert-card ${toneOf(alert)}`}>
      <h2>{text.title}</h2>
      <dl className="three">
        <dt>{t('problem.happened')}</dt>
        <dd>{text.happened}</dd>
        <dt>{t('problem.safe')}</dt>
        <dd>{text.safe}</dd>
        <dt>{t('problem.do')}</dt>
        <dd>{text.do}</dd>
      </dl>
      <div className="bar">
        <span className="small quiet">
          <Ago at={alert.since} />
        </span>
        <span className="cluster">
          {href === null ? null : (
            <a className="button quiet" href={href}>
              {t('alert.show')}
            </a>
          )}
          {alert.kind === 'forkNeedsAuthority' && record !== null ? (
            <button type="button" className="button" onClick={() => void confirmFork.run({ record })}>
              {t('alert.goOn')}
            </button>
          ) : null}
          {alert.kind === 'setAside' && record !== null && typeof entry === 'string' ? (
            <button type="button" className="button" onClick={() => void acceptLate.run({ record, entry })}>
              {t('alert.setAside.admit')}
            </button>
          ) : null}
          {alert.kind === 'heldBack' ? (
            <button type="button" className="button" onClick={() => void confirmHeldBack.run({})}>
              {t('alert.heldBack.confirm')}
            </button>
          ) : null}
          {alert.dismissable ? (
            <button type="button" className="button quiet" onClick={() => void dismiss.run({ id: alert.id })}>
              {t('alert.understood')}
            </button>
          ) : null}
        </span>
      </div>
      <FailureNote
        failure={dismiss.failure ?? confirmFork.failure ?? acceptLate.failure ?? confirmHeldBack.failure}
      />
    </article>
  );
}

function toneOf(alert: Alert): string {
  const tone = alertTones[alert.kind] ?? 'warn';
  return tone === 'plain' ? '' : tone;
}
