import { formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useMemberName, useOpenSession } from '../session/organisation.tsx';
import { useTeamName } from '../session/team-name.ts';
import { GiveTeam } from './give-team.tsx';
import { TakeCaseBack } from './take-case-back.tsx';

/** Who may read the file since when, and who was removed. */
export function ReadersPanel({ view }: { readonly view: CaseView }): ReactNode {
  const { t, numbers } = useSpeech();
  const { organisation } = useOpenSession();
  const nameOf = useMemberName();
  const teamName = useTeamName();
  const day = (time: number): string => formatDate(numbers, time);
  const teams = view.access.filter(({ type, ended }) => type === 'team' && ended === null);
  return (
    <section className="card facts">
      <h2>{t('case.readers')}</h2>
      <ul>
        {view.access.map((reader) => {
          const team = reader.type === 'team' ? organisation.teams.get(reader.id) : undefined;
          const name =
            reader.type === 'member'
              ? nameOf(reader.id)
              : team === undefined
                ? t('case.unknownTeam', { number: reader.id.slice(0, 6) })
                : teamName(team);
          const gone = reader.members.filter(({ until }) => until !== null);
          return (
            <li key={`${reader.type} ${reader.id}`}>
              <bdi>{name}</bdi>{' '}
              <span className="small quiet">
                {reader.ended === null
                  ? t('case.readsSince', { date: day(reader.since) })
                  : t('case.readUntil', { from: day(reader.since), to: day(reader.ended) })}
              </span>
              {reader.members.length === 0 ? null : (
                <details className="small more-detail">
                  <summary>{t('case.teamMembers', { count: reader.members.length - gone.length })}</summary>
                  <ul>
                    {reader.members.map(({ member, since, until }) => (
                      <li key={member}>
                        <bdi>{nameOf(member)}</bdi>{' '}
                        <span className="quiet">
                          {until === null
                            ? t('case.readsSince', { date: day(Math.max(since, reader.since)) })
                            : t('case.removed', { date: day(until) })}
                        </span>
                      </li>
                    ))}
                  </ul>
                </details>
              )}
              {reader.type === 'team' && reader.ended === null && teams.length > 1 ? (
                <TakeCaseBack view={view} team={reader.id} name={name} />
              ) : null}
            </li>
          );
        })}
      </ul>
      <GiveTeam view={view} />
    </section>
  );
}
