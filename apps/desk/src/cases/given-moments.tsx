import type { CaseState } from '@leeward/domain/case/state.ts';
import type { TeamMove } from '@leeward/domain/readers/part.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Words } from '../parts/words.tsx';
import { useOpenSession } from '../session/organisation.tsx';
import { useTeamName } from '../session/team-name.ts';
import type { PartMoment } from './part-moment.ts';

/** To which teams the case was given after it was opened, and from which it was taken back, by whom and why. */
export function givenMoments({ parts }: CaseState): readonly PartMoment[] {
  return parts.readers.moves.map(
    (move): PartMoment => ({
      part: 'responsibility',
      at: move,
      key: `given ${move.entry}:${move.index}`,
      find: [move.reason],
      Words: ({ nameOf }) => <Moved move={move} by={nameOf(move.by)} />,
    }),
  );
}

function Moved({
  move: { way, team, reason },
  by,
}: {
  readonly move: TeamMove;
  readonly by: string;
}): ReactNode {
  const { t } = useSpeech();
  const { organisation } = useOpenSession();
  const teamName = useTeamName();
  const known = organisation.teams.get(team);
  const name = known === undefined ? t('case.unknownTeam', { number: team.slice(0, 6) }) : teamName(known);
  return (
    <>
      {t(way === 'in' ? 'giveTeam.given' : 'giveTeam.taken', { team: name })} · <bdi>{by}</bdi>
      {reason === '' ? null : <Words text={reason} />}
    </>
  );
}
