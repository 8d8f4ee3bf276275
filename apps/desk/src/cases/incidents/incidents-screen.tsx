import { incidentItems } from '@leeward/domain/incident/events.ts';
import { retriageFor } from '@leeward/domain/incident/rules.ts';
import { type Incident, logOf } from '@leeward/domain/incident/state.ts';
import { may } from '@leeward/domain/organisation/permissions.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Empty } from '../../parts/screen.tsx';
import { addressOf, go } from '../../router/route.ts';
import { useActor } from '../../session/use-actor.ts';
import { PutAway } from '../item/put-away.tsx';
import { JudgeUrgency } from '../urgency/judge-urgency.tsx';
import { IncidentCard } from './incident-card.tsx';
import { IncidentForm } from './incident-form.tsx';

/** In an address: the incident that is looked at, and not changed. */
export const seenPrefix = 'seen-';

/** The incident log: everything that may point to a threat, the latest first. */
export function IncidentsScreen({
  view,
  item,
}: {
  readonly view: CaseView;
  readonly item: string | null;
}): ReactNode {
  const { t } = useSpeech();
  const actor = useActor();
  const { record, state } = view;
  const allowed = view.stopped === null && may(actor.role, 'case.edit', actor.permissions).ok;
  const log = logOf(state.parts.incident);
  const away = [...state.parts.incident.incidents.values()].filter((one) => one.away !== null);
  const one = item === null ? undefined : state.parts.incident.incidents.get(item);
  const back = () => go({ name: 'case', record, part: 'incidents' });
  if (allowed && (item === 'new' || one !== undefined))
    return (
      <div className="stack part-screen">
        <h2>{t(item === 'new' ? 'danger.incident.new' : 'danger.incident.edit')}</h2>
        <IncidentForm view={view} incident={one} onDone={back} />
        {one === undefined ? null : (
          <PutAway kind={incidentItems} record={record} item={one} label={t('danger.incident.putAway')} />
        )}
      </div>
    );
  const seen = item?.startsWith(seenPrefix) === true ? item.slice(seenPrefix.length) : null;
  return (
    <div className="stack part-screen">
      <p className="quiet">{t('danger.incidents.lead')}</p>
      <Due view={view} allowed={allowed} />
      {allowed ? (
        <div>
          <a
            className="button primary"
            href={addressOf({ name: 'case', record, part: 'incidents', item: 'new' })}
          >
            {t('danger.incident.new')}
          </a>
        </div>
      ) : null}
      {log.length === 0 ? (
        <Empty title={t('danger.incidents.empty')}>{t('danger.incidents.emptyHint')}</Empty>
      ) : null}
      <ol className="plain stack">
        {log.map((incident) => (
          <li key={incident.id}>
            <IncidentCard view={view} incident={incident} allowed={allowed} focused={incident.id === seen} />
          </li>
        ))}
      </ol>
      {away.length === 0 ? null : <Away view={view} away={away} allowed={allowed} />}
    </div>
  );
}

/** What a new incident asks for: urgency, risk and verification are looked at again. */
function Due({ view, allowed }: { readonly view: CaseView; readonly allowed: boolean }): ReactNode {
  const { t } = useSpeech();
  const { record, state } = view;
  const asking = retriageFor(state);
  if (asking.length === 0) return null;
  return (
    <div className="note warn" data-due="retriage">
      <strong>{t('danger.due.title', { count: asking.length })}</strong>
      <p>{t('danger.due.words')}</p>
      <ul>
        <li>
          <a href={addressOf({ name: 'case', record, part: 'risk', item: 'assess' })}>
            {t('danger.due.risk')}
          </a>
        </li>
        <li>
          <a href={addressOf({ name: 'case', record, part: 'verification' })}>
            {t('danger.due.verification')}
          </a>
        </li>
      </ul>
      <JudgeUrgency view={view} allowed={allowed} />
    </div>
  );
}

function Away({
  view,
  away,
  allowed,
}: {
  readonly view: CaseView;
  readonly away: readonly Incident[];
  readonly allowed: boolean;
}): ReactNode {
  const { t } = useSpeech();
  return (
    <details className="card more-detail">
      <summary>{t('item.away', { count: away.length })}</summary>
      <ul className="plain stack tight">
        {away.map((incident) => (
          <li key={incident.id} className="stack tight">
            <IncidentCard view={view} incident={incident} allowed={false} />
            <span className="small quiet">{incident.away?.reason}</span>
            {allowed ? (
              <PutAway
                kind={incidentItems}
                record={view.record}
                item={incident}
                label={t('danger.incident.putAway')}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
