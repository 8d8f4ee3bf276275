import type { Team } from '@leeward/domain/organisation/state.ts';
import { useCallback } from 'react';
import { useSpeech } from '../language/speech.tsx';

/** The name of a team, in the language of the screen: teams are made by their purpose, and nobody renames them yet. */
export function useTeamName(): (team: Pick<Team, 'purpose'>) => string {
  const { t } = useSpeech();
  return useCallback((team) => t(`members.team.${team.purpose}`), [t]);
}
