import { roundsToShow } from '@leeward/domain/plan/to-show.ts';
import { mayAnswer } from '@leeward/domain/request/rules.ts';
import { sameRounds } from '@leeward/domain/request/shown-plan.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Ago, useNow } from '../../parts/clock.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { refusalWords } from '../../session/failure.ts';
import { useMemberName } from '../../session/organisation.tsx';
import { useActor } from '../../session/use-actor.ts';
import { useAction } from '../../session/use-session.tsx';

/** Tells her page how the check-ins stand, where whoever is here answers her; null where somebody else does. */
export function useTellHer(view: CaseView, request: RequestView | null): (() => void) | null {
  const actor = useActor();
  const action = useAction('tellRounds');
  if (request === null || !mayAnswer(request.state, actor).ok) return null;
  return () => void action.run({ record: request.record, case: view.record });
}

/** Whether her page knows the pauses and the agreements of the file, and the one step that tells it. */
export function ToldHer({
  view,
  request,
}: {
  readonly view: CaseView;
  readonly request: RequestView;
}): ReactNode {
  const { t } = useSpeech();
  const now = useNow();
  const nameOf = useMemberName();
  const action = useAction('tellRounds');
  const rounds = roundsToShow(view.state, now);
  const last = request.state.comeBack.rounds.at(-1);
  const told = last?.rounds ?? { agreed: [], pauses: [] };
  const isKnown = sameRounds(told, rounds, now);
  const may = mayAnswer(request.state, useActor());
  const isOnItsWay = request.pending.some(
    ({ command, delivery }) => command === 'tellRounds' && (delivery === 'kept' || delivery === 'sent'),
  );
  const tell = (): void => void action.run({ record: request.record, case: view.record });
  if (rounds.agreed.length + rounds.pauses.length === 0 && last === undefined) return null;
  return (
    <div
      className={isKnown || isOnItsWay ? 'small quiet' : 'note warn stack tight'}
      data-told={isKnown ? 'yes' : 'no'}
    >
      {isKnown ? (
        <p>
          {t('pause.told')} {last === undefined ? null : <Ago at={last.claimedTime} />}
        </p>
      ) : isOnItsWay ? (
        <p>{t('pause.onItsWay')}</p>
      ) : (
        <>
          <p>{t('pause.notTold')}</p>
          {may.ok ? (
            <div>
              <button type="button" className="button" disabled={action.busy} onClick={tell}>
                {t('pause.tell')}
              </button>
            </div>
          ) : (
            <p>{refusalWords(t, may.error, nameOf).title}</p>
          )}
        </>
      )}
      <FailureNote failure={action.failure} />
    </div>
  );
}
