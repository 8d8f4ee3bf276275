import { rungsDue } from '@leeward/domain/check-in/silence.ts';
import { formatTime } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useToday } from '../directory/use-today.ts';
import { DueDay, TaskTitle } from '../due/due-words.tsx';
import { useSpeech } from '../language/speech.tsx';
import { Ago, useNow } from '../parts/clock.tsx';
import { Words } from '../parts/words.tsx';
import { useMemberName } from '../session/organisation.tsx';
import type { SilenceErrand } from './silence-errands.ts';
import type { DueErrand } from './today-of.ts';

/** A sign of life: awaited, waited for, or missing, with the rungs of the ladder that are to be climbed now. */
export function SilenceWords({ errand }: { readonly errand: SilenceErrand }): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const now = useNow();
  const { silence, name, after } = errand;
  const { stage, round, lateAt, missed } = silence;
  const rungs = rungsDue(silence, now);
  return (
    <>
      <p className="line-title">
        <b>{t(`silence.${stage}`)}</b>
        {name === null ? null : <Words inline text={name} className="quiet" />}
      </p>
      {rungs.length === 0 ? null : (
        <ul className="plain small">
          {rungs.map((rung) => (
            <li key={rung.id}>
              {t('silence.now')} <Words inline text={rung.what} />
              {rung.who === null ? null : ` (${nameOf(rung.who)})`}
            </li>
          ))}
        </ul>
      )}
      <div className="line-meta">
        {stage === 'coming' || stage === 'waited' ? (
          <span className="small quiet">
            {t(`silence.${stage}At`, {
              time: formatTime(numbers, round),
              late: formatTime(numbers, lateAt),
            })}
          </span>
        ) : (
          <span className="small overdue-words">
            <Ago at={round} />
          </span>
        )}
        {missed > 1 ? <span className="chip danger">{t('checkIn.missed', { count: missed })}</span> : null}
        <span className="chip">{after === null ? t('due.nobody') : nameOf(after)}</span>
      </div>
    </>
  );
}

/** Something that is due. */
export function DueWords({ errand: { due } }: { readonly errand: DueErrand }): ReactNode {
  const { t } = useSpeech();
  const today = useToday();
  return (
    <>
      <p className="line-title">
        <TaskTitle task={due.task} beside={due.name} />
      </p>
      <div className="line-meta">
        <DueDay task={due.task} today={today} />
        {due.name === null ? null : (
          <span className="chip">
            <bdi>{due.name}</bdi>
          </span>
        )}
        {due.who === null ? (
          <span className="small quiet">
            {t(due.identity === undefined ? 'due.nobody' : 'custody.title')}
          </span>
        ) : null}
      </div>
    </>
  );
}
