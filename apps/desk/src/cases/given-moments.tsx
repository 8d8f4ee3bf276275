import type { CaseState } from '@leeward/domain/case/state.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Words } from '../parts/words.tsx';
import { useOpenSession } from '../session/organisation.tsx';
import { useTeamName } from '../session/team-name.ts';
import type { PartMoment } from './part-moment.ts';

/** To which teams the case was given after it was opened, by whom and why. */
export function givenMoments({ parts }: CaseState): readonly PartMoment[] {
  return parts.readers.letIn.map(
    (given): PartMoment => ({
      part: 'responsibility',
      at: given,
      key: `given ${given.team}`,
      find: [given.reason],
      Words: () => <Given team={given.team} reason={given.reason} />,
    }),
  );
}

function Given({ team, reason }: { readonly team: string; readonly reason: string }): ReactNode {
  const { t } = useSpeech();
  const { organisation } = useOpenSession();
  const teamName = useTeamName();
  const known = organisation.teams.get(team);
  const name = known === undefined ? t('case.unknownTeam', { number: team.slice(0, 6) }) : teamName(known);
  return (
    <>
      {t('giveTeam.given', { team: name })}
      {reason === '' ? null : <Words text={reason} />}
    </>
  );
}
