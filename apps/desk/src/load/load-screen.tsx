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
import { isOpen, loadOf, wordFor } from './load-of.ts';

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
  const rows = useMemo(() => {
    const officers = members
      .filter(({ role }) => may(role, 'case.edit', organisation.permissions).ok)
      .map(({ member }) => member);
    return loadOf(lines, officers, today);
  }, [lines, members, organisation, today]);
  const mine = rows.find(({ member }) => member === me.member);
  const relief = lines.filter((line) => isOpen(line) && line.relief);
  const nobody = lines.filter((line) => isOpen(line) && line.responsible === null);
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
          <div className="card load-table">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('today.teamName')}</th>
                  <th scope="col">{t('load.open')}</th>
                  {levels.map((level) => (
                    <th key={level} scope="col">
                      {t(`urgency.${level}`)}
                    </th>
                  ))}
                  <th scope="col">{t('today.overdue')}</th>
                  <th scope="col">{t('carry.second')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.member ?? 'nobody'}>
                    <th scope="row">
                      <bdi>{who(row.member)}</bdi>{' '}
                      {row.member === null ? null : <QuietMark member={row.member} />}
                    </th>
                    <td className="num">{count(row.open)}</td>
                    {levels.map((level) => (
                      <td key={level} className={row.byUrgency[level] === 0 ? 'num quiet' : 'num'}>
                        {count(row.byUrgency[level])}
                      </td>
                    ))}
                    <td className={row.overdue > 0 ? 'num overdue-words' : 'num quiet'}>
                      {count(row.overdue)}
                    </td>
                    <td className="num quiet">{count(row.second)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
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
