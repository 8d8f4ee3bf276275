import { useCallback } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useOpenSession } from '../session/organisation.tsx';

/** Teams for which answers are sealed: their names, and whether the person at this desk is of one. */
export function useTeamNames(): {
  readonly nameOf: (team: string) => string;
  readonly isMember: (team: string) => boolean;
} {
  const { t } = useSpeech();
  const { organisation, teams } = useOpenSession();
  const nameOf = useCallback(
    (team: string): string => {
      const found = organisation.teams.get(team);
      return found === undefined ? t('filled.unknownTeam') : t(`members.team.${found.purpose}`);
    },
    [t, organisation],
  );
  const isMember = useCallback((team: string): boolean => teams.includes(team), [teams]);
  return { nameOf, isMember };
}
