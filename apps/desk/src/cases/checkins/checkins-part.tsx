import { looksAfter, nextSignDue, silenceAt } from '@leeward/domain/check-in/silence.ts';
import { watchOf } from '@leeward/domain/check-in/watch.ts';
import { may } from '@leeward/domain/organisation/permissions.ts';
import type { CheckInStanding } from '@leeward/domain/request/alarm.ts';
import { checkInStanding } from '@leeward/domain/request/alarm.ts';
import { formatDateTime } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Ago, useNow } from '../../parts/clock.tsx';
import { CodeWords } from '../../request/code-words.tsx';
import { addressOf } from '../../router/route.ts';
import { useMemberName } from '../../session/organisation.tsx';
import { useActor } from '../../session/use-actor.ts';
import { useView } from '../../session/use-session.tsx';
import { Agreements } from './agreements.tsx';
import { HearSign } from './hear-sign.tsx';
import { Ladder } from './ladder.tsx';
import { Covers, Pauses } from './pauses.tsx';
import { Rounds } from './rounds.tsx';
import { SilenceCard } from './silence-card.tsx';
import { Wishes } from './wishes.tsx';

/** Agreed signs of life: what is awaited, what silence sets off, who looks after it. */
export function CheckInsPart({ view }: { readonly view: CaseView; readonly item: string | null }): ReactNode {
  const conversation = view.state.opened?.fromConversation ?? null;
  return conversation === null ? (
    <Content view={view} request={null} />
  ) : (
    <WithConversation view={view} conversation={conversation} />
  );
}

function WithConversation({
  view,
  conversation,
}: {
  readonly view: CaseView;
  readonly conversation: string;
}): ReactNode {
  const { t } = useSpeech();
  const request = useView('request', { record: conversation });
  if (request === undefined) return <p className="quiet">{t('common.loading')}</p>;
  return (
    <>
      {request.ok ? null : <p className="note warn">{t('checkins.noConversation')}</p>}
      <Content view={view} request={request.ok ? request.value : null} />
    </>
  );
}

function Content({
  view,
  request,
}: {
  readonly view: CaseView;
  readonly request: RequestView | null;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const now = useNow();
  const nameOf = useMemberName();
  const actor = useActor();
  const { record, state } = view;
  const allowed = view.stopped === null && may(actor.role, 'case.edit', actor.permissions).ok;
  const watch = watchOf(state.parts.checkIns);
  const standing: CheckInStanding | null = request === null ? null : checkInStanding(request.state);
  const silence = silenceAt(watch, standing, now);
  const next = nextSignDue(watch, standing);
  const after = looksAfter(watch, state.responsible, now);
  const lastSafe = Math.max(watch?.lastSafe ?? 0, standing?.lastSafe ?? 0);
  const words = [...state.parts.checkIns.agreed.values()];
  return (
    <div className="request">
      <div className="request-main stack">
        {silence === null ? null : (
          <SilenceCard record={record} silence={silence} allowed={allowed} state={state} />
        )}
        {request === null ? null : <Wishes view={view} request={request} allowed={allowed} />}
        <section className="card facts stack tight">
          <h2>{t('checkins.standing')}</h2>
          <dl>
            <div>
              <dt>{t('checkins.next')}</dt>
              <dd>{next === null ? t('checkIn.none') : formatDateTime(numbers, next)}</dd>
            </div>
            <div>
              <dt>{t('checkIn.lastSafe')}</dt>
              <dd>{lastSafe === 0 ? t('checkins.never') : <Ago at={lastSafe} />}</dd>
            </div>
            <div>
              <dt>{t('checkins.after')}</dt>
              <dd>{after === null ? t('due.nobody') : nameOf(after)}</dd>
            </div>
          </dl>
          {allowed ? <HearSign record={record} items={words} /> : null}
        </section>
        <Ladder view={view} allowed={allowed} />
        <Rounds watch={watch} standing={standing} request={request} state={state} />
      </div>
      <aside className="request-side stack">
        <Agreements view={view} request={request} allowed={allowed} />
        {request === null ? null : <CodeWords said={request.said} />}
        <Covers view={view} allowed={allowed} />
        <Pauses view={view} allowed={allowed} request={request} />
        <WhenClosed />
      </aside>
    </div>
  );
}

/** What happens when no desk is open. Nothing more is promised than what is so. */
function WhenClosed(): ReactNode {
  const { t } = useSpeech();
  const call = useView('call', {});
  const mine = call?.ok === true ? call.value : null;
  return (
    <section className="note stack tight">
      <strong>{t('checkins.closed')}</strong>
      <p>{t('checkins.closedHow')}</p>
      <p>
        {mine === null
          ? t('checkins.callUnknown')
          : mine.address !== null
            ? t('checkins.callYes')
            : mine.available
              ? t('checkins.callNo')
              : t('checkins.callCannot')}{' '}
        <a href={addressOf({ name: 'settings' })}>{t('shell.settings')}</a>
      </p>
    </section>
  );
}
