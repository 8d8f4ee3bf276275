import { stillRuns } from '@leeward/domain/check-in/end-at-her-wish.ts';
import { type CheckInPause, pauseItems } from '@leeward/domain/check-in/events.ts';
import { type CheckInWish, checkInWishesIn } from '@leeward/domain/request/shown-to-her.ts';
import { baseOf, editOf, valueIn } from '@leeward/domain/shared/items.ts';
import { formatDate, formatDateTime } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useNow } from '../../parts/clock.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Words } from '../../parts/words.tsx';
import { addressOf } from '../../router/route.ts';
import { useCaseAct } from '../item/use-case-act.ts';
import { RhythmLine } from './agreements.tsx';
import { EndAtWish } from './end-at-wish.tsx';
import { useTellHer } from './told-her.tsx';

/** What she asks for at her door and nobody has answered. Nothing rests or ends before a person has agreed. */
export function Wishes({
  view,
  request,
  allowed,
}: {
  readonly view: CaseView;
  readonly request: RequestView;
  readonly allowed: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const open = checkInWishesIn(request.state).filter(({ answered }) => !answered);
  if (open.length === 0) return null;
  return (
    <section className="note accent stack tight" aria-label={t('wish.title')}>
      <strong>{t('wish.title')}</strong>
      <p className="small">{t('wish.claim')}</p>
      {open.map((wish) => (
        <OneWish key={wish.item} wish={wish} view={view} request={request} allowed={allowed} />
      ))}
    </section>
  );
}

function OneWish({
  wish,
  view,
  request,
  allowed,
}: {
  readonly wish: CheckInWish;
  readonly view: CaseView;
  readonly request: RequestView;
  readonly allowed: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const now = useNow();
  const act = useCaseAct(view.record);
  const tell = useTellHer(view, request);
  const { from, until } = wish;
  // Named by her item: two clicks, and two colleagues at once, make one pause.
  const id = wish.item.slice(0, 32);
  const isTaken = view.state.parts.checkIns.pauses.has(id);
  const mayTake = allowed && !isTaken && from !== null && until !== null && until > now && until > from;
  const take = async (): Promise<void> => {
    if (from === null || until === null) return;
    const event = editOf(pauseItems, baseOf<CheckInPause>(undefined, id), {
      from,
      until,
      why: (wish.text.trim() || t('wish.why')).slice(0, 500),
      agreed: t('wish.agreed', { date: formatDate(numbers, wish.at) }),
    });
    if (event !== null && (await act.run({ ok: true, value: [event] }))) tell?.();
  };
  return (
    <div className="stack tight" data-wish={wish.wants}>
      <p>
        {wish.wants === 'pause' && from !== null && until !== null
          ? t('wish.pause', { from: formatDateTime(numbers, from), until: formatDateTime(numbers, until) })
          : t(`talk.wish.${wish.wants}`)}
      </p>
      {wish.wants === 'end' ? <Runs view={view} request={request} /> : null}
      {wish.text === '' ? null : <Words text={wish.text} lang={request.said.locale} />}
      {wish.wants === 'end' && allowed ? (
        <EndAtWish record={request.record} file={view.record} since={wish.at} />
      ) : null}
      <div className="cluster">
        {wish.wants === 'end' && tell !== null ? (
          <button type="button" className="button quiet" onClick={tell}>
            {t('wish.goesOn')}
          </button>
        ) : null}
        {mayTake ? (
          <button type="button" className="button primary" disabled={act.busy} onClick={() => void take()}>
            {t('wish.take')}
          </button>
        ) : null}
        <a
          className="button quiet"
          href={addressOf({ name: 'request', record: request.record, part: 'talk' })}
        >
          {t('wish.answer')}
        </a>
      </div>
      <FailureNote failure={act.failure} />
    </div>
  );
}

/** What goes on although she wishes that it ended: until somebody ends it, a missing sign is a silence. */
function Runs({ view, request }: { readonly view: CaseView; readonly request: RequestView }): ReactNode {
  const { t } = useSpeech();
  const { spoken, atDoor } = stillRuns(request.state, view.state);
  if (spoken.length === 0 && atDoor === null) return <p className="small">{t('wish.nothingRuns')}</p>;
  return (
    <div className="stack tight">
      <p>{t('wish.stillRuns')}</p>
      {atDoor === null ? null : <RhythmLine rhythm={atDoor.rhythm} />}
      {spoken.map((item) => (
        <div key={item.id}>
          <RhythmLine rhythm={valueIn(item, 'rhythm') ?? { every: 24 }} />
          <Words text={valueIn(item, 'way') ?? ''} />
        </div>
      ))}
    </div>
  );
}
