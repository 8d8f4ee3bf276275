import { may } from '@leeward/domain/organisation/permissions.ts';
import { formatNumber } from '@leeward/ui';
import { type ReactNode, useMemo } from 'react';
import { QuietMark } from '../care/quiet-mark.tsx';
import { CaseList } from '../cases/case-list.tsx';
import { useToday } from '../directory/use-today.ts';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Empty, Screen } from '../parts/screen.tsx';
import { addressOf } from '../router/route.ts';
import { useMemberName, useMembers, useOpenSession } from '../session/organisation.tsx';
import { useView } from '../session/use-session.tsx';
import { carrierOf, isOpen, loadOf, wordFor } from './load-of.ts';

const tones = {
  urg_immediate: 'danger',
  urg_urgent: 'warn',
  urg_high: 'accent',
  urg_standard: '',
  urg_unset: '',
} as const;
const levels = ['urg_immediate', 'urg_urgent', 'urg_high', 'urg_standard', 'urg_unset'] as const;

/** Who carries how many cases, how urgent, what is overdue, and which cases need somebody else. */
export function LoadScreen(): ReactNode {
  const { t, numbers } = useSpeech();
  const { me, organisation } = useOpenSession();
  const members = useMembers();
  const nameOf = useMemberName();
  const today = useToday();
  const answer = useView('cases', {});
  const lines = answer?.ok === true ? answer.value : [];
  const officers = useMemo(
    () =>
      members
        .filter(({ role }) => may(role, 'case.edit', organisation.permissions).ok)
        .map(({ member }) => member),
    [members, organisation],
  );
  const rows = useMemo(() => loadOf(lines, officers, today), [lines, officers, today]);
  const mine = rows.find(({ member }) => member === me.member);
  const relief = lines.filter((line) => isOpen(line) && line.relief);
  const nobody = lines.filter((line) => isOpen(line) && carrierOf(line, officers) === null);
  const who = (member: string | null): string =>
    member === null ? t('list.nobody') : member === me.member ? t('talk.from.you') : nameOf(member);
  const count = (value: number): string => formatNumber(numbers, value);
  return (
    <Screen title={t('load.title')} back={{ href: addressOf({ name: 'cases' }), label: t('cases.title') }}>
      <div className="stack">
        {answer?.ok === false ? <FailureNote failure={answer.error} /> : null}
        {mine === undefined ? null : (
          <p className="note" data-load={wordFor(mine)}>
            {t(`load.word.${wordFor(mine)}`, { count: mine.open, overdue: mine.overdue })}
          </p>
        )}
        {rows.length === 0 ? (
          <Empty title={t('load.empty')} />
        ) : (
          <ul className="plain card rows load">
            {rows.map((row) => (
              <li key={row.member ?? 'nobody'} className="row">
                <span className="stack tight">
                  <span>
                    <b>
                      <bdi>{who(row.member)}</bdi>
                    </b>{' '}
                    {row.member === null ? null : <QuietMark member={row.member} />}
                  </span>
                  <span className="line-meta">
                    {levels
                      .filter((level) => row.byUrgency[level] > 0)
                      .map((level) => (
                        <span key={level} className={`chip ${tones[level]}`.trim()}>
                          {t(`urgency.${level}`)} <span className="num">{count(row.byUrgency[level])}</span>
                        </span>
                      ))}
                    {row.overdue === 0 ? null : (
                      <span className="small overdue-words num">
                        {t('load.overdue', { count: row.overdue })}
                      </span>
                    )}
                    {row.second === 0 ? null : (
                      <span className="small quiet num">{t('load.second', { count: row.second })}</span>
                    )}
                    {row.offered === 0 ? null : (
                      <span className="small warn-text num">{t('load.offered', { count: row.offered })}</span>
                    )}
                  </span>
                </span>
                <span className="load-count num">{t('load.cases', { count: row.open })}</span>
              </li>
            ))}
          </ul>
        )}
        {relief.length === 0 ? null : (
          <section className="stack tight" aria-labelledby="relief">
            <h2 id="relief">{t('load.relief')}</h2>
            <p className="small quiet">{t('load.reliefHint')}</p>
            <CaseList lines={relief} />
          </section>
        )}
        {nobody.length === 0 ? null : (
          <section className="stack tight" aria-labelledby="nobody">
            <h2 id="nobody">{t('load.nobody')}</h2>
            <CaseList lines={nobody} />
          </section>
        )}
      </div>
    </Screen>
  );
}
