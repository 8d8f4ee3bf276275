import type { CaseState } from '@leeward/domain/case/state.ts';
import { type Round, roundsOf } from '@leeward/domain/check-in/silence.ts';
import { countsAsSafe, saysDanger, type Watch } from '@leeward/domain/check-in/watch.ts';
import type { CheckInStanding } from '@leeward/domain/request/alarm.ts';
import { signOfLife, timeOf } from '@leeward/domain/request/come-back.ts';
import { formatDateTime } from '@leeward/ui';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Ago, useNow } from '../../parts/clock.tsx';
import { Words } from '../../parts/words.tsx';
import { useMemberName } from '../../session/organisation.tsx';

const day = 86_400_000;
const tones: Readonly<Record<Round['came'], string>> = {
  answered: 'chip good',
  paused: 'chip',
  missed: 'chip danger',
  open: 'chip warn',
};

/** The rounds of the last two weeks, each with what became of it: nobody wrote them, and nobody can leave one out. */
export function Rounds({
  watch,
  standing,
  request,
  state,
}: {
  readonly watch: Watch | null;
  readonly standing: CheckInStanding | null;
  readonly request: RequestView | null;
  readonly state: CaseState;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const now = useNow();
  const nameOf = useMemberName();
  const plans = [...(watch?.agreed ?? []), ...(standing?.plan == null ? [] : [standing.plan])];
  const { signs, ended } = state.parts.checkIns;
  const heard = signs.filter(countsAsSafe).map(({ at }) => at);
  const atDoor = (request?.state.items ?? []).flatMap((item) =>
    item.verdict === 'counts' && signOfLife(item)?.safe === true ? [timeOf(item)] : [],
  );
  const rounds = plans
    .flatMap((plan) =>
      roundsOf(plan, { pauses: watch?.pauses ?? [] }, [...heard, ...atDoor], {
        from: now - 14 * day,
        to: now,
        now,
      }),
    )
    .toSorted((left, right) => right.at - left.at)
    .slice(0, 60);
  if (rounds.length + signs.length + ended.length === 0) return null;
  return (
    <>
      {rounds.length === 0 ? null : (
        <details className="stack tight">
          <summary>{t('rounds.title')}</summary>
          <ul className="plain rounds">
            {rounds.map((round) => (
              <li key={round.at} className="bar" data-came={round.came}>
                <span className="num">{formatDateTime(numbers, round.at)}</span>
                <span className={tones[round.came]}>{t(`rounds.${round.came}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {signs.length + ended.length === 0 ? null : (
        <details className="stack tight">
          <summary>{t('rounds.signs')}</summary>
          <ul className="plain stack tight">
            {signs.toReversed().map((sign) => (
              <li key={`${sign.entry} ${sign.index}`} className="card facts">
                <p>
                  <span
                    className={
                      saysDanger(sign) ? 'chip danger' : countsAsSafe(sign) ? 'chip good' : 'chip warn'
                    }
                  >
                    {t(
                      `sign.effect.short.${saysDanger(sign) ? 'danger' : countsAsSafe(sign) ? 'closes' : 'open'}`,
                    )}
                  </span>{' '}
                  <span className="num">{formatDateTime(numbers, sign.at)}</span> ·{' '}
                  {t(`sign.word.${sign.word}`)}
                </p>
                <Words text={[sign.way, sign.note].filter((words) => words !== '').join('\n')} />
                <p className="small quiet">
                  {nameOf(sign.by)} <Ago at={sign.claimedTime} />
                </p>
              </li>
            ))}
            {ended.toReversed().map((end) => (
              <li key={`${end.entry} ${end.index}`} className="card facts">
                <b>{t(`silence.end.${end.how}`)}</b>
                <Words text={end.note} />
                <p className="small quiet">
                  {nameOf(end.by)} <Ago at={end.claimedTime} />
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
