import { useCallback } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useOpenSession } from '../session/organisation.tsx';
import { useTeamName } from '../session/team-name.ts';

/** Teams for which answers are sealed: their names, and whether the person at this desk is of one. */
export function useTeamNames(): {
  readonly nameOf: (team: string) => string;
  readonly isMember: (team: string) => boolean;
} {
  const { t } = useSpeech();
  const { organisation, teams } = useOpenSession();
  const teamName = useTeamName();
  const nameOf = useCallback(
    (team: string): string => {
      const found = organisation.teams.get(team);
      return found === undefined ? t('filled.unknownTeam') : teamName(found);
    },
    [t, teamName, organisation],
  );
  const isMember = useCallback((team: string): boolean => teams.includes(team), [teams]);
  return { nameOf, isMember };
}
