import { formatDate, formatNumber } from '@leeward/ui';
import { type ReactNode, useId, useState } from 'react';
import { useToday } from '../directory/use-today.ts';
import { useSpeech } from '../language/speech.tsx';
import { Empty, Screen } from '../parts/screen.tsx';
import { addressOf } from '../router/route.ts';
import { useMemberName, useOpenSession } from '../session/organisation.tsx';
import { addressOfDue } from './address.ts';
import { bySection, type Due, type DueSection, dueSections, mineOf } from './due-of.ts';
import { DueDay, TaskTitle } from './due-words.tsx';
import { TakeCalendar } from './take-calendar.tsx';
import { TaskActs } from './task-acts.tsx';
import { useDue } from './use-due.ts';

/** How many lines of one section are drawn at first: a team of years has thousands. */
const shownAtFirst = 20;

/** Everything that is due: mine, or the team's. */
export function DueScreen(): ReactNode {
  const { t, numbers } = useSpeech();
  const { me } = useOpenSession();
  const lists = useDue();
  const [whose, setWhose] = useState<'mine' | 'team'>('mine');
  const all = lists?.all ?? [];
  const mine = mineOf(all, me.member);
  const shown = whose === 'mine' ? mine : all;
  const sections = bySection(shown);
  const visible = (of: readonly Due[]): number => of.filter(({ section }) => section !== 'not_yet').length;
  return (
    <Screen
      title={t('due.title')}
      lead={<p>{t('due.lead')}</p>}
      aside={lists === undefined ? undefined : <TakeCalendar mine={mine} all={all} />}
    >
      <fieldset className="tabs due-whose">
        <legend className="visually-hidden">{t('due.whose')}</legend>
        {(['mine', 'team'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="button quiet"
            aria-pressed={whose === one}
            onClick={() => setWhose(one)}
          >
            {t(`due.${one}`)}{' '}
            <span className="num">{formatNumber(numbers, visible(one === 'mine' ? mine : all))}</span>
          </button>
        ))}
      </fieldset>
      {lists === undefined ? (
        <p className="quiet">{t('common.loading')}</p>
      ) : visible(shown) === 0 ? (
        <Empty title={t('due.empty')}>{t('due.emptyHint')}</Empty>
      ) : (
        <div className="stack">
          {dueSections.map((section) => (
            <DueSectionList key={section} section={section} due={sections.get(section) ?? []} />
          ))}
        </div>
      )}
      {whose === 'team' && lists !== undefined && lists.more.length > 0 ? (
        <ul className="plain stack tight">
          {lists.more.map(({ file, count }) => (
            <li key={file.record}>
              <a href={addressOf({ name: 'case', record: file.record, part: 'tasks' })}>
                {t('due.more', { count, name: file.pseudonym })}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </Screen>
  );
}

function DueSectionList({
  section,
  due,
}: {
  readonly section: DueSection;
  readonly due: readonly Due[];
}): ReactNode {
  const { t, numbers } = useSpeech();
  const heading = useId();
  const [isWhole, setWhole] = useState(false);
  if (due.length === 0) return null;
  const shown = isWhole ? due : due.slice(0, shownAtFirst);
  const list = (
    <>
      <ul className="plain errands card">
        {shown.map((one) => (
          <DueLine key={one.id} due={one} />
        ))}
      </ul>
      {due.length > shown.length ? (
        <button type="button" className="button quiet more" onClick={() => setWhole(true)}>
          {t('due.all', { count: due.length })}
        </button>
      ) : null}
    </>
  );
  if (section === 'resting')
    return (
      <details className="stack tight">
        <summary>
          {t('due.section.resting')} <span className="num">{formatNumber(numbers, due.length)}</span>
        </summary>
        {list}
      </details>
    );
  return (
    <section className="stack tight" aria-labelledby={heading}>
      <h2 id={heading}>{t(`due.section.${section}`)}</h2>
      {list}
    </section>
  );
}

/** One thing that is due, with what may be done about it. */
export function DueLine({ due }: { readonly due: Due }): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const today = useToday();
  const { task, section, file, name, who, identity } = due;
  const edge = section === 'late' ? 'warn' : section === 'today' ? 'accent' : '';
  return (
    <li className="errand due" data-section={section} data-kind={task.kind}>
      <span className={`edge ${edge}`.trim()} />
      <div className="errand-main stack tight">
        <p className="line-title">
          <TaskTitle task={task} beside={name} />
        </p>
        <div className="line-meta">
          <DueDay task={task} today={today} />
          {name === null ? null : (
            <span className="chip">
              <bdi>{name}</bdi>
            </span>
          )}
          <span className="small quiet">
            {identity !== undefined ? t('custody.title') : who === null ? t('due.nobody') : nameOf(who)}
          </span>
          {task.repeats ? <span className="small quiet">{t('task.repeats')}</span> : null}
          {task.restsUntil === null || section !== 'resting' ? null : (
            <span className="small quiet">
              {t('due.rests', { date: formatDate(numbers, task.restsUntil, 'UTC') })}
            </span>
          )}
        </div>
      </div>
      {file === null ? null : (
        <div className="due-acts">
          <TaskActs record={file.record} task={task} />
        </div>
      )}
      <div className="errand-side">
        <a className="button errand-do" href={addressOfDue(due)}>
          {t('today.do.look')}
        </a>
      </div>
    </li>
  );
}
