import { formatDateTime } from '@leeward/ui';
import type { Access } from '@leeward/workspace/desk/access.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useMemberName, useOpenSession } from '../../session/organisation.tsx';
import { useTeamName } from '../../session/team-name.ts';
import type { Line } from './line-of.ts';
import { readersOfLine } from './readers.ts';

/** Who could read one line since when, by the verified log: epochs that name a reader, and who was in the team. */
export function LineReaders({
  line,
  access,
}: {
  readonly line: Line;
  readonly access: readonly Access[];
}): ReactNode {
  const { t, numbers } = useSpeech();
  const { organisation } = useOpenSession();
  const nameOf = useMemberName();
  const teamName = useTeamName();
  if (line.position === null)
    return (
      <p className="small quiet readers-line">
        {t(line.place === 'conversation' ? 'line.readersThere' : 'line.readersNot')}
      </p>
    );
  const readers = readersOfLine(access, { position: line.position, time: line.time });
  const teamOf = (id: string): string => {
    const team = organisation.teams.get(id);
    return team === undefined ? t('case.unknownTeam', { number: id.slice(0, 6) }) : teamName(team);
  };
  return (
    <ul className="small quiet readers-line">
      {readers.map((reader) => {
        const name = reader.member === null ? teamOf(reader.team ?? '') : nameOf(reader.member);
        const through = reader.member === null || reader.team === null ? '' : ` (${teamOf(reader.team)})`;
        return (
          <li key={`${reader.team} ${reader.member}`}>
            <bdi>{`${name}${through}`}</bdi>
            {': '}
            {reader.later
              ? t('line.readsSince', { date: formatDateTime(numbers, reader.since) })
              : t('line.readsFirst')}
            {reader.until === null
              ? null
              : ` · ${t('line.readsUntil', { date: formatDateTime(numbers, reader.until) })}`}
          </li>
        );
      })}
    </ul>
  );
}
