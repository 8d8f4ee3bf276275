import { formatNumber } from '@leeward/ui';
import { type ReactNode, useMemo } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Empty, Screen } from '../parts/screen.tsx';
import { useKeys, useSingleKeys } from '../parts/use-keys.ts';
import { addressOf, go } from '../router/route.ts';
import { useMemberName, useOpenSession } from '../session/organisation.tsx';
import { ErrandLine } from './errand-line.tsx';
import { FirstSteps } from './first-steps-list.tsx';
import type { Errand, Load } from './today-of.ts';
import { useDay } from './use-day.ts';
import { useHasFirstSteps } from './use-first-steps.ts';

/** The key to enter a request. */
const enterKey = 'n';

/** How many lines of one part are drawn: a crisis day has thousands, and nobody does more than a few at once. */
const shownAtMost = { now: 8, begun: 5, running: 6 } as const;

/** What needs whoever looks, now. The first screen of every day. */
export function TodayScreen(): ReactNode {
  const { t } = useSpeech();
  const day = useDay();
  const hasSteps = useHasFirstSteps();
  const parts = useMemo(() => {
    const now = day?.now.slice(0, shownAtMost.now) ?? [];
    const begun = day?.begun.slice(0, shownAtMost.begun) ?? [];
    // Among the first steps it stands already.
    const all = day?.running.filter(({ kind }) => kind !== 'recovery' || !hasSteps) ?? [];
    return { now, begun, running: all.slice(0, shownAtMost.running), left: all.length - shownAtMost.running };
  }, [day, hasSteps]);
  const single = useSingleKeys();
  useKeys({
    ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => [String(number), () => press(number)])),
    [enterKey]: () => go({ name: 'enter' }),
  });

  return (
    <Screen
      title={t('today.title')}
      lead={
        day === undefined ? null : (
          <p>
            {t('today.waiting', { count: day.waiting })}
            {day.overdue > 0 ? ` ${t('queue.overdue', { count: day.overdue })}` : ''}
          </p>
        )
      }
      aside={
        <a
          className="button"
          href={addressOf({ name: 'enter' })}
          aria-keyshortcuts={single ? enterKey : undefined}
        >
          {t('enter.title')}
          {single ? (
            <span className="press" aria-hidden="true">
              {enterKey}
            </span>
          ) : null}
        </a>
      }
    >
      {day === undefined ? (
        <p className="quiet">{t('common.loading')}</p>
      ) : (
        <div className="today">
          <div className="stack">
            {/* Nothing comes before somebody who waits. */}
            {day.now.length === 0 ? <FirstSteps /> : null}
            <Part
              title={t('today.now')}
              hint={day.now.length === 0 ? '' : t('queue.needsAnswerHint')}
              errands={parts.now}
              from={1}
              all={
                day.now.length > parts.now.length
                  ? {
                      href: addressOf({ name: 'requests', tab: 'now' }),
                      label: t('today.all', { count: day.now.length }),
                    }
                  : null
              }
            >
              <Empty title={t('queue.empty')}>
                {t('today.emptyHint')} <a href={addressOf({ name: 'door' })}>{t('queue.emptyDoor')}</a>
              </Empty>
            </Part>
            {day.begun.length === 0 ? null : (
              <Part
                title={t('today.begunTitle')}
                hint={t('today.begunHint')}
                errands={parts.begun}
                from={parts.now.length + 1}
                all={null}
              />
            )}
            {day.now.length === 0 ? null : <FirstSteps />}
          </div>
          <div className="stack">
            {parts.running.length === 0 ? null : (
              <Part
                title={t('today.runningTitle')}
                hint=""
                errands={parts.running}
                from={parts.now.length + parts.begun.length + 1}
                all={null}
                more={Math.max(0, parts.left)}
              />
            )}
            <Team load={day.load} />
          </div>
        </div>
      )}
    </Screen>
  );
}

/** Presses the button that shows this number. */
function press(number: number): void {
  document.querySelector<HTMLElement>(`[data-press="${number}"]`)?.click();
}

function Part({
  title,
  hint,
  errands,
  from,
  all,
  more = 0,
  children,
}: {
  readonly title: string;
  readonly hint: string;
  readonly errands: readonly Errand[];
  readonly from: number;
  readonly all: { readonly href: string; readonly label: string } | null;
  /** How many are not shown. */
  readonly more?: number;
  readonly children?: ReactNode;
}): ReactNode {
  const { t } = useSpeech();
  const single = useSingleKeys();
  return (
    <section className="stack tight" aria-label={title}>
      <div className="part-head">
        <h2>{title}</h2>
        {hint === '' ? null : <span className="small quiet">{hint}</span>}
      </div>
      {errands.length === 0 ? (
        children
      ) : (
        <ul className="plain errands card">
          {errands.map((errand, index) => (
            <ErrandLine
              key={keyOf(errand)}
              errand={errand}
              press={!single || from + index > 9 ? null : from + index}
            />
          ))}
        </ul>
      )}
      {all === null ? null : (
        <a className="button quiet more" href={all.href}>
          {all.label}
        </a>
      )}
      {more > 0 ? <p className="small quiet num">{t('today.more', { count: more })}</p> : null}
    </section>
  );
}

function keyOf(errand: Errand): string {
  if (errand.kind === 'unsettled') return errand.edit.action;
  if (errand.kind === 'identityAsked') return errand.asked.question.question;
  if (errand.kind === 'begun') return `${errand.command} ${errand.record ?? ''}`;
  if (errand.kind === 'silence')
    return `silence ${errand.file?.record ?? ''} ${errand.request?.record ?? ''}`;
  if (errand.kind === 'due') return `due ${errand.due.id}`;
  return 'line' in errand ? `${errand.kind} ${errand.line.record}` : errand.kind;
}

/** What each colleague carries: nobody is asked to explain, and everybody can see who is full. */
function Team({ load }: { readonly load: readonly Load[] }): ReactNode {
  const { t, numbers } = useSpeech();
  const { me } = useOpenSession();
  const nameOf = useMemberName();
  if (load.length < 2) return null;
  return (
    <section className="stack tight" aria-label={t('today.team')}>
      <h2>{t('today.team')}</h2>
      <div className="card team-load">
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('today.teamName')}</span>
              </th>
              <th scope="col">{t('shell.requests')}</th>
              <th scope="col">{t('shell.cases')}</th>
              <th scope="col">{t('today.overdue')}</th>
            </tr>
          </thead>
          <tbody>
            {load.map(({ member, requests, cases, overdue }) => (
              <tr key={member}>
                <th scope="row">
                  <bdi>{member === me.member ? t('talk.from.you') : nameOf(member)}</bdi>
                </th>
                <td className="num">{formatNumber(numbers, requests)}</td>
                <td className="num">{formatNumber(numbers, cases)}</td>
                <td className={overdue > 0 ? 'num overdue-words' : 'num quiet'}>
                  {formatNumber(numbers, overdue)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
