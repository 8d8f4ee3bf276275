import { liveTeams, type Team } from '@leeward/domain/organisation/state.ts';
import { useCallback, useMemo } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useOpenSession } from './organisation.tsx';

/**
 * The name of a team: in the language of the screen where every organisation begins with it, in its founder's words where
 * the organisation founded it. One that was ended says so wherever it is named.
 */
export function useTeamName(): (team: Pick<Team, 'purpose' | 'name' | 'ended'>) => string {
  const { t } = useSpeech();
  return useCallback(
    ({ purpose, name, ended }) => {
      if (purpose !== 'own') return t(`members.team.${purpose}`);
      return ended === null ? name : t('teams.endedName', { name });
    },
    [t],
  );
}

/**
 * Teams to which this person can give a case: those that she is of, because only somebody in a team can write in its list.
 * The organisation's own part and the custody of identities are none of them.
 */
export function useGivableTeams(): readonly Team[] {
  const { organisation, teams } = useOpenSession();
  return useMemo(
    () =>
      liveTeams(organisation).filter(
        ({ team, purpose }) => purpose !== 'everyone' && purpose !== 'custody' && teams.includes(team),
      ),
    [organisation, teams],
  );
}
