import { may } from '@leeward/domain/organisation/permissions.ts';
import { measureItems } from '@leeward/domain/plan/events.ts';
import { planGaps } from '@leeward/domain/plan/gaps.ts';
import { costsOf, measuresInOrder } from '@leeward/domain/plan/state.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { Answer } from '@leeward/workspace/desk/contract.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Empty } from '../../parts/screen.tsx';
import { useActor } from '../../session/use-actor.ts';
import { useView } from '../../session/use-session.tsx';
import { NewItem } from '../item/item-card.tsx';
import { PutAway } from '../item/put-away.tsx';
import { Contacts } from './contacts.tsx';
import { MeasureCard } from './measure-card.tsx';
import { MeasureForm } from './measure-form.tsx';
import { PlanPage } from './plan-page.tsx';
import { PlanSheetButton } from './plan-sheet.tsx';
import { Publicity } from './publicity.tsx';
import { ShowPlan } from './show-plan.tsx';
import { ShownLine } from './shown-line.tsx';
import { useDoorWords } from './use-her-door.ts';

/** The protection plan: hers, from the least uprooting measure to the most. */
export function PlanPart(props: { readonly view: CaseView; readonly item: string | null }): ReactNode {
  const conversation = props.view.state.opened?.fromConversation ?? null;
  return conversation === null ? (
    <Content {...props} request={null} />
  ) : (
    <WithConversation {...props} conversation={conversation} />
  );
}

function WithConversation({
  conversation,
  ...props
}: {
  readonly view: CaseView;
  readonly item: string | null;
  readonly conversation: string;
}): ReactNode {
  const { t } = useSpeech();
  const request = useView('request', { record: conversation });
  if (request === undefined) return <p className="quiet">{t('common.loading')}</p>;
  if (props.item === 'show' && request.ok) return <ShowPlan view={props.view} request={request.value} />;
  return <Content {...props} request={request} />;
}

function Content({
  view,
  item,
  request,
}: {
  readonly view: CaseView;
  readonly item: string | null;
  readonly request: Answer<RequestView> | null;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const actor = useActor();
  const { record, state } = view;
  const { plan } = state.parts;
  const allowed = view.stopped === null && may(actor.role, 'case.edit', actor.permissions).ok;
  const measures = measuresInOrder(plan);
  const away = [...plan.measures.values()].filter((measure) => measure.away !== null);
  const door = useDoorWords(request);
  const gaps = planGaps(plan, door);
  const costs = [...costsOf(plan)];
  return (
    <div className="request">
      <div className="request-main stack">
        <div className="bar">
          <p className="quiet">{t('plan.lead')}</p>
          <PlanSheetButton view={view} />
        </div>
        {request?.ok === true ? <ShownLine view={view} request={request.value} /> : null}
        {request?.ok === false ? <p className="note warn">{t('plan.noConversation')}</p> : null}
        {gaps.length === 0 ? null : (
          <section className="note stack tight" aria-label={t('plan.gaps')}>
            <strong>{t('plan.gaps')}</strong>
            <ul>
              {gaps.map((gap) => (
                <li key={gap}>{t(`plan.gap.${gap}`)}</li>
              ))}
            </ul>
          </section>
        )}
        <section className="stack tight" aria-labelledby="measures">
          <h2 id="measures">{t('plan.measures')}</h2>
          {measures.length === 0 ? <Empty title={t('plan.none')}>{t('plan.noneHint')}</Empty> : null}
          <ul className="plain stack tight">
            {measures.map((measure) => (
              <MeasureCard
                key={measure.id}
                view={view}
                measure={measure}
                door={door}
                allowed={allowed}
                isChosen={measure.id === item}
              />
            ))}
          </ul>
          {costs.length === 0 ? null : (
            <p className="num">
              {t('plan.costs')}{' '}
              {costs
                .map(([currency, sum]) =>
                  new Intl.NumberFormat(numbers, { style: 'currency', currency }).format(sum),
                )
                .join(' · ')}
            </p>
          )}
          {allowed ? (
            <NewItem
              noun="Measure"
              record={record}
              label={t('plan.add')}
              form={(onEnd) => <MeasureForm view={view} measure={undefined} onEnd={onEnd} />}
            />
          ) : null}
          {away.length === 0 ? null : (
            <details>
              <summary>{t('plan.away', { count: away.length })}</summary>
              <ul className="plain stack tight">
                {away.map((measure) => (
                  <li key={measure.id} className="card facts stack tight">
                    <b>{measure.fields.what?.at(-1)?.value}</b>
                    {allowed ? (
                      <PutAway kind={measureItems} record={record} item={measure} label={t('plan.putAway')} />
                    ) : null}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
      </div>
      <aside className="request-side stack">
        <Contacts view={view} allowed={allowed} />
        <PlanPage view={view} allowed={allowed} />
        <Publicity view={view} />
      </aside>
    </div>
  );
}
