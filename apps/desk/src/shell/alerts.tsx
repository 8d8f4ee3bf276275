import { formatNumber } from '@leeward/ui';
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
import { type AlertGroup, alertGroups, togetherOf } from './alert-groups.ts';
import { type AlertText, alertText, alertTones } from './alert-words.ts';

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
  const groups = alertGroups(alerts);
  const [group] = groups.filter(([{ kind }]) => alertTones[kind] !== 'plain' && kind !== 'recoveryNone');
  const first = group === undefined ? undefined : togetherOf(group);
  return (
    <div role="status" className="alert-slot screen-only">
      {first === undefined ? null : (
        <a className={`alert-bar note ${toneOf(first)}`} href={addressOf({ name: 'alerts' })}>
          <strong>{textOf(first).title}</strong>
          <span>{groups.length > 1 ? t('shell.alertCount', { count: groups.length }) : t('alert.read')}</span>
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
        {alertGroups(alerts).map((group) => (
          <li key={group[0].id}>
            {group.length === 1 ? <AlertCard alert={group[0]} /> : <GroupCard group={group} />}
          </li>
        ))}
      </ul>
    </Screen>
  );
}

/** The same alert of several records: said once, with the records folded under it, each with what can be done about it. */
function GroupCard({ group }: { readonly group: AlertGroup }): ReactNode {
  const { t, numbers } = useSpeech();
  const together = togetherOf(group);
  const text = useAlertText()(together);
  const { nameOf } = useRecordNames();
  const dismiss = useAction('dismissAlert');
  const putAway = group.filter(({ dismissable }) => dismissable);
  const readAll = async (): Promise<void> => {
    for (const { id } of putAway) await dismiss.run({ id });
  };
  return (
    <article className={`card alert-card ${toneOf(together)}`}>
      <h2>{text.title}</h2>
      <AlertWords text={text} />
      <details className="more-detail">
        <summary>
          {t('alert.records')} <span className="num quiet">{formatNumber(numbers, group.length)}</span>
        </summary>
        <ul className="plain rows">
          {group.map((alert) => (
            <li key={alert.id} className="row">
              <span>
                <bdi>{nameOf(alert.record)}</bdi>{' '}
                <span className="small quiet">
                  <Ago at={alert.since} />
                </span>
              </span>
              <AlertActs alert={alert} />
            </li>
          ))}
        </ul>
      </details>
      {putAway.length === 0 ? null : (
        <div className="bar">
          <span />
          <button
            type="button"
            className="button quiet"
            disabled={dismiss.busy}
            onClick={() => void readAll()}
          >
            {t('alert.understood')}
          </button>
        </div>
      )}
      <FailureNote failure={dismiss.failure} />
    </article>
  );
}

function AlertWords({ text }: { readonly text: AlertText }): ReactNode {
  const { t } = useSpeech();
  return (
    <dl className="three">
      <dt>{t('problem.happened')}</dt>
      <dd>{text.happened}</dd>
      <dt>{t('problem.safe')}</dt>
      <dd>{text.safe}</dd>
      <dt>{t('problem.do')}</dt>
      <dd>{text.do}</dd>
    </dl>
  );
}

/** One alert in full, with what can be done about it here. */
export function AlertCard({ alert }: { readonly alert: Alert }): ReactNode {
  const text = useAlertText()(alert);
  return (
    <article className={`card alert-card ${toneOf(alert)}`}>
      <h2>{text.title}</h2>
      <AlertWords text={text} />
      <div className="bar">
        <span className="small quiet">
          <Ago at={alert.since} />
        </span>
        <AlertActs alert={alert} />
      </div>
    </article>
  );
}

/** What can be done about one alert. */
function AlertActs({ alert }: { readonly alert: Alert }): ReactNode {
  const { t } = useSpeech();
  const { hrefOf } = useRecordNames();
  const dismiss = useAction('dismissAlert');
  const confirmFork = useAction('confirmFork');
  const acceptLate = useAction('acceptLate');
  const confirmHeldBack = useAction('confirmHeldBack');
  const { record } = alert;
  const href = hrefOf(record);
  const entry = alert.details['entry'];
  return (
    <>
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
      <FailureNote
        failure={dismiss.failure ?? confirmFork.failure ?? acceptLate.failure ?? confirmHeldBack.failure}
      />
    </>
  );
}

function toneOf(alert: Alert): string {
  const tone = alertTones[alert.kind] ?? 'warn';
  return tone === 'plain' ? '' : tone;
}
