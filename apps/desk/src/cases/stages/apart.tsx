import { canChangeState, canSetResponsible } from '@leeward/domain/case/rules.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { useMemberName } from '../../session/organisation.tsx';
import { useActor } from '../../session/use-actor.ts';
import { useCaseAct } from '../item/use-case-act.ts';
import { Versions } from '../item/versions.tsx';
import { phaseKey } from '../phase.ts';

/** Two people moved the case, or took it over, without seeing each other's act: both stand until somebody chooses. */
export function StateApart({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useSpeech();
  const actor = useActor();
  const nameOf = useMemberName();
  const act = useCaseAct(view.record);
  const { state } = view;
  const mayChoose = view.stopped === null;
  return (
    <>
      <Versions
        label={t('stages.state')}
        field={state.phases}
        say={(phase) => <b>{t(phaseKey(phase))}</b>}
        onChoose={
          mayChoose
            ? (phase) => {
                const said = state.phaseHistory.findLast((change) => change.state === phase);
                const closure = said?.closure ?? null;
                const change = {
                  state: phase,
                  reason: said?.reason ?? t('case.chooseThis'),
                  closure,
                  date: said?.date ?? null,
                };
                void act.run(canChangeState(state, actor, change));
              }
            : null
        }
      />
      <Versions
        label={t('case.responsible')}
        field={state.responsibles}
        say={(member) => <b>{nameOf(member)}</b>}
        onChoose={
          view.stopped === null ? (member) => void act.run(canSetResponsible(state, actor, member)) : null
        }
      />
      <FailureNote failure={act.failure} />
    </>
  );
}
