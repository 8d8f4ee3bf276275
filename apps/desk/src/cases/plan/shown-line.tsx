import { measuresInOrder } from '@leeward/domain/plan/state.ts';
import { isShownAsItStands, mayShow } from '@leeward/domain/plan/to-show.ts';
import { doorWordsIn, shownNow } from '@leeward/domain/request/shown-to-her.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Ago } from '../../parts/clock.tsx';
import { Begun } from '../../parts/kept.tsx';
import { Words } from '../../parts/words.tsx';
import { addressOf } from '../../router/route.ts';
import { useMemberName } from '../../session/organisation.tsx';
import { useBegun } from '../../session/use-form.ts';

/** What her page shows of the plan, since when, and whether the file says something else by now. */
export function ShownLine({
  view,
  request,
}: {
  readonly view: CaseView;
  readonly request: RequestView;
}): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  const begun = useBegun('case:showPlan', view.record);
  const shown = shownNow(request.state);
  const { plan } = view.state.parts;
  const said =
    shown === null || shown.plan.risks === null
      ? undefined
      : doorWordsIn(request.state)
          .get(shown.plan.risks.id)
          ?.findLast(({ effect, outdated }) => effect === 'counts' && !outdated);
  const open = measuresInOrder(plan).filter(mayShow);
  const isNew = open.some(({ id }) => shown?.plan.measures.every((one) => one.id !== id));
  const isChanged = shown !== null && (isNew || !isShownAsItStands(plan, shown.plan));
  return (
    <section className={isChanged ? 'note warn stack tight' : 'note stack tight'} aria-label={t('show.line')}>
      <p>
        {shown === null ? (
          t('show.never')
        ) : (
          <>
            {t('show.shown', { version: shown.plan.version, name: nameOf(shown.by) })} <Ago at={shown.at} />
          </>
        )}
      </p>
      {isChanged ? <p>{t('show.changed')}</p> : null}
      {shown === null || shown.plan.risks === null ? null : (
        <p>
          {t(said === undefined ? 'show.risksUnsaid' : `show.risksSaid.${said.answer}`)}{' '}
          <Words inline text={said?.words ?? ''} />
        </p>
      )}
      <div className="cluster">
        <a
          className="button"
          href={addressOf({ name: 'case', record: view.record, part: 'plan', item: 'show' })}
        >
          {t(shown === null ? 'show.begin' : 'show.again')}
        </a>
        <Begun begun={begun} />
      </div>
    </section>
  );
}
