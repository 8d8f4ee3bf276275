import { canSetCaseUrgency } from '@leeward/domain/case/rules.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Ago } from '../../parts/clock.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { UrgencyChip } from '../../parts/urgency-chip.tsx';
import { Words } from '../../parts/words.tsx';
import { useMemberName } from '../../session/organisation.tsx';
import { useActor } from '../../session/use-actor.ts';
import { useForm } from '../../session/use-form.ts';
import { useCaseAct } from '../item/use-case-act.ts';
import { Versions } from '../item/versions.tsx';
import { UrgencyChoice, type UrgencyForm } from './urgency-choice.tsx';

const command = 'case:urgency';

/** How urgent a case is: what was judged, by whom and why, two judgements that were made apart, and judging it again. */
export function JudgeUrgency({
  view,
  allowed,
}: {
  readonly view: CaseView;
  readonly allowed: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const actor = useActor();
  const nameOf = useMemberName();
  const act = useCaseAct(view.record);
  const draft = useForm<UrgencyForm>(command, view.record, () => ({ chosen: '', reason: '' }));
  const [opened, setOpened] = useState(false);
  const { state } = view;
  const { chosen, reason } = draft.form;
  const last = state.urgencyHistory.at(-1);
  const give = async (): Promise<void> => {
    if (chosen === '' || reason.trim() === '') return;
    const judged = canSetCaseUrgency(state, actor, { urgency: chosen, reason: reason.trim() });
    if (!(await act.run(judged, command))) return;
    draft.given({ chosen: '', reason: '' });
    setOpened(false);
  };
  return (
    <div className="stack tight">
      <p className="line-meta">
        <UrgencyChip urgency={state.urgency} />
        {last === undefined ? null : (
          <span className="small quiet">
            <bdi>{nameOf(last.by)}</bdi> · <Ago at={last.claimedTime} />
          </span>
        )}
      </p>
      {last === undefined ? null : <Words text={last.reason} />}
      <Versions
        label={t('urgency.title')}
        field={state.urgencies}
        say={(urgency) => (
          <>
            <UrgencyChip urgency={urgency} />{' '}
            <Words
              inline
              text={state.urgencyHistory.findLast((one) => one.urgency === urgency)?.reason ?? ''}
            />
          </>
        )}
        onChoose={
          allowed
            ? (urgency) => {
                const said = state.urgencyHistory.findLast((one) => one.urgency === urgency)?.reason;
                if (urgency !== 'urg_unset')
                  void act.run(
                    canSetCaseUrgency(state, actor, { urgency, reason: said ?? t('case.chooseThis') }),
                  );
              }
            : null
        }
      />
      {!allowed ? null : !opened && draft.keeping === null ? (
        <div>
          <button type="button" className="button" data-act="urgency" onClick={() => setOpened(true)}>
            {t('danger.due.urgency')}
          </button>
        </div>
      ) : (
        <form
          className="stack card form-card"
          aria-label={t('danger.due.urgency')}
          onSubmit={(event) => {
            event.preventDefault();
            void give();
          }}
        >
          <UrgencyChoice legend={t('urgency.title')} form={draft.form} onChange={draft.change} />
          <FailureNote failure={act.failure} />
          <div className="cluster">
            <button
              type="submit"
              className="button primary"
              disabled={act.busy || chosen === '' || reason.trim() === ''}
            >
              {t('common.save')}
            </button>
            <button
              type="button"
              className="button quiet"
              onClick={() => {
                draft.discard();
                setOpened(false);
              }}
            >
              {t('common.cancel')}
            </button>
            <Kept of={draft} onDiscard={() => setOpened(false)} />
          </div>
        </form>
      )}
      {state.urgencyHistory.length < 2 ? null : (
        <details className="more-detail">
          <summary>{t('urgency.history', { count: state.urgencyHistory.length })}</summary>
          <ol className="plain stack tight" reversed>
            {state.urgencyHistory.toReversed().map((one) => (
              <li key={`${one.entry} ${one.index}`}>
                <p className="line-meta">
                  <UrgencyChip urgency={one.urgency} />
                  <span className="small quiet">
                    <bdi>{nameOf(one.by)}</bdi> · <Ago at={one.claimedTime} />
                  </span>
                </p>
                <Words text={one.reason} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
